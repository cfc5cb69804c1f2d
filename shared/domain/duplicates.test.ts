import { describe, expect, it } from 'vitest';
import { foldedCompany, foldedPhone, isNearName } from './duplicates.ts';

describe('names of companies', () => {
  it('are one whatever their form, quotes and case', () => {
    expect(foldedCompany('ООО «Тёплый Дом»')).toBe(foldedCompany('теплый дом, ООО'));
    expect(foldedCompany('Lake Porcelain Ltd.')).toBe('lake porcelain');
    // A form alone is no name to compare by.
    expect(foldedCompany('АО')).toBe('');
  });

  it('are near by one slip of the finger', () => {
    for (const slip of ['заонежскй щебень', 'заонежский щебеньь', 'заонежсикй щебень', 'заонежский щебинь'])
      expect([slip, isNearName('заонежский щебень', slip)]).toEqual([slip, true]);
    expect(isNearName('заонежский щебень', 'заонежский песок')).toBe(false);
    // Short names differ by a letter and are others.
    expect(isNearName('волна', 'волга')).toBe(false);
  });
});

describe('phones', () => {
  it('are one with +7 and with 8', () => {
    expect(foldedPhone('8 (921) 100-20-30')).toBe(foldedPhone('+7 921 100 20 30'));
    expect(foldedPhone('доб. 12')).toBe('');
  });
});
