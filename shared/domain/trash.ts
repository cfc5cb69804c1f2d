import { z } from 'zod';
import { AccountId } from './ids.ts';

/** What can lie in the trash (GLOSSARY: недавно удалённое). */
export const TrashKind = z.enum([
  'account',
  'person',
  'tender',
  'proposal',
  'event',
  'delivery',
  'competitor',
  'competitorOffer',
  'planTemplate',
  'followUp',
  'attachment',
  'reference',
  'priceItem',
  'block',
  'template',
]);
export type TrashKind = z.infer<typeof TrashKind>;

/** Names of blocks and templates that the program brings are no numbers; every other id is. */
const named: ReadonlySet<TrashKind> = new Set(['block', 'template']);

export const TrashRef = z
  .object({ kind: TrashKind, id: z.string().min(1).max(80) })
  .refine(({ kind, id }) => named.has(kind) || z.uuid().safeParse(id).success);
export type TrashRef = z.infer<typeof TrashRef>;

export const TrashItem = z.object({
  kind: TrashKind,
  id: z.string(),
  title: z.string(),
  /** Whose: the client's name; empty where it belongs to no client. */
  accountName: z.string(),
  accountId: AccountId.nullable(),
  deletedAtMs: z.int(),
});
export type TrashItem = z.infer<typeof TrashItem>;

/** What is deleted stays this long, by the clock and by counted days of work (GLOSSARY: недавно удалённое). */
export const trashDays = 30;
/** Rows of the trash that a list shows. */
export const mostTrash = 2000;

/** Days on which the vault was opened while something lay in the trash. */
export const SeenDays = z.object({ count: z.int().min(0), lastOn: z.string() });
export type SeenDays = z.infer<typeof SeenDays>;

/** A day further from the last one than this is no day of work: the clock was changed. */
export const longestPauseDays = 31;

/**
 * The count after an opening on `today`. Counted is a day after the last one and not too far from it; any other only
 * becomes the day that is counted from, so a clock that jumps back and forth counts nothing.
 */
export function seenOn(seen: SeenDays, today: string): SeenDays {
  const days = Math.round((Date.parse(today) - Date.parse(seen.lastOn)) / 86_400_000);
  const follows = days > 0 && days <= longestPauseDays;
  return { count: seen.count + (follows ? 1 : 0), lastOn: today };
}

/** Whether a row's time is over by both measures. */
export function isDue(
  row: { readonly deletedAtMs: number; readonly sinceDay: number },
  now: { readonly nowMs: number; readonly day: number },
): boolean {
  return now.nowMs - row.deletedAtMs >= trashDays * 86_400_000 && now.day - row.sinceDay >= trashDays;
}
