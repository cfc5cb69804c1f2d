import { getSchema } from '@tiptap/core';
import { history, undo, undoDepth } from '@tiptap/pm/history';
import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { documentExtensions } from '../extensions/index.ts';
import { setTypography } from './setTypography.ts';

const schema = getSchema(documentExtensions());
const bold = [{ type: 'bold' }];
const root = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Поставка "' },
        { type: 'text', text: 'под ключ', marks: bold },
        { type: 'text', text: '" - для ' },
        { type: 'mergeField', attrs: { key: 'account.name' } },
        { type: 'text', text: ' за 5 дн' },
        { type: 'hardBreak' },
        { type: 'text', text: '"Срок"' },
      ],
    },
    {
      type: 'bulletList',
      content: [
        { type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'дом № 5' }] }] },
      ],
    },
  ],
};

test('the whole document is set in one step of undo, with marks, fields and breaks where they were', () => {
  let state = EditorState.create({ doc: schema.nodeFromJSON(root), plugins: [history()] });
  const before = state.doc;
  const { transaction, places } = setTypography(state, 'ru');
  expect(places).toBeGreaterThan(4);
  state = state.apply(transaction);
  const [first] = state.doc.content.content;
  expect(
    first?.textBetween(0, first.content.size, '\n', (leaf) =>
      leaf.type.name === 'hardBreak' ? '\n' : '[поле]',
    ),
  ).toBe('Поставка «под\u00a0ключ»\u00a0— для\u00a0[поле] за\u00a05\u00a0дн\n«Срок»');
  expect(first?.child(1).text).toBe('под\u00a0ключ');
  expect(first?.child(1).marks.map(({ type }) => type.name)).toEqual(['bold']);
  expect(first?.child(0).marks).toEqual([]);
  expect(state.doc.child(1).textContent).toBe('дом №\u00a05');
  expect(undoDepth(state)).toBe(1);
  undo(state, (next) => (state = state.apply(next)));
  expect(state.doc.eq(before)).toBe(true);
});

test('a document that is set has no places left', () => {
  const state = EditorState.create({ doc: schema.nodeFromJSON(root) });
  const once = state.apply(setTypography(state, 'ru').transaction);
  expect(setTypography(once, 'ru').places).toBe(0);
});
