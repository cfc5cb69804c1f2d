import { expect, test } from 'vitest';
import { rememberTexts } from './rememberTexts.ts';

type Values = { count?: number; name?: string; parent?: string; context?: string };

test('a text is looked up once for each number in it, and once for all words that stand in it', () => {
  const asked: string[] = [];
  const t = (key: string, values: Values = {}): string => {
    asked.push(key);
    return `${key} ${values.count ?? values.name ?? ''}`;
  };
  const remembered = rememberTexts(t);
  for (let round = 0; round < 2; round++) {
    expect(remembered('state')).toBe('state ');
    expect(remembered('days', { count: 1 })).toBe('days 1');
    expect(remembered('days', { count: 2 })).toBe('days 2');
    expect(remembered('named', { name: 'Заря' })).toBe('named Заря');
    expect(remembered('named', { name: '$& «Луч»' })).toBe('named $& «Луч»');
  }
  expect(asked).toEqual(['state', 'days', 'days', 'named']);
});

test('what chooses a text, and a word beside a number, is asked every time', () => {
  let asked = 0;
  const t = (key: string, { name = '', parent = '', count = 0, context = '' }: Values = {}): string => {
    asked += 1;
    return `${key}${context} ${parent}/${name} ${count}`;
  };
  const remembered = rememberTexts(t);
  for (let round = 0; round < 2; round++) {
    expect(remembered('of', { name: 'Заря', context: '_two' })).toBe('of_two /Заря 0');
    expect(remembered('of', { name: 'Заря', count: 3 })).toBe('of /Заря 3');
  }
  expect(asked).toBe(4);
  expect(remembered('of', { name: 'Заря', parent: 'Луч' })).toBe('of Луч/Заря 0');
  expect(remembered('of', { name: 'Луч', parent: 'Заря' })).toBe('of Заря/Луч 0');
  expect(asked).toBe(5);
});
