import { expect, test } from 'vitest';
import { DocumentRoot } from '../../../shared/document/nodes.ts';
import type { BlockNode } from '../../../shared/document/nodes.ts';
import { BlockDraft, TemplateDraft } from '../../../shared/domain/library.ts';
import { blockFromWord, leavesFrame, templateFromWord } from './wordDrafts.ts';

const heading = (text: string, level: 1 | 2 = 1): BlockNode => ({
  type: 'heading',
  attrs: { level, textAlign: null },
  content: [{ type: 'text', text }],
});
const paragraph = (text: string): BlockNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const doc = (...content: BlockNode[]): DocumentRoot => DocumentRoot.parse({ type: 'doc', content });

test('a template is divided where the headings divide, with prices and all behind them at the end', () => {
  const template = templateFromWord(
    doc(
      { type: 'letterhead' },
      heading('О нас'),
      paragraph('Двадцать лет на рынке'),
      heading('Склад', 2),
      paragraph('Три тысячи метров'),
      heading('Условия'),
      { type: 'validity', attrs: { offerKind: 'information' } },
      heading('Контакты'),
      paragraph('Звоните'),
    ),
    'Поставка.docx',
    'Начало',
  );
  TemplateDraft.parse(template);
  const titles = (nodes: readonly BlockNode[]) =>
    nodes.map((node) => (node.type === 'section' ? node.attrs.outlineTitle : node.type));
  expect(titles(template.before)).toEqual(['Начало', 'О нас']);
  expect(titles(template.after)).toEqual(['Условия', 'Контакты']);
  expect(template).toMatchObject({ title: 'О нас', language: 'ru', roleSections: [] });
});

test('a single title above the others divides nothing by itself', () => {
  const template = templateFromWord(
    doc(heading('Offer'), paragraph('For you'), heading('Scope', 2), heading('Terms', 2), paragraph('Net')),
    'offer.docx',
    'Opening',
  );
  expect(template.before).toHaveLength(3);
  expect(template.language).toBe('en');
});

test("our own file keeps the reader's section, its arguments as text", () => {
  const section = (role: 'hr' | null, outlineTitle: string, content: BlockNode[]): BlockNode => ({
    type: 'section',
    attrs: { sectionId: `own-${outlineTitle}`, role, personIds: [], outlineTitle },
    content,
  });
  const template = templateFromWord(
    doc(
      section(null, 'Суть', [paragraph('Коротко')]),
      section('hr', 'Люди', [heading('Люди', 2), paragraph('Рекомендуют')]),
      section(null, 'Итог', [paragraph('Ждём ответа')]),
    ),
    'КП.docx',
    'Начало',
  );
  TemplateDraft.parse(template);
  expect(template.roleSections).toMatchObject([
    { role: 'hr', opening: [heading('Люди', 2), paragraph('Рекомендуют')] },
  ]);
  expect([template.before.length, template.after.length]).toEqual([1, 1]);
});

test('an argument takes the text without the frame, and says that a frame was left', () => {
  const root = doc({ type: 'letterhead' }, paragraph('Двадцать лет на рынке'), { type: 'signature' });
  const block = blockFromWord(root, 'Склад и сроки.docx');
  expect(block).toMatchObject({ title: 'Склад и сроки', content: [paragraph('Двадцать лет на рынке')] });
  expect(BlockDraft.safeParse({ ...block, criteria: ['price'] }).success).toBe(true);
  expect(leavesFrame(root)).toBe(true);
  expect(leavesFrame(doc(paragraph('Текст')))).toBe(false);
  expect(blockFromWord(doc({ type: 'signature' }), 'a.docx')).toBeNull();
});
