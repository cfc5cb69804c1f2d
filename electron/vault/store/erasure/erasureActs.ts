import { z } from 'zod';
import type { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import { actCode, ErasureAct } from '../../../../shared/domain/erasure.ts';
import { AppError } from '../../../../shared/ipc/reply.ts';
import type { ReadableDb, WritableDb } from '../openDatabase.ts';
import { fromRow } from '../rows.ts';

const Body = ErasureAct.omit({ number: true, erasedOn: true, code: true });
const Row = ErasureAct.pick({ number: true, erasedOn: true }).extend({ body: Body });
const Next = z.object({ number: z.int() });

function actOf(row: unknown): ErasureAct {
  const { number, erasedOn, body } = Row.parse(fromRow(row, ['body']));
  return { ...body, number, erasedOn, code: actCode(number, erasedOn) };
}

/** Writes an act down; answers its number. Numbers follow one another and are never given again. */
export function insertAct(
  db: WritableDb,
  { nowMs, today }: { readonly nowMs: number; readonly today: CalendarDate },
  body: z.infer<typeof Body>,
): number {
  const row = db
    .prepare(/* sql */ `
      INSERT INTO erasure_acts (number, erasedAtMs, erasedOn, body)
      VALUES ((SELECT coalesce(max(number), 0) + 1 FROM erasure_acts), :nowMs, :today, :body) RETURNING number`)
    .get({ nowMs, today, body: JSON.stringify(body) });
  return Next.parse(row).number;
}

/** The journal of destructions, the latest first. */
export function listActs(db: ReadableDb): ErasureAct[] {
  return db
    .prepare(/* sql */ `SELECT number, erasedOn, body FROM erasure_acts ORDER BY number DESC`)
    .all()
    .map(actOf);
}

/** Throws notFound. */
export function readAct(db: ReadableDb, number: number): ErasureAct {
  const row = db
    .prepare(/* sql */ `SELECT number, erasedOn, body FROM erasure_acts WHERE number = :number`)
    .get({ number });
  if (row === undefined) throw new AppError('notFound', 'no such act');
  return actOf(row);
}
