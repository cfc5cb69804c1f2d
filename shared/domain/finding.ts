import { z } from 'zod';
import { MergeFieldKey } from '../document/mergeFields.ts';
import { CalendarDate } from './calendarDate.ts';
import { Currency } from './money.ts';
import { CriterionKey } from './person.ts';

/** Where in a proposal a text stands: in the page's own text, in one of our blocks, or in the file's properties. */
export const placeKinds = [
  'text',
  'image',
  'link',
  'letterhead',
  'addressee',
  'priceTable',
  'paymentSchedule',
  'payback',
  'team',
  'references',
  'validity',
  'signature',
  'attachments',
  'footnote',
  'title',
  'subject',
  'field',
] as const;
export type PlaceKind = (typeof placeKinds)[number];

/** What a guard finds (GLOSSARY: защита от утечек). */
export const leakKinds = [
  'otherCompany',
  'otherPerson',
  'otherSurname',
  'otherRequisite',
  'otherContact',
  'otherPrice',
  'privateNote',
  'privateWord',
  'internalNote',
  'guessedFact',
  'psychotype',
] as const;
export type LeakKind = (typeof leakKinds)[number];

/** How much a finding matters: `stop` do not send like this; `warn` look at it; `note` good to know. */
export const Severity = z.enum(['stop', 'warn', 'note']);
export type Severity = z.infer<typeof Severity>;

/** What the window needs to show the place: where it is and, for a text, the words that stand there. */
const place = {
  severity: Severity,
  /** The section of the outline; null = outside of sections or in the properties. */
  sectionId: z.string().nullable(),
  /** Words as they stand in the document, to jump to; empty = the place is no text. */
  quote: z.string(),
  place: z.enum([...placeKinds, 'page', 'readers', 'settings']),
};
const finding = <Kind extends string, Params extends z.ZodRawShape>(kind: Kind, params: Params) =>
  z.object({ kind: z.literal(kind), ...place, params: z.object(params) });

const none = {};
const field = MergeFieldKey;

/** One thing found before sending (GLOSSARY: проверка). The window words it by its kind. */
export const Finding = z.discriminatedUnion('kind', [
  finding('emptyField', { field }),
  /** An empty own field that the client's standard does not ask for, or no standard any more. */
  finding('fieldElsewhere', { field }),
  finding('formerField', { field }),
  finding('ownValue', { field, typed: z.string(), known: z.string() }),
  finding('coverageHole', { name: z.string(), criterion: CriterionKey, weightPercent: z.int() }),
  finding('noReaders', none),
  finding('readerDeleted', { name: z.string() }),
  finding('noCriteria', { name: z.string() }),
  finding('hrWithoutReference', { name: z.string() }),
  finding('refereeWithoutConsent', { company: z.string(), referee: z.string() }),
  finding('refereeGone', none),
  finding('validityMissing', none),
  finding('validityPast', { until: CalendarDate }),
  finding('validityShort', { days: z.int(), until: CalendarDate }),
  finding('validityBeforeDate', { from: CalendarDate, date: CalendarDate }),
  finding('vatChange', { on: CalendarDate, before: z.number(), after: z.number() }),
  finding('datedFactPast', { fact: z.string(), until: CalendarDate }),
  finding('datedFactEnds', { fact: z.string(), until: CalendarDate }),
  finding('priceTableMissing', none),
  finding('priceTableEmpty', none),
  finding('severalPriceTables', { count: z.int() }),
  finding('zeroPrice', { title: z.string() }),
  finding('zeroQuantity', { title: z.string() }),
  finding('untitledItem', { number: z.int() }),
  finding('vatRateNotInForce', { rate: z.number(), date: CalendarDate }),
  finding('amountTooLarge', none),
  finding('underFloor', { title: z.string(), price: z.string(), floor: z.string() }),
  finding('underFloorKnown', { title: z.string(), price: z.string(), floor: z.string() }),
  finding('discountForNothing', { title: z.string() }),
  finding('totalDiscountForNothing', none),
  finding('rateMissing', { currency: Currency }),
  finding('priceEnds', { title: z.string(), until: CalendarDate }),
  finding('paymentShares', { percentBp: z.int() }),
  finding('totalDisagrees', { written: z.string(), total: z.string() }),
  finding('signatureMissing', none),
  finding('signatoryMissing', none),
  finding('addresseeMissing', none),
  finding('companyNameEmpty', none),
  finding('requisitesEmpty', none),
  finding('otherLanguage', { words: z.string() }),
  finding('otherLanguageBlock', { blockId: z.string() }),
  finding('brokenImage', { alt: z.string() }),
  finding('forbiddenLink', { href: z.string() }),
  finding('emptyHeading', none),
  finding('emptySection', { title: z.string() }),
  /** A hint of the composition stands where nobody has written yet; `title` = the section, '' outside of sections. */
  finding('unwrittenPart', { title: z.string() }),
  ...leakKinds.map((kind) => finding(kind, { words: z.string() })),
]);
export type Finding = z.infer<typeof Finding>;
export type FindingKind = Finding['kind'];

const order: Readonly<Record<Severity, number>> = { stop: 0, warn: 1, note: 2 };

/** Stops first, then warnings, then notes; within each in document order. Doubles at one place are taken out. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings
    .filter((found) => {
      const id = JSON.stringify([found.kind, found.place, found.sectionId, found.quote, found.params]);
      return seen.has(id) ? false : seen.add(id);
    })
    .toSorted((one, other) => order[one.severity] - order[other.severity]);
}
