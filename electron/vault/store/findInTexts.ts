import { z } from 'zod';
import { foldText } from '../../../shared/domain/foldText.ts';
import type { ReadableDb } from './openDatabase.ts';

const Texts = z.object({ id: z.string() }).catchall(z.string());

/**
 * The ids of rows in one of whose texts the typed piece stands, as JSON for `json_each`; null where nothing is typed.
 * `sql` selects `id` and the texts: SQLite folds no Cyrillic, so they are compared here, without the rest of the rows.
 */
export function findInTexts(db: ReadableDb, sql: string, query: string): string | null {
  const sought = foldText(query);
  if (sought === '') return null;
  const found = db
    .prepare(sql)
    .all()
    .map((row) => Texts.parse(row))
    .filter((row) =>
      Object.entries(row).some(([name, text]) => name !== 'id' && foldText(text).includes(sought)),
    );
  return JSON.stringify(found.map(({ id }) => id));
}
