import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unzip } from './unzip.ts';
import { openPart, zipParts } from './zip.ts';

async function written(texts: readonly string[]): Promise<string> {
  const part = openPart('word/document.xml');
  for (const text of texts) part.write(text);
  const parts = new Map(unzip(zipParts([await part.finish()])));
  return Buffer.from(parts.get('word/document.xml') ?? []).toString('utf8');
}

test('what is written in any pieces comes out of the archive as one text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 })), async (texts) => {
      expect(await written(texts)).toBe(texts.join(''));
    }),
  );
});

test('texts longer than a piece, and as many as fill several, lose nothing', async () => {
  const long = 'Насос «Ладога» — 12 шт. 😀 '.repeat(30_000);
  const short = Array.from(
    { length: 9000 },
    (_, at) => `<w:p>Позиция ${at}: подшипник, уплотнение, муфта</w:p>`,
  );
  const texts = ['<w:body>', long, ...short, long, '</w:body>'];
  expect(await written(texts)).toBe(texts.join(''));
});

test('half a character, which no converter takes, becomes the mark of what cannot be read', async () => {
  expect(await written(['цена \uD83D', ' в рублях'])).toBe('цена \uFFFD в рублях');
});
