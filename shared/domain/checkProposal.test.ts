import { describe, expect, it } from 'vitest';
import {
  company,
  context,
  day,
  paragraph,
  reader,
  reference,
  uuid,
} from '../../tests/support/ruleSamples.ts';
import { samplePng } from '../../tests/support/sampleProposal.ts';
import type { BlockNode } from '../document/nodes.ts';
import { BlockId, ColleagueId, ProposalId, TemplateId } from './ids.ts';
import { checkInput, checkProposal } from './checkProposal.ts';
import type { Finding, FindingKind } from './finding.ts';
import { sortFindings } from './finding.ts';
import type { PriceItem } from './priceTable.ts';
import type { Proposal, ProposalContext } from './proposal.ts';

const today = day('2026-11-23');
const item = (overrides: Partial<PriceItem> = {}): PriceItem => ({
  id: 'a',
  group: '',
  title: 'Станция',
  note: '',
  unit: 'шт.',
  quantityMilli: 1000,
  priceMinor: 1_500_000_00,
  discountBp: 0,
  vatRate: 22,
  ...overrides,
});
const prices = (items: PriceItem[], currency: 'RUB' | 'EUR' = 'RUB'): BlockNode => ({
  type: 'priceTable',
  attrs: { table: { currency, vatMode: 'included', items } },
});
const references = (...numbers: number[]): BlockNode => ({
  type: 'references',
  attrs: { referenceIds: numbers.map((number) => reference(number).id) },
});
const argument = (blockId: string, criterion: 'price' | 'payback', content: BlockNode[]): BlockNode => ({
  type: 'argument',
  attrs: { blockId: BlockId.parse(blockId), criterion, personIds: [], reasons: [] },
  content,
});
const field = (key: 'tender.requestNumber' | 'proposal.total' | 'account.plans'): BlockNode => ({
  type: 'paragraph',
  content: [{ type: 'mergeField', attrs: { key } }],
});
const validity: BlockNode = { type: 'validity', attrs: { offerKind: 'offer' } };
/** All that a paper must have, in one section. */
const whole: readonly BlockNode[] = [
  { type: 'letterhead' },
  { type: 'addressee' },
  paragraph('Предлагаем станцию сжатого воздуха.'),
  prices([item()]),
  validity,
  { type: 'signature' },
];

type Change = {
  readonly blocks?: readonly BlockNode[];
  readonly without?: BlockNode['type'];
  readonly proposal?: Partial<Proposal>;
  readonly context?: Partial<ProposalContext>;
};

function check({ blocks = [], without, ...change }: Change): Finding[] {
  const kept = whole.filter(({ type }) => type !== without);
  const boss = reader(1, 'ceo', 5, { price: 0 });
  const around = context({
    readers: [{ ...boss, criteria: [{ key: 'price', weightPercent: 5, note: '' }] }],
    ...change.context,
  });
  const proposal: Proposal = {
    id: ProposalId.parse(uuid(500)),
    accountId: around.account.id,
    tenderId: null,
    templateId: TemplateId.parse('industrial-supply-ru'),
    language: 'ru',
    number: '2026-041',
    edition: 1,
    status: 'draft',
    title: 'Коммерческое предложение',
    subject: '',
    documentDate: today,
    validity: { validFrom: today, validUntil: day('2026-12-31') },
    readerIds: [boss.personId],
    addresseeId: around.readers[0]?.personId ?? null,
    fieldOverrides: {},
    shape: 'group',
    faces: [],
    document: {
      schemaVersion: 1,
      root: {
        type: 'doc',
        content: [
          {
            type: 'section',
            attrs: { sectionId: 'frame', role: null, personIds: [], outlineTitle: 'Предложение' },
            content: [...kept, ...blocks],
          },
        ],
      },
    },
    revision: 1,
    createdAtMs: 0,
    savedAtMs: 0,
    ...change.proposal,
  };
  return checkProposal(checkInput(proposal, around, today));
}
const kinds = (change: Change): FindingKind[] => check(change).map(({ kind }) => kind);

const png = `data:image/png;base64,${samplePng(4, 4, [10, 20, 30])}`;
const image = (src: string): BlockNode => ({
  type: 'image',
  attrs: { src, alt: null, width: null, height: null, align: null, caption: null },
});
const period = (from: string, until: string): Partial<Proposal> => ({
  validity: { validFrom: day(from), validUntil: day(until) },
});
const stages = (...percents: number[]): BlockNode => ({
  type: 'paymentSchedule',
  attrs: { stages: percents.map((percentBp) => ({ title: 'Платёж', term: 'срок', percentBp })) },
});
const hr = { ...reader(4, 'hr', 3, { references: 45 }) };
const finance = reader(2, 'finance', 4, { payback: 35, training: 9 });
const withReaders = (...readers: ProposalContext['readers']): Partial<ProposalContext> => ({ readers });

describe('a whole proposal', () => {
  it('has nothing to put right', () => {
    expect(check({})).toEqual([]);
    expect(check({ blocks: [image(png), stages(3000, 7000), field('proposal.total')] })).toEqual([]);
  });
});

const cases: readonly (readonly [string, Change, readonly FindingKind[]])[] = [
  ['a field without a value', { blocks: [field('account.plans')] }, ['emptyField']],
  [
    'a typed value beside what the dossier says',
    {
      blocks: [field('tender.requestNumber')],
      proposal: { fieldOverrides: { 'tender.requestNumber': 'ТФ-7' } },
    },
    ['ownValue'],
  ],
  [
    'a total typed by hand that is not the total',
    {
      blocks: [field('proposal.total')],
      proposal: { fieldOverrides: { 'proposal.total': '1 400 000,00 ₽' } },
    },
    ['totalDisagrees'],
  ],
  ['a heavy criterion without an argument', { context: withReaders(finance) }, ['coverageHole']],
  [
    'a heavy criterion with one',
    {
      context: withReaders(finance),
      blocks: [argument('ru-finance-payback', 'payback', [paragraph('Окупается за год.')])],
    },
    [],
  ],
  [
    'a reader of whom nothing is known',
    { context: withReaders(reader(3, 'technical', 2, {})) },
    ['noCriteria'],
  ],
  ['HR without a reference', { context: withReaders(hr) }, ['hrWithoutReference']],
  [
    'HR with a referee whose consent ended yesterday',
    {
      context: { ...withReaders(hr), references: [reference(1, { consentUntil: day('2026-11-22') })] },
      blocks: [references(1)],
    },
    ['hrWithoutReference', 'refereeWithoutConsent'],
  ],
  [
    'HR with a referee whose consent ends today',
    {
      context: { ...withReaders(hr), references: [reference(1, { consentUntil: today })] },
      blocks: [references(1)],
    },
    [],
  ],
  ['a reference that is gone', { blocks: [references(9)] }, ['refereeGone']],
  ['no validity', { without: 'validity' }, ['validityMissing']],
  ['a validity that ended yesterday', { proposal: period('2026-10-01', '2026-11-22') }, ['validityPast']],
  ['a validity that ends today', { proposal: period('2026-11-23', '2026-11-23') }, ['validityShort']],
  ['five days of validity', { proposal: period('2026-11-23', '2026-11-27') }, []],
  [
    'a validity from before the paper',
    { proposal: period('2026-11-20', '2026-12-31') },
    ['validityBeforeDate'],
  ],
  [
    'a validity over a change of VAT',
    {
      proposal: { ...period('2025-12-01', '2027-01-31'), documentDate: day('2025-12-01') },
      without: 'priceTable',
      blocks: [prices([item({ vatRate: 20 })])],
    },
    ['vatChange'],
  ],
  [
    'the same in another currency',
    {
      proposal: { ...period('2025-12-01', '2027-01-31'), documentDate: day('2025-12-01') },
      without: 'priceTable',
      blocks: [prices([item({ vatRate: 20 })], 'EUR')],
    },
    [],
  ],
  ['no price table', { without: 'priceTable' }, ['priceTableMissing']],
  ['an empty price table', { without: 'priceTable', blocks: [prices([])] }, ['priceTableEmpty']],
  ['two price tables', { blocks: [prices([item()])] }, ['severalPriceTables']],
  ['a price of zero', { without: 'priceTable', blocks: [prices([item({ priceMinor: 0 })])] }, ['zeroPrice']],
  [
    'a quantity of zero',
    { without: 'priceTable', blocks: [prices([item({ quantityMilli: 0 })])] },
    ['zeroQuantity'],
  ],
  [
    'a line without a name',
    { without: 'priceTable', blocks: [prices([item({ title: ' ' })])] },
    ['untitledItem'],
  ],
  [
    'a rate of a former year',
    { without: 'priceTable', blocks: [prices([item({ vatRate: 20 })])] },
    ['vatRateNotInForce'],
  ],
  ['payments of 90 %', { blocks: [stages(2000, 7000)] }, ['paymentShares']],
  [
    'a sum in the text that is not the total',
    { blocks: [paragraph('Итого: 1 450 000,00 ₽.')] },
    ['totalDisagrees'],
  ],
  ['a sum in the text that is', { blocks: [paragraph('Итого: 1 500 000,00 ₽, или 1 500 000 ₽.')] }, []],
  ['no signature', { without: 'signature' }, ['signatureMissing']],
  [
    'nobody to sign',
    {
      context: {
        company: { ...company, signatoryId: null, requisites: { ...company.requisites, headName: '' } },
      },
    },
    ['signatoryMissing'],
  ],
  ['no addressee', { proposal: { addresseeId: null } }, ['addresseeMissing']],
  ['nobody to read it', { context: { readers: [] } }, ['noReaders']],
  [
    'a reader deleted from the dossier',
    { context: withReaders({ ...reader(1, 'ceo', 5, {}), deleted: true }) },
    ['readerDeleted'],
  ],
  [
    'an addressee who reads it no more',
    { proposal: { addresseeId: finance.personId } },
    ['addresseeMissing'],
  ],
  ['a company without a name', { context: { company: { ...company, name: '' } } }, ['companyNameEmpty']],
  [
    'a company without a tax number',
    { context: { company: { ...company, requisites: { ...company.requisites, inn: '' } } } },
    ['requisitesEmpty'],
  ],
  [
    'an English sentence in a Russian paper',
    { blocks: [paragraph('We deliver in time.')] },
    ['otherLanguage'],
  ],
  [
    'brands and addresses in a Russian paper',
    { blocks: [paragraph('Привод Danfoss VLT, см. https://ladoga-pnevmo.example/en/the-best-of-us')] },
    [],
  ],
  [
    'a block of the other language',
    { blocks: [argument('en-ceo-one', 'price', [paragraph('1, 2, 3')])] },
    ['otherLanguageBlock'],
  ],
  ['a picture that cannot be read', { blocks: [image('data:image/png;base64,AAAA')] }, ['brokenImage']],
  [
    'a heading without words',
    { blocks: [{ type: 'heading', attrs: { level: 2, textAlign: null }, content: [] }] },
    ['emptyHeading'],
  ],
];

describe('what is told', () => {
  it.each(cases)('%s', (_name, change, expected) => {
    expect(kinds(change).toSorted()).toEqual(expected.toSorted());
  });

  it('in an English paper: any Russian word that is no name', () => {
    const english = { proposal: { language: 'en' as const } };
    expect(kinds({ ...english, blocks: [paragraph('Pressure 7 бар')] })).toContain('otherLanguage');
  });

  it('of a section that has a heading and nothing else', () => {
    const empty: BlockNode = {
      type: 'section',
      attrs: { sectionId: 'role-hr', role: 'hr', personIds: [], outlineTitle: 'Люди' },
      content: [
        { type: 'heading', attrs: { level: 2, textAlign: null }, content: [{ type: 'text', text: 'Люди' }] },
        paragraph(' '),
      ],
    };
    expect(kinds({ blocks: [empty] })).toEqual(['emptySection']);
  });

  it('of a hint that nobody wrote over, once a section, also when it was cut short', () => {
    const hint = '[Напишите здесь, чем ответим на\u00a0этот критерий]';
    const [found, ...more] = check({ blocks: [paragraph(hint), paragraph('Сам: [Напишите здесь')] });
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      kind: 'unwrittenPart',
      severity: 'stop',
      sectionId: 'frame',
      quote: hint,
      params: { title: 'Предложение' },
    });
    expect(kinds({ blocks: [paragraph('Цена [1] и сноска [напишите нам].')] })).toEqual([]);
  });

  it('the gravest first and each once', () => {
    const all = check({
      without: 'signature',
      blocks: [paragraph('We deliver in time.'), field('account.plans')],
    });
    const sorted = sortFindings([...all, ...all]);
    expect(sorted).toHaveLength(all.length);
    expect(sorted.map(({ severity }) => severity)).toEqual(['stop', 'stop', 'warn']);
  });

  it('and nothing of colleagues who are gone', () => {
    const gone: BlockNode = { type: 'team', attrs: { colleagueIds: [ColleagueId.parse(uuid(999))] } };
    expect(kinds({ blocks: [gone] })).toEqual([]);
  });
});
