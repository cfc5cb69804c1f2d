import type { DocumentLook } from '../../../shared/domain/company.ts';
import type { BlockNode } from '../../../shared/document/nodes.ts';
import type { FieldValues } from '../../../shared/document/mergeFields.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { BlockViews } from './blockSources.ts';
import type { Collector } from './collector.ts';
import type { HeadingMarks } from './contents.ts';
import type { Palette } from './palette.ts';
import type { TablePaint } from './tablePaint.ts';

/** Where a block stands: how much room it has, how far it is indented, what its plain paragraphs look like. */
export type Place = {
  /** Room from the indent to the right edge. */
  readonly widthTwips: number;
  readonly indentTwips: number;
  /** Style of paragraphs that have none of their own; null = Normal. */
  readonly paragraphStyle: string | null;
  /** Its paragraphs stand on one page with what follows. */
  readonly keepNext?: boolean;
};

/** What every writing function is given: the document's own things, and where parts outside the body are put. */
export type Writing = {
  readonly language: Language;
  readonly palette: Palette;
  readonly look: DocumentLook;
  readonly tables: TablePaint;
  readonly values: FieldValues;
  readonly views: BlockViews;
  readonly textWidthTwips: number;
  readonly textHeightTwips: number;
  readonly headings: HeadingMarks;
  readonly collector: Collector;
  /** Writes the blocks inside a container. Given here, so that lists and tables need not import their own table. */
  readonly blocks: (nodes: readonly BlockNode[], place: Place, writing: Writing) => string;
};

/** Writes one kind of block. */
export type BlockWriter<Type extends BlockNode['type']> = (
  node: Extract<BlockNode, { type: Type }>,
  place: Place,
  writing: Writing,
) => string;
