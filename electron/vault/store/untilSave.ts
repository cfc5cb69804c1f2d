import { z } from 'zod';
import type { ReadableDb } from './openDatabase.ts';

const Rev = z.object({ rev: z.int() });

/** Answers of one vault, kept until the next save or day: the same question is not counted twice. */
type Kept<Answer> = { readonly stamp: string; readonly answers: Map<string, Answer> };

/** Where answers are kept for each open vault. */
export type Shelf<Answer> = WeakMap<ReadableDb, Kept<Answer>>;

/** As many answers are kept at once; a view of a hundred thousand lines is one of them. */
const mostKept = 4;

/** Answers from a shelf what was asked since the last save on the same day, and else counts it. */
export function remembered<Answer>(
  shelf: Shelf<Answer>,
  db: ReadableDb,
  asked: { readonly today: string; readonly key: string },
  count: () => Answer,
): Answer {
  const { rev } = Rev.parse(db.prepare(/* sql */ `SELECT rev FROM vault_meta`).get());
  const stamp = `${rev} ${asked.today}`;
  const before = shelf.get(db);
  const answers = before?.stamp === stamp ? before.answers : new Map<string, Answer>();
  if (before?.stamp !== stamp) shelf.set(db, { stamp, answers });
  const known = answers.get(asked.key);
  if (known !== undefined) return known;
  const answer = count();
  for (const key of answers.keys()) if (answers.size >= mostKept) answers.delete(key);
  answers.set(asked.key, answer);
  return answer;
}
