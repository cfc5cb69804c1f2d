import { z } from 'zod';
import { addDays, CalendarDate } from './calendarDate.ts';
import { StandardId } from './account.ts';
import { StandardField } from './dossierStandard.ts';
import { BlockId, TemplateId } from './ids.ts';
import { OwnTermKey, ReaderRole } from './person.ts';
import { Block, Template } from './template.ts';

/** Where an item of the library comes from: the program, the program and changed here, or made here. */
export const LibraryOrigin = z.enum(['shipped', 'changed', 'own']);
export type LibraryOrigin = z.infer<typeof LibraryOrigin>;

/** An item of the library by what it is. */
export const LibraryItemRef = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('block'), id: BlockId }),
  z.strictObject({ kind: z.literal('template'), id: TemplateId }),
]);
export type LibraryItemRef = z.infer<typeof LibraryItemRef>;

/** An item of the library itself. */
export type LibraryItem =
  | { readonly kind: 'block'; readonly item: Block }
  | { readonly kind: 'template'; readonly item: Template };

const standing = {
  /** Counts every save; shown as the version. */
  revision: z.int(),
  /** 0 = as it came with the program. */
  savedAtMs: z.int(),
  origin: LibraryOrigin,
  /** In how many proposals it stands, editions of one number counted once. */
  usedCount: z.int(),
  /** The date of the latest of them. */
  lastUsedOn: CalendarDate.nullable(),
};

/** A block in the list of the library: all but its text. */
export const BlockRow = z.object({
  ...Block.omit({ content: true, schemaVersion: true }).shape,
  ...standing,
});
export type BlockRow = z.infer<typeof BlockRow>;

/** A template in the list of the library. */
export const TemplateRow = z.object({
  ...Template.pick({ id: true, language: true, title: true, purpose: true, trade: true }).shape,
  ...standing,
  /** Roles that have a section of their own. */
  roles: z.array(ReaderRole),
  /** Sections of the frame. */
  sections: z.int(),
});
export type TemplateRow = z.infer<typeof TemplateRow>;

/** What the user writes of a block or a template. */
export const BlockDraft = Block.omit({ id: true, schemaVersion: true });
export type BlockDraft = z.infer<typeof BlockDraft>;
export const TemplateDraft = Template.omit({ id: true, schemaVersion: true });
export type TemplateDraft = z.infer<typeof TemplateDraft>;

/** An earlier text of an item that can be gone back to. */
export const LibraryVersion = z.object({ revision: z.int(), savedAtMs: z.int(), title: z.string() });
export type LibraryVersion = z.infer<typeof LibraryVersion>;

/** An item that the user took out of the library. */
export const LibraryRemoved = z.object({ ref: LibraryItemRef, title: z.string(), removedAtMs: z.int() });
export type LibraryRemoved = z.infer<typeof LibraryRemoved>;

/** A criterion or role of the user's own; a deleted one is still named where it stands (GLOSSARY: свой критерий). */
export const OwnTerm = z.object({
  key: OwnTermKey,
  kind: z.enum(['criterion', 'role']),
  label: z.string().trim().min(1).max(80),
  deleted: z.boolean(),
});
export type OwnTerm = z.infer<typeof OwnTerm>;

/** The version of the library file that this program writes; later ones are refused. */
export const libraryFileVersion = 1;

/** Blocks and templates as a file that another vault can take in. */
export const LibraryFile = z.strictObject({
  kind: z.literal('kamerton-library'),
  version: z.literal(libraryFileVersion),
  /** Names of the own criteria and roles that the blocks and templates speak of. */
  terms: z.array(OwnTerm.pick({ key: true, kind: true, label: true })).max(500),
  /** The department's own fields that they speak of, with the standard each comes from. */
  fields: z
    .array(z.object({ standardId: StandardId, field: StandardField }))
    .max(500)
    .default([]),
  blocks: z.array(Block).max(5000),
  templates: z.array(Template).max(500),
});
export type LibraryFile = z.infer<typeof LibraryFile>;

/** What taking in a file would do to one item. */
export const LibraryChange = z.object({
  ref: LibraryItemRef,
  title: z.string(),
  state: z.enum(['new', 'changed', 'same']),
});
export type LibraryChange = z.infer<typeof LibraryChange>;

/** How to take an import back: items that came, and the revision that each changed one had. */
export const LibraryImport = z.object({
  added: z.array(LibraryItemRef),
  changed: z.array(z.object({ ref: LibraryItemRef, before: z.int() })),
});
export type LibraryImport = z.infer<typeof LibraryImport>;

const soonDays = 30;

/** How a block's dated facts stand: one is past, one ends within a month, or all hold (GLOSSARY: датированный факт). */
export function factsState({ facts }: Pick<Block, 'facts'>, day: CalendarDate): 'past' | 'ending' | 'hold' {
  if (facts.some(({ validUntil }) => validUntil < day)) return 'past';
  return facts.some(({ validUntil }) => validUntil <= addDays(day, soonDays)) ? 'ending' : 'hold';
}
