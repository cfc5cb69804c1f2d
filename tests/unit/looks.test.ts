import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDesignedLooks } from '../../electron/vault/actions/readDesignedLooks.ts';
import { texts } from '../../renderer/app/texts/index.ts';
import { fontStack } from '../../shared/domain/documentFonts.ts';
import { inkOn } from '../../shared/domain/inkOn.ts';
import {
  defaultLook,
  designOf,
  DocumentLook,
  LookDesign,
  LookFile,
  sameDesign,
} from '../../shared/domain/look.ts';

const resources = join(import.meta.dirname, '../../resources');
const looks = readDesignedLooks(resources);

describe('designed looks', () => {
  test('every shipped file is one of them', () => {
    const files = readdirSync(join(resources, 'looks')).map((name) => name.replace(/\.json$/, ''));
    expect(files.toSorted()).toEqual(looks.map(({ id }) => id).toSorted());
  });

  test('are named in both languages and differ', () => {
    expect(new Set(looks.map(({ name }) => name.ru)).size).toBe(looks.length);
    expect(new Set(looks.map(({ name }) => name.en)).size).toBe(looks.length);
    for (const name of ['headings', 'tables', 'letterhead'] as const)
      expect(new Set(looks.map(({ look }) => look[name])).size).toBe(looks.length);
  });

  test('say everything themselves and leave nothing to defaults', () => {
    for (const { id, look } of looks) {
      const file: unknown = JSON.parse(readFileSync(join(resources, 'looks', `${id}.json`), 'utf8'));
      expect(file).toHaveProperty('look', look);
    }
  });

  test('the strict one is what a new company begins with', () => {
    const strict = looks.find(({ id }) => id === 'strict');
    expect(strict?.look).toEqual(designOf(defaultLook));
  });

  test('the classic one keeps the office habits of GOST', () => {
    const classic = looks.find(({ id }) => id === 'classic')?.look;
    expect(classic?.marginMm).toEqual({ left: 20, right: 10, top: 20, bottom: 20 });
    expect(classic?.firstLineMm).toBe(12.5);
    expect(classic?.pageNumbers).toBe('topCentre');
    expect(classic?.bodySizePt).toBeGreaterThanOrEqual(12);
  });

  test('every arrangement has its words', () => {
    for (const { settings } of Object.values(texts)) {
      for (const [name, words] of Object.entries(settings.look.choices)) {
        const { shape } = LookDesign;
        // The names of the choices are those of the fields.
        const options = shape[name as 'headings'].unwrap().options;
        expect(Object.keys(words).toSorted()).toEqual([...options].toSorted());
      }
    }
  });
});

describe('a look', () => {
  test('stored before it could say more looks as it did', () => {
    const { bodyFont, headingFont, bodySizePt, accent, marginMm } = defaultLook;
    const stored = { bodyFont, headingFont, bodySizePt, accent, marginMm };
    expect(DocumentLook.parse(stored)).toEqual(defaultLook);
  });

  test('is the same whatever is kept beside it', () => {
    const kept = { ...defaultLook, own: designOf(defaultLook) };
    expect(sameDesign(kept, defaultLook)).toBe(true);
    expect(sameDesign({ ...kept, tables: 'grid' }, defaultLook)).toBe(false);
  });

  test('travels as a file, and nothing else passes for one', () => {
    const file: LookFile = { kind: 'kamerton-look', version: 1, look: designOf(defaultLook) };
    expect(LookFile.parse(JSON.parse(JSON.stringify(file)))).toEqual(file);
    for (const broken of [
      {},
      { ...file, kind: 'other' },
      { ...file, version: 2 },
      { ...file, look: { ...file.look, accent: 'red' } },
      { ...file, look: { ...file.look, bodySizePt: 400 } },
    ])
      expect(LookFile.safeParse(broken).success).toBe(false);
  });
});

describe('fonts and colours', () => {
  test('a face brings its metric twin and a kind that every computer has', () => {
    expect(fontStack('Times New Roman')).toBe("'Times New Roman', 'Liberation Serif', serif");
    expect(fontStack('Calibri')).toMatch(/^'Calibri', 'Carlito'.*sans-serif$/);
    expect(fontStack(`x'; } body { color: red`)).not.toMatch(/[;{}]/);
  });

  test.each([
    ['26427E', 'FFFFFF'],
    ['1A1A1A', 'FFFFFF'],
    ['FFE08A', '1A1A1A'],
  ])('letters on %s are %s', (fill, ink) => {
    expect(inkOn(fill)).toBe(ink);
  });
});
