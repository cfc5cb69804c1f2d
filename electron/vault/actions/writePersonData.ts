import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { ReadableDb } from '../store/openDatabase.ts';
import { writeWhole } from './exportProposal.ts';
import { writePaperDocx } from './papers.ts';
import { collectPersonData } from './personData.ts';

/** A path beside another that is still free: an older file of the user's is not written over unasked. */
function freePath(path: string): string {
  const [folder, end] = [dirname(path), extname(path)];
  const stem = basename(path, end);
  let candidate = path;
  for (let count = 2; existsSync(candidate); count += 1) candidate = join(folder, `${stem} (${count})${end}`);
  return candidate;
}

/** Writes everything about a person as a Word file and as JSON beside it; answers the latter's name. Throws as exports do. */
export async function writePersonData(
  db: ReadableDb,
  to: { readonly id: PersonId; readonly language: Language; readonly path: string },
  when: { readonly nowMs: number; readonly today: CalendarDate },
): Promise<string> {
  const request = { kind: 'personData', personId: to.id, language: to.language } as const;
  const data = collectPersonData(db, to.id, to.language, when.today);
  await writePaperDocx(db, { request, path: to.path }, when.today, when.nowMs);
  const jsonPath = freePath(join(dirname(to.path), `${basename(to.path, extname(to.path))}.json`));
  await writeWhole(jsonPath, Buffer.from(`${JSON.stringify(data, null, 2)}\n`, 'utf8'));
  return basename(jsonPath);
}
