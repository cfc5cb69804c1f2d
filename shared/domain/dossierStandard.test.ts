import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dossierWords, fieldAsked, fieldLabel, optionWord } from '../document/dossierWords.ts';
import { emptyProfile } from './account.ts';
import { DossierStandard, moveField, PartWeights, ShippedField } from './dossierStandard.ts';
import { newAccount } from './newAccount.ts';
import { otherFields } from './otherFields.ts';
import { fieldShapes, shippedStandards } from './shippedStandards.ts';

const own = 'own-00000000-0000-4000-8000-000000000001' as const;
const { distributor, general } = shippedStandards;

describe('the standards of the program', () => {
  it('are standards, and the general one asks for all that every company is asked', () => {
    for (const standard of Object.values(shippedStandards)) {
      expect(DossierStandard.parse(standard)).toEqual(standard);
      const keys = standard.fields.map(({ key }) => key);
      expect(general.fields.every(({ key }) => keys.includes(key))).toBe(true);
    }
  });

  it('name every field, its question and its options in both languages', () => {
    for (const { ask, field, option } of Object.values(dossierWords)) {
      for (const key of ShippedField.options) {
        expect(field[key]).not.toBe('');
        expect(ask[key]).toMatch(/\?$/);
        for (const one of fieldShapes[key].options ?? []) expect(Object.keys(option)).toContain(one);
      }
    }
    expect(optionWord('law44', 'ru')).toBe('44-ФЗ');
    expect(optionWord('toString', 'ru')).toBe('toString');
    expect(fieldAsked({ key: 'stock', label: '', question: 'Что лежит?' }, 'ru')).toBe('Что лежит?');
    expect(fieldLabel({ key: 'stock', label: 'Запас' }, 'ru')).toBe('Запас');
  });

  it('do not take two fields of one key, an own field without a name, or parts that count for nothing', () => {
    const [field] = general.fields;
    if (field === undefined) throw new Error('the general standard is empty');
    expect(DossierStandard.safeParse({ ...general, fields: [field, field] }).success).toBe(false);
    expect(DossierStandard.safeParse({ ...general, fields: [{ ...field, key: own }] }).success).toBe(false);
    expect(PartWeights.safeParse({ general: 0, history: 0, people: 0, competitors: 0 }).success).toBe(false);
  });
});

describe('the order of fields', () => {
  it('changes within a group only, and comes back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...distributor.fields),
        fc.constantFrom(1 as const, -1 as const),
        (field, by) => {
          const moved = moveField(distributor.fields, field.key, by);
          const groups = moved.map(({ group }) => group);
          expect(groups).toEqual(distributor.fields.map(({ group }) => group));
          if (moved.some(({ key }, at) => key !== distributor.fields[at]?.key))
            expect(moveField(moved, field.key, by === 1 ? -1 : 1)).toEqual(distributor.fields);
        },
      ),
    );
    expect(moveField(general.fields, 'stock', 1)).toEqual(general.fields);
  });
});

describe('fields that the standard does not ask for', () => {
  const account = {
    ...newAccount('Лён'),
    profile: { ...emptyProfile, employees: 40, needs: 'сушка' },
    details: { stock: 'три недели', [own]: '12' },
  };

  it('keep what was written, under their names', () => {
    const named = {
      ...general.fields[0],
      key: own,
      label: 'Наших станций',
    } as (typeof general.fields)[number];
    expect(otherFields(account, general, [named]).map(({ key, label }) => [key, label])).toEqual([
      ['stock', ''],
      [own, 'Наших станций'],
    ]);
    // Nobody names it any more: it is shown all the same.
    expect(otherFields(account, distributor, []).map(({ key }) => key)).toEqual([own]);
    const hidden = general.fields.map((field) =>
      field.key === 'employees' ? { ...field, asked: false } : field,
    );
    expect(otherFields(account, { ...general, fields: hidden }, []).map(({ key }) => key)).toContain(
      'employees',
    );
  });
});
