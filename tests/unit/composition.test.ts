import { describe, expect, it } from 'vitest';
import { argumentReasons } from '../../shared/domain/argumentReasons.ts';
import { criterionWorth, rivalOn, standingOn } from '../../shared/domain/criterionWorth.ts';
import type { ReaderRole } from '../../shared/domain/person.ts';
import { composed, contextOf, shippedBlocks, type Situation, who } from '../support/situations.ts';

// Situations a key account manager knows, and what they would put first, over the library that ships. A row reads:
// what is the case, who reads and what is known, sections in their order with the arguments of each, why.
type Row = readonly [
  name: string,
  situation: Situation,
  expected: Readonly<Partial<Record<ReaderRole, readonly string[]>>>,
  why: string,
];

type Weights = Parameters<typeof who>[2];
type Known = Parameters<typeof who>[3];
const head = (weights: Weights, known?: Known) => who('ceo', 5, weights, known);
const money = (weights: Weights, known?: Known) => who('finance', 4, weights, known);
const engineer = (weights: Weights, known?: Known) => who('technical', 4, weights, known);
const staff = (weights: Weights, known?: Known) => who('hr', 3, weights, known);

const usualHead = head({ exclusiveTerms: 40, reliability: 30, ownershipCost: 30 });
const usualMoney = money({ paymentTerms: 30, ownershipCost: 40, payback: 30 });
const usualEngineer = engineer({ reliability: 40, serviceLevel: 30, technicalFit: 30 });
const usualStaff = staff({ references: 50, training: 30, relations: 20 });
const cheaper = [{ name: 'Дельта', priceLevel: 'lower' as const, marks: [] }];
const dearer = [{ name: 'Дельта', priceLevel: 'higher' as const, marks: [] }];
const itService = { template: 'it-service-ru' };
const training = { template: 'corporate-training-ru' };
const medical = { template: 'medical-supply-ru' };

const rows: readonly Row[] = [
  [
    'the head alone',
    { readers: [usualHead] },
    { ceo: ['exclusive-terms', 'one-answer', 'owner-view'] },
    'terms kept for this client, one who answers, the whole cost',
  ],
  [
    'the head and finance',
    { readers: [usualHead, usualMoney] },
    {
      ceo: ['exclusive-terms', 'one-answer', 'owner-view'],
      finance: ['deferral', 'payback-method', 'energy-guarantee'],
    },
    'the head decides and is spoken to first; finance gets schedule, payback and energy in money',
  ],
  [
    'staff and engineers without the head',
    { readers: [usualStaff, usualEngineer] },
    {
      technical: ['redundancy', 'service-levels', 'audit-first'],
      hr: ['references-first', 'introduction', 'training-plan'],
    },
    'engineers weigh more here; staff get people to call, names and training',
  ],
  [
    'all four',
    { readers: [usualStaff, usualEngineer, usualMoney, usualHead] },
    {
      ceo: ['exclusive-terms', 'one-answer', 'owner-view'],
      finance: ['deferral', 'payback-method', 'energy-guarantee'],
      technical: ['redundancy', 'service-levels', 'audit-first'],
      hr: ['references-first', 'introduction', 'training-plan'],
    },
    'order of weight, and no argument in two places',
  ],
  [
    'a head without influence',
    { readers: [who('ceo', 2, { price: 100 }), usualMoney] },
    {
      finance: ['deferral', 'payback-method', 'energy-guarantee'],
      ceo: ['exclusive-terms', 'price-held', 'risk-on-us'],
    },
    'who decides comes first, whatever the title',
  ],
  [
    'lost on payment terms',
    {
      readers: [who('ceo', 4, { exclusiveTerms: 100 }), money({ paymentTerms: 60, payback: 40 })],
      lost: ['paymentTerms'],
    },
    {
      finance: ['deferral', 'payback-method', 'advance-guarantee'],
      ceo: ['exclusive-terms', 'price-held', 'production-slot'],
    },
    'equal influence: what we lost on comes first',
  ],
  [
    'lost twice on service',
    {
      readers: [who('ceo', 5, { exclusiveTerms: 100 }), engineer({ serviceLevel: 60, technicalFit: 40 })],
      lost: ['serviceLevel', 'serviceLevel'],
    },
    {
      technical: ['redundancy', 'service-levels', 'audit-first', 'remote-watch'],
      ceo: ['exclusive-terms', 'price-held', 'production-slot'],
    },
    'the second loss makes service outweigh even the head',
  ],
  [
    'lost on price, finance reads',
    { readers: [money({ price: 40, ownershipCost: 30, payback: 30 })], lost: ['price'] },
    { finance: ['deferral', 'payback-method', 'fixed-service', 'energy-guarantee'] },
    'the loss was on price: cost over years answers with it',
  ],
  [
    'lost for want of references',
    { readers: [head({ exclusiveTerms: 40, references: 30, launchTime: 30 })], lost: ['references'] },
    { ceo: ['exclusive-terms', 'peers', 'fixed-launch'] },
    'a peer to ask comes before the day of launch',
  ],
  [
    'finance looks at the price',
    { readers: [money({ price: 70, paymentTerms: 30 })] },
    { finance: ['deferral', 'payback-method', 'fixed-service'] },
    'after the schedule a price that does not grow',
  ],
  [
    'finance guards working capital',
    { readers: [money({ paymentTerms: 100 })] },
    { finance: ['deferral', 'payback-method', 'advance-guarantee'] },
    'the advance is secured',
  ],
  [
    'finance is an analyst',
    { readers: [money({ ownershipCost: 60, payback: 40 }, { psychotype: 'analyst' })] },
    { finance: ['deferral', 'payback-method', 'energy-guarantee'] },
    'figures proved by a meter',
  ],
  [
    'finance minds its papers',
    { readers: [money({ compliance: 60, price: 40 })] },
    { finance: ['deferral', 'payback-method', 'vat-documents', 'price-breakdown'] },
    'papers in time, lines that can be checked',
  ],
  [
    'finance wants something of its own',
    { readers: [money({ exclusiveTerms: 60, price: 40 }, { psychotype: 'driver' })] },
    { finance: ['deferral', 'payback-method', 'exclusive-price', 'fixed-service'] },
    'a special term that can be counted',
  ],
  [
    'a head who minds status',
    { readers: [head({ statusRecognition: 60, relations: 40 })] },
    { ceo: ['exclusive-terms', 'personal-line', 'since'] },
    'a line between the heads, then what we have done together',
  ],
  [
    'a head who minds the date',
    { readers: [head({ launchTime: 70, reliability: 30 })] },
    { ceo: ['exclusive-terms', 'fixed-launch', 'one-answer'] },
    'the named day, then who answers',
  ],
  [
    'a head who counts',
    { readers: [head({ ownershipCost: 70, payback: 30 }, { psychotype: 'analyst' })] },
    { ceo: ['exclusive-terms', 'owner-view', 'finance-payback-method'] },
    'the whole price, then how payback is counted',
  ],
  [
    'a head of a new client',
    { readers: [head({ references: 30, reliability: 40, exclusiveTerms: 30 })], isNew: true },
    { ceo: ['exclusive-terms', 'one-answer', 'peers'] },
    'nothing delivered yet: reliability and a peer who knows us',
  ],
  [
    'a head who knows us',
    { readers: [head({ relations: 40, businessKnowledge: 40, exclusiveTerms: 20 })] },
    { ceo: ['exclusive-terms', 'since', 'technical-expand'] },
    'what we have done together',
  ],
  [
    'a head who fears the price',
    { readers: [head({ price: 80, exclusiveTerms: 20 })] },
    { ceo: ['exclusive-terms', 'price-held', 'risk-on-us'] },
    'the price is held',
  ],
  [
    'a wary head',
    {
      readers: [
        head({ exclusiveTerms: 25, reliability: 25, references: 25, price: 25 }, { attitude: 'wary' }),
      ],
    },
    { ceo: ['exclusive-terms', 'risk-on-us', 'price-held', 'peers'] },
    'risk on us and a peer: proof for who doubts',
  ],
  [
    'a head on our side',
    {
      readers: [
        head({ exclusiveTerms: 25, reliability: 25, launchTime: 25, price: 25 }, { attitude: 'supporter' }),
      ],
    },
    { ceo: ['exclusive-terms', 'fixed-launch', 'price-held', 'risk-on-us'] },
    'the next step: the day of launch',
  ],
  [
    'a head with contradictory weights',
    {
      readers: [
        who('ceo', 4, { price: 100, reliability: 100, exclusiveTerms: 100, launchTime: 100 }),
        who('finance', 5, { payback: 60, paymentTerms: 40 }),
      ],
    },
    {
      finance: ['deferral', 'payback-method', 'energy-guarantee'],
      ceo: ['exclusive-terms', 'fixed-launch', 'price-held', 'risk-on-us'],
    },
    'ticking everything does not make one louder',
  ],
  [
    'a cheaper rival',
    { readers: [money({ price: 34, ownershipCost: 33, payback: 33 })], rivals: cheaper },
    { finance: ['deferral', 'payback-method', 'energy-guarantee', 'fixed-service'] },
    'against a lower price the cost of owning, before the price',
  ],
  [
    'a dearer rival',
    { readers: [money({ price: 34, ownershipCost: 33, payback: 33 })], rivals: dearer },
    { finance: ['deferral', 'payback-method', 'fixed-service', 'energy-guarantee'] },
    'against a higher price the price itself',
  ],
  [
    'after a complaint',
    {
      readers: [who('ceo', 4, { exclusiveTerms: 100 }), engineer({ serviceLevel: 50, reliability: 50 })],
      complaints: 1,
    },
    {
      technical: ['redundancy', 'service-levels', 'spares-on-site'],
      ceo: ['exclusive-terms', 'price-held', 'production-slot'],
    },
    'equal influence: a complaint puts service before special terms',
  ],
  [
    'engineers in a hurry',
    { readers: [engineer({ launchTime: 70, reliability: 30 }, { psychotype: 'driver' })] },
    { technical: ['redundancy', 'service-levels', 'launch-no-stop'] },
    'a changeover without a stop',
  ],
  [
    'engineers who teach their own',
    { readers: [engineer({ training: 60, safety: 40 })] },
    { technical: ['redundancy', 'service-levels', 'operator-training'] },
    'fitters do the simple things',
  ],
  [
    'engineers who are against us',
    { readers: [engineer({ references: 60, reliability: 40 }, { attitude: 'against' })] },
    { technical: ['redundancy', 'service-levels', 'engineer-visit'] },
    'an engineer to talk to',
  ],
  [
    'engineers who check papers',
    { readers: [engineer({ compliance: 70, technicalFit: 30 })] },
    { technical: ['redundancy', 'service-levels', 'tech-docs', 'spec-table'] },
    'the set of documents, then line by line',
  ],
  [
    'staff who teach',
    { readers: [staff({ training: 80, relations: 20 })] },
    { hr: ['references-first', 'training-plan', 'introduction'] },
    'training before the start',
  ],
  [
    'staff who mind safety',
    { readers: [staff({ safety: 60, training: 40 })] },
    { hr: ['references-first', 'people-safety', 'training-plan'] },
    'people beside the machine are safe',
  ],
  [
    'a friendly head of staff',
    { readers: [staff({ relations: 60, references: 40 }, { psychotype: 'amiable' })] },
    { hr: ['references-first', 'introduction', 'same-people'] },
    'people introduced, and the same people',
  ],
  [
    'staff of whom nothing is known',
    { readers: [staff({})] },
    { hr: ['references-first', 'introduction', 'training-plan'] },
    'what the role usually asks, nothing invented',
  ],
  [
    'procurement',
    { readers: [who('procurement', 3, { price: 60, paymentTerms: 40 })] },
    { procurement: ['comparable', 'terms', 'relations'] },
    'comparable lines, what moves for what',
  ],
  [
    'procurement in a hurry',
    { readers: [who('procurement', 3, { launchTime: 70, price: 30 })] },
    { procurement: ['comparable', 'delivery-control', 'terms'] },
    'milestones to follow',
  ],
  [
    'security',
    { readers: [who('security', 3, { safety: 60, compliance: 40 })] },
    { security: ['access', 'data', 'confidentiality'] },
    'people at the gate, then the link',
  ],
  [
    'a lawyer',
    { readers: [who('legal', 3, { compliance: 80, paymentTerms: 20 })] },
    { legal: ['liability', 'payment', 'contract-draft'] },
    'liability, interest, the way to the contract',
  ],
  [
    'users',
    { readers: [who('user', 2, { training: 50, serviceLevel: 50 })] },
    { user: ['shift', 'training', 'questions'] },
    'their work, training',
  ],
  [
    'IT: head, security and users',
    {
      ...itService,
      readers: [
        head({ reliability: 60, price: 40 }),
        who('security', 4, { safety: 70, compliance: 30 }),
        who('user', 2, { serviceLevel: 100 }),
      ],
    },
    {
      ceo: ['it-owner', 'it-exit', 'it-knows'],
      security: ['it-access', 'it-incident', 'it-people'],
      user: ['it-call', 'it-tips', 'questions'],
    },
    'one name, access under control, a short queue',
  ],
  [
    'IT: finance',
    { ...itService, readers: [money({ price: 50, ownershipCost: 50 })] },
    { finance: ['it-fixed', 'it-ownership', 'it-terms'] },
    'a fee that does not move, beside a team of one’s own',
  ],
  [
    'IT: a change of supplier',
    { ...itService, readers: [engineer({ launchTime: 60, reliability: 40 })] },
    { technical: ['it-sla', 'it-handover', 'it-backup'] },
    'handover without a stop, backups proved',
  ],
  [
    'IT: staff',
    { ...itService, readers: [staff({ training: 60, relations: 40 })] },
    { hr: ['it-refs', 'introduction', 'it-onboarding'] },
    'people to ask, people who answer',
  ],
  [
    'training: the head and staff',
    {
      ...training,
      readers: [head({ payback: 50, businessKnowledge: 50 }), staff({ training: 50, references: 50 })],
    },
    { ceo: ['edu-effect', 'finance-edu-payback', 'since'], hr: ['edu-refs', 'edu-diagnose', 'edu-feedback'] },
    'one measure, then its return; staff talk to those who learned',
  ],
  [
    'training: finance',
    { ...training, readers: [money({ payback: 60, price: 40 })] },
    { finance: ['edu-perhead', 'edu-payback', 'edu-docs'] },
    'a price a person and how the return is counted',
  ],
  [
    'training: a lawyer',
    { ...training, readers: [who('legal', 3, { compliance: 100 })] },
    { legal: ['edu-rights', 'edu-cancel', 'contract-draft'] },
    'whose materials they are',
  ],
  [
    'medicine: head, laboratory, finance',
    {
      ...medical,
      readers: [
        head({ reliability: 70, exclusiveTerms: 30 }),
        engineer({ technicalFit: 60, serviceLevel: 40 }),
        money({ ownershipCost: 60, paymentTerms: 40 }),
      ],
    },
    {
      ceo: ['med-continuity', 'med-terms', 'med-launch'],
      finance: ['med-test', 'med-stages', 'med-waste'],
      technical: ['med-quality', 'med-service', 'med-lis'],
    },
    'patients first, then cost per test and quality control',
  ],
  [
    'medicine: procurement',
    { ...medical, readers: [who('procurement', 4, { compliance: 60, price: 40 })] },
    { procurement: ['med-docs', 'med-compare', 'documents-pack'] },
    'registration papers before prices',
  ],
  [
    'medicine: technicians',
    { ...medical, readers: [who('user', 2, { safety: 60, training: 40 })] },
    { user: ['med-bench', 'med-safety', 'med-help'] },
    'the bench and safe hands',
  ],
  [
    'IT in English: security and a lawyer',
    {
      template: 'it-service-en',
      readers: [who('security', 4, { safety: 70, compliance: 30 }), who('legal', 3, { compliance: 100 })],
    },
    {
      security: ['it-access', 'it-incident', 'it-people'],
      legal: ['it-liability', 'payment', 'contract-draft'],
    },
    'the same rules in the other language',
  ],
  [
    'training in English: staff and finance',
    {
      template: 'corporate-training-en',
      readers: [staff({ references: 60, training: 40 }), money({ price: 100 })],
    },
    {
      finance: ['edu-perhead', 'edu-payback', 'documents'],
      hr: ['edu-refs', 'edu-diagnose', 'edu-feedback'],
    },
    'finance weighs more and comes first',
  ],
  [
    'medicine in English: the head',
    { template: 'medical-supply-en', readers: [head({ reliability: 70, exclusiveTerms: 30 })] },
    { ceo: ['med-continuity', 'med-terms', 'med-launch'] },
    'no patient is sent home, and the price is held',
  ],
];

describe('what a key account manager would put first', () => {
  it('tells of forty situations and more', () => {
    expect(rows.length).toBeGreaterThanOrEqual(40);
  });

  it.each(rows)('%s', (_name, situation, expected, why) => {
    const found = composed(situation);
    expect(
      found.map(({ role }) => role),
      why,
    ).toEqual(Object.keys(expected));
    for (const { role, blocks } of found)
      expect(
        blocks.map((id) => id.replace(`${role}-`, '')),
        why,
      ).toEqual(expected[role]);
  });

  it('is the same every time', () => {
    for (const [, situation] of rows) expect(composed(situation)).toEqual(composed(situation));
  });
});

describe('the comparison with rivals', () => {
  const delta = (marks: NonNullable<Situation['rivals']>[number]['marks']) => [
    { name: 'Дельта', priceLevel: 'unknown' as const, marks },
  ];
  const readers = [money({ payback: 34, ownershipCost: 34, paymentTerms: 32 })];
  const inPlay = (marks: Parameters<typeof delta>[0]) => contextOf({ readers, rivals: delta(marks) });

  it('makes a criterion heavier where we are weaker or stronger, not where we are equal', () => {
    const worth = (standing: 'stronger' | 'equal' | 'weaker') =>
      criterionWorth('paymentTerms', readers, inPlay([{ criterion: 'paymentTerms', standing }]));
    expect(worth('weaker')).toBeCloseTo(worth('equal') * 1.25);
    expect(worth('stronger')).toBe(worth('weaker'));
  });

  it('is told as a reason, the weakness before a strength', () => {
    const context = contextOf({
      readers,
      rivals: [
        {
          name: 'Альфа',
          priceLevel: 'unknown',
          marks: [{ criterion: 'paymentTerms', standing: 'stronger' }],
        },
        ...delta([{ criterion: 'paymentTerms', standing: 'weaker' }]),
      ],
    });
    const deferral = shippedBlocks.find(({ criteria: [subject] }) => subject === 'paymentTerms');
    if (deferral === undefined) throw new Error('The library has no argument on payment terms');
    expect(argumentReasons(deferral, 'finance', readers, false, context)).toContainEqual({
      kind: 'comparison',
      name: 'Дельта',
      criterion: 'paymentTerms',
      standing: 'weaker',
    });
  });

  it('argues a weakness in price by the cost of owning, as against a cheaper rival', () => {
    const marked = inPlay([{ criterion: 'price', standing: 'weaker' }]);
    expect(rivalOn('ownershipCost', marked)).toEqual({ name: 'Дельта', priceLevel: 'lower' });
    expect(rivalOn('price', marked)).toBeNull();
    expect(standingOn('price', marked)).toBeNull();
  });

  it('counts a rival once, by price and comparison together', () => {
    const both = contextOf({
      readers,
      rivals: [
        {
          name: 'Дельта',
          priceLevel: 'lower',
          marks: [{ criterion: 'ownershipCost', standing: 'stronger' }],
        },
      ],
    });
    const byPrice = contextOf({ readers, rivals: cheaper });
    expect(criterionWorth('ownershipCost', readers, both)).toBe(
      criterionWorth('ownershipCost', readers, byPrice),
    );
  });

  it('composes the same document from the same marks', () => {
    const situation = { readers, rivals: delta([{ criterion: 'paymentTerms', standing: 'weaker' }]) };
    expect(composed(situation)).toEqual(composed(situation));
  });
});
