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
