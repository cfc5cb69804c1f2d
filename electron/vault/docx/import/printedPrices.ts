import type { BlockNode } from '../../../../shared/document/nodes.ts';
import type {
  PrintedCell,
  PrintedObstacle,
  PrintedPrices,
} from '../../../../shared/document/printedPrices.ts';
import { childrenOf, type DocumentNode } from '../../../../shared/document/walk.ts';
import { countLosses } from './losses.ts';
import { plainText, readInline } from './readInline.ts';
import type { Piece, Reading } from './reading.ts';
import { unwrapped } from './readTable.ts';
import { attribute, child, descendants, numberOf, textOf, valueOf, type XmlElement } from './xmlTree.ts';

/** Paragraph styles by which our writer tells a line's note and the sum in words from the rest. */
const noteStyle = 'TableNote';
const inWordsStyle = 'InWords';

const isStruck = (piece: Piece): boolean =>
  piece.type === 'text' && (piece.marks ?? []).some(({ type }) => type === 'strike');

const saysSomething = (pieces: readonly Piece[]): boolean => plainText(pieces).trim() !== '';

type CellParagraph = { readonly style: string | null; readonly pieces: readonly Piece[] };

function paragraphsOf(cell: XmlElement, reading: Reading): CellParagraph[] {
  return descendants(cell, 'w:p').map((element) => {
    const style = valueOf(child(element, 'w:pPr'), 'w:pStyle');
    return { style, pieces: readInline(element, reading.styles.paragraph(style), reading) };
  });
}

const hasFormula = (cell: XmlElement): boolean =>
  [
    ...descendants(cell, 'w:instrText').map(textOf),
    ...descendants(cell, 'w:fldSimple').map((field) => attribute(field, 'w:instr') ?? ''),
  ].some((code) => code.trimStart().startsWith('='));

function readCell(cell: XmlElement, paragraphs: readonly CellParagraph[]): PrintedCell {
  const kept = paragraphs.map(({ style, pieces }) => ({
    style,
    pieces: pieces.filter((piece) => !isStruck(piece)),
  }));
  const struck =
    !kept.some(({ pieces }) => saysSomething(pieces)) &&
    paragraphs.some(({ pieces }) => saysSomething(pieces));
  const said = struck ? paragraphs : kept;
  const textsOf = (isNote: boolean) =>
    said
      .filter(({ style }) => (style === noteStyle) === isNote)
      .map(({ pieces }) => plainText(pieces).trim())
      .filter((text) => text !== '');
  return {
    lines: textsOf(false),
    note: textsOf(true).join('\n'),
    span: Math.max(numberOf(valueOf(child(cell, 'w:tcPr'), 'w:gridSpan')) ?? 1, 1),
    isStruck: struck,
    hasFormula: hasFormula(cell),
  };
}

const joins = ['w:vMerge', 'w:hMerge', 'w:cellDel', 'w:cellMerge'];

/** What lines of prices cannot hold, of a cell's content. */
function obstacleOf(cell: XmlElement, paragraphs: readonly CellParagraph[]): PrintedObstacle | null {
  const look = child(cell, 'w:tcPr');
  if (joins.some((name) => child(look, name) !== null)) return 'merged';
  const isPlain = paragraphs.every(({ pieces }) =>
    pieces.every(({ type }) => type === 'text' || type === 'hardBreak'),
  );
  return isPlain && descendants(cell, 'w:tbl').length === 0 ? null : 'content';
}

/**
 * The price table in a control of ours, line by line, as it stands in the file. Nothing is taken out of the reading:
 * the same content is read as plain blocks beside it. `blocks` = those, of which one should be the table.
 */
export function notePrintedPrices(
  content: readonly XmlElement[],
  blocks: readonly BlockNode[],
  reading: Reading,
): void {
  const at = blocks.findIndex(({ type }) => type === 'table');
  const table = blocks[at];
  // Without its table nothing stands in the control that could be lost.
  if (table?.type !== 'table') return;
  const inside: Reading = { ...reading, losses: countLosses(), fieldTexts: [], blockTexts: [], fields: [] };
  const all: XmlElement = { name: '', attributes: new Map(), children: content };
  const elements = unwrapped(all, 'w:tbl');
  let obstacle: PrintedObstacle | null =
    elements.length === 1 && blocks.filter(({ type }) => type === 'table').length === 1 ? null : 'split';
  const rows = elements
    .flatMap((element) => unwrapped(element, 'w:tr'))
    .filter((row) => child(child(row, 'w:trPr'), 'w:del') === null)
    .map((row) =>
      unwrapped(row, 'w:tc').map((cell) => {
        const paragraphs = paragraphsOf(cell, inside);
        obstacle ??= obstacleOf(cell, paragraphs);
        return readCell(cell, paragraphs);
      }),
    );
  const inWords = descendants(all, 'w:p')
    .filter((element) => valueOf(child(element, 'w:pPr'), 'w:pStyle') === inWordsStyle)
    .map((element) => plainText(readInline(element, reading.styles.paragraph(inWordsStyle), inside)).trim());
  reading.losses.note('priceTables');
  reading.priceTables.push({
    table,
    printed: { blocksBelow: blocks.length - at - 1, inWords: inWords.join(' '), rows, obstacle },
  });
}

/** Price tables with their places in the finished document; one that has none in it is left out. */
export function placePrintedPrices(content: readonly BlockNode[], { priceTables }: Reading): PrintedPrices[] {
  if (priceTables.length === 0) return [];
  const printedOf = new Map<unknown, Omit<PrintedPrices, 'path'>>(
    priceTables.map(({ table, printed }) => [table, printed]),
  );
  const placed: PrintedPrices[] = [];
  const look = (nodes: readonly DocumentNode[], above: readonly number[]): void => {
    nodes.forEach((node, at) => {
      const path = [...above, at];
      const printed = printedOf.get(node);
      if (printed !== undefined) placed.push({ ...printed, path });
      look(childrenOf(node), path);
    });
  };
  look(content, []);
  return placed;
}
