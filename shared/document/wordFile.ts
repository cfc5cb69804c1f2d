import { z } from 'zod';
import { MergeFieldKey } from './mergeFields.ts';
import { DocumentRoot } from './nodes.ts';
import { PrintedPrices } from './printedPrices.ts';

/** What a Word file had that a document of ours does not hold; each kind has its sentence in the window. */
export const wordLossKinds = [
  /** Tracked changes: insertions are taken, deletions are left out. */
  'insertions',
  'deletions',
  'comments',
  /** The words of a text box stand in the text, its frame and place are gone. */
  'textBoxes',
  /** Charts, diagrams, drawn shapes. */
  'drawings',
  /** Embedded objects: tables of Excel, other files. */
  'objects',
  /** Formulas; their signs stand in the text in one line. */
  'equations',
  /** Headers and footers with something in them: here the look prints its own. */
  'headers',
  /** Pictures of another kind than PNG or JPEG, linked or broken. */
  'pictures',
  /** Pictures of which a part is cut off in the file: here they are whole. */
  'croppedPictures',
  /** Links to files or places of the document; their words stay. */
  'links',
  'hidden',
  /** Footnotes longer than a footnote here may be: their end is cut off. */
  'longFootnotes',
  /** Lists counted by letters or Roman numbers are counted by figures. */
  'listFormats',
  /** Numbers of paragraphs that go on those of their headings («1.1» under «1»): here they begin at one. */
  'listLevels',
  /** Numbers of headings: whether headings are numbered is the whole document's word. */
  'headingNumbers',
  /** Headings below the third level. */
  'deepHeadings',
  /** Price tables of our own that came back as plain tables; what a proposal makes of them is in `priceTables`. */
  'priceTables',
  /** Other blocks of our own that came back as plain tables. */
  'ownBlocks',
  /** Fields and blocks of our own in a file whose last program kept no tags: all of it is plain text, said once. */
  'ownTags',
  /** Pages on their side and text in columns. */
  'pageSetup',
  /** Fonts, sizes and spacing, said once. */
  'fonts',
] as const;
export const WordLossKind = z.enum(wordLossKinds);
export type WordLossKind = z.infer<typeof WordLossKind>;

/** `count` = how many of them; 1 for what is only said once. */
export const WordLoss = z.object({ kind: WordLossKind, count: z.int().min(1) });
export type WordLoss = z.infer<typeof WordLoss>;

/** What a merge field says in a file, where it says anything. */
export const FieldText = z.object({ key: MergeFieldKey, text: z.string() });
export type FieldText = z.infer<typeof FieldText>;

/** Blocks that come back as themselves, without the words that the file has in their place. */
export const RedrawnBlock = z.enum(['letterhead', 'addressee', 'validity', 'signature']);
export type RedrawnBlock = z.infer<typeof RedrawnBlock>;

/** What stands in a file where one of these blocks is: a text for each paragraph that says anything. */
export const BlockText = z.object({ type: RedrawnBlock, lines: z.array(z.string()) });
export type BlockText = z.infer<typeof BlockText>;

/**
 * A Word file as a document of ours, and what it lost on the way. Merge fields and blocks drawn from the dossier come
 * back as themselves, with what holds here: `fieldTexts` (each once) and `blockTexts` are what the file had in their
 * place, since a client may have written there. `priceTables` are lines and figures of those plain tables that were
 * price tables of ours.
 */
export const WordFile = z.object({
  root: DocumentRoot,
  losses: z.array(WordLoss),
  fieldTexts: z.array(FieldText),
  blockTexts: z.array(BlockText),
  /** In the order they stand in. */
  priceTables: z.array(PrintedPrices),
});
export type WordFile = z.infer<typeof WordFile>;
