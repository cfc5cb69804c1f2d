import { z } from 'zod';
import type { TemplateId } from '../../../shared/domain/ids.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { Block, DatedFact, Template } from '../../../shared/domain/template.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { libraryStems } from './libraryStems.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';

const Facts = z.object({ id: z.string(), facts: z.string() });
const Body = z.object({ body: z.string() });
const readBody = (row: unknown): unknown => JSON.parse(Body.parse(row).body);

const Version = z.object({ schemaVersion: z.int() });
/** The schema that this program reads; what a later program wrote into the vault is passed over, and kept. */
const schemaVersion = 1;
const isNewer = (body: unknown): boolean => Version.parse(body).schemaVersion > schemaVersion;

/** Templates of a language, or of all; the most used first, then by title. */
export function listTemplates(db: ReadableDb, language: Language | null): Template[] {
  return db
    .prepare(/* sql */ `
      SELECT coalesce(ownBody, body) AS body FROM templates
      WHERE deletedAtMs IS NULL AND removedAtMs IS NULL AND (:language IS NULL OR language = :language)
      ORDER BY language DESC,
        (SELECT count(*) FROM proposals p WHERE p.templateId = templates.id AND p.deletedAtMs IS NULL) DESC, title, id`)
    .all({ language })
    .map(readBody)
    .filter((body) => !isNewer(body))
    .map((body) => Template.parse(body));
}

/** Throws notFound, templateNewer. */
export function readTemplate(db: ReadableDb, id: TemplateId): Template {
  const row = db
    .prepare(/* sql */ `
      SELECT coalesce(ownBody, body) AS body FROM templates
      WHERE id = :id AND deletedAtMs IS NULL AND removedAtMs IS NULL`)
    .get({ id });
  if (row === undefined) throw new AppError('notFound', 'no such template');
  const body = readBody(row);
  if (isNewer(body)) throw new AppError('templateNewer', 'template of a later program');
  return Template.parse(body);
}

/** The library's argument blocks of a language. */
export function listBlocks(db: ReadableDb, language: Language): Block[] {
  return db
    .prepare(/* sql */ `
      SELECT coalesce(ownBody, body) AS body FROM blocks
      WHERE deletedAtMs IS NULL AND removedAtMs IS NULL AND language = :language ORDER BY id`)
    .all({ language })
    .map(readBody)
    .filter((body) => !isNewer(body))
    .map((body) => Block.parse(body));
}

/** Dated facts of the blocks that have any, removed ones too: a proposal may still hold their text. */
export function readDatedFacts(db: ReadableDb): ReadonlyMap<string, readonly DatedFact[]> {
  const rows = db
    .prepare(/* sql */ `
      SELECT id, json_extract(coalesce(ownBody, body), '$.facts') AS facts FROM blocks
      WHERE json_array_length(coalesce(ownBody, body), '$.facts') > 0`)
    .all()
    .map((row) => Facts.parse(row));
  return new Map(rows.map(({ id, facts }) => [id, DatedFact.array().parse(JSON.parse(facts))]));
}

/**
 * Takes over what ships with the program: new ones come, changed ones are replaced, those no longer shipped go out of
 * sight (a proposal may still point at them). The user's own are not touched: what they made of a shipped one stays in
 * force over any new text, what they took out stays out.
 */
export function replaceShipped(
  db: WritableDb,
  templates: readonly Template[],
  blocks: readonly Block[],
  nowMs: number,
): void {
  for (const table of ['templates', 'blocks'])
    db.prepare(
      /* sql */ `UPDATE ${table} SET deletedAtMs = :nowMs WHERE shipped = 1 AND ownBody IS NULL`,
    ).run({
      nowMs,
    });
  const putTemplate = db.prepare(/* sql */ `
    INSERT INTO templates (id, language, title, trade, stems, shipped, body)
    VALUES (:id, :language, :title, :trade, :stems, 1, :body)
    ON CONFLICT (id) DO UPDATE SET deletedAtMs = NULL, body = :body,
      language = iif(ownBody IS NULL, :language, language), title = iif(ownBody IS NULL, :title, title),
      trade = iif(ownBody IS NULL, :trade, trade), stems = iif(ownBody IS NULL, :stems, stems)
    WHERE shipped = 1`);
  for (const template of templates) {
    const { id, language, title, trade } = template;
    const stems = libraryStems(template);
    putTemplate.run({ id, language, title, trade, stems, body: JSON.stringify(template) });
  }
  const putBlock = db.prepare(/* sql */ `
    INSERT INTO blocks (id, language, role, title, trade, stems, shipped, body)
    VALUES (:id, :language, :role, :title, :trade, :stems, 1, :body)
    ON CONFLICT (id) DO UPDATE SET deletedAtMs = NULL, body = :body,
      language = iif(ownBody IS NULL, :language, language), role = iif(ownBody IS NULL, :role, role),
      title = iif(ownBody IS NULL, :title, title), trade = iif(ownBody IS NULL, :trade, trade),
      stems = iif(ownBody IS NULL, :stems, stems)
    WHERE shipped = 1`);
  for (const block of blocks) {
    const { id, language, role, title, trade } = block;
    const stems = libraryStems(block);
    putBlock.run({ id, language, role, title, trade, stems, body: JSON.stringify(block) });
  }
}

const Setting = z.object({ value: z.string() }).optional();

/** A small fact the vault keeps of itself; null = not kept yet. */
export function readSetting(db: ReadableDb, name: string): string | null {
  return (
    Setting.parse(db.prepare(/* sql */ `SELECT value FROM settings WHERE name = :name`).get({ name }))
      ?.value ?? null
  );
}

export function saveSetting(db: WritableDb, name: string, value: string): void {
  db.prepare(/* sql */ `INSERT OR REPLACE INTO settings (name, value) VALUES (:name, :value)`).run({
    name,
    value,
  });
}
