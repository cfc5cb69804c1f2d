import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personId, uuid } from '../../tests/support/ruleSamples.ts';
import { emptyProfile, keyCriteria, KeyCriterion } from './account.ts';
import { completenessParts, completenessPercent, type DossierEssentials } from './completeness.ts';
import { isDetail } from './dossierFacts.ts';
import { type PartWeights, ShippedField } from './dossierStandard.ts';
import { TenderId } from './ids.ts';
import { openQuestions } from './openQuestions.ts';
import { emptyRequisites } from './requisites.ts';
import { shippedPartWeights, shippedStandards } from './shippedStandards.ts';

type Person = DossierEssentials['people'][number];
const person = (number: number, overrides: Partial<Person> = {}): Person => ({
  id: personId(number),
  lastName: 'Лисина',
  firstName: 'Тамара',
  middleName: '',
  readerRole: 'other',
  decisionRole: 'recommends',
  influence: 3,
  attitude: 'neutral',
  criteria: [{ key: 'price', weightPercent: 40, note: '' }],
  threeP: { need: true, means: true, authority: true },
  ...overrides,
});
const criteria = Object.fromEntries(keyCriteria.map((key) => [key, { met: null, note: '' }]));
const nothing: DossierEssentials = {
  standard: shippedStandards.general,
  account: {
    industry: '',
    city: '',
    types: [],
    threeP: { need: null, means: null, authority: null },
    details: {},
    profile: emptyProfile,
    requisites: emptyRequisites,
    // Object.fromEntries forgets that every key is there.
    criteria: criteria as DossierEssentials['account']['criteria'],
    relationNow: '',
    relationProspect: '',
  },
  people: [],
  tenders: [],
  competitors: [],
  deliveriesCount: 0,
  eventsCount: 0,
};
const lost = {
  id: TenderId.parse(uuid(7)),
  title: 'Сервис 2025',
  status: 'lost' as const,
  reasons: [],
  reasonText: '',
  budgetMinor: null,
};
const full: DossierEssentials = {
  standard: shippedStandards.general,
  account: {
    industry: 'х',
    city: 'х',
    types: ['breadwinner'],
    threeP: { need: true, means: true, authority: false },
    details: { staffing: 'х' },
    profile: {
      ...emptyProfile,
      description: 'х',
      employees: 10,
      history: 'х',
      structure: 'х',
      surroundings: 'х',
      finances: [{ year: 2025, revenueMinor: 1, profitMinor: null, note: '' }],
      needs: 'х',
      plans: 'х',
      weakSpots: 'х',
      growthZones: 'х',
    },
    requisites: { ...emptyRequisites, inn: '1', fullName: 'х', headName: 'х' },
    criteria: { ...nothing.account.criteria, [KeyCriterion.enum.longTermWork]: { met: true, note: '' } },
    relationNow: 'х',
    relationProspect: 'х',
  },
  people: [
    person(1, { readerRole: 'ceo', decisionRole: 'decides' }),
    person(2, { readerRole: 'finance' }),
    person(3, { readerRole: 'technical' }),
    person(4, { readerRole: 'hr' }),
  ],
  tenders: [{ ...lost, reasons: ['price'] }],
  competitors: [{ strengths: 'цена', weaknesses: 'сервис' }],
  deliveriesCount: 1,
  eventsCount: 1,
};

describe('completeness of a dossier', () => {
  it('runs from nothing to all', () => {
    expect(completenessPercent(nothing)).toBe(0);
    expect(completenessPercent(full)).toBe(100);
    expect(openQuestions(full)).toEqual([]);
    expect(Object.values(shippedPartWeights).reduce((a, b) => a + b, 0)).toBe(100);
  });

  it('falls with each part', () => {
    expect(completenessPercent({ ...full, people: [] })).toBe(65);
    expect(completenessPercent({ ...full, competitors: [] })).toBe(85);
    expect(completenessPercent({ ...full, competitors: [{ strengths: '', weaknesses: '' }] })).toBe(92);
    expect(completenessPercent({ ...full, deliveriesCount: 0 })).toBe(96);
    expect(completenessPercent({ ...full, tenders: [lost] })).toBe(96);
  });
});

describe('a department’s standard', () => {
  const lacks = (dossier: DossierEssentials): unknown[] =>
    completenessParts(dossier).general.missing.map((item) => (item.kind === 'field' ? item.key : item.kind));
  const medical = { ...full, standard: shippedStandards.medical };

  it('asks for what its industry needs, and says what is missing', () => {
    expect(lacks(full)).toEqual([]);
    expect(lacks(medical)).toEqual([
      'procurementLaw',
      'medicalProfile',
      'equipment',
      'chiefPhysicians',
      'ownership',
      'beds',
      'patientsPerYear',
      'procurementOffice',
      'funding',
    ]);
    expect(completenessPercent(medical)).toBeLessThan(100);
    const [first] = openQuestions(medical);
    expect(first).toMatchObject({ kind: 'fieldUnknown', key: 'procurementLaw' });
  });

  it('counts nothing that it does not ask, and something that it requires', () => {
    const fields = medical.standard.fields.map((field) =>
      field.group === 'special' ? { ...field, asked: false } : field,
    );
    expect(completenessPercent({ ...medical, standard: { ...medical.standard, fields } })).toBe(100);
    const licence = medical.standard.fields.map((field) =>
      field.key === 'licence'
        ? { ...field, required: true }
        : field.group === 'special'
          ? { ...field, asked: false }
          : field,
    );
    expect(lacks({ ...medical, standard: { ...medical.standard, fields: licence } })).toEqual(['licence']);
  });

  it('weighs the parts in proportion, whatever their sum', () => {
    const weighed = (partWeights: PartWeights) =>
      completenessPercent({ ...full, people: [], standard: { ...full.standard, partWeights } });
    expect(weighed({ general: 0, history: 0, people: 7, competitors: 0 })).toBe(0);
    expect(weighed({ general: 1, history: 1, people: 1, competitors: 1 })).toBe(75);
    expect(weighed({ general: 20, history: 20, people: 0, competitors: 20 })).toBe(100);
  });

  it('never judges a dossier lower for one more field that is known', () => {
    const keys = ShippedField.options.filter((key) => isDetail(key)).filter((key) => key !== 'staffing');
    const standards = Object.values(shippedStandards);
    fc.assert(
      fc.property(
        fc.constantFrom(...standards),
        fc.subarray(keys),
        fc.constantFrom(...keys),
        fc.array(fc.record({ asked: fc.boolean(), required: fc.boolean(), weight: fc.nat(10) }), {
          minLength: 60,
          maxLength: 60,
        }),
        (standard, known, one, rules) => {
          const fields = standard.fields.map((field, at) => ({ ...field, ...rules[at] }));
          const judged = (filled: readonly string[]) =>
            completenessPercent({
              ...full,
              standard: { ...standard, fields },
              account: { ...full.account, details: Object.fromEntries(filled.map((key) => [key, 'х'])) },
            });
          const before = judged(known);
          const after = judged([...known, one]);
          return before <= after && before >= 0 && after <= 100;
        },
      ),
    );
  });

  it('judges the same whatever the order of its fields', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(medical.standard.fields, { minLength: medical.standard.fields.length }),
        (fields) => {
          const shuffled = { ...medical, standard: { ...medical.standard, fields } };
          return completenessPercent(shuffled) === completenessPercent(medical);
        },
      ),
    );
  });
});

describe('what to find out next', () => {
  const kinds = (dossier: DossierEssentials): string[] =>
    openQuestions(dossier)
      .map(({ kind }) => kind)
      .filter((kind) => kind !== 'fieldUnknown');

  it('begins with people and needs', () => {
    expect(kinds(nothing)).toEqual([
      'noPeople',
      'needsUnknown',
      'competitorsUnknown',
      'plansUnknown',
      'requisitesMissing',
    ]);
  });

  it('asks for the decider, the reasons of losses and what the weightiest judge by, in this order', () => {
    const people = [
      person(1, { influence: 3, criteria: [] }),
      person(2, { influence: 5, criteria: [], attitude: 'unknown', readerRole: 'ceo' }),
      person(3, { influence: 2, criteria: [], attitude: 'unknown' }),
    ];
    const open = { ...lost, id: TenderId.parse(uuid(8)), title: 'Станция', status: 'preparing' as const };
    const questions = openQuestions({ ...full, people, tenders: [lost, open] });
    expect(questions.map(({ kind }) => kind)).toEqual([
      'noDecisionMaker',
      'lossReasonMissing',
      'criteriaUnknown',
      'criteriaUnknown',
      'roleMissing',
      'roleMissing',
      'roleMissing',
      'attitudeUnknown',
      'tenderBudgetUnknown',
    ]);
    expect(questions[2]).toEqual({
      kind: 'criteriaUnknown',
      personId: personId(2),
      personName: 'Лисина Тамара',
    });
    expect(questions.slice(4, 7).map((question) => 'role' in question && question.role)).toEqual([
      'finance',
      'technical',
      'hr',
    ]);
    expect(kinds({ ...full, tenders: [{ ...lost, reasonText: 'отсрочка' }] })).toEqual([]);
  });
});
