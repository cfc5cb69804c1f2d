import { describe, expect, test } from 'vitest';
import { passwordStrength } from './passwordStrength.ts';

describe('strength of a password', () => {
  test('is nothing while it is too short, whatever it holds', () => {
    expect(passwordStrength('Aa1!Бб2?_#x')).toBe(0);
  });

  test('is nothing for repeats and runs, however long', () => {
    expect(passwordStrength('aaaaaaaaaaaaaaaaaaaa')).toBe(0);
    expect(passwordStrength('12345678901234567890')).toBe(0);
    expect(passwordStrength('abababababababab')).toBe(0);
  });

  test('grows with every word of a phrase', () => {
    const phrase = ['тихий', 'якорь', 'медный', 'компас', 'утром'];
    const strengths = [3, 4, 5].map((words) => passwordStrength(phrase.slice(0, words).join(' ')));
    expect(strengths).toEqual(strengths.toSorted((one, other) => one - other));
    expect(passwordStrength(phrase.join(' '))).toBe(4);
  });
});
