import type { TodayRow } from '../../../shared/domain/accountView.ts';
import { addDays, weekdayOf } from '../../../shared/domain/calendarDate.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';

/** How soon a row needs the KAM. */
export type Urgency = 'overdue' | 'today' | 'week' | 'later' | 'noDate';
export const urgencies: readonly Urgency[] = ['overdue', 'today', 'week', 'later', 'noDate'];

/** How soon; the week runs to its Sunday. */
export function urgencyOf(dueOn: CalendarDate | null, today: CalendarDate): Urgency {
  if (dueOn === null) return 'noDate';
  if (dueOn < today) return 'overdue';
  if (dueOn === today) return 'today';
  return dueOn <= addDays(today, 7 - weekdayOf(today)) ? 'week' : 'later';
}

/** A group of rows under one heading. */
export type TodayGroup<Key extends string> = { readonly key: Key; readonly rows: readonly TodayRow[] };

// Days order as text; a row without a day stands after all that have one.
const byDay = (one: TodayRow, other: TodayRow) => (one.dueOn ?? '9').localeCompare(other.dueOn ?? '9');

/** The rows by urgency, the most urgent first; groups without rows are left out. */
export function groupByUrgency(
  rows: readonly TodayRow[],
  today: CalendarDate,
): readonly TodayGroup<Urgency>[] {
  return urgencies
    .map((key) => ({ key, rows: rows.filter((row) => urgencyOf(row.dueOn, today) === key).toSorted(byDay) }))
    .filter((group) => group.rows.length > 0);
}

/** The rows by client; the client with the nearest day first. */
export function groupByAccount(rows: readonly TodayRow[]): readonly TodayGroup<string>[] {
  const groups = Map.groupBy(rows.toSorted(byDay), (row) => row.accountName);
  return [...groups].map(([key, members]) => ({ key, rows: members }));
}

/** A key of a row that stays the same while the list is read again. */
export function rowKey(row: TodayRow): string {
  return [
    row.kind,
    row.accountId,
    row.sourceId,
    row.tenderId,
    row.proposalId,
    row.personId,
    row.subject,
  ].join(' ');
}
