import { expect, test } from 'vitest';
import { DocumentRoot, type BlockNode } from '../../../shared/document/nodes.ts';
import { BlockId, PersonId } from '../../../shared/domain/ids.ts';
import { TemplateDraft } from '../../../shared/domain/library.ts';
import { templateOfProposal } from './proposalTemplate.ts';

const petrova = PersonId.parse('00000000-0000-4000-8000-000000000001');
const paragraph = (text: string): BlockNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const section = (outlineTitle: string, content: BlockNode[], role: 'finance' | null = null): BlockNode => ({
  type: 'section',
  attrs: { sectionId: `s-${outlineTitle}`, role, personIds: role === null ? [] : [petrova], outlineTitle },
  content,
});
const argument = (blockId: string, text: string): BlockNode => ({
  type: 'argument',
  attrs: { blockId: BlockId.parse(blockId), criterion: 'price', personIds: [petrova], reasons: [] },
  content: [paragraph(text)],
});
const of = { language: 'ru', title: 'Поставка насосов', purpose: '' } as const;
const textsOf = (nodes: readonly BlockNode[]) => JSON.stringify(nodes).match(/"text":"[^"]*"/g) ?? [];

test('the frame keeps its words, a reader’s section its arguments by name, and nobody’s name goes along', () => {
  const root = DocumentRoot.parse({
    type: 'doc',
    content: [
      section('Бланк', [{ type: 'letterhead' }, paragraph('Здравствуйте')]),
      section(
        'Деньги',
        [
          paragraph('Для вас'),
          argument('a', 'Правленый текст'),
          paragraph('Между'),
          argument('b', 'Ещё'),
          paragraph('Итог'),
        ],
        'finance',
      ),
      section('Срок', [{ type: 'validity', attrs: { offerKind: 'information' } }]),
    ],
  });
  const template = templateOfProposal(root, of, 'Начало');
  expect(TemplateDraft.parse(template)).toEqual(template);
  expect(template.before).toMatchObject([{ attrs: { outlineTitle: 'Бланк' } }]);
  expect(template.after).toMatchObject([{ attrs: { outlineTitle: 'Срок' } }]);
  expect(template.roleSections).toMatchObject([
    { role: 'finance', outlineTitle: 'Деньги', requiredBlockIds: ['a', 'b'] },
  ]);
  expect(textsOf(template.roleSections[0]?.opening ?? [])).toEqual(['"text":"Для вас"']);
  expect(textsOf(template.roleSections[0]?.closing ?? [])).toEqual(['"text":"Между"', '"text":"Итог"']);
  expect(JSON.stringify(template)).not.toContain(petrova);
});

test('what stands in no section, and a second section of one role, are of the frame', () => {
  const root = DocumentRoot.parse({
    type: 'doc',
    content: [
      paragraph('Впереди всего'),
      section('', [paragraph('Один')], 'finance'),
      section('Ещё для финансов', [paragraph('Два')], 'finance'),
      paragraph('В конце'),
    ],
  });
  const template = templateOfProposal(root, of, 'Начало');
  expect(TemplateDraft.parse(template)).toEqual(template);
  expect(template.before).toMatchObject([{ attrs: { outlineTitle: 'Начало', role: null } }]);
  expect(template.roleSections).toMatchObject([{ outlineTitle: 'Начало' }]);
  expect(template.after).toMatchObject([
    { attrs: { outlineTitle: 'Ещё для финансов', role: null, personIds: [] } },
  ]);
  expect(textsOf(template.after)).toEqual(['"text":"Два"', '"text":"В конце"']);
});
