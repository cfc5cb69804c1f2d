import { expect, test } from 'vitest';
import { DocumentRoot } from '../../../shared/document/nodes.ts';
import { countText } from './countText.ts';

test('words and characters of what was written, without fields and drawn blocks', () => {
  const root = DocumentRoot.parse({
    type: 'doc',
    content: [
      { type: 'letterhead' },
      { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: 'Бизнес-план 2026' }] },
      {
        type: 'blockquote',
        content: [
          {
            type: 'paragraph',
            content: [
              { type: 'text', text: 'Цена — ' },
              { type: 'mergeField', attrs: { key: 'proposal.total' } },
              { type: 'hardBreak' },
              { type: 'text', text: 'да 😀' },
            ],
          },
        ],
      },
    ],
  });
  // The dash and the picture are characters, but no words.
  expect(countText(root)).toEqual({ words: 4, characters: 16 + 7 + 4 });
});
