import { describe, expect, it } from 'vitest';
import { printBirthday } from '../../../../shared/domain/birthday.ts';
import { Birthday, calendarDate } from '../../../../shared/domain/calendarDate.ts';
import { ageOn, readBirthday } from './birthdayText.ts';
import { evenWeights } from './personDraft.ts';

const today = calendarDate('2026-11-23');

describe('a birthday', () => {
  it.each(['29.11.1974', '01.02', '29.02'])('is read back as it was printed: %s', (text) => {
    const birthday = readBirthday(text, today);
    expect(birthday === null || birthday === undefined ? '' : printBirthday(birthday)).toBe(text);
  });

  it('keeps silent about a year that was not given', () => {
    expect(readBirthday('29.11', today)).toBe('--11-29');
    expect(ageOn(Birthday.parse('--11-29'), calendarDate('2026-11-23'))).toBeNull();
  });

  it.each([
    ['12.03.75', '1975-03-12'],
    ['12/03/05', '2005-03-12'],
    ['5 мая 1980', '1980-05-05'],
    ['3 марта', '--03-03'],
    ['29 февраля', '--02-29'],
    ['1.1.00', '2000-01-01'],
  ])('keeps every part that was typed: %s', (text, birthday) => {
    expect(readBirthday(text, today)).toBe(birthday);
  });

  it('tells nothing from a wrong day', () => {
    expect(readBirthday('', today)).toBeNull();
    expect(readBirthday('31.02.1980', today)).toBeUndefined();
    expect(readBirthday('ноябрь', today)).toBeUndefined();
  });

  it('counts a year only from the day itself', () => {
    const birthday = Birthday.parse('1974-11-29');
    expect(ageOn(birthday, calendarDate('2026-11-28'))).toBe(51);
    expect(ageOn(birthday, calendarDate('2026-11-29'))).toBe(52);
  });
});

describe('even weights', () => {
  it.each([[[35, 30, 25]], [[1, 1, 1]], [[0, 0]], [[100, 100, 100, 1]]])('of %j add up to 100', (weights) => {
    expect(evenWeights(weights).reduce((sum, weight) => sum + weight, 0)).toBe(100);
  });

  it('keep the order of importance', () => {
    const [first = 0, second = 0, third = 0] = evenWeights([50, 20, 10]);
    expect(first).toBeGreaterThan(second);
    expect(second).toBeGreaterThan(third);
  });

  it('of nothing are nothing', () => {
    expect(evenWeights([])).toEqual([]);
  });
});
