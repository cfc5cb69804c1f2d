import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { block, context, day, paragraph, reader, template } from '../../tests/support/ruleSamples.ts';
import type { ArgumentNode, BlockNode, DocumentRoot } from '../document/nodes.ts';
import { sameContent } from '../document/sameContent.ts';
import { findAll, sectionsOf } from '../document/walk.ts';
import { composeProposal } from './composeProposal.ts';
import { shippedRoles } from './person.ts';
import type { CriterionKey } from './person.ts';
import type { Reader } from './proposal.ts';
import { changesDocument, recomposeProposal } from './recomposeProposal.ts';
import type { Composition } from './recomposeProposal.ts';

const criteria: readonly CriterionKey[] = ['exclusiveTerms', 'payback', 'reliability', 'training', 'price'];
const library = shippedRoles.flatMap((role) =>
  criteria.flatMap((criterion) => [
    block(`${role}-${criterion}-a`, role, [criterion]),
    block(`${role}-${criterion}-b`, role, [criterion]),
  ]),
);
const compose = (readers: Reader[]): DocumentRoot =>
  composeProposal({
    template: template(),
    blocks: library,
    context: context({ readers }),
    validity: { validFrom: day('2026-11-23'), validUntil: day('2026-12-31') },
  });
const composed = (root: DocumentRoot): Composition => ({ root, droppedBlockIds: [], droppedSectionIds: [] });
const sectionIds = (root: DocumentRoot): string[] => sectionsOf(root).map(({ attrs }) => attrs.sectionId);
const argumentIds = (root: DocumentRoot, id: string): string[] => {
  const found = sectionsOf(root).find(({ attrs }) => attrs.sectionId === id);
  return found === undefined ? [] : findAll(found, 'argument').map(({ attrs }) => attrs.blockId);
};
const editSection = (
  root: DocumentRoot,
  id: string,
  edit: (content: BlockNode[]) => BlockNode[],
): DocumentRoot => ({
  ...root,
  content: root.content.map((node) =>
    node.type === 'section' && node.attrs.sectionId === id ? { ...node, content: edit(node.content) } : node,
  ),
});
const isArgument = (node: BlockNode): node is ArgumentNode => node.type === 'argument';
const drop = (root: DocumentRoot, id: string, blockId: string): DocumentRoot =>
  editSection(root, id, (content) =>
    content.filter((node) => !isArgument(node) || node.attrs.blockId !== blockId),
  );
const rewrite = (root: DocumentRoot, id: string, blockId: string): DocumentRoot =>
  editSection(root, id, (content) =>
    content.map((node) =>
      isArgument(node) && node.attrs.blockId === blockId ? { ...node, content: [paragraph('Моё')] } : node,
    ),
  );

const ceo = reader(1, 'ceo', 5, { exclusiveTerms: 60, reliability: 40 });
const finance = reader(2, 'finance', 4, { payback: 70, price: 30 });
const frugal = reader(2, 'finance', 4, { price: 90, payback: 10 });
const hr = reader(3, 'hr', 3, { training: 100 });

describe('a document nobody has touched', () => {
  it('is composed anew as a whole', () => {
    const root = compose([ceo, finance]);
    const next = compose([hr, frugal]);
    expect(recomposeProposal(composed(root), root, next).root).toEqual(next);
  });

  it('stays as it is while nothing changed, also in the editor’s way of writing it', () => {
    const root = compose([ceo, finance]);
    const asEdited = JSON.parse(
      JSON.stringify(root).replaceAll(
        '{"type":"paragraph",',
        '{"type":"paragraph","attrs":{"textAlign":null},',
      ),
    ) as DocumentRoot; // What JSON.stringify made of a DocumentRoot.
    const again = recomposeProposal(composed(root), asEdited, compose([ceo, finance]));
    expect(again.changes).toEqual([]);
    expect(changesDocument(root, again)).toBe(false);
  });
});

describe('the user’s edits', () => {
  const root = compose([ceo, finance]);
  const [first = '', second = ''] = argumentIds(root, 'role-finance');

  it('keeps a rewritten argument when it is no longer chosen, and says so', () => {
    const mine = rewrite(root, 'role-finance', first);
    const { root: now, changes } = recomposeProposal(composed(root), mine, compose([ceo, frugal]));
    const kept = findAll(now, 'argument').find(({ attrs }) => attrs.blockId === first);
    expect(kept?.content).toEqual([paragraph('Моё')]);
    if (!argumentIds(compose([ceo, frugal]), 'role-finance').includes(first))
      expect(changes).toContainEqual(expect.objectContaining({ kind: 'argumentKept', blockId: first }));
  });

  it('leaves out what was thrown out, now and at every later time', () => {
    const mine = drop(root, 'role-finance', second);
    const once = recomposeProposal(composed(root), mine, compose([ceo, frugal]));
    expect(argumentIds(once.root, 'role-finance')).not.toContain(second);
    const twice = recomposeProposal(once.composition, once.root, compose([ceo, finance]));
    expect(argumentIds(twice.root, 'role-finance')).not.toContain(second);
    expect(argumentIds(twice.root, 'role-finance').length).toBeGreaterThan(0);
  });

  it('leaves out a section that was thrown out', () => {
    const mine = {
      ...root,
      content: root.content.filter((node) => node.type !== 'section' || node.attrs.role !== 'ceo'),
    };
    const { root: now } = recomposeProposal(composed(root), mine, compose([ceo, finance, hr]));
    expect(sectionIds(now)).not.toContain('role-ceo');
    expect(sectionIds(now)).toContain('role-hr');
  });

  it('keeps the order of sections that the user set', () => {
    const [opening, one, two, end] = root.content;
    if (!opening || !one || !two || !end) throw new Error('four sections');
    const mine = { ...root, content: [opening, two, one, end] };
    const { root: now } = recomposeProposal(composed(root), mine, compose([ceo, finance, hr]));
    expect(sectionIds(now).indexOf('role-finance')).toBeLessThan(sectionIds(now).indexOf('role-ceo'));
  });

  it('takes the untouched section of a reader who left, and keeps the one written in', () => {
    const alone = compose([ceo]);
    expect(sectionIds(recomposeProposal(composed(root), root, alone).root)).not.toContain('role-finance');
    const mine = editSection(root, 'role-finance', (content) => [...content, paragraph('Приписка')]);
    const { root: now, changes } = recomposeProposal(composed(root), mine, alone);
    expect(sectionIds(now)).toContain('role-finance');
    expect(changes).toContainEqual({ kind: 'sectionKept', title: 'Раздел finance' });
  });

  it('keeps paragraphs written among arguments and in the frame', () => {
    const mine = editSection(
      editSection(root, 'role-finance', (content) => content.toSpliced(2, 0, paragraph('Между'))),
      'frame-opening',
      (content) => [...content, paragraph('В рамке')],
    );
    const text = JSON.stringify(recomposeProposal(composed(root), mine, compose([ceo, frugal, hr])).root);
    for (const written of ['Между', 'В рамке']) expect(text.split(written)).toHaveLength(2);
  });
});

it('never loses a written word, never repeats a block, for any readers and edits', () => {
  const people = [ceo, finance, hr, frugal].map((one, at) => ({
    ...one,
    personId: reader(at + 1, 'ceo', 1, {}).personId,
  }));
  const group = fc.subarray(people, { minLength: 1 });
  fc.assert(
    fc.property(group, group, fc.nat(), fc.nat(), (was, now, editAt, dropAt) => {
      const root = compose(was);
      const all = findAll(root, 'argument').map(({ attrs }) => attrs.blockId);
      const edited = all[editAt % all.length] ?? '';
      const dropped = all[dropAt % all.length] ?? '';
      let mine = root;
      for (const id of sectionIds(root)) mine = rewrite(mine, id, edited);
      if (dropped !== edited) for (const id of sectionIds(root)) mine = drop(mine, id, dropped);
      const result = recomposeProposal(composed(root), mine, compose(now)).root;
      const ids = findAll(result, 'argument').map(({ attrs }) => attrs.blockId);
      expect(new Set(ids).size).toBe(ids.length);
      expect(
        sameContent(
          findAll(result, 'argument').find(({ attrs }) => attrs.blockId === edited)?.content ?? [],
          [paragraph('Моё')],
        ),
      ).toBe(true);
      if (dropped !== edited) expect(ids).not.toContain(dropped);
    }),
    { numRuns: 60 },
  );
});
