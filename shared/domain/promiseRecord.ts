import type { AccountEvent } from './accountEvent.ts';
import type { CalendarDate } from './calendarDate.ts';

/** How well we keep our word with a client: promises of ours whose day has come, and those of them that were kept. */
export type PromiseRecord = { readonly due: number; readonly kept: number };

/**
 * Counts promises of ours that were settled or whose day is past. Kept is what was not said to be broken and was settled
 * by its day. GLOSSARY: обещание.
 */
export function promiseRecord(
  events: readonly Pick<AccountEvent, 'kind' | 'promisedBy' | 'dueOn' | 'settledOn' | 'settledAs'>[],
  today: CalendarDate,
): PromiseRecord {
  const due = events.filter(
    ({ kind, promisedBy, dueOn, settledOn }) =>
      kind === 'promise' && promisedBy === 'us' && (settledOn !== null || (dueOn !== null && dueOn < today)),
  );
  const kept = due.filter(
    ({ settledOn, settledAs, dueOn }) =>
      settledOn !== null && settledAs !== 'broken' && (dueOn === null || settledOn <= dueOn),
  );
  return { due: due.length, kept: kept.length };
}
