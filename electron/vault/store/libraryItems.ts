import { z } from 'zod';
import type { BlockId, TemplateId } from '../../../shared/domain/ids.ts';
import { BlockRow, LibraryRemoved, LibraryVersion, TemplateRow } from '../../../shared/domain/library.ts';
import type { LibraryItem, LibraryItemRef } from '../../../shared/domain/library.ts';
import { Block, Template } from '../../../shared/domain/template.ts';
import { foldText } from '../../../shared/domain/foldText.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { libraryStems } from './libraryStems.ts';
import type { ReadableDb, SqlParams, WritableDb } from './openDatabase.ts';
import { stemOf, wordsOf } from './searchText.ts';

type Kind = LibraryItemRef['kind'];
const tables = { block: 'blocks', template: 'templates' } as const;
// Parsing again what one save before was valid also fills what a later program added.
const schemas = { block: Block, template: Template } as const;

const Stored = z.object({
  revision: z.int(),
  savedAtMs: z.int(),
  shipped: z.int(),
  body: z.string(),
  ownBody: z.string().nullable(),
});
type Stored = z.infer<typeof Stored>;

const originOf = ({ shipped, ownBody }: Pick<Stored, 'shipped' | 'ownBody'>): BlockRow['origin'] =>
  shipped === 0 ? 'own' : ownBody === null ? 'shipped' : 'changed';

function readStored(db: ReadableDb, { kind, id }: LibraryItemRef): Stored {
  const row = db
    .prepare(/* sql */ `
      SELECT revision, savedAtMs, shipped, body, ownBody FROM ${tables[kind]}
      WHERE id = :id AND deletedAtMs IS NULL AND removedAtMs IS NULL`)
    .get({ id });
  if (row === undefined) throw new AppError('notFound', `no such ${kind}`);
  return Stored.parse(row);
}

/** What an item is pointed at by. */
export const refOf = ({ kind, item }: LibraryItem): LibraryItemRef =>
  kind === 'block' ? { kind, id: item.id } : { kind, id: item.id };

const presentBody = ({ body, ownBody }: Pick<Stored, 'body' | 'ownBody'>): string => ownBody ?? body;

/** Words of a query as LIKE patterns over stored stems: all must be there, the last one may be half typed. */
function stemPatterns(query: string): string[] {
  const words = wordsOf(foldText(query)).slice(0, 12);
  return words.map((word, at) => {
    const stem = stemOf(word);
    return at === words.length - 1 ? `% ${stem}%` : `% ${stem} %`;
  });
}

function matches(query: string): { where: string; params: SqlParams } {
  const patterns = stemPatterns(query);
  return {
    where: patterns.map((_, at) => `AND item.stems LIKE :word${at}`).join(' '),
    params: Object.fromEntries(patterns.map((pattern, at) => [`word${at}`, pattern])),
  };
}

const RowStanding = Stored.extend({ usedCount: z.int(), lastUsedOn: z.string().nullable() });

/** Blocks whose words match the query, with what became of them; by role, then title. */
export function listBlockRows(db: ReadableDb, query: string): BlockRow[] {
  const { where, params } = matches(query);
  return db
    .prepare(/* sql */ `
      SELECT item.revision, item.savedAtMs, item.shipped, item.body, item.ownBody,
        coalesce(used.numbers, 0) AS usedCount, used.lastOn AS lastUsedOn
      FROM blocks item LEFT JOIN (
        SELECT use.blockId, count(DISTINCT p.number) AS numbers, max(p.documentDate) AS lastOn
        FROM block_uses use JOIN proposals p ON p.id = use.proposalId WHERE p.deletedAtMs IS NULL
        GROUP BY use.blockId
      ) used ON used.blockId = item.id
      WHERE item.deletedAtMs IS NULL AND item.removedAtMs IS NULL ${where}
      ORDER BY item.language DESC, item.role, item.title, item.id`)
    .all(params)
    .map((row) => {
      const found = RowStanding.parse(row);
      const body: unknown = JSON.parse(presentBody(found));
      return BlockRow.parse({ ...Object(body), ...found, origin: originOf(found) });
    });
}

/** Templates whose words match the query, with what became of them. */
export function listTemplateRows(db: ReadableDb, query: string): TemplateRow[] {
  const { where, params } = matches(query);
  return db
    .prepare(/* sql */ `
      SELECT item.revision, item.savedAtMs, item.shipped, item.body, item.ownBody,
        (SELECT count(DISTINCT number) FROM proposals WHERE templateId = item.id AND deletedAtMs IS NULL) AS usedCount,
        (SELECT max(documentDate) FROM proposals WHERE templateId = item.id AND deletedAtMs IS NULL) AS lastUsedOn
      FROM templates item WHERE item.deletedAtMs IS NULL AND item.removedAtMs IS NULL ${where}
      ORDER BY item.language DESC, item.title, item.id`)
    .all(params)
    .map((row) => {
      const found = RowStanding.parse(row);
      const template = Template.parse(JSON.parse(presentBody(found)));
      return TemplateRow.parse({
        ...template,
        ...found,
        origin: originOf(found),
        roles: template.roleSections.map(({ role }) => role),
        sections: [...template.before, ...template.after].filter(({ type }) => type === 'section').length,
      });
    });
}

function listVersions(db: ReadableDb, { kind, id }: LibraryItemRef): LibraryVersion[] {
  return db
    .prepare(/* sql */ `
      SELECT revision, savedAtMs, json_extract(body, '$.title') AS title FROM library_versions
      WHERE kind = :kind AND itemId = :id ORDER BY revision DESC`)
    .all({ kind, id })
    .map((row) => LibraryVersion.parse(row));
}

/** A block with its earlier versions, the latest first. Throws notFound. */
export function readBlockItem(
  db: ReadableDb,
  id: BlockId,
): { block: Block; revision: number; origin: BlockRow['origin']; versions: LibraryVersion[] } {
  const stored = readStored(db, { kind: 'block', id });
  return {
    block: Block.parse(JSON.parse(presentBody(stored))),
    revision: stored.revision,
    origin: originOf(stored),
    versions: listVersions(db, { kind: 'block', id }),
  };
}

/** A template with its earlier versions, the latest first. Throws notFound. */
export function readTemplateItem(
  db: ReadableDb,
  id: TemplateId,
): { template: Template; revision: number; origin: BlockRow['origin']; versions: LibraryVersion[] } {
  const stored = readStored(db, { kind: 'template', id });
  return {
    template: Template.parse(JSON.parse(presentBody(stored))),
    revision: stored.revision,
    origin: originOf(stored),
    versions: listVersions(db, { kind: 'template', id }),
  };
}

/** The columns beside the text that lists sort and search by. */
function listedColumns(kind: Kind, item: Block | Template): SqlParams {
  const { language, title, trade } = item;
  const listed = { language, title, trade, stems: libraryStems(item) };
  return kind === 'block' && 'role' in item ? { ...listed, role: item.role } : listed;
}

const listedSets = (kind: Kind): string =>
  `language = :language, title = :title, trade = :trade, stems = :stems${kind === 'block' ? ', role = :role' : ''}`;

/** Keeps the text that is about to change as a version. */
function keepVersion(db: WritableDb, { kind, id }: LibraryItemRef, stored: Stored): void {
  db.prepare(/* sql */ `
    INSERT OR REPLACE INTO library_versions (kind, itemId, revision, savedAtMs, body)
    VALUES (:kind, :id, :revision, :savedAtMs, :body)`).run({
    kind,
    id,
    revision: stored.revision,
    savedAtMs: stored.savedAtMs,
    body: presentBody(stored),
  });
}

function write(
  db: WritableDb,
  ref: LibraryItemRef,
  stored: Stored,
  next: Block | Template | 'shipped',
  nowMs: number,
): number {
  const { kind, id } = ref;
  const item = next === 'shipped' ? schemas[kind].parse(JSON.parse(stored.body)) : next;
  const text = next === 'shipped' ? null : JSON.stringify(item);
  // A shipped one is never changed in place: what the user makes of it stands beside it.
  const column = stored.shipped === 1 ? 'ownBody' : 'body';
  keepVersion(db, ref, stored);
  db.prepare(/* sql */ `
    UPDATE ${tables[kind]} SET ${column} = :text, ${listedSets(kind)}, revision = revision + 1, savedAtMs = :nowMs
    WHERE id = :id`).run({ ...listedColumns(kind, item), id, text, nowMs });
  return stored.revision + 1;
}

function requireRevision(stored: Stored, baseRevision: number): void {
  if (stored.revision !== baseRevision)
    throw new AppError('staleRevision', 'the item moved on', { revision: stored.revision });
}

/** Saves a block or template, keeping the text before it; answers the new revision. Throws notFound or staleRevision. */
export function saveLibraryItem(
  db: WritableDb,
  entry: LibraryItem,
  baseRevision: number,
  nowMs: number,
): number {
  const ref = refOf(entry);
  const stored = readStored(db, ref);
  requireRevision(stored, baseRevision);
  return write(db, ref, stored, entry.item, nowMs);
}

/** Goes back to an earlier version; the present one is kept as a version. Throws notFound or staleRevision. */
export function restoreLibraryVersion(
  db: WritableDb,
  ref: LibraryItemRef,
  revision: number,
  baseRevision: number,
  nowMs: number,
): number {
  const stored = readStored(db, ref);
  requireRevision(stored, baseRevision);
  const row = db
    .prepare(/* sql */ `
      SELECT body FROM library_versions WHERE kind = :kind AND itemId = :id AND revision = :revision`)
    .get({ ...ref, revision });
  if (row === undefined) throw new AppError('notFound', 'no such version');
  const { body } = z.object({ body: z.string() }).parse(row);
  // The shipped text itself is gone back to by taking the user's away, so that it follows the program again.
  const next =
    stored.shipped === 1 && body === stored.body ? 'shipped' : schemas[ref.kind].parse(JSON.parse(body));
  return write(db, ref, stored, next, nowMs);
}

/** Takes the user's version of a shipped item away; it stays among the versions. Throws notFound or staleRevision. */
export function resetLibraryItem(
  db: WritableDb,
  ref: LibraryItemRef,
  baseRevision: number,
  nowMs: number,
): number {
  const stored = readStored(db, ref);
  requireRevision(stored, baseRevision);
  if (originOf(stored) !== 'changed') throw new AppError('notFound', 'nothing of the user’s to take away');
  return write(db, ref, stored, 'shipped', nowMs);
}

/** Adds an item of the user's own. */
export function createLibraryItem(db: WritableDb, { kind, item }: LibraryItem, nowMs: number): void {
  const listed = listedColumns(kind, item);
  const names = Object.keys(listed);
  db.prepare(/* sql */ `
    INSERT INTO ${tables[kind]} (id, shipped, savedAtMs, body, ${names.join(', ')})
    VALUES (:id, 0, :nowMs, :body, ${names.map((name) => `:${name}`).join(', ')})`).run({
    ...listed,
    id: item.id,
    nowMs,
    body: JSON.stringify(item),
  });
}

/** How an item stands, one taken out by the user too; null = never been here. */
export function standingOf(
  db: ReadableDb,
  { kind, id }: LibraryItemRef,
): { readonly body: string; readonly revision: number; readonly removed: boolean } | null {
  const row = db
    .prepare(/* sql */ `
      SELECT coalesce(ownBody, body) AS body, revision, coalesce(removedAtMs, deletedAtMs) IS NOT NULL AS removed
      FROM ${tables[kind]} WHERE id = :id`)
    .get({ id });
  if (row === undefined) return null;
  const { removed, ...rest } = z.object({ body: z.string(), revision: z.int(), removed: z.int() }).parse(row);
  return { ...rest, removed: removed === 1 };
}

/** Takes an item out of the library; proposals keep what they took from it. Throws notFound. */
export function removeLibraryItem(db: WritableDb, { kind, id }: LibraryItemRef, nowMs: number): void {
  const { changes } = db
    .prepare(
      /* sql */ `UPDATE ${tables[kind]} SET removedAtMs = coalesce(removedAtMs, :nowMs) WHERE id = :id`,
    )
    .run({ id, nowMs });
  if (changes === 0) throw new AppError('notFound', `no such ${kind}`);
}

/** Brings a removed item back. Throws notFound. */
export function bringLibraryItemBack(db: WritableDb, { kind, id }: LibraryItemRef): void {
  const { changes } = db
    .prepare(/* sql */ `UPDATE ${tables[kind]} SET removedAtMs = NULL, deletedAtMs = NULL WHERE id = :id`)
    .run({ id });
  if (changes === 0) throw new AppError('notFound', `no such ${kind}`);
}

const Removed = z.object({ kind: z.string(), id: z.string(), title: z.string(), removedAtMs: z.int() });

/** What the user took out, the latest first; what a later program no longer brings is not among them. */
export function listRemovedItems(db: ReadableDb): LibraryRemoved[] {
  return db
    .prepare(/* sql */ `
      SELECT 'block' AS kind, id, title, removedAtMs FROM blocks WHERE removedAtMs IS NOT NULL AND deletedAtMs IS NULL
      UNION ALL
      SELECT 'template', id, title, removedAtMs FROM templates WHERE removedAtMs IS NOT NULL AND deletedAtMs IS NULL
      ORDER BY removedAtMs DESC, title`)
    .all()
    .map((row) => {
      const { kind, id, ...rest } = Removed.parse(row);
      return LibraryRemoved.parse({ ref: { kind, id }, ...rest });
    });
}
