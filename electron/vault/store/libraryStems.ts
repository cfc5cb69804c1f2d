import { z } from 'zod';
import { Block, Template } from '../../../shared/domain/template.ts';
import type { WritableDb } from './openDatabase.ts';
import { stemmedText } from './searchText.ts';

/** Every text under these keys is something that a reader of the library sees. */
const shownKeys: ReadonlySet<string> = new Set(['text', 'outlineTitle', 'title', 'alt', 'caption']);

function textsIn(value: unknown, key: string | null, found: string[]): void {
  if (typeof value === 'string') {
    if (key !== null && shownKeys.has(key)) found.push(value);
  } else if (Array.isArray(value)) {
    for (const item of value) textsIn(item, null, found);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) textsIn(item, name, found);
  }
}

/** All texts of a document, block or template that its reader sees, in their order. */
export function shownTexts(value: unknown): string[] {
  const texts: string[] = [];
  textsIn(value, null, texts);
  return texts;
}

/** Stems of all words of a block or template, each between spaces: ` довод цен `. */
export function libraryStems(item: Block | Template): string {
  const said = 'why' in item ? [item.why, ...item.industries] : [item.purpose];
  return ` ${stemmedText([...shownTexts(item), ...said])} `;
}

const Kept = z.object({ id: z.string(), body: z.string() });

/** Stems of the whole library anew: after the rules of stemming changed. */
export function rebuildLibraryStems(db: WritableDb): void {
  const schemas = { blocks: Block, templates: Template };
  for (const table of ['blocks', 'templates'] as const)
    for (const row of db.prepare(`SELECT id, coalesce(ownBody, body) AS body FROM ${table}`).all()) {
      const { id, body } = Kept.parse(row);
      const item = schemas[table].safeParse(JSON.parse(body));
      if (item.success)
        db.prepare(`UPDATE ${table} SET stems = :stems WHERE id = :id`).run({
          id,
          stems: libraryStems(item.data),
        });
    }
}
