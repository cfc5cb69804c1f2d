import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import type { StandardId } from '../../../shared/domain/account.ts';
import {
  type DossierStandard,
  type StandardChange,
  StandardFile,
  standardFileVersion,
} from '../../../shared/domain/dossierStandard.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { writeAtomically } from '../store/atomicWrite.ts';
import type { ReadableDb } from '../store/openDatabase.ts';
import { listStandards } from '../store/standardStore.ts';

/** Fifty standards with all they can hold are well under this. */
const largestFile = 4 * 1024 * 1024;

/** Writes standards to a file; answers how many. Throws notFound or what the disk says. */
export function writeStandardFile(
  db: ReadableDb,
  ids: readonly StandardId[],
  path: string,
): { count: number } {
  const known = new Map(listStandards(db).map(({ standard }) => [standard.id, standard]));
  const standards = ids.map((id): DossierStandard => {
    const standard = known.get(id);
    if (standard === undefined) throw new AppError('notFound', 'no such standard');
    return standard;
  });
  const file: StandardFile = { kind: 'kamerton-standards', version: standardFileVersion, standards };
  writeAtomically(path, Buffer.from(`${JSON.stringify(file, null, 2)}\n`));
  return { count: standards.length };
}

const Header = z.looseObject({ kind: z.literal('kamerton-standards'), version: z.int().min(1) });

/**
 * A file's text as standards. Throws standardForeign (something else), standardNewer (of a later program) or
 * standardUnreadable (ours, but broken).
 */
export function parseStandardFile(text: string): StandardFile {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\u{FEFF}/u, ''));
  } catch {
    throw new AppError('standardForeign', 'not JSON');
  }
  const header = Header.safeParse(json);
  if (!header.success) throw new AppError('standardForeign', 'another kind of file');
  if (header.data.version > standardFileVersion) throw new AppError('standardNewer', 'a later version');
  const file = StandardFile.safeParse(json);
  if (!file.success) throw new AppError('standardUnreadable', 'not in the schema');
  return file.data;
}

/** Reads a file and says what taking it in would do. Throws fileUnreadable or as {@link parseStandardFile}. */
export async function readStandardFile(db: ReadableDb, path: string): Promise<{ changes: StandardChange[] }> {
  let text: string;
  try {
    if ((await stat(path)).size > largestFile) throw new AppError('standardForeign', 'too large');
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('fileUnreadable', 'cannot be read');
  }
  const known = new Map(listStandards(db).map(({ standard }) => [standard.id, JSON.stringify(standard)]));
  const changes = parseStandardFile(text).standards.map((standard): StandardChange => {
    const stored = known.get(standard.id);
    if (stored === undefined) return { standard, state: 'new' };
    return { standard, state: stored === JSON.stringify(standard) ? 'same' : 'changed' };
  });
  return { changes };
}
