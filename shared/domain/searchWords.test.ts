import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from './editDistance.ts';
import { inOtherLayout } from './keyboardLayout.ts';
import { readSearchQuery } from './searchQuery.ts';
import { soundKey, soundKeys } from './soundKey.ts';

describe('inOtherLayout', () => {
  it.each([
    ['njdfh', 'товар'],
    ['ghbdtn', 'привет'],
    ['Csx`df', 'Сычёва'],
    ['ыгззды', 'suppls'],
  ])('reads «%s» as «%s»', (typed, meant) => {
    expect(inOtherLayout(typed)).toBe(meant);
  });

  it('leaves what was not typed in one layout', () => {
    expect(inOtherLayout('4715')).toBeNull();
    expect(inOtherLayout('ООО Romashka')).toBeNull();
  });

  it('leads back to what was typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[а-яё]{1,12}$/), (word) => {
        expect(inOtherLayout(inOtherLayout(word) ?? '') ?? word).toBe(word);
      }),
    );
  });
});

describe('soundKey', () => {
  it.each([
    'ромашка romashka romaschka',
    'ёлкин елкин elkin yolkin',
    'шмидт schmidt shmidt',
    'жуковский zhukovsky zhukovskiy',
    'щёлково shchelkovo schelkovo',
    'еремеев eremeev yeremeev',
    'цветков tsvetkov cvetkov',
    'юлия yulia julia',
  ])('is one for %s', (words) => {
    expect(new Set(words.split(' ').map(soundKey)).size).toBe(1);
  });

  it('is sought with «ья» as «ia» and as «ya»', () => {
    expect(soundKeys('Tatiana')).toContain(soundKey('Татьяна'));
    expect(soundKeys('Наталья')).toContain(soundKey('Natalia'));
    expect(soundKeys('Romashka')).toEqual([soundKey('Ромашка')]);
  });

  it('tells other names apart', () => {
    expect(soundKey('петров')).not.toBe(soundKey('попов'));
  });
});

describe('editDistance', () => {
  it('counts a swap of neighbours as one edit', () => {
    expect(editDistance('поствака', 'поставка', 2)).toBe(1);
    expect(editDistance('рамашка', 'ромашка', 2)).toBe(1);
    expect(editDistance('рамаш', 'ромашка', 1, true)).toBe(1);
    expect(editDistance('насос', 'договор', 2)).toBe(3);
  });

  it('is nothing for equals and the same both ways', () => {
    const word = fc.stringMatching(/^[а-е]{1,8}$/);
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(editDistance(one, one, 3)).toBe(0);
        expect(editDistance(one, other, 3)).toBe(editDistance(other, one, 3));
      }),
    );
  });
});

describe('readSearchQuery', () => {
  it('reads operators out of what was typed', () => {
    expect(
      readSearchQuery(
        'насос -дренажный "точка росы" тип:событие клиент:«Верфи Беломорья» после:10.2026 до:2026',
      ),
    ).toEqual({
      text: 'насос   "точка росы"',
      phrases: ['точка росы'],
      without: ['дренажный'],
      kinds: ['event'],
      client: 'Верфи Беломорья',
      after: '2026-10-01',
      before: '2026-12-31',
    });
  });

  it('leaves text what is no operator', () => {
    expect(readSearchQuery('ТФ-118/26 тип:непонятно до:завтра')).toMatchObject({
      text: 'ТФ-118/26 тип:непонятно до:завтра',
      kinds: null,
      before: null,
    });
    expect(readSearchQuery('-слово')).toMatchObject({ text: '-слово', without: [] });
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
        expect(readSearchQuery(typed).text.length).toBeLessThanOrEqual(typed.length);
      }),
    );
  });
});
