import { z } from 'zod';
import { addMonths, CalendarDate } from './calendarDate.ts';
import type { OwnFieldKey } from './detailFields.ts';
import { AccountId } from './ids.ts';
import { AmountMinor, Currency } from './money.ts';

/** What the rows of a table file are (GLOSSARY: загрузка таблицы). */
export const ImportKind = z.enum(['deliveries', 'accounts', 'people']);
export type ImportKind = z.infer<typeof ImportKind>;

/** Fields that a column of a file may hold, by kind, in the order they are shown. */
export const importFields = {
  deliveries: [
    'client',
    'inn',
    'date',
    'document',
    'direction',
    'subject',
    'revenue',
    'profit',
    'cost',
    'margin',
    'currency',
  ],
  accounts: [
    'name',
    'legalForm',
    'inn',
    'kpp',
    'ogrn',
    'industry',
    'city',
    'employees',
    'foundedYear',
    'annualRevenue',
    'clientCurrency',
    'types',
    'phone',
    'email',
    'site',
    'fullName',
    'legalAddress',
    'postalAddress',
    'headName',
    'headPosition',
    'headBasis',
    'okpo',
    'okved',
    'bankName',
    'bic',
    'settlementAccount',
    'correspondentAccount',
    'description',
  ],
  people: [
    'client',
    'inn',
    'fullName',
    'lastName',
    'firstName',
    'middleName',
    'position',
    'department',
    'phone',
    'mobile',
    'email',
    'birthday',
    'role',
    'note',
  ],
} as const satisfies Record<ImportKind, readonly string[]>;

export type DeliveryField = (typeof importFields.deliveries)[number];
/** Of a client also the department's own fields, by their keys in the dossier. */
export type AccountField = (typeof importFields.accounts)[number] | OwnFieldKey;
export type PersonField = (typeof importFields.people)[number];
export type DossierImportField = DeliveryField | AccountField | PersonField;

/** What is done with a client of the file: it is a known one, a new one, or its rows are left out. */
export const ClientDecision = z.union([AccountId, z.enum(['new', 'skip'])]);
export type ClientDecision = z.infer<typeof ClientDecision>;

/** What a line without a day is in a grouped report: a client, or goods of the document above. */
export const GroupChoice = z.enum(['client', 'goods']);
export type GroupChoice = z.infer<typeof GroupChoice>;

/** Whether the title of a column of sums says that they include VAT: «Сумма с НДС», "Amount incl. VAT". */
export function saysWithVat(title: string): boolean {
  if (/без\s*ндс|(excl|ex|w\/?o|without|before|net of)\w*\.?\s*vat/iu.test(title)) return false;
  return /(^|[^\p{L}])(с|включая|вкл\.?|в\s*т\.?\s*ч\.?)\s*ндс|ндс\s*вкл|(incl|with)\w*\.?\s*vat|vat\s*incl|^gross\s+(amount|sales|total)/iu.test(
    title,
  );
}

/** How a table file is to be read into dossiers. */
export const DossierImportPlan = z.object({
  importId: z.uuid(),
  sheet: z.int().min(0).max(1000),
  kind: ImportKind,
  mapping: z.record(z.string().max(40), z.int().min(0).max(500).nullable()),
  /** The client of every row; null = the file names them. */
  accountId: AccountId.nullable(),
  /** Clients that the vault does not know: made, or their rows left out. */
  missingClients: z.enum(['create', 'leave']),
  /** By the key of a client in the file ({@link ClientMatch}). */
  decisions: z.record(z.string().max(300), ClientDecision),
  /** Lines of a grouped report that may be a client or goods, by their text, as the user told. */
  groups: z.record(z.string().max(200), GroupChoice).default({}),
  /** Where the file says nothing of the currency. */
  currency: Currency,
  /** The VAT that the sums of the file include: in percent, 0 = none, or the general rate of each delivery's day. */
  vat: z.union([z.literal('ofDay'), z.int().min(0).max(99)]),
  /** How `03/04/2026` is meant; `auto` = as the column tells, and rows that it does not tell are left out. */
  dayOrder: z.enum(['auto', 'dayFirst', 'monthFirst']),
  /** Whether the file's values replace what a dossier has; otherwise they only fill what is empty. */
  overwrite: z.boolean(),
});
export type DossierImportPlan = z.infer<typeof DossierImportPlan>;

/** What became, or would become, of a row. */
export const DossierRowOutcome = z.enum([
  'new',
  'changed',
  'same',
  'decision',
  'skipped',
  'total',
  'heading',
]);
export type DossierRowOutcome = z.infer<typeof DossierRowOutcome>;

/** Why a row, or with another outcome than `skipped` only a field of it, is not taken. */
export const DossierRowReason = z.enum([
  'noClient',
  'groupUnclear',
  'clientUnknown',
  'clientUndecided',
  'clientSkipped',
  'noDate',
  'badDate',
  'ambiguousDate',
  'dateTooEarly',
  'dateTooLate',
  'noRevenue',
  'badNumber',
  'ambiguousNumber',
  'tooLarge',
  'badCurrency',
  'otherCurrency',
  'noName',
  'badBirthday',
  'birthdayAhead',
  'badType',
  'badChoice',
  'badAnswer',
  'badRole',
  'badCode',
  'tooLong',
  'duplicate',
]);
export type DossierRowReason = z.infer<typeof DossierRowReason>;

export const DossierRowReport = z.object({
  /** Number in the file. */
  row: z.int(),
  outcome: DossierRowOutcome,
  /** Who or what the row is about: a client, a person, a delivery. */
  name: z.string(),
  reason: DossierRowReason.nullable(),
  /** The field and the text that could not be taken; for a duplicate the number of the first row. */
  field: z.string().nullable(),
  value: z.string(),
  /** What was read of a delivery, for a look at days and sums; null = the row is none, or was not read. */
  delivery: z
    .object({ on: CalendarDate, revenueMinor: AmountMinor, profitMinor: AmountMinor, currency: Currency })
    .nullable(),
});
export type DossierRowReport = z.infer<typeof DossierRowReport>;

/**
 * A client that the file names. `known` = found by ИНН or by name; `several` = more than one has its ИНН or name;
 * `suggested` = only alike; `missing` = none; `skipped` = the user leaves its rows out.
 */
export const ClientMatch = z.object({
  key: z.string(),
  name: z.string(),
  inn: z.string(),
  rows: z.int(),
  state: z.enum(['known', 'several', 'suggested', 'missing', 'skipped']),
  /** What is done now; null = the user must say. */
  decision: ClientDecision.nullable(),
  candidates: z.array(
    z.object({ id: AccountId, name: z.string(), legalForm: z.string(), inn: z.string(), city: z.string() }),
  ),
});
export type ClientMatch = z.infer<typeof ClientMatch>;

export const DossierImportReport = z.object({
  counts: z.record(DossierRowOutcome, z.int()),
  /** Rows that a person should look at first: left out, to be decided, taken in part, changed, then new ones. */
  rows: z.array(DossierRowReport),
  clients: z.array(ClientMatch),
  /** Lines of a grouped report that may be a client or goods; null = the user must say. */
  groups: z.array(z.object({ name: z.string(), choice: GroupChoice.nullable() })),
  clientCounts: z.object({ known: z.int(), made: z.int(), undecided: z.int(), left: z.int() }),
});
export type DossierImportReport = z.infer<typeof DossierImportReport>;

/** An import that was made, for the list of them. */
export const DossierImportEntry = z.object({
  id: z.int(),
  kind: ImportKind,
  importedAtMs: z.int(),
  fileName: z.string(),
  added: z.int(),
  changed: z.int(),
  /** Clients that were made along with deliveries or people. */
  clientsMade: z.int(),
  undoneAtMs: z.int().nullable(),
});
export type DossierImportEntry = z.infer<typeof DossierImportEntry>;

/** The earliest day a delivery may have: earlier ones are slips, such as an empty date of Excel. */
export const earliestDelivery = '1990-01-01';

/** The last day that a delivery may be dated, seen from `today`: a year ahead. */
export const latestDelivery = (today: CalendarDate): CalendarDate => addMonths(today, 12);
