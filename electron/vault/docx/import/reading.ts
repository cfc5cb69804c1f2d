import type { BlockNode, InlineNode, ListItemNode, TableNode } from '../../../../shared/document/nodes.ts';
import type { PrintedPrices } from '../../../../shared/document/printedPrices.ts';
import type { BlockText, FieldText } from '../../../../shared/document/wordFile.ts';
import type { Relationship, WordPackage } from './openWordFile.ts';
import type { LossCount } from './losses.ts';
import type { NumberingCounter } from './wordNumbering.ts';
import type { WordStyles } from './wordStyles.ts';
import type { XmlElement } from './xmlTree.ts';

/** A complex field that is open: its code until «separate», then what it shows (ECMA-376 part 1, §17.16.18). */
export type OpenField = { code: string; shows: boolean };

/** What a paragraph's content comes to: words in the line, and what stands between paragraphs in our documents. */
export type Piece = InlineNode | Exclude<BlockNode, { type: 'section' | 'argument' }> | ListItemNode;

/** What every reading function is given. */
export type Reading = {
  readonly file: WordPackage;
  readonly styles: WordStyles;
  readonly numbering: NumberingCounter;
  readonly losses: LossCount;
  /** Whether our writer wrote the file: its looks are styles then, and only what is said directly counts. */
  readonly own: boolean;
  /** Of the part that is being read. */
  readonly relationships: ReadonlyMap<string, Relationship>;
  /** Texts of the notes at the foot and at the end, by id. */
  readonly footnotes: ReadonlyMap<string, string>;
  readonly endnotes: ReadonlyMap<string, string>;
  /** Fields reach over paragraphs, so they are kept here. */
  readonly fields: OpenField[];
  /** Numberings that headings are counted by. */
  readonly headingNumIds: Set<string>;
  /** What merge fields say in the file. */
  readonly fieldTexts: FieldText[];
  /** What stands where blocks are that come back as themselves. */
  readonly blockTexts: BlockText[];
  /** Price tables of ours with the plain tables they came back as; where those stand is known at the end. */
  readonly priceTables: { readonly table: TableNode; readonly printed: Omit<PrintedPrices, 'path'> }[];
  /** Reads blocks in order; `baseTwips` = the indent of the block they stand in. */
  readonly blocks: (elements: readonly XmlElement[], baseTwips: number, reading: Reading) => BlockNode[];
};
