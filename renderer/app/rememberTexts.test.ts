import { expect, test } from 'vitest';
import { rememberTexts } from './rememberTexts.ts';

test('a text is looked up once for each number in it, and every time where a word stands in it', () => {
  const asked: string[] = [];
  const t = (key: string, values: { count?: number; name?: string } = {}): string => {
    asked.push(key);
    return `${key} ${values.count ?? values.name ?? ''}`;
  };
  const remembered = rememberTexts(t);
  for (let round = 0; round < 2; round++) {
    expect(remembered('state')).toBe('state ');
    expect(remembered('days', { count: 1 })).toBe('days 1');
    expect(remembered('days', { count: 2 })).toBe('days 2');
    expect(remembered('named', { name: 'Заря' })).toBe('named Заря');
  }
  expect(asked).toEqual(['state', 'days', 'days', 'named', 'named']);
});
