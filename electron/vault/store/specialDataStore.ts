import { z } from 'zod';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { PersonId } from '../../../shared/domain/ids.ts';
import { PersonFact } from '../../../shared/domain/person.ts';
import { careTrouble } from '../../../shared/domain/specialData.ts';
import { readSetting, saveSetting } from './libraryStore.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { fromRow } from './rows.ts';

const setting = 'specialData';

/** Whether this vault keeps facts of special categories at all; off until the user decides otherwise. */
export function keepsSpecialData(db: ReadableDb): boolean {
  return readSetting(db, setting) === 'on';
}

export function setSpecialData(db: WritableDb, on: boolean): void {
  saveSetting(db, setting, on ? 'on' : 'off');
}

const FactsRow = z.object({ id: PersonId, facts: z.array(PersonFact) });

function withSpecialFacts(db: ReadableDb): z.infer<typeof FactsRow>[] {
  return db
    .prepare(/* sql */ `
      SELECT id, facts FROM people
      WHERE EXISTS (SELECT 1 FROM json_each(people.facts) WHERE json_extract(value, '$.sensitive') = 1)`)
    .all()
    .map((row) => FactsRow.parse(fromRow(row, ['facts'])));
}

/** How many facts of special categories are kept, and how many of them lack something or were to be reviewed by now. */
export function countSpecialFacts(
  db: ReadableDb,
  today: CalendarDate,
): { readonly facts: number; readonly troubled: number } {
  const facts = withSpecialFacts(db).flatMap((row) => row.facts.filter(({ sensitive }) => sensitive));
  return { facts: facts.length, troubled: facts.filter((fact) => careTrouble(fact, today) !== null).length };
}

/** Erases facts of special categories of one person, or of all with `id` null; not to be taken back. Answers how many. */
export function eraseSpecialFacts(db: WritableDb, id: PersonId | null, nowMs: number): number {
  let erased = 0;
  for (const row of withSpecialFacts(db)) {
    if (id !== null && row.id !== id) continue;
    const kept = row.facts.filter(({ sensitive }) => !sensitive);
    erased += row.facts.length - kept.length;
    db.prepare(/* sql */ `
      UPDATE people SET facts = :facts, revision = revision + 1, savedAtMs = :nowMs WHERE id = :id`).run({
      id: row.id,
      facts: JSON.stringify(kept),
      nowMs,
    });
  }
  return erased;
}
