import type { BlockWriter, ParagraphKind } from './blockWriter.ts';
import type { Format } from './inlineFormat.ts';
import type { PasteLosses } from './losses.ts';
import type { Style, StyleSheet } from './sourceStyles.ts';

/** What a walk over a pasted page carries along. */
export type Walk = {
  readonly page: Document;
  readonly sheet: StyleSheet;
  readonly writer: BlockWriter;
  readonly losses: PasteLosses;
  /** A spreadsheet's cells: figures stand at the right. */
  readonly fromSheet: boolean;
  /** Walks over the inside of an element. */
  inside(element: Element, spot: Spot): void;
};

/** Where the walk is. */
export type Spot = {
  readonly format: Format;
  readonly align: ParagraphKind['align'];
  readonly heading: ParagraphKind['tag'] | null;
  readonly listDepth: number;
  readonly tableDepth: number;
  readonly quoteDepth: number;
  /** Line breaks of the source are its own (`pre`). */
  readonly keepsLines: boolean;
};

/** Block alignment of the model; the left is what the styles give anyway. */
export function alignOf(
  element: Element,
  style: Style,
  around: ParagraphKind['align'],
): ParagraphKind['align'] {
  const said = (style.get('text-align') ?? element.getAttribute('align') ?? '').toLowerCase();
  if (said === 'right' || said === 'end') return 'right';
  if (said === 'center' || said === 'justify') return said;
  if (element.localName === 'center') return 'center';
  return said === 'left' || said === 'start' ? null : around;
}
