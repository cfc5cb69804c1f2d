import { z } from 'zod';
import { analysisWords } from '../../../shared/document/analysisWords.ts';
import { optionWord } from '../../../shared/document/dossierWords.ts';
import { exportWords, headingWords } from '../../../shared/document/exportWords.ts';
import { answerWords } from '../../../shared/document/ownFieldText.ts';
import { StandardId } from '../../../shared/domain/account.ts';
import type { AccountRow, TenderRow } from '../../../shared/domain/accountView.ts';
import { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { ExportRequest } from '../../../shared/domain/exportFile.ts';
import { AccountDetails } from '../../../shared/domain/detailFields.ts';
import { FollowUpKind } from '../../../shared/domain/followUp.ts';
import { AccountId } from '../../../shared/domain/ids.ts';
import type { Language } from '../../../shared/domain/language.ts';
import {
  columnHeadings,
  type DetailsOfClient,
  fieldRead,
  type OwnColumn,
  ownColumns,
} from '../../../shared/domain/ownColumn.ts';
import type { OwnField } from '../../../shared/domain/ownField.ts';
import { filePart } from '../../../shared/domain/proposalNumber.ts';
import { isOpenTender, TenderReason } from '../../../shared/domain/tender.ts';
import type { CalendarEntry } from '../exchange/calendar.ts';
import { writeCards } from '../exchange/vcard/writeCards.ts';
import { type TableValue, writeTable } from '../exchange/writeTable.ts';
import { listAccounts } from '../store/accountList.ts';
import { readAccount } from '../store/accountStore.ts';
import { type DatedThing, listBirthdays, listDatedThings } from '../store/datedThings.ts';
import { listFollowUps } from '../store/followUpStore.ts';
import type { ReadableDb } from '../store/openDatabase.ts';
import { listPeople } from '../store/personStore.ts';
import { portfolioCurrency } from '../store/portfolioStore.ts';
import { listProposals } from '../store/proposalStore.ts';
import { fromRow } from '../store/rows.ts';
import { listOwnFields, standardReader } from '../store/standardReader.ts';
import { listTenders } from '../store/tenderStore.ts';
import { analysisRows } from './analysisTables.ts';
import { writeWhole } from './exportProposal.ts';

type When = { readonly nowMs: number; readonly today: CalendarDate };

const dayValue = (day: CalendarDate | null): TableValue => (day === null ? null : { day });
const minorValue = (minor: number | null): TableValue => (minor === null ? null : { minor });

const DeliveryRow = z.object({
  deliveredOn: CalendarDate,
  accountName: z.string(),
  inn: z.string(),
  direction: z.string(),
  subject: z.string(),
  revenueMinor: z.int(),
  profitMinor: z.int(),
  currency: z.string(),
  document: z.string(),
});

function deliveryRows(db: ReadableDb): TableValue[][] {
  return db
    .prepare(/* sql */ `
      SELECT deliveredOn, accounts.name AS accountName, accounts.inn AS inn, direction, subject, revenueMinor, profitMinor,
        deliveries.currency, document
      FROM deliveries JOIN accounts ON accounts.id = deliveries.accountId
      WHERE deliveries.deletedAtMs IS NULL AND accounts.deletedAtMs IS NULL ORDER BY deliveredOn DESC, deliveries.id`)
    .all()
    .map((raw) => {
      const row = DeliveryRow.parse(raw);
      return [
        { day: row.deliveredOn },
        row.accountName,
        row.inn,
        row.direction,
        row.subject,
        { minor: row.revenueMinor },
        { minor: row.profitMinor },
        row.currency,
        row.document,
      ];
    });
}

/** All clients by name, or the chosen ones in the order they were handed over; archived ones among them if chosen. */
function clientRows(
  db: ReadableDb,
  today: CalendarDate,
  accountIds: readonly AccountId[] | undefined,
): AccountRow[] {
  const { rows } = listAccounts(db, '', today);
  if (accountIds === undefined) return rows;
  const byId = new Map([...rows, ...listAccounts(db, '', today, true).rows].map((row) => [row.id, row]));
  return accountIds.flatMap((id) => byId.get(id) ?? []);
}

/** An own field's text as a cell of its kind; what is not of its kind stays a text. */
function ownValue(kind: OwnField['kind'], stored: string, language: Language): TableValue {
  switch (kind) {
    case 'number':
      return stored === '' || !Number.isFinite(Number(stored)) ? stored : Number(stored);
    case 'date': {
      const day = CalendarDate.safeParse(stored);
      return day.success ? { day: day.data } : stored;
    }
    case 'choice':
      return optionWord(stored, language);
    case 'yesNo':
      return stored === 'yes' || stored === 'no' ? answerWords[language][stored] : stored;
    default:
      return stored;
  }
}

const Details = z.object({ id: AccountId, variant: StandardId, details: AccountDetails });

/** The columns of own fields that some standard asks for, and of former ones that a client has something in. */
function ownPart(
  db: ReadableDb,
  clients: readonly AccountId[],
  language: Language,
): { readonly titles: string[]; readonly valuesOf: (id: AccountId) => TableValue[] } {
  const columns = ownColumns(listOwnFields(db));
  const wanted = new Set<string>(clients);
  const known = new Map<AccountId, DetailsOfClient>();
  const standardOf = standardReader(db);
  if (columns.length > 0)
    for (const row of db
      .prepare(
        /* sql */ `SELECT id, variant, details FROM accounts WHERE details <> '{}' AND deletedAtMs IS NULL`,
      )
      .iterate()) {
      const { id, variant, details } = Details.parse(fromRow(row, ['details']));
      // A client of a standard that was deleted is kept by the general one.
      if (wanted.has(id)) known.set(id, { standardId: standardOf(variant).id, details });
    }
  const filled = new Set([...known.values()].flatMap(({ details }) => Object.keys(details)));
  const shown = columns.filter(
    ({ fields, askedBy }) => askedBy.length > 0 || fields.some(({ key }) => filled.has(key)),
  );
  const stored = (column: OwnColumn, client: DetailsOfClient | undefined): string =>
    (client === undefined ? '' : client.details[fieldRead(column, client).key]) ?? '';
  return {
    titles: columnHeadings(shown, headingWords(language)),
    valuesOf: (id) => shown.map((column) => ownValue(column.kind, stored(column, known.get(id)), language)),
  };
}

type Rows = { readonly titles: readonly string[]; readonly rows: TableValue[][] };

/** Why a tender ended as it did; an open one may keep the reasons of an outcome that was taken back. */
function reasonWords({ status, reasons }: TenderRow, language: Language): string {
  if (isOpenTender(status)) return '';
  const { tenderReason } = exportWords[language];
  return reasons.map((reason) => tenderReason[TenderReason.parse(reason)]).join(', ');
}

function clientTable(
  db: ReadableDb,
  language: Language,
  today: CalendarDate,
  accountIds: readonly AccountId[] | undefined,
): Rows {
  const say = exportWords[language];
  const currency = portfolioCurrency(db, today);
  const listed = clientRows(db, today, accountIds);
  const own = ownPart(
    db,
    listed.map(({ id }) => id),
    language,
  );
  return {
    titles: [...say.columns.clients, ...own.titles],
    rows: listed.map(({ measures, ...row }) => [
      row.name,
      row.legalForm,
      row.inn,
      row.industry,
      row.city,
      row.types.map((type) => say.accountType[type]).join(', '),
      `${measures.abc ?? ''}${measures.xyz ?? ''}`,
      { minor: measures.revenue12mMinor },
      { minor: measures.profit12mMinor },
      currency,
      measures.profitSharePermille / 10,
      dayValue(measures.lastContactOn),
      say.health[measures.health],
      measures.completenessPercent,
      row.nextStep,
      dayValue(row.nextStepOn),
      row.currency,
      ...own.valuesOf(row.id),
    ]),
  };
}

function rowsOf(
  db: ReadableDb,
  { table, language, accountIds }: Extract<ExportRequest, { kind: 'table' }>,
  today: CalendarDate,
): Rows {
  const say = exportWords[language];
  const titles = say.columns[table];
  switch (table) {
    case 'clients':
      return clientTable(db, language, today, accountIds);
    case 'deliveries':
      return { titles, rows: deliveryRows(db) };
    case 'tenders':
      return {
        titles,
        rows: listTenders(db, null, today).map((row) => [
          row.title,
          row.accountName,
          say.tenderStatus[row.status],
          dayValue(row.tenderOn),
          minorValue(row.budgetMinor),
          minorValue(row.ourBidMinor),
          row.currency,
          row.milestonesDone,
          row.milestonesTotal,
          reasonWords(row, language),
        ]),
      };
    case 'proposals':
      return {
        titles,
        rows: listProposals(db, null).map((row) => [
          row.number,
          row.edition,
          row.accountName,
          row.title,
          row.subject,
          say.proposalStatus[row.status],
          { day: row.documentDate },
          { day: row.validUntil },
          minorValue(row.totalMinor),
          row.currency,
          row.readerNames.join(', '),
        ]),
      };
  }
}

/** Wide enough for most of what stands in a column, and no wider than can be read. */
function widthOf(title: string, values: readonly TableValue[]): number {
  const lengths = values.slice(0, 200).map((value) => {
    if (value === null) return 0;
    if (typeof value === 'object') return 'day' in value ? 10 : 15;
    return String(value).length;
  });
  return Math.min(48, Math.max(title.length, ...lengths) + 2);
}

function tableBytes(name: string, { titles, rows }: Rows): Promise<Uint8Array> {
  const columns = titles.map((title, at) => ({
    title,
    width: widthOf(
      title,
      rows.map((row) => row[at] ?? null),
    ),
  }));
  return writeTable({ name, columns, rows });
}

async function calendarOf(db: ReadableDb, language: Language, when: When): Promise<string> {
  // Two hundred kilobytes that most days nobody asks for.
  const { writeCalendar } = await import('../exchange/calendar.ts');
  const say = exportWords[language];
  const kinds = new Map(listFollowUps(db, null).map(({ id, kind }) => [String(id), kind]));
  const summaryOf = ({ id, kind, title, accountName }: DatedThing): string => {
    switch (kind) {
      case 'promise':
        return say.promise(title, accountName);
      case 'tender':
        return say.tender(title, accountName);
      case 'proposal':
        return say.proposalEnds(title, accountName);
      case 'nextStep':
      case 'planTask':
        return say.task(title, accountName);
      case 'followUp':
        return say.task(title || say.followUp[FollowUpKind.parse(kinds.get(id))], accountName);
    }
  };
  const entries: CalendarEntry[] = [
    ...listBirthdays(db).map(({ id, personName, accountName, birthday }) => ({
      uid: `birthday-${id}@kamerton`,
      summary: say.birthday(personName, accountName),
      on: { birthday },
      // The day before and on the day, at nine.
      alarms: ['-PT15H', 'PT9H'],
    })),
    ...listDatedThings(db).map((thing) => ({
      uid: `${thing.kind}-${thing.id}@kamerton`,
      summary: summaryOf(thing),
      on: { day: thing.dueOn },
      alarms: ['PT9H'],
    })),
  ];
  return writeCalendar(entries, { name: say.calendar, ...when });
}

/** The name of a file for other programs, without a folder and an extension. Throws notFound. */
export function exportFileName(db: ReadableDb, request: ExportRequest): string {
  const say = exportWords[request.language];
  switch (request.kind) {
    case 'table':
      return say.tables[request.table];
    case 'analysis':
      return analysisWords[request.language].names[request.of.view];
    case 'cards':
      return [say.cards, filePart(readAccount(db, request.accountId).name, 50)].filter(Boolean).join('_');
    case 'calendar':
      return say.calendar.replaceAll(' ', '_');
  }
}

/** Writes a file for other programs, wholly or not at all. Throws notFound, and as the export of a proposal does. */
export async function exportFile(
  db: ReadableDb,
  request: ExportRequest,
  path: string,
  when: When,
): Promise<void> {
  const { language } = request;
  switch (request.kind) {
    case 'table':
      return writeWhole(
        path,
        await tableBytes(exportWords[language].tables[request.table], rowsOf(db, request, when.today)),
      );
    case 'analysis':
      return writeWhole(
        path,
        await tableBytes(
          analysisWords[language].names[request.of.view],
          analysisRows(db, request.of, language, when.today),
        ),
      );
    case 'cards': {
      const { name } = readAccount(db, request.accountId);
      return writeWhole(path, Buffer.from(writeCards(listPeople(db, request.accountId), name), 'utf8'));
    }
    case 'calendar':
      return writeWhole(path, Buffer.from(await calendarOf(db, language, when), 'utf8'));
  }
}
