import { z } from 'zod';
import type { AccountEvent } from './accountEvent.ts';
import { AccountId } from './ids.ts';

/** What may be spent on gifts to one client in a calendar year; null = no limit was set. Roubles, in kopecks. */
export const GiftBudget = z.object({ accountId: AccountId, yearMinor: z.int().min(0).nullable() });
export type GiftBudget = z.infer<typeof GiftBudget>;

/**
 * Civil Code of Russia art. 575: only usual gifts of at most 3 000 roubles are allowed between commercial
 * organisations and to state and municipal employees in connection with their office.
 */
export const usualGiftMinor = 300_000;

export type GiftYear = {
  readonly year: string;
  readonly count: number;
  /** Sum of the gifts whose price is known. */
  readonly spentMinor: number;
  /** Gifts without a price: they are in no sum. */
  readonly unpriced: number;
};

/** Gifts of a calendar year, `year` with four digits. `except` leaves out an event that is being edited. */
export function giftsOfYear(
  events: readonly Pick<AccountEvent, 'id' | 'kind' | 'happenedOn' | 'amountMinor'>[],
  year: string,
  except: string | null = null,
): GiftYear {
  const gifts = events.filter(
    ({ id, kind, happenedOn }) => kind === 'gift' && happenedOn.startsWith(`${year}-`) && id !== except,
  );
  return {
    year,
    count: gifts.length,
    spentMinor: gifts.reduce((sum, { amountMinor }) => sum + (amountMinor ?? 0), 0),
    unpriced: gifts.filter(({ amountMinor }) => amountMinor === null).length,
  };
}

/** Mean mark of the feedback that has one, rounded to a tenth; null where none has. */
export function meanMark(events: readonly Pick<AccountEvent, 'kind' | 'mark'>[]): number | null {
  const marks = events.flatMap(({ kind, mark }) => (kind === 'feedback' && mark !== null ? [mark] : []));
  if (marks.length === 0) return null;
  return Math.round((marks.reduce((sum, mark) => sum + mark, 0) / marks.length) * 10) / 10;
}
