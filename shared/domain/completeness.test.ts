import { describe, expect, it } from 'vitest';
import { personId, uuid } from '../../tests/support/ruleSamples.ts';
import { emptyProfile, keyCriteria, KeyCriterion } from './account.ts';
import { completenessPercent, type DossierEssentials, openQuestions, partWeights } from './completeness.ts';
import { TenderId } from './ids.ts';
import { emptyRequisites } from './requisites.ts';

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
  account: {
    types: [],
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
  account: {
    types: ['breadwinner'],
    profile: {
      ...emptyProfile,
      description: 'х',
      employees: 10,
      history: 'х',
      structure: 'х',
      annualRevenueMinor: 1,
      needs: 'х',
      plans: 'х',
      weakSpots: 'х',
    },
    requisites: { ...emptyRequisites, inn: '1', fullName: 'х' },
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
    expect(Object.values(partWeights).reduce((a, b) => a + b, 0)).toBe(100);
  });

  it('falls with each part', () => {
    expect(completenessPercent({ ...full, people: [] })).toBe(65);
    expect(completenessPercent({ ...full, competitors: [] })).toBe(85);
    expect(completenessPercent({ ...full, competitors: [{ strengths: '', weaknesses: '' }] })).toBe(92);
    expect(completenessPercent({ ...full, deliveriesCount: 0 })).toBe(96);
    expect(completenessPercent({ ...full, tenders: [lost] })).toBe(96);
  });
});

describe('what to find out next', () => {
  const kinds = (dossier: DossierEssentials): string[] => openQuestions(dossier).map(({ kind }) => kind);

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
