import { expect, test } from 'vitest';
import type { BlockNode } from './nodes.ts';
import { replaceRun } from './replaceRun.ts';

const words = (text: string): BlockNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const root = {
  type: 'doc' as const,
  content: [words('a'), { type: 'blockquote' as const, content: [words('b'), words('c')] }, words('d')],
};

test('a run is replaced where it stands, and what is emptied around it keeps a paragraph', () => {
  expect(replaceRun(root, [1, 0], 1, (run) => [...run, words('x')]).content[1]).toEqual({
    type: 'blockquote',
    content: [words('b'), words('x'), words('c')],
  });
  expect(replaceRun(root, [1, 0], 2, () => []).content[1]).toEqual({
    type: 'blockquote',
    content: [{ type: 'paragraph' }],
  });
  expect(replaceRun(root, [0], 2, () => []).content).toEqual([words('d')]);
  expect(replaceRun(root, [5, 1], 1, () => []).content).toEqual(root.content);
});
