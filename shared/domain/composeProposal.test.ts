import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  block,
  blockId,
  context,
  day,
  paragraph,
  personId,
  reader,
  reference,
  referenceId,
  roleSection,
  section,
  template,
} from '../../tests/support/ruleSamples.ts';
import { DocumentRoot } from '../document/nodes.ts';
import { findAll, findFirst, sectionsOf } from '../document/walk.ts';
import { argumentsPerSection } from './chooseArguments.ts';
import { composeProposal } from './composeProposal.ts';
import { coverageOf } from './coverage.ts';
import { criterionKeys, shippedRoles } from './person.ts';
import type { PriceItem, PriceTable } from './priceTable.ts';
import type { ProposalContext, Reader } from './proposal.ts';
import type { Block, Template } from './template.ts';

const validity = { validFrom: day('2026-11-23'), validUntil: day('2026-12-31') };
const ceo = reader(1, 'ceo', 5, { exclusiveTerms: 40, ownershipCost: 15, reliability: 20 });
const finance = reader(2, 'finance', 4, { paymentTerms: 30, ownershipCost: 35, payback: 25 });
const technical = reader(3, 'technical', 4, { reliability: 40, launchTime: 30, technicalFit: 15 });
const hr = reader(4, 'hr', 3, { references: 45, training: 25, relations: 10 });

const plainItem: PriceItem = {
  id: 'a',
  group: '',
  title: '',
  note: '',
  unit: '',
  quantityMilli: 1000,
  priceMinor: 0,
  discountBp: 0,
  vatRate: 20,
};
const emptyPrices: PriceTable = { currency: 'RUB', vatMode: 'onTop', items: [] };

const library: Block[] = [
  block('ceo-terms', 'ceo', ['exclusiveTerms']),
  block('ceo-status', 'ceo', ['statusRecognition']),
  block('ceo-business', 'ceo', ['businessKnowledge', 'reliability']),
  block('finance-deferral', 'finance', ['paymentTerms']),
  block('finance-cost', 'finance', ['ownershipCost', 'payback']),
  block('finance-payback', 'finance', ['payback']),
  block('finance-price', 'finance', ['price']),
  block('technical-failures', 'technical', ['reliability', 'serviceLevel']),
  block('technical-plan', 'technical', ['launchTime']),
  block('technical-spec', 'technical', ['technicalFit']),
  block('technical-service', 'technical', ['serviceLevel']),
  block('hr-references', 'hr', ['references']),
  block('hr-training', 'hr', ['training']),
  block('hr-people', 'hr', ['relations', 'references']),
];

function compose(
  readers: Reader[],
  more: { template?: Template; blocks?: Block[]; context?: Partial<ProposalContext> } = {},
) {
  return composeProposal({
    template: more.template ?? template(),
    blocks: more.blocks ?? library,
    context: context({ readers, ...more.context }),
    validity,
  });
}
const sectionIds = (root: DocumentRoot): string[] => sectionsOf(root).map(({ attrs }) => attrs.sectionId);
const argumentsOf = (root: DocumentRoot, sectionId: string): string[] => {
  const found = sectionsOf(root).find(({ attrs }) => attrs.sectionId === sectionId);
  return found === undefined ? [] : findAll(found, 'argument').map(({ attrs }) => attrs.blockId);
};

describe('arguments with fields', () => {
  const since: Block = {
    ...block('ceo-since', 'ceo', ['exclusiveTerms']),
    content: [
      { type: 'paragraph', content: [{ type: 'mergeField', attrs: { key: 'account.cooperationSince' } }] },
    ],
  };
  const account = context({}).account;

  it('takes a block whose fields the dossier answers', () => {
    const known = { account: { ...account, firstDeliveryOn: day('2019-03-14') } };
    expect(argumentsOf(compose([ceo], { blocks: [since], context: known }), 'role-ceo')).toEqual([
      'ceo-since',
    ]);
  });

  it('passes over a block that would be printed with a hole', () => {
    const unknown = { account: { ...account, firstDeliveryOn: null } };
    expect(argumentsOf(compose([ceo], { blocks: [since], context: unknown }), 'role-ceo')).toEqual([]);
  });
});

describe('composition by readers', () => {
  it.each([
    { readers: [ceo], order: ['role-ceo'] },
    { readers: [finance, ceo], order: ['role-ceo', 'role-finance'] },
    { readers: [hr, technical], order: ['role-technical', 'role-hr'] },
    {
      readers: [hr, technical, finance, ceo],
      order: ['role-ceo', 'role-finance', 'role-technical', 'role-hr'],
    },
  ])('$order', ({ readers, order }) => {
    const root = compose(readers);
    expect(sectionIds(root)).toEqual(['frame-opening', ...order, 'frame-end']);
    for (const { role, personId: id } of readers) {
      const own = sectionsOf(root).find(({ attrs }) => attrs.role === role);
      expect(own?.attrs.personIds).toEqual([id]);
      const count = argumentsOf(root, `role-${role}`).length;
      expect(count).toBeGreaterThanOrEqual(argumentsPerSection.min);
      expect(count).toBeLessThanOrEqual(argumentsPerSection.max);
    }
    // Everyone finds the heaviest of what they judge by.
    for (const row of coverageOf(root, readers).rows) {
      const heaviest = row.cells.toSorted((a, b) => b.weightPercent - a.weightPercent)[0];
      expect(heaviest?.state).toBe('argued');
    }
  });

  it('opens a section with what weighs most to its reader', () => {
    expect(argumentsOf(compose([finance]), 'role-finance').slice(0, 2)).toEqual([
      'finance-cost',
      'finance-deferral',
    ]);
    expect(argumentsOf(compose([technical]), 'role-technical')[0]).toBe('technical-failures');
  });

  it('puts required blocks first and keeps them for their own section', () => {
    const required = template({
      roleSections: [
        roleSection('ceo'),
        roleSection('technical', {
          requiredBlockIds: [blockId('ceo-business'), blockId('technical-service')],
        }),
      ],
    });
    const root = compose([ceo, technical], { template: required });
    expect(argumentsOf(root, 'role-technical').slice(0, 2)).toEqual(['ceo-business', 'technical-service']);
    expect(argumentsOf(root, 'role-ceo')).not.toContain('ceo-business');
    const [first] = findAll(root, 'argument').filter(({ attrs }) => attrs.blockId === 'ceo-business');
    expect(first?.attrs.reasons[0]).toEqual({ kind: 'required' });
  });

  it('raises sections and arguments by what tenders were lost on', () => {
    const equal = [
      reader(1, 'ceo', 4, { exclusiveTerms: 100 }),
      reader(2, 'finance', 4, { paymentTerms: 50, payback: 50 }),
    ];
    expect(sectionIds(compose(equal))[1]).toBe('role-ceo');
    const pastLosses = [{ tenderTitle: 'Сервис 2025', decidedOn: null, reasons: ['paymentTerms'] }];
    const root = compose(equal, { context: { pastLosses } });
    expect(sectionIds(root)[1]).toBe('role-finance');
    expect(argumentsOf(root, 'role-finance')[0]).toBe('finance-deferral');
    const deferral = findAll(root, 'argument').find(({ attrs }) => attrs.blockId === 'finance-deferral');
    expect(deferral?.attrs.reasons).toEqual([
      { kind: 'criterion', personId: personId(2), criterion: 'paymentTerms', weightPercent: 50 },
      { kind: 'pastLoss', tenderTitle: 'Сервис 2025', reason: 'paymentTerms' },
      { kind: 'role', personId: personId(2) },
    ]);
  });

  it('shares a section between readers of one role', () => {
    const second = reader(5, 'finance', 2, { price: 60 });
    const root = compose([finance, second]);
    expect(sectionIds(root)).toEqual(['frame-opening', 'role-finance', 'frame-end']);
    expect(sectionsOf(root)[1]?.attrs.personIds).toEqual([personId(2), personId(5)]);
    const price = findAll(root, 'argument').find(({ attrs }) => attrs.blockId === 'finance-price');
    expect(price?.attrs.personIds).toEqual([personId(5)]);
  });

  it('gives a role unknown to the template a heading and what the library has', () => {
    const lawyer = reader(6, 'legal', 3, { compliance: 60, reliability: 20 });
    const blocks = [...library, block('legal-compliance', 'legal', ['compliance'])];
    const root = compose([lawyer], { blocks });
    const own = sectionsOf(root)[1];
    expect(own?.attrs).toMatchObject({ role: 'legal', outlineTitle: 'Правовые условия' });
    expect(own?.content[0]).toMatchObject({
      type: 'heading',
      content: [{ type: 'text', text: 'Правовые условия' }],
    });
    expect(argumentsOf(root, 'role-legal')[0]).toBe('legal-compliance');
    // Nothing is invented where the library has nothing, and nobody is dropped for it.
    expect(sectionIds(compose([reader(6, 'legal', 3, {})]))).toEqual([
      'frame-opening',
      'role-legal',
      'frame-end',
    ]);
  });

  it('passes over other languages and other trades', () => {
    const blocks = [
      block('en', 'ceo', ['exclusiveTerms'], { language: 'en' }),
      block('software', 'ceo', ['exclusiveTerms'], { trade: 'software' }),
      block('any', 'ceo', ['exclusiveTerms']),
      block('own', 'ceo', ['exclusiveTerms'], { trade: 'equipment' }),
    ];
    const root = compose([ceo], { blocks, template: template({ trade: 'equipment' }) });
    expect(argumentsOf(root, 'role-ceo').toSorted()).toEqual(['any', 'own']);
  });

  it('prefers the block written for the reader’s psychotype', () => {
    const analyst = { ...ceo, psychotype: 'analyst' as const };
    const blocks = [
      block('a-expressive', 'ceo', ['exclusiveTerms'], { psychotypes: ['expressive'] }),
      block('b-analyst', 'ceo', ['exclusiveTerms'], { psychotypes: ['analyst'] }),
    ];
    expect(argumentsOf(compose([analyst], { blocks }), 'role-ceo')[0]).toBe('b-analyst');
  });

  it('adds a validity block above the signature when the template has none', () => {
    const bare = template({ after: [section('frame-end', [paragraph('Условия'), { type: 'signature' }])] });
    const end = sectionsOf(compose([ceo], { template: bare })).at(-1);
    expect(end?.content.map(({ type }) => type)).toEqual(['paragraph', 'validity', 'signature']);
    expect(findAll(compose([ceo]), 'validity')).toHaveLength(1);
    const loose = compose([], { template: template({ before: [], after: [] }) });
    expect(loose.content).toEqual([{ type: 'validity', attrs: { offerKind: 'information' } }]);
  });

  it('fills references, the team and VAT', () => {
    const open = template({
      roleSections: [roleSection('hr', { closing: [{ type: 'references', attrs: { referenceIds: [] } }] })],
      after: [
        section('frame-prices', [
          { type: 'team', attrs: { colleagueIds: [] } },
          { type: 'references', attrs: { referenceIds: [] } },
          {
            type: 'priceTable',
            attrs: {
              table: {
                currency: 'RUB',
                vatMode: 'onTop',
                items: [{ ...plainItem, priceMinor: 100 }],
              },
            },
          },
        ]),
      ],
    });
    const references = [
      reference(1, { industry: 'Молоко', refereeRole: 'finance' }),
      reference(2, { usedCount: 4 }),
      reference(3, { consentUntil: day('2026-11-22') }),
      reference(4, { consentFrom: null }),
      reference(5, { language: 'en' }),
      reference(6, { usedCount: 1 }),
      reference(7, { industry: 'Молоко' }),
      reference(8, { usedCount: 0, consentUntil: day('2026-12-01') }),
      reference(9, { companyName: context().account.name }),
    ];
    const root = compose([hr], { template: open, context: { references } });
    expect(findAll(root, 'references').map(({ attrs }) => attrs.referenceIds)).toEqual([
      [referenceId(6), referenceId(2), referenceId(8)],
      [referenceId(7), referenceId(1)],
    ]);
    expect(findFirst(root, 'team')?.attrs.colleagueIds).toHaveLength(1);
    expect(findFirst(root, 'priceTable')?.attrs.table).toMatchObject({
      vatMode: 'included',
      items: [{ vatRate: 22 }],
    });
  });

  it('begins prices in the client’s currency, and keeps that of prices which the template brings', () => {
    const priced = { ...emptyPrices, items: [{ ...plainItem, priceMinor: 100 }] };
    const tablesOf = (table: PriceTable) =>
      findAll(
        compose([hr], {
          template: template({
            after: [section('frame-prices', [{ type: 'priceTable', attrs: { table } }])],
          }),
          context: { account: { ...context().account, currency: 'CNY' } },
        }),
        'priceTable',
      ).map(({ attrs }) => attrs.table.currency);
    expect(tablesOf(emptyPrices)).toEqual(['CNY']);
    expect(tablesOf(priced)).toEqual(['RUB']);
  });

  const anyReader = fc
    .record({
      role: fc.constantFrom(...shippedRoles),
      influence: fc.integer({ min: 1, max: 5 }),
      weights: fc.dictionary(fc.constantFrom(...criterionKeys), fc.integer({ min: 0, max: 100 })),
    })
    .map(({ role, influence, weights }) => ({ role, influence, weights }));
  const anyBlock = fc.record({
    role: fc.constantFrom(...shippedRoles),
    criteria: fc.uniqueArray(fc.constantFrom(...criterionKeys), { minLength: 1, maxLength: 3 }),
  });

  it('keeps its promises for any group and library', () => {
    fc.assert(
      fc.property(
        fc.array(anyReader, { maxLength: 8 }),
        fc.array(anyBlock, { maxLength: 40 }),
        (people, drafts) => {
          const readers = people.map(({ role, influence, weights }, at) =>
            reader(at + 1, role, influence, weights),
          );
          const blocks = drafts.map(({ role, criteria }, at) => block(`block-${at}`, role, criteria));
          const root = compose(readers, { blocks });
          expect(DocumentRoot.safeParse(root).success).toBe(true);
          expect(compose(readers, { blocks: blocks.toReversed() })).toEqual(root);
          const used = findAll(root, 'argument').map(({ attrs }) => attrs.blockId);
          expect(new Set(used).size).toBe(used.length);
          expect(
            findAll(root, 'argument').every(
              ({ attrs }) => attrs.reasons.length > 0 && attrs.personIds.length > 0,
            ),
          ).toBe(true);
          expect(findAll(root, 'validity')).toHaveLength(1);
          for (const { attrs } of sectionsOf(root)) {
            const count = argumentsOf(root, attrs.sectionId).length;
            expect(count).toBeLessThanOrEqual(argumentsPerSection.max);
            const own = blocks.filter(({ role }) => role === attrs.role).length;
            if (attrs.role !== null)
              expect(count).toBeGreaterThanOrEqual(
                Math.min(own - (used.length - count), argumentsPerSection.min),
              );
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('coverage', () => {
  it('tells argued, mentioned, missing and indifferent apart', () => {
    const root = compose([ceo, finance], {
      blocks: library.filter(({ id }) => id !== 'finance-payback' && id !== 'finance-cost'),
    });
    const coverage = coverageOf(root, [ceo, finance]);
    const stateOf = (number: number, criterion: string) =>
      coverage.rows
        .find((row) => row.personId === personId(number))
        ?.cells.find((cell) => cell.criterion === criterion)?.state;
    expect(stateOf(1, 'exclusiveTerms')).toBe('argued');
    expect(stateOf(2, 'exclusiveTerms')).toBe('indifferent');
    expect(stateOf(2, 'paymentTerms')).toBe('argued');
    expect(stateOf(2, 'payback')).toBe('missing');
    expect(coverage.missing).toBe(
      coverage.rows.flatMap(({ cells }) => cells).filter(({ state }) => state === 'missing').length,
    );
  });

  it('hears our own blocks: references in the section of HR argue, the price table only mentions', () => {
    const ids = [referenceId(1)];
    const root: DocumentRoot = {
      type: 'doc',
      content: [
        {
          type: 'section',
          attrs: { sectionId: 'role-hr', role: 'hr', personIds: [personId(4)], outlineTitle: '' },
          content: [{ type: 'references', attrs: { referenceIds: ids } }],
        },
      ],
    };
    const other = reader(3, 'technical', 3, { references: 20 });
    expect(coverageOf(root, [hr, other]).rows.map(({ cells }) => cells[0]?.state)).toEqual([
      'argued',
      'mentioned',
    ]);
    const empty = { content: [{ type: 'references' as const, attrs: { referenceIds: [] } }] };
    expect(coverageOf(empty, [hr]).rows[0]?.cells[0]?.state).toBe('missing');
  });

  it('lets a block put in by hand speak to the readers of its section', () => {
    const byHand = {
      content: [
        section('frame', [
          {
            type: 'argument',
            attrs: { blockId: blockId('x'), criterion: 'training', personIds: [], reasons: [] },
            content: [paragraph('Обучим')],
          },
        ]),
      ],
    };
    expect(
      coverageOf(byHand, [hr]).rows[0]?.cells.find(({ criterion }) => criterion === 'training'),
    ).toMatchObject({
      state: 'argued',
      sectionId: 'frame',
    });
  });
});
