import { z } from 'zod';
import type { TemplateId } from '../../../shared/domain/ids.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { Block, Template } from '../../../shared/domain/template.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';

const Body = z.object({ body: z.string() });
const readBody = (row: unknown): unknown => JSON.parse(Body.parse(row).body);

/** Templates of a language, or of all; by title. */
export function listTemplates(db: ReadableDb, language: Language | null): Template[] {
  return db
    .prepare(/* sql */ `
      SELECT body FROM templates
      WHERE deletedAtMs IS NULL AND (:language IS NULL OR language = :language) ORDER BY language DESC, title, id`)
    .all({ language })
    .map((row) => Template.parse(readBody(row)));
}

/** Throws notFound. */
export function readTemplate(db: ReadableDb, id: TemplateId): Template {
  const row = db
    .prepare(/* sql */ `SELECT body FROM templates WHERE id = :id AND deletedAtMs IS NULL`)
    .get({ id });
  if (row === undefined) throw new AppError('notFound', 'no such template');
  return Template.parse(readBody(row));
}

/** The library's argument blocks of a language. */
export function listBlocks(db: ReadableDb, language: Language): Block[] {
  return db
    .prepare(
      /* sql */ `SELECT body FROM blocks WHERE deletedAtMs IS NULL AND language = :language ORDER BY id`,
    )
    .all({ language })
    .map((row) => Block.parse(readBody(row)));
}

/**
 * Takes over what ships with the program: new ones come, changed ones are replaced, those no longer shipped go out of
 * sight (a proposal may still point at them). The user's own are not touched.
 */
export function replaceShipped(
  db: WritableDb,
  templates: readonly Template[],
  blocks: readonly Block[],
  nowMs: number,
): void {
  db.prepare(/* sql */ `UPDATE templates SET deletedAtMs = :nowMs WHERE shipped = 1`).run({ nowMs });
  db.prepare(/* sql */ `UPDATE blocks SET deletedAtMs = :nowMs WHERE shipped = 1`).run({ nowMs });
  const putTemplate = db.prepare(/* sql */ `
    INSERT INTO templates (id, language, title, trade, shipped, body) VALUES (:id, :language, :title, :trade, 1, :body)
    ON CONFLICT (id) DO UPDATE SET deletedAtMs = NULL, language = :language, title = :title, trade = :trade, body = :body
    WHERE shipped = 1`);
  for (const template of templates) {
    const { id, language, title, trade } = template;
    putTemplate.run({ id, language, title, trade, body: JSON.stringify(template) });
  }
  const putBlock = db.prepare(/* sql */ `
    INSERT INTO blocks (id, language, role, title, trade, shipped, body)
    VALUES (:id, :language, :role, :title, :trade, 1, :body)
    ON CONFLICT (id) DO UPDATE SET deletedAtMs = NULL, language = :language, role = :role, title = :title,
      trade = :trade, body = :body
    WHERE shipped = 1`);
  for (const block of blocks) {
    const { id, language, role, title, trade } = block;
    putBlock.run({ id, language, role, title, trade, body: JSON.stringify(block) });
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
