import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendarDate.ts';
import { requisitesWarnings } from './checkRequisites.ts';
import { emptyRequisites, type Requisites } from './requisites.ts';
import { standardVatRate, vatChangeWithin, vatRatesOn } from './vatRates.ts';

/** Made up, with true check digits. */
const good: Requisites = {
  ...emptyRequisites,
  inn: '4715000119',
  kpp: '471501001',
  ogrn: '1024700000115',
  okpo: '12345678',
  bic: '044030777',
  settlementAccount: '40702810700000000123',
  correspondentAccount: '30101810800000000777',
};

describe('requisites', () => {
  const warnings = (overrides: Partial<Requisites>): string[] =>
    requisitesWarnings({ ...good, ...overrides }).map(({ field, problem }) => `${field} ${problem}`);

  it('are silent about good ones and about empty ones', () => {
    expect(warnings({})).toEqual([]);
    expect(requisitesWarnings(emptyRequisites)).toEqual([]);
    expect(warnings({ inn: '471500011079', ogrn: '304471500000114', kpp: '', okpo: '1234567890' })).toEqual(
      [],
    );
    expect(warnings({ kpp: '4715AB001' })).toEqual([]);
  });

  it.each([
    [{ inn: '4715000118' }, 'inn checkDigit'],
    [{ inn: '471500011078' }, 'inn checkDigit'],
    [{ inn: '471500011' }, 'inn length'],
    [{ inn: '47150O0119' }, 'inn digits'],
    [{ inn: '4715 00011' }, 'inn digits'],
    [{ kpp: '47150100' }, 'kpp length'],
    [{ ogrn: '1024700000116' }, 'ogrn checkDigit'],
    [{ ogrn: '304471500000115' }, 'ogrn checkDigit'],
    [{ okpo: '12345679' }, 'okpo checkDigit'],
    [{ settlementAccount: '40702810800000000123' }, 'settlementAccount checkDigit'],
    [{ correspondentAccount: '30101810700000000777' }, 'correspondentAccount checkDigit'],
    [{ bic: '04403077', settlementAccount: '40702810800000000123' }, 'bic length'],
  ])('%o', (overrides, warning) => {
    expect(warnings(overrides)).toEqual([warning]);
  });

  it('see any single wrong digit of an account, as its key promises', () => {
    fc.assert(
      fc.property(fc.nat(19), fc.integer({ min: 1, max: 9 }), (at, shift) => {
        const digits = [...good.settlementAccount];
        digits[at] = String((Number(digits[at]) + shift) % 10);
        expect(warnings({ settlementAccount: digits.join('') })).toEqual(['settlementAccount checkDigit']);
      }),
    );
  });
});

describe('VAT by day', () => {
  it.each([
    ['2018-12-31', 18],
    ['2019-01-01', 20],
    ['2025-12-31', 20],
    ['2026-01-01', 22],
    ['2026-11-23', 22],
  ])('%s: %i %%', (date, rate) => {
    expect(standardVatRate(calendarDate(date))).toBe(rate);
  });

  it('lists the rates a line may carry', () => {
    expect(vatRatesOn(calendarDate('2026-11-23'))).toEqual([22, 10, 7, 5, 0, 'none']);
    expect(vatRatesOn(calendarDate('2024-06-01'))).toEqual([20, 10, 0, 'none']);
  });

  it('finds a change of the rate inside a validity period', () => {
    const change = (from: string, until: string) =>
      vatChangeWithin({ validFrom: calendarDate(from), validUntil: calendarDate(until) });
    expect(change('2025-12-01', '2026-01-01')).toEqual({ on: '2026-01-01', before: 20, after: 22 });
    expect(change('2025-12-01', '2025-12-31')).toBeNull();
    expect(change('2026-01-01', '2026-03-01')).toBeNull();
  });
});
