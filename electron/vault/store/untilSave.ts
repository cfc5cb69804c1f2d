import { z } from 'zod';
import type { ReadableDb } from './openDatabase.ts';

const Rev = z.object({ rev: z.int() });

/** What was read of a vault or counted from it, by what was asked; good until the next save or another day. */
export type Kept<Key, Answer> = { readonly stamp: string; readonly answers: Map<Key, Answer> };

/** Where answers are kept for each open vault. */
export type Shelf<Key, Answer> = WeakMap<ReadableDb, Kept<Key, Answer>>;

/** The answers on a shelf that still hold; empty after a save. `day` where they hold for that day alone. */
export function stillGood<Key, Answer>(
  shelf: Shelf<Key, Answer>,
  db: ReadableDb,
  day = '',
): Map<Key, Answer> {
  const { rev } = Rev.parse(db.prepare(/* sql */ `SELECT rev FROM vault_meta`).get());
  const stamp = `${rev} ${day}`;
  const before = shelf.get(db);
  if (before?.stamp === stamp) return before.answers;
  const answers = new Map<Key, Answer>();
  shelf.set(db, { stamp, answers });
  return answers;
}

/** As many answers are kept at once; a view of a hundred thousand lines is one of them. */
const mostKept = 4;

/** Answers from a shelf what was asked since the last save, and else counts it. */
export function remembered<Answer>(
  shelf: Shelf<string, Answer>,
  db: ReadableDb,
  asked: { readonly today: string; readonly key: string },
  count: () => Answer,
): Answer {
  const answers = stillGood(shelf, db, asked.today);
  const known = answers.get(asked.key);
  if (known !== undefined) return known;
  const answer = count();
  for (const key of answers.keys()) if (answers.size >= mostKept) answers.delete(key);
  answers.set(asked.key, answer);
  return answer;
}
