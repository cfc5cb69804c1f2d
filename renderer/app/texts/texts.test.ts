import { describe, expect, test } from 'vitest';
import { errorCodes } from '../../../shared/ipc/reply.ts';
import { texts } from './index.ts';

type Tree = { readonly [key: string]: string | Tree };

/** Every text of a namespace with its path. */
function leaves(tree: Tree, path: string): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}.${key}`, value] as const] : leaves(value, `${path}.${key}`),
  );
}

const namespaces = Object.keys(texts.ru) as (keyof typeof texts.ru)[];
const all = (language: 'ru' | 'en') =>
  namespaces.flatMap((name) => leaves(texts[language][name] as Tree, name));
const ru = all('ru');
const en = all('en');
const plural = /_(one|few|many|other)$/;
const bases = (list: typeof ru) =>
  new Set(list.filter(([path]) => plural.test(path)).map(([path]) => path.replace(plural, '')));
const singles = (list: typeof ru) => list.map(([path]) => path).filter((path) => !plural.test(path));
const gaps = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].toSorted();

describe('the words of the window', () => {
  test('have the same keys in both languages', () => {
    expect(singles(en).toSorted()).toEqual(singles(ru).toSorted());
    expect([...bases(en)].toSorted()).toEqual([...bases(ru)].toSorted());
  });

  test('are never empty and never padded', () => {
    for (const [path, text] of [...ru, ...en]) {
      expect(text.trim(), path).not.toBe('');
      expect(text, path).toBe(text.trim());
    }
  });

  test('have every plural form that their language needs', () => {
    const paths = (list: typeof ru) => new Set(list.map(([path]) => path));
    for (const base of bases(ru)) {
      for (const form of ['one', 'few', 'many', 'other'])
        expect(paths(ru), base).toContain(`${base}_${form}`);
    }
    for (const base of bases(en)) {
      for (const form of ['one', 'other']) expect(paths(en), base).toContain(`${base}_${form}`);
    }
  });

  test('fill the same gaps in both languages', () => {
    const english = new Map(en);
    for (const [path, text] of ru) {
      const other = english.get(path);
      if (other !== undefined) expect(gaps(other), path).toEqual(gaps(text));
    }
  });

  test('keep to Russian typography: no straight quotes, no exclamation marks, no spaced hyphens', () => {
    for (const [path, text] of ru) {
      expect(text, path).not.toMatch(/["“”']/);
      expect(text, path).not.toMatch(/\s-\s/);
      expect(text, path).not.toContain('...');
    }
    for (const [path, text] of [...ru, ...en]) {
      // The greeting of a Russian letter is the one place where the mark belongs.
      if (!path.includes('greeting')) expect(text, path).not.toContain('!');
    }
  });

  test('keep a number and its sign or unit together in Russian', () => {
    for (const [path, text] of ru) expect(text, path).not.toMatch(/(\d|\}\}) (%|₽|МБ|мм|пт)/);
    for (const [path, text] of ru) expect(text, path).not.toMatch(/№ /);
  });

  test('explain every failure that can be answered', () => {
    for (const language of ['ru', 'en'] as const) {
      expect(Object.keys(texts[language].errors).toSorted()).toEqual([...errorCodes].toSorted());
    }
  });
});
