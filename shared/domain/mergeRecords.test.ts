import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergedRecord, mergeFields } from './mergeRecords.ts';

const keep = {
  accountId: 'a',
  name: 'Тихвинский фарфор',
  types: ['breadwinner'],
  city: '',
  nextStep: 'Позвонить',
  profile: { needs: 'Компрессоры', plans: '' },
  criteria: [{ key: 'price', weightPercent: 60, note: '' }],
};
const away = {
  accountId: 'b',
  name: 'Тихвинский Фарфор',
  types: ['expert', 'breadwinner'],
  city: 'Тихвин',
  nextStep: 'Приехать',
  profile: { needs: 'Сервис', plans: 'Новый цех' },
  criteria: [
    { key: 'price', weightPercent: 20, note: '' },
    { key: 'training', weightPercent: 40, note: '' },
  ],
};

describe('fields that differ', () => {
  it('take what is there over what is not, and unite lists', () => {
    expect(mergeFields(keep, away).map(({ path, suggested, joins }) => [path, suggested, joins])).toEqual([
      ['name', 'keep', false],
      ['types', 'both', true],
      ['city', 'away', false],
      ['nextStep', 'keep', true],
      ['profile.needs', 'keep', true],
      ['profile.plans', 'away', false],
      ['criteria', 'both', true],
    ]);
  });

  it('come out as chosen; a weight of the one kept stands', () => {
    expect(mergedRecord(keep, away, { nextStep: 'both', name: 'away', 'profile.needs': 'both' })).toEqual({
      accountId: 'a',
      name: 'Тихвинский Фарфор',
      types: ['breadwinner', 'expert'],
      city: 'Тихвин',
      nextStep: 'Позвонить, Приехать',
      profile: { needs: 'Компрессоры, Сервис', plans: 'Новый цех' },
      criteria: [
        { key: 'price', weightPercent: 60, note: '' },
        { key: 'training', weightPercent: 40, note: '' },
      ],
    });
  });

  it('do not repeat a text that holds the other one', () => {
    const merged = mergedRecord(
      { text: 'Нужны компрессоры и сервис' },
      { text: 'компрессоры' },
      { text: 'both' },
    );
    expect(merged).toEqual({ text: 'Нужны компрессоры и сервис' });
  });
});

describe('the money of two clients', () => {
  const money = (currency: string, annualRevenueMinor: number | null, finances: readonly object[] = []) => ({
    name: 'Тихвинский фарфор',
    currency,
    profile: { needs: '', annualRevenueMinor, finances },
  });
  const year = { year: 2025, revenueMinor: 500, profitMinor: null, note: '' };
  const roubles = money('RUB', 700);
  const euros = money('EUR', 700, [year]);

  it('in two currencies comes whole with its own', () => {
    expect(
      mergeFields(roubles, euros).map(({ path, keep: own, away: other, ...how }) => [path, own, other, how]),
    ).toEqual([
      ['currency', 'RUB', 'EUR', { joins: false, chosenBy: 'currency', suggested: 'keep' }],
      // The same figure is another sum.
      ['profile.annualRevenueMinor', 700, 700, { joins: false, chosenBy: 'currency', suggested: 'keep' }],
      ['profile.finances', [], [year], { joins: false, chosenBy: 'currency', suggested: 'keep' }],
    ]);
    expect(mergedRecord(roubles, euros, {})).toEqual(roubles);
    expect(mergedRecord(roubles, euros, { currency: 'away' })).toEqual(euros);
    // A sum alone is not to be had, nor both.
    expect(mergedRecord(roubles, euros, { 'profile.finances': 'both' })).toEqual(roubles);
    expect(mergedRecord(roubles, euros, { currency: 'both' })).toEqual(euros);
  });

  it('comes from the one who has any', () => {
    expect(mergedRecord(money('RUB', null), euros, {})).toEqual(euros);
    expect(mergedRecord(euros, money('RUB', null), {})).toEqual(euros);
    expect(mergedRecord(money('RUB', null), money('EUR', null), {})).toEqual(money('RUB', null));
  });

  it('in one currency is chosen field by field', () => {
    const merged = mergedRecord(roubles, money('RUB', 900, [year]), { 'profile.annualRevenueMinor': 'away' });
    expect(merged).toEqual(money('RUB', 900, [year]));
  });
});

describe('any two records', () => {
  const record = fc.record({
    name: fc.string(),
    relationNow: fc.string(),
    types: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
    profile: fc.record({ needs: fc.string(), employees: fc.option(fc.nat()) }),
  });
  it('lose nothing that only one of them knows', () => {
    fc.assert(
      fc.property(record, record, (one, other) => {
        const merged = mergedRecord(one, other, {});
        expect(Object.keys(merged)).toEqual(Object.keys(one));
        if (one.name === '' || other.name === '') expect(merged['name']).toBe(one.name || other.name);
        expect(merged['types']).toEqual(expect.arrayContaining([...one.types, ...other.types]));
      }),
    );
  });
  it('are each themselves when merged with themselves', () => {
    fc.assert(
      fc.property(record, (one) => {
        expect(mergedRecord(one, one, {})).toEqual(one);
      }),
    );
  });
});
