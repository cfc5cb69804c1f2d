import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { DeliveryDraft } from '../../../shared/domain/delivery.ts';
import {
  type DossierImportPlan,
  earliestDelivery,
  latestDelivery,
} from '../../../shared/domain/dossierImport.ts';
import { scaleHalfUp } from '../../../shared/domain/scaleHalfUp.ts';
import { standardVatRate, type VatLaw } from '../../../shared/domain/vatRates.ts';
import { BadCell } from './badCell.ts';
import {
  clientOf,
  createRowReader,
  firstText,
  leftBy,
  type LeftRow,
  type NamedClient,
  type RowReader,
  sumsUp,
} from './dossierRow.ts';
import { type GroupLine, type GroupRole, groupRoles } from './groupRows.ts';
import { readCurrency } from './readCurrency.ts';
import { readDay } from './readDays.ts';
import { cellText, type TableRow } from './tableFile.ts';

/** A delivery as a row tells it; the client is matched later. */
export type DeliveryRow = {
  readonly kind: 'delivery';
  readonly row: number;
  readonly client: NamedClient | null;
  readonly draft: Omit<DeliveryDraft, 'accountId'>;
};

/** What a day is judged by: the present one, and the VAT of each. */
type When = { readonly today: CalendarDate; readonly law: VatLaw };

const Draft = DeliveryDraft.omit({ accountId: true });

/** «Реализация товаров и услуг 00УТ-000123 от 12.01.2026 14:22:11» taken apart; null where a text is no such name. */
function namedDocument(
  text: string,
): { readonly document: string; readonly day: string; readonly kind: string } | null {
  const match =
    /^(.*?)\s+(?:от|dated)\s+(\d{1,2}\.\d{1,2}\.\d{2,4})(?:\s*г\.?)?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\)?$/iu.exec(
      text,
    );
  if (match === null) return null;
  const [, name = '', day = ''] = match;
  return {
    document: `${name} от ${day}`,
    day,
    kind: name.replace(/\s*(?:№\s*)?[\p{L}\p{N}-]*\d[\p{L}\p{N}/-]*$/u, ''),
  };
}

/** Papers that stand over deliveries in a report and are none: the rows below them are. */
const isFrame = (text: string): boolean => /^(договор|контракт|соглашение|без договора)/i.test(text);

/** What a row says of its day and document, wherever it says so. */
type Dated = { readonly cell: boolean; readonly document: ReturnType<typeof namedDocument> };

function datedBy(row: TableRow, reader: RowReader): Dated {
  const cell = reader.text(row, 'date') !== '';
  const texts = [reader.text(row, 'document'), reader.text(row, 'client'), firstText(row)];
  return { cell, document: texts.map(namedDocument).find((found) => found !== null) ?? null };
}

function dayOf(row: TableRow, dated: Dated, reader: RowReader, today: CalendarDate): CalendarDate {
  const read = readDay(
    dated.cell ? reader.cell(row, 'date') : (dated.document?.day ?? ''),
    reader.dayOrder('date'),
  );
  if (!read.ok) throw new BadCell(read.reason === 'ambiguous' ? 'ambiguousDate' : 'badDate', 'date');
  if (read.day < earliestDelivery) throw new BadCell('dateTooEarly', 'date');
  if (read.day > latestDelivery(today)) throw new BadCell('dateTooLate', 'date');
  return read.day;
}

/** Half away from zero: goods that came back stand with a minus. */
const scaled = (minor: number, factor: number, divisor: number): number =>
  Math.sign(minor) * Math.sign(factor) * scaleHalfUp(Math.abs(minor), Math.abs(factor), divisor);

/** A sum of money in smallest units. «12 %» is none: read as twelve, it would be a wrong profit that nobody notices. */
function sumIn(row: TableRow, reader: RowReader, field: 'revenue' | 'profit' | 'cost'): number | null {
  if (reader.text(row, field).includes('%')) throw new BadCell('badNumber', field);
  return reader.number(row, field, 2);
}

/** Revenue and profit without VAT, in smallest units; profit from its own column, from the cost or from the margin. */
function sumsOf(
  row: TableRow,
  reader: RowReader,
  vatPercent: number,
): { revenueMinor: number; profitMinor: number } {
  const bare = (minor: number): number => scaled(minor, 100, 100 + vatPercent);
  const gross = sumIn(row, reader, 'revenue');
  if (gross === null) throw new BadCell('noRevenue', 'revenue');
  const revenueMinor = bare(gross);
  const profit = sumIn(row, reader, 'profit');
  if (profit !== null) return { revenueMinor, profitMinor: profit };
  const cost = sumIn(row, reader, 'cost');
  if (cost !== null) return { revenueMinor, profitMinor: revenueMinor - bare(cost) };
  const cell = reader.cell(row, 'margin');
  // Hundredths of a percent; a share that nobody formatted as percent stands as 0.22.
  const margin = reader.number(row, 'margin', 2);
  const isShare = typeof cell === 'number' && Math.abs(cell) < 1;
  const bp = margin === null ? 0 : isShare ? margin * 100 : margin;
  return { revenueMinor, profitMinor: scaled(revenueMinor, bp, 10_000) };
}

function draftOf(row: TableRow, dated: Dated, reader: RowReader, { today, law }: When) {
  const currencyCell = reader.cell(row, 'currency');
  const currency = cellText(currencyCell) === '' ? reader.plan.currency : readCurrency(currencyCell);
  const deliveredOn = dayOf(row, dated, reader, today);
  const { vat } = reader.plan;
  const sums = sumsOf(row, reader, vat === 'ofDay' ? standardVatRate(deliveredOn, law) : vat);
  if (currency === null) throw new BadCell('badCurrency', 'currency');
  const direction = reader.text(row, 'direction');
  const document = dated.document?.document ?? reader.text(row, 'document');
  const named = reader.text(row, 'subject') || direction || (dated.document?.kind ?? '') || document;
  const subject = named || (reader.plan.currency === 'RUB' ? 'Поставка' : 'Delivery');
  const parsed = Draft.safeParse({ deliveredOn, direction, subject, ...sums, currency, document });
  // Days and sums were read one by one above: what is left is a text beyond its length.
  if (!parsed.success) throw new BadCell('tooLong', subject.length > 500 ? 'subject' : 'document');
  return parsed.data;
}

/** Whether the rows name their clients themselves, or stand in groups below headings that do. */
function isGrouped(rows: readonly TableRow[], reader: RowReader): boolean {
  let [dated, named] = [0, 0];
  for (const row of rows.slice(0, 2000)) {
    const how = datedBy(row, reader);
    if (!how.cell && how.document === null) continue;
    dated += 1;
    const client = reader.text(row, 'client');
    if (client !== '' && namedDocument(client) === null) named += 1;
  }
  return named * 2 < dated;
}

/** Roles of the undated rows of a grouped report without an outline, by their places; documents name themselves in it. */
function flatRoles(rows: readonly TableRow[], reader: RowReader) {
  const places: number[] = [];
  const lines: GroupLine[] = [];
  for (const [at, row] of rows.entries()) {
    const name = firstText(row);
    if (sumsUp(row) || name === '' || isFrame(name)) continue;
    const { cell, document } = datedBy(row, reader);
    // Where days have a column of their own, goods have them too.
    if (cell) return new Map<number, { readonly role: GroupRole; readonly asked: boolean }>();
    places.push(at);
    lines.push({ is: document === null ? 'undated' : 'document', name, sum: plainSum(row, reader) });
  }
  const roles = groupRoles(lines, (name) => reader.plan.groups[name] ?? null);
  return new Map([...roles].map(([at, role]) => [places[at] ?? -1, role]));
}

function plainSum(row: TableRow, reader: RowReader): number | null {
  try {
    return reader.number(row, 'revenue', 2);
  } catch (error) {
    if (error instanceof BadCell) return null;
    throw error;
  }
}

/** `unclear`: nobody said yet whether it is a client. */
type Heading = { readonly level: number; readonly name: string; readonly unclear?: true };

/**
 * The rows of a table of deliveries. In a grouped report of 1С a client stands in a row above its deliveries, with sums
 * of its own; the row nearest above that lies less deep is the client, and goods below a document become its subject.
 * Without an outline {@link groupRoles} tells them apart, and what stays unclear waits for the user with its deliveries.
 * Nothing is guessed: a cell that can be read in two ways, or in none, leaves its row out with the reason. Yields how
 * many rows are read, so that the caller can let others work in between.
 */
export function* readDeliveryRows(
  rows: readonly TableRow[],
  plan: DossierImportPlan,
  when: When,
): Generator<number, (DeliveryRow | LeftRow)[]> {
  const reader = createRowReader(rows, plan);
  const grouped = isGrouped(rows, reader);
  const isDeep = rows.some(({ level }) => level !== undefined);
  const roles = grouped && !isDeep ? flatRoles(rows, reader) : new Map<number, never>();
  const found: (DeliveryRow | LeftRow)[] = [];
  let headings: Heading[] = [];
  let last: { at: number; level: number; goods: string[] } | null = null;

  const closeGoods = (): void => {
    const delivery = last === null ? undefined : found[last.at];
    if (last === null || delivery?.kind !== 'delivery' || last.goods.length === 0) return;
    if (reader.has('subject')) return;
    const subject = last.goods.join(', ').slice(0, 500);
    found[last.at] = { ...delivery, draft: { ...delivery.draft, subject } };
  };

  for (const [at, row] of rows.entries()) {
    if (at % 1000 === 999) yield at;
    const level = row.level ?? 0;
    const name = firstText(row);
    if (sumsUp(row)) {
      found.push({ kind: 'total', row: row.number, name });
      continue;
    }
    const dated = datedBy(row, reader);
    const isDated = dated.cell || dated.document !== null;
    const filled = row.cells.filter((cell) => cellText(cell) !== '').length;
    const hasDeeper = isDeep && (rows[at + 1]?.level ?? 0) > level;
    const overDated =
      hasDeeper && rows[at + 1] !== undefined && datedBy(rows[at + 1] ?? row, reader).document !== null;
    const isHeading = isDated
      ? !dated.cell && (isFrame(name) || overDated)
      : (grouped || filled === 1) && name !== '';
    if (isHeading) {
      const { role, asked } = roles.get(at) ?? { role: 'client', asked: false };
      const isBelow = role === 'goods' || (isDeep && last !== null && level > last.level);
      if (isBelow) last?.goods.push(name);
      else if (!isFrame(name)) {
        closeGoods();
        last = null;
        const heading: Heading = role === 'unclear' ? { level, name, unclear: true } : { level, name };
        headings = isDeep ? [...headings.filter((one) => one.level < level), heading] : [heading];
      }
      if (asked) {
        const choice = role === 'client' || role === 'goods' ? role : null;
        found.push({ kind: 'group', row: row.number, name, choice });
      } else found.push({ kind: 'heading', row: row.number, name });
      continue;
    }
    closeGoods();
    last = null;
    try {
      if (!isDated) throw new BadCell('noDate', 'date');
      const draft = draftOf(row, dated, reader, when);
      const heading = headings.findLast((one) => !isDeep || one.level < level);
      const above = heading?.name ?? '';
      const own = reader.text(row, 'client');
      const named = own !== '' && namedDocument(own) === null;
      // A cell of the client's column that holds a document names no client.
      const client = named || !grouped ? clientOf(row, reader, '') : headingClient(above, row, reader);
      if (heading?.unclear === true && !named && plan.accountId === null)
        throw new BadCell('groupUnclear', 'client');
      if (client === null && plan.accountId === null) throw new BadCell('noClient', 'client');
      last = { at: found.length, level, goods: [] };
      found.push({ kind: 'delivery', row: row.number, client, draft });
    } catch (error) {
      found.push(leftBy(error, row, reader.text(row, 'client') || name, reader));
    }
  }
  closeGoods();
  return found;
}

function headingClient(heading: string, row: TableRow, reader: RowReader): NamedClient | null {
  const withoutCell: RowReader = {
    ...reader,
    text: (one, field) => (field === 'client' ? '' : reader.text(one, field)),
  };
  return clientOf(row, withoutCell, heading);
}
