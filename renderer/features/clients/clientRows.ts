import type { AccountType } from '../../../shared/domain/account.ts';
import type { AbcClass, AccountHealth, AccountRow } from '../../../shared/domain/accountView.ts';
import { daysBetween } from '../../../shared/domain/calendarDate.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';

/** What the chips above the table let through; an empty list lets all through. */
export type ClientFilter = {
  readonly types: readonly AccountType[];
  readonly health: readonly AccountHealth[];
  readonly silentOnly: boolean;
  /** Heads of groups and clients that stand for themselves. */
  readonly headsOnly: boolean;
};

export const noFilter: ClientFilter = { types: [], health: [], silentOnly: false, headsOnly: false };

export type ClientColumn =
  | 'name'
  | 'type'
  | 'cell'
  | 'share'
  | 'contact'
  | 'completeness'
  | 'health'
  | 'nextStep';
export type ClientSort = { readonly column: ClientColumn; readonly descending: boolean };

export type GroupKey = AbcClass | 'none';

/** A group's head with its sums. */
export type GroupHead = {
  readonly kind: 'group';
  readonly key: GroupKey;
  /** Found by the search, also those the filters hide. */
  readonly count: number;
  readonly sharePermille: number;
  readonly hidden: number;
};

/** A line of a list that is here as a whole. */
export type ClientLine = GroupHead | { readonly kind: 'client'; readonly row: AccountRow };

/** A line of the table: a group's head, or the row at a place in the order of the whole table. */
export type TableLine = GroupHead | { readonly kind: 'client'; readonly at: number };

/** A client is silent after half as long again as its own usual gap (GLOSSARY: молчание клиента). */
const silenceFactor = 1.5;

/** Whether the client has been silent against its own rhythm; never when the rhythm is not known. */
export function isSilent(row: AccountRow, today: CalendarDate): boolean {
  const { lastContactOn, usualGapDays } = row.measures;
  if (lastContactOn === null || usualGapDays === null) return false;
  return daysBetween(lastContactOn, today) > usualGapDays * silenceFactor;
}

/** Whether the chips let this client through. */
export function passes(row: AccountRow, filter: ClientFilter, today: CalendarDate): boolean {
  if (filter.types.length > 0 && !row.types.some((type) => filter.types.includes(type))) return false;
  if (filter.health.length > 0 && !filter.health.includes(row.measures.health)) return false;
  if (filter.headsOnly && row.parent !== null) return false;
  return !filter.silentOnly || isSilent(row, today);
}

const groupOrder: readonly GroupKey[] = ['A', 'B', 'C', 'none'];
const typeOrder: readonly AccountType[] = ['breadwinner', 'imageMaker', 'expert', 'prospective'];
const healthOrder: readonly AccountHealth[] = ['even', 'attention', 'risk'];

/** What a column sorts by: text, or a number, or null for «not known», which always comes last. */
function sortValue(row: AccountRow, column: ClientColumn): string | number | null {
  const { measures } = row;
  switch (column) {
    case 'name':
      return row.name;
    case 'type': {
      const [main] = row.types;
      return main === undefined ? null : typeOrder.indexOf(main);
    }
    case 'cell':
      return measures.abc === null ? null : `${measures.abc}${measures.xyz ?? ''}`;
    case 'share':
      return measures.profitSharePermille;
    case 'contact':
      return measures.lastContactOn;
    case 'completeness':
      return measures.completenessPercent;
    case 'health':
      return healthOrder.indexOf(measures.health);
    case 'nextStep':
      return row.nextStepOn;
  }
}

/** Sorted copy; clients for whom the value is not known stand last in both directions, names break ties. */
export function sortClients(
  rows: readonly AccountRow[],
  sort: ClientSort,
  collator: Intl.Collator,
): AccountRow[] {
  const keyed = rows.map((row) => ({ row, value: sortValue(row, sort.column) }));
  const direction = sort.descending ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) {
      if (a.value !== b.value) return a.value === null ? 1 : -1;
    } else {
      const order =
        typeof a.value === 'number' && typeof b.value === 'number'
          ? a.value - b.value
          : collator.compare(String(a.value), String(b.value));
      if (order !== 0) return order * direction;
    }
    return collator.compare(a.row.name, b.row.name);
  });
  return keyed.map(({ row }) => row);
}

/**
 * Lines in the order they are drawn. Sums of a group count every client found by the search, also those
 * that the chips hide, so that «79,3 % прибыли» does not change while one looks at a part of the group.
 */
export function clientLines(
  found: readonly AccountRow[],
  shown: readonly AccountRow[],
  grouped: boolean,
): ClientLine[] {
  if (!grouped) return shown.map((row) => ({ kind: 'client', row }));
  const keyOf = (row: AccountRow): GroupKey => row.measures.abc ?? 'none';
  const shownBy = new Map<GroupKey, AccountRow[]>();
  for (const row of shown) {
    const key = keyOf(row);
    const list = shownBy.get(key);
    if (list === undefined) shownBy.set(key, [row]);
    else list.push(row);
  }
  const sums = new Map<GroupKey, { count: number; sharePermille: number }>();
  for (const row of found) {
    const key = keyOf(row);
    const sum = sums.get(key) ?? { count: 0, sharePermille: 0 };
    sum.count += 1;
    sum.sharePermille += row.measures.profitSharePermille;
    sums.set(key, sum);
  }
  const lines: ClientLine[] = [];
  for (const key of groupOrder) {
    const rows = shownBy.get(key) ?? [];
    const sum = sums.get(key);
    if (sum === undefined) continue;
    if (rows.length === 0) continue;
    lines.push({
      kind: 'group',
      key,
      count: sum.count,
      sharePermille: sum.sharePermille,
      hidden: sum.count - rows.length,
    });
    for (const row of rows) lines.push({ kind: 'client', row });
  }
  return lines;
}

/** Lines of a list that is here as a whole, as the table asks for them. */
export function wholeLines(list: readonly ClientLine[], rows: readonly AccountRow[]) {
  let row = 0;
  const indexes: number[] = [];
  const lines = list.map((line, index): TableLine => {
    if (line.kind === 'group') return line;
    indexes.push(index);
    return { kind: 'client', at: row++ };
  });
  return {
    count: lines.length,
    rows: rows.length,
    lineAt: (index: number): TableLine => lines[index] ?? { kind: 'client', at: rows.length },
    indexOf: (at: number): number => indexes[at] ?? 0,
    rowAt: (at: number): AccountRow | undefined => rows[at],
  };
}

/** The largest profit of the list: the bars are scaled to it. A loop: 10,000 arguments are too many to spread. */
export function largestProfit(rows: readonly AccountRow[]): number {
  let largest = 0;
  for (const row of rows) largest = Math.max(largest, row.measures.profit12mMinor);
  return largest;
}
