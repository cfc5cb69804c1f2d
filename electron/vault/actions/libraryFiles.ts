import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { usedFields } from '../../../shared/document/walk.ts';
import { LibraryFile, libraryFileVersion } from '../../../shared/domain/library.ts';
import type {
  LibraryChange,
  LibraryImport,
  LibraryItem,
  LibraryItemRef,
} from '../../../shared/domain/library.ts';
import { Block, Template } from '../../../shared/domain/template.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { writeAtomically } from '../store/atomicWrite.ts';
import {
  bringLibraryItemBack,
  createLibraryItem,
  listBlockRows,
  readBlockItem,
  readTemplateItem,
  refOf,
  removeLibraryItem,
  restoreLibraryVersion,
  saveLibraryItem,
  standingOf,
} from '../store/libraryItems.ts';
import type { ReadableDb, WritableDb } from '../store/openDatabase.ts';
import { storedStandards } from '../store/standardReader.ts';
import { adoptOwnFields } from '../store/standardStore.ts';
import { createTerm, listTerms } from '../store/termStore.ts';

/** A library is text and a few pictures; what is larger is something else. */
const largestFile = 12 * 1024 * 1024;

/** The own blocks that templates require go with them: without them a section would lose what it must say. */
function requiredOwnBlocks(db: ReadableDb, templates: readonly Template[]): Block[] {
  const required = new Set(
    templates.flatMap(({ roleSections }) => roleSections.flatMap(({ requiredBlockIds }) => requiredBlockIds)),
  );
  return listBlockRows(db, '')
    .filter(({ id, origin }) => origin !== 'shipped' && required.has(id))
    .map(({ id }) => readBlockItem(db, id).block);
}

/** The department's own fields that stand in the texts, each from the first standard that has it. */
function spokenFields(
  db: ReadableDb,
  blocks: readonly Block[],
  templates: readonly Template[],
): LibraryFile['fields'] {
  const content = [
    ...blocks.flatMap((block) => block.content),
    ...templates.flatMap(({ before, roleSections, after }) => [
      ...before,
      ...roleSections.flatMap(({ opening, closing }) => [...opening, ...closing]),
      ...after,
    ]),
  ];
  const spoken = new Set<string>(usedFields({ content }));
  const found = new Map<string, LibraryFile['fields'][number]>();
  for (const { id, body } of storedStandards(db))
    for (const field of body?.fields ?? [])
      if (spoken.has(field.key) && !found.has(field.key)) found.set(field.key, { standardId: id, field });
  return [...found.values()];
}

/** Blocks and templates as one file. Throws notFound. */
export function libraryFileOf(db: ReadableDb, refs: readonly LibraryItemRef[]): LibraryFile {
  const templates = refs.flatMap((ref) =>
    ref.kind === 'template' ? [readTemplateItem(db, ref.id).template] : [],
  );
  const chosen = refs.flatMap((ref) => (ref.kind === 'block' ? [readBlockItem(db, ref.id).block] : []));
  const taken = new Set(chosen.map(({ id }) => id));
  const blocks = [...chosen, ...requiredOwnBlocks(db, templates).filter(({ id }) => !taken.has(id))];
  const spokenOf = new Set<string>([
    ...blocks.flatMap(({ criteria, role }) => [...criteria, role]),
    ...templates.flatMap(({ roleSections }) => roleSections.map(({ role }) => role)),
  ]);
  const terms = listTerms(db)
    .filter(({ key }) => spokenOf.has(key))
    .map(({ key, kind, label }) => ({ key, kind, label }));
  const fields = spokenFields(db, blocks, templates);
  return { kind: 'kamerton-library', version: libraryFileVersion, terms, fields, blocks, templates };
}

/** Writes blocks and templates to a file; answers how many. Throws notFound or what the disk says. */
export function writeLibraryFile(
  db: ReadableDb,
  refs: readonly LibraryItemRef[],
  path: string,
): { blocks: number; templates: number } {
  const file = libraryFileOf(db, refs);
  writeAtomically(path, Buffer.from(`${JSON.stringify(file, null, 2)}\n`));
  return { blocks: file.blocks.length, templates: file.templates.length };
}

const Header = z.looseObject({ kind: z.literal('kamerton-library'), version: z.int().min(1) });

/**
 * A library file's text as the file. Throws libraryForeign (something else), libraryNewer (of a later program) or
 * libraryUnreadable (ours, but broken).
 */
export function parseLibraryFile(text: string): LibraryFile {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\u{FEFF}/u, ''));
  } catch {
    throw new AppError('libraryForeign', 'not JSON');
  }
  const header = Header.safeParse(json);
  if (!header.success) throw new AppError('libraryForeign', 'another kind of file');
  if (header.data.version > libraryFileVersion) throw new AppError('libraryNewer', 'a later version');
  const file = LibraryFile.safeParse(json);
  if (!file.success) throw new AppError('libraryUnreadable', 'not in the schema');
  return file.data;
}

const itemsOf = (file: LibraryFile): LibraryItem[] => [
  ...file.blocks.map((item) => ({ kind: 'block' as const, item })),
  ...file.templates.map((item) => ({ kind: 'template' as const, item })),
];

/** Whether a stored text says the same as a file's: the schema brings the keys of both into one order. */
function sameText(body: string, { kind, item }: LibraryItem): boolean {
  const stored: unknown = JSON.parse(body);
  const ordered = kind === 'block' ? Block.parse(stored) : Template.parse(stored);
  return JSON.stringify(ordered) === JSON.stringify(item);
}

/** What taking a file in would do, item by item. */
export function compareLibraryFile(db: ReadableDb, file: LibraryFile): LibraryChange[] {
  return itemsOf(file).map((entry) => {
    const ref = refOf(entry);
    const { title } = entry.item;
    const standing = standingOf(db, ref);
    if (standing === null || standing.removed) return { ref, title, state: 'new' };
    return { ref, title, state: sameText(standing.body, entry) ? 'same' : 'changed' };
  });
}

/** Reads a file from disk and compares it. Throws fileUnreadable or as {@link parseLibraryFile}. */
export async function readLibraryFile(
  db: ReadableDb,
  path: string,
): Promise<{ file: LibraryFile; changes: LibraryChange[] }> {
  let text: string;
  try {
    if ((await stat(path)).size > largestFile) throw new AppError('libraryForeign', 'too large');
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('fileUnreadable', 'cannot be read');
  }
  const file = parseLibraryFile(text);
  return { file, changes: compareLibraryFile(db, file) };
}

/** Takes a file in: new items come, changed ones get a version more; runs inside one save. */
export function importLibrary(db: WritableDb, file: LibraryFile, nowMs: number): LibraryImport {
  const known = new Set<string>(listTerms(db).map(({ key }) => key));
  for (const { key, kind, label } of file.terms) if (!known.has(key)) createTerm(db, { kind, label }, key);
  adoptOwnFields(db, file.fields, nowMs);
  const result: LibraryImport = { added: [], changed: [] };
  for (const entry of itemsOf(file)) {
    const ref = refOf(entry);
    const standing = standingOf(db, ref);
    if (standing === null) createLibraryItem(db, entry, nowMs);
    else if (standing.removed) bringLibraryItemBack(db, ref);
    if (standing === null || standing.removed) result.added.push(ref);
    if (standing === null || sameText(standing.body, entry)) continue;
    saveLibraryItem(db, entry, standing.revision, nowMs);
    if (!standing.removed) result.changed.push({ ref, before: standing.revision });
  }
  return result;
}

/** Takes an import back: what came goes out, what changed gets its text of before. Throws notFound. */
export function undoLibraryImport(db: WritableDb, { added, changed }: LibraryImport, nowMs: number): void {
  for (const ref of added) removeLibraryItem(db, ref, nowMs);
  for (const { ref, before } of changed) {
    const standing = standingOf(db, ref);
    if (standing !== null && !standing.removed)
      restoreLibraryVersion(db, ref, before, standing.revision, nowMs);
  }
}
