import { expect, test } from 'vitest';
import { DocumentRoot } from '../../../shared/document/nodes.ts';
import { countText } from './countText.ts';

const ofText = (text: string) =>
  countText(
    DocumentRoot.parse({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }),
  );

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

test.each([
  ['насос НК-350, подача 1\u00A0234,5 м³/ч — «да»', 8, 40],
  ['насос НК-350, подача 1\u00A0234,5 м/ч — «да»', 8, 39],
  ['naïve café №\u00A05', 3, 14],
  ['Ёж и ещё ҩ', 4, 10],
])('«%s» is counted alike by the short way and the long one', (text, words, characters) => {
  expect(ofText(text)).toEqual({ words, characters });
});
