import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extensionOf, freeFileName, previewOf, renamedFile, safeFileName } from './attachment.ts';

test('a name is the last part of a path, without signs that mislead or that Windows refuses', () => {
  expect(safeFileName('C:\\Users\\secret\\Договор №5.pdf')).toBe('Договор №5.pdf');
  expect(safeFileName('../../etc/passwd')).toBe('passwd');
  expect(safeFileName('счёт\u202Efdp.exe')).toBe('счёт fdp.exe');
  expect(safeFileName('a:b*c?.txt')).toBe('a b c.txt');
  expect(safeFileName('CON.txt')).toBe('_CON.txt');
  expect(safeFileName('отчёт.  ')).toBe('отчёт');
  expect(safeFileName('  ')).toBe('_');
  expect(safeFileName('.gitignore')).toBe('gitignore');
});

test('any text becomes a name that stays one and keeps its extension', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (raw) => {
      const name = safeFileName(raw);
      expect(name).not.toBe('');
      expect([...name].length).toBeLessThanOrEqual(121);
      expect(name).not.toMatch(/[/\\<>:"|?*\p{Cc}]/u);
      expect(name).not.toMatch(/[. ]$/u);
      expect(safeFileName(name)).toBe(name);
    }),
  );
  expect(safeFileName(`${'а'.repeat(300)}.docx`)).toMatch(/^а{115}\.docx$/u);
});

test('renaming keeps the extension', () => {
  expect(renamedFile('акт.PDF', 'Акт сверки')).toBe('Акт сверки.PDF');
  expect(renamedFile('акт.PDF', 'Акт сверки.pdf')).toBe('Акт сверки.pdf');
  expect(renamedFile('без расширения', 'имя')).toBe('имя');
  expect(extensionOf('архив.tar.gz')).toBe('.gz');
});

test('a taken name gets a number', () => {
  expect(freeFileName('Счёт.pdf', new Set())).toBe('Счёт.pdf');
  expect(freeFileName('Счёт.pdf', new Set(['счёт.pdf', 'счёт (2).pdf']))).toBe('Счёт (3).pdf');
});

test('a picture too large to decode is not drawn', () => {
  const picture = { kind: 'image', sizeBytes: 1000 } as const;
  expect(previewOf({ ...picture, widthPx: 4000, heightPx: 3000 })).toBe('image');
  expect(previewOf({ ...picture, widthPx: 50_000, heightPx: 50_000 })).toBe('largeImage');
  expect(previewOf({ kind: 'word', sizeBytes: 1, widthPx: null, heightPx: null })).toBe('none');
});
