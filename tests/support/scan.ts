import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Cyrillic as an old Windows program would write it. */
function cp1251(text: string): Buffer {
  return Buffer.from(
    [...text].map((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      if (code < 0x80) return code;
      if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0;
      if (code === 0x401) return 0xa8;
      if (code === 0x451) return 0xb8;
      return 0x3f;
    }),
  );
}

/** Which of the words can be found in any file below a folder, as UTF-8, UTF-16 or cp1251, in whatever case it is kept. */
export function findOnDisk(
  folder: string,
  words: readonly string[],
): { readonly file: string; readonly word: string }[] {
  const wanted = [...new Set(words)].map((word) => ({
    word,
    forms: [word, word.toLocaleLowerCase('ru'), word.toLocaleUpperCase('ru')].flatMap((form) => [
      Buffer.from(form, 'utf8'),
      Buffer.from(form, 'utf16le'),
      cp1251(form),
    ]),
  }));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files.flatMap((entry) => {
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    const inName = wanted.filter(({ word }) => entry.name.includes(word));
    const inside = wanted.filter(({ forms }) => forms.some((form) => bytes.includes(form)));
    return [...inName, ...inside].map(({ word }) => ({ file: entry.name, word }));
  });
}
