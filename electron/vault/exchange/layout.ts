import { createHash } from 'node:crypto';
import { foldText } from '../../../shared/domain/foldText.ts';
import { cellText, isBlankRow, type TableRow, type TableSheet } from './tableFile.ts';

/** A field of ours that a column may hold, and what such a column is called. The first pattern fits best. */
export type ImportField<Key extends string> = { readonly key: Key; readonly titles: readonly RegExp[] };

/** Which column holds which field; null = none. */
export type ColumnMapping<Key extends string> = Readonly<Record<Key, number | null>>;

/** A sheet laid out: titles of its columns, the rows below them, and a name for tables that look alike. */
export type SheetLayout = {
  readonly titles: readonly string[];
  /** Number of the last row of the heading; 0 = the table has none. */
  readonly headRow: number;
  readonly rows: readonly TableRow[];
  readonly shape: string;
};

const headSearch = 40;

/** A title as patterns are held against it: lower case, «ё» as «е», without dots and colons. */
export const foldTitle = (text: string): string =>
  foldText(text)
    .replace(/[.:*]+/g, ' ')
    .trim();

function knownTitles(row: TableRow, fields: readonly ImportField<string>[]): number {
  return row.cells.filter((cell) => {
    const title = foldTitle(cellText(cell));
    return (
      title !== '' && title.length < 60 && fields.some(({ titles }) => titles.some((one) => one.test(title)))
    );
  }).length;
}

const isNumeric = (text: string): boolean => /^[\d\s.,%₽$€¥£-]+$/.test(text);

/**
 * Whether a row continues the heading above it: «Цена» over two columns, «без НДС» and «с НДС» below. Then it has
 * words in a column whose cell above is empty, and no numbers.
 */
function continuesHead(head: TableRow, next: TableRow | undefined): next is TableRow {
  if (next === undefined || next.number !== head.number + 1 || isBlankRow(next)) return false;
  const texts = next.cells.map(cellText);
  if (texts.some((text) => text !== '' && isNumeric(text))) return false;
  const filled = texts.flatMap((text, at) => (text === '' ? [] : [at]));
  const spread = filled.some(
    (at) => at > 0 && cellText(head.cells[at]) === '' && cellText(head.cells[at - 1] ?? null) !== '',
  );
  // Under a merged title stand at least two, the first of them right below it.
  return filled.length >= 2 && spread;
}

function joinedTitles(head: TableRow, below: TableRow | null, width: number): string[] {
  let above = '';
  return Array.from({ length: width }, (_, at) => {
    const own = cellText(head.cells[at]);
    const sub = below === null ? '' : cellText(below.cells[at]);
    if (own !== '') above = own;
    // A title merged over both rows says nothing twice.
    if (sub === '' || sub === own) return own;
    return own === '' ? `${above} ${sub}`.trim() : `${own} ${sub}`;
  });
}

/** What reports of 1С name their nested groups by, a row a group below the first column's title. */
const groupTitle =
  /^(контрагент|клиент|покупатель|партнер|документ( продажи| реализации| движения)?|регистратор|номенклатура|заказ( клиента)?|договор( контрагента)?|менеджер|организация|подразделение)(, .*)?$/;

/** How many rows below the heading name nothing but groups; titles merged down into them are there once more. */
function groupRowsBelow(rows: readonly TableRow[], from: number, titles: readonly string[]): number {
  let count = 0;
  for (let row = rows[from]; row !== undefined && count < 4; row = rows[from + count]) {
    const own = row.cells.map(cellText).filter((text, at) => text !== '' && text !== titles[at]);
    if (own.length === 0 || !own.every((text) => groupTitle.test(foldTitle(text)))) break;
    count += 1;
  }
  return count;
}

/**
 * Finds the heading of a table: the row of the first forty with the most titles that are known, at least two, with
 * what is merged over two rows joined. What stands above it is a letterhead and is passed over.
 */
export function layOut(sheet: TableSheet, fields: readonly ImportField<string>[]): SheetLayout {
  const candidates = sheet.rows.slice(0, headSearch);
  let best = { at: -1, score: 1 };
  for (const [at, row] of candidates.entries()) {
    const score = knownTitles(row, fields);
    if (score > best.score) best = { at, score };
  }
  const width = sheet.rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const head = sheet.rows[best.at];
  const next = sheet.rows[best.at + 1];
  const below = head !== undefined && continuesHead(head, next) ? next : null;
  const titles =
    head === undefined ? Array.from({ length: width }, () => '') : joinedTitles(head, below, width);
  const headEnd = best.at + (below === null ? 1 : 2);
  const groups = head === undefined ? 0 : groupRowsBelow(sheet.rows, headEnd, titles);
  for (const row of sheet.rows.slice(headEnd, headEnd + groups))
    for (const [at, text] of row.cells.map(cellText).entries())
      if (text !== '' && text !== titles[at]) titles[at] = `${titles[at] ?? ''} ${text}`.trim();
  const from = headEnd + groups;
  return {
    titles,
    headRow: head === undefined ? 0 : (sheet.rows[from - 1]?.number ?? 0),
    rows: sheet.rows.slice(from).filter((row) => !isBlankRow(row)),
    shape: createHash('sha256').update(titles.map(foldTitle).join('\u001F')).digest('hex'),
  };
}

/** The titles of a sheet with a percent sign after each whose figures carry one: «Маржа» over «12 %» is «Маржа %». */
export function titlesWithPercent({ titles, rows }: Pick<SheetLayout, 'titles' | 'rows'>): string[] {
  return titles.map((title, at) => {
    const told = rows.slice(0, percentSearch).flatMap(({ cells }) => cellText(cells[at]) || []);
    const isPercent = told.length > 0 && told.every((text) => /^[-−]?\d[\d.,\s]*%$/.test(text));
    return title === '' || title.includes('%') || !isPercent ? title : `${title} %`;
  });
}
const percentSearch = 200;

/** The column of each field by its title: better patterns first, a column for one field only. */
export function guessMapping<Key extends string>(
  titles: readonly string[],
  fields: readonly ImportField<Key>[],
): ColumnMapping<Key> {
  const taken = new Set<number>();
  const found = new Map<Key, number>();
  const folded = titles.map(foldTitle);
  const deepest = Math.max(0, ...fields.map((field) => field.titles.length));
  for (let rank = 0; rank < deepest; rank += 1)
    for (const { key, titles: patterns } of fields) {
      const pattern = patterns[rank];
      if (pattern === undefined || found.has(key)) continue;
      const at = folded.findIndex(
        (title, column) => title !== '' && !taken.has(column) && pattern.test(title),
      );
      if (at < 0) continue;
      found.set(key, at);
      taken.add(at);
    }
  // Every key of the fields is there; fromEntries forgets that.
  return Object.fromEntries(fields.map(({ key }) => [key, found.get(key) ?? null])) as ColumnMapping<Key>;
}
