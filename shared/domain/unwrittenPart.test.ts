import { describe, expect, it } from 'vitest';
import { block, context, day, paragraph, reader, template, uuid } from '../../tests/support/ruleSamples.ts';
import type { BlockNode, DocumentRoot, SectionNode } from '../document/nodes.ts';
import { findAll, sectionsOf } from '../document/walk.ts';
import { composeProposal } from './composeProposal.ts';
import { coverageOf } from './coverage.ts';
import { OwnTermKey } from './person.ts';
import type { Reader } from './proposal.ts';
import { recomposeProposal } from './recomposeProposal.ts';
import type { Block, RoleSection, Template } from './template.ts';
import { unwrittenHint } from './unwrittenPart.ts';

const ecologist = OwnTermKey.parse(`own-${uuid(70)}`);
const noise = OwnTermKey.parse(`own-${uuid(71)}`);
const names = { roleNames: { [ecologist]: 'эколог' }, criterionNames: { [noise]: 'шум ночью' } };
const compose = (readers: Reader[], blocks: Block[], shape: Partial<Template> = {}): DocumentRoot =>
  composeProposal({
    template: template(shape),
    blocks,
    context: context({ readers, ...names }),
    validity: { validFrom: day('2026-11-23'), validUntil: day('2026-12-31') },
  });
const sectionOf = (root: DocumentRoot, role: string): SectionNode | undefined =>
  sectionsOf(root).find(({ attrs }) => attrs.role === role);
const linesOf = (section: SectionNode | undefined): string[] =>
  (section?.content ?? []).map((node) =>
    findAll({ content: [node] }, 'text')
      .map(({ text }) => text)
      .join('')
      .replaceAll('\u00a0', ' '),
  );
const criterionHint = '[Напишите здесь, чем ответим на этот критерий]';
const green = reader(1, ecologist, 3, { safety: 30 });
const strict: Reader = {
  ...green,
  criteria: [...green.criteria, { key: noise, weightPercent: 60, note: '' }],
};

describe('readers for whom the library has nothing', () => {
  it('of a role of the user’s own: a heading, their criteria by weight, a hint under each', () => {
    const section = sectionOf(compose([strict], [block('hr', 'hr', ['training'])]), ecologist);
    expect(section?.attrs).toMatchObject({ outlineTitle: 'Эколог', personIds: [strict.personId] });
    expect(linesOf(section)).toEqual(['Эколог', 'Шум ночью', criterionHint, 'Безопасность', criterionHint]);
  });

  it('of whom nothing is known: one hint', () => {
    const unknown = reader(1, ecologist, 3, {});
    expect(linesOf(sectionOf(compose([unknown], []), ecologist))).toEqual([
      'Эколог',
      '[Напишите здесь, что важно этому читателю]',
    ]);
  });

  it('of a shipped role, with an empty library: the template’s words stay around it, what it prints is not asked', () => {
    const hr: RoleSection = {
      role: 'hr',
      outlineTitle: 'Люди',
      opening: [paragraph('Людям.')],
      closing: [{ type: 'references', attrs: { referenceIds: [] } }],
      requiredBlockIds: [],
    };
    const people = reader(2, 'hr', 3, { references: 50, training: 20 });
    const section = sectionOf(compose([people], [], { roleSections: [hr] }), 'hr');
    expect(linesOf(section)).toEqual(['Людям.', 'Обучение', criterionHint, '']);
  });

  it('are all there, at most five criteria each, also in English', () => {
    const many = reader(3, 'technical', 4, {
      reliability: 20,
      launchTime: 20,
      technicalFit: 20,
      serviceLevel: 20,
      safety: 10,
      compliance: 10,
    });
    const root = compose([strict, many], [], { language: 'en' });
    expect(sectionsOf(root).flatMap(({ attrs }) => attrs.personIds)).toEqual(
      expect.arrayContaining([strict.personId, many.personId]),
    );
    const lines = linesOf(sectionOf(root, 'technical'));
    expect(lines.filter((line) => line === '[Write here how we answer this criterion]')).toHaveLength(5);
    expect(lines).toContain('Match with your specification');
  });

  it('are shown as holes', () => {
    const coverage = coverageOf(compose([strict], []), [strict]);
    expect(coverage.missing).toBe(2);
  });
});

describe('composing anew', () => {
  const before = compose([strict], []);
  const ground = { root: before, droppedBlockIds: [], droppedSectionIds: [] };
  const next = compose([strict], [block('noise', ecologist, [noise])]);

  it('takes hints away once a block fits', () => {
    expect(recomposeProposal(ground, before, next).root).toEqual(next);
  });

  it('keeps what was written in their place', () => {
    const write = (node: BlockNode): BlockNode =>
      node.type === 'section' && node.attrs.role === ecologist
        ? { ...node, content: [paragraph('Ночью тихо: 38 дБ.')] }
        : node;
    const mine: DocumentRoot = { type: 'doc', content: before.content.map(write) };
    const lines = linesOf(sectionOf(recomposeProposal(ground, mine, next).root, ecologist));
    expect(lines[0]).toBe('Ночью тихо: 38 дБ.');
    expect(lines).toHaveLength(2);
  });
});

it.each([
  ['[Напишите здесь, что важно этому читателю]', '[Напишите здесь, что важно этому читателю]'],
  ['Тихо. [напишите\u00a0здесь', '[напишите\u00a0здесь'],
  ['Ответ: [напишите здесь сами] — потом.', '[напишите здесь сами]'],
  ['Write here how we answer', null],
  ['[Write here', '[Write here'],
])('a hint in «%s» is %s', (text, hint) => {
  expect(unwrittenHint(text)).toBe(hint);
});
