import { z } from 'zod';
import { CalendarDate, daysBetween } from './calendarDate.ts';
import { AccountId, TenderId } from './ids.ts';
import { TenderReason } from './tender.ts';

// Clients that stopped buying, and whom to win back (GLOSSARY: ушедший клиент).

/** Months without a delivery after which a client may count as lost. */
export const lostAfterMonths = [6, 12, 18, 24] as const;
export const LostAfterMonths = z.union(lostAfterMonths.map((months) => z.literal(months)));
export type LostAfterMonths = z.infer<typeof LostAfterMonths>;
export const usualLostAfter: LostAfterMonths = 12;
export const LostTable = z.object({ months: LostAfterMonths });

/** A client that nobody of ours spoke with for so long before and since is forgotten, days. */
export const forgottenDays = 90;

/** What in its history speaks for why a client left. */
export const LossCause = z.discriminatedUnion('kind', [
  /** Complaints and misunderstandings of its last year that were settled late, badly or never. */
  z.object({ kind: z.literal('complaints'), count: z.int() }),
  /** Promises of ours that were not kept by their day. */
  z.object({ kind: z.literal('promises'), count: z.int() }),
  z.object({
    kind: z.literal('tender'),
    tenderId: TenderId,
    title: z.string(),
    reasons: z.array(TenderReason),
  }),
  /** So many days since anybody of ours had a word with them; null = never. */
  z.object({ kind: z.literal('forgotten'), days: z.int().nullable() }),
]);
export type LossCause = z.infer<typeof LossCause>;

export const LostClient = z.object({
  accountId: AccountId,
  name: z.string(),
  /** Put away into the archive. */
  isArchived: z.boolean(),
  lastDeliveryOn: CalendarDate,
  /** Of the twelve months up to the last delivery: what comes back with the client. Null = in a currency without a rate. */
  profitMinor: z.int().nullable(),
  causes: z.array(LossCause),
  nextStep: z.string(),
  nextStepOn: CalendarDate.nullable(),
});
export type LostClient = z.infer<typeof LostClient>;

/** A complaint, misunderstanding or promise of the time before a client left. */
export type Word = {
  readonly kind: 'complaint' | 'misunderstanding' | 'promise';
  readonly dueOn: CalendarDate | null;
  readonly settledOn: CalendarDate | null;
  readonly settledAs: 'kept' | 'broken' | null;
};

/** Whether a matter was left open, ended badly, or was settled after its day. */
const endedBadly = ({ dueOn, settledOn, settledAs }: Word): boolean =>
  settledOn === null || settledAs === 'broken' || (dueOn !== null && settledOn > dueOn);

/** Why a client may have left, by its history: service, promises, a lost tender, silence. */
export function lossCauses(
  history: {
    readonly words: readonly Word[];
    readonly lostTender: {
      readonly id: TenderId;
      readonly title: string;
      readonly reasons: readonly TenderReason[];
    } | null;
    readonly lastContactOn: CalendarDate | null;
  },
  today: CalendarDate,
): LossCause[] {
  const { words, lostTender, lastContactOn } = history;
  const bad = words.filter(endedBadly);
  const promises = bad.filter(({ kind }) => kind === 'promise').length;
  const complaints = bad.length - promises;
  const days = lastContactOn === null ? null : daysBetween(lastContactOn, today);
  const causes: LossCause[] = [];
  if (complaints > 0) causes.push({ kind: 'complaints', count: complaints });
  if (promises > 0) causes.push({ kind: 'promises', count: promises });
  if (lostTender !== null)
    causes.push({
      kind: 'tender',
      tenderId: lostTender.id,
      title: lostTender.title,
      reasons: [...lostTender.reasons],
    });
  if (days === null || days >= forgottenDays) causes.push({ kind: 'forgotten', days });
  return causes;
}

/** How many clients bought for the last time in each year, the earliest first: the dynamics of losses. */
export function lostByYear(
  clients: readonly Pick<LostClient, 'lastDeliveryOn'>[],
): { year: number; clients: number }[] {
  const years = new Map<number, number>();
  for (const { lastDeliveryOn } of clients) {
    const year = Number(lastDeliveryOn.slice(0, 4));
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  return [...years]
    .map(([year, count]) => ({ year, clients: count }))
    .toSorted((one, other) => one.year - other.year);
}
