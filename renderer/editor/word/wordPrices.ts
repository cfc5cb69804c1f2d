import type { Editor } from '@tiptap/core';
import type { BlockNode, DocumentRoot, PriceTableNode } from '../../../shared/document/nodes.ts';
import { plainWords } from '../../../shared/document/printedFigure.ts';
import type { PrintedPrices } from '../../../shared/document/printedPrices.ts';
import { priceTableView } from '../../../shared/document/priceViews.ts';
import { readReturnedPrices, type ReturnedProblem } from '../../../shared/document/readReturnedPrices.ts';
import { replaceRun } from '../../../shared/document/replaceRun.ts';
import { takeReturnedPrices, type TakenPrices } from '../../../shared/document/takeReturnedPrices.ts';
import { inlineText } from '../../../shared/document/walk.ts';
import type { WordFile } from '../../../shared/document/wordFile.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { PriceTable } from '../../../shared/domain/priceTable.ts';

/** What becomes of a price table of ours that came back in a Word file. */
export type WordPrices =
  | {
      readonly kind: 'taken';
      /** Which price table of the open document takes its figures; null = it comes in as one of its own. */
      readonly place: number | null;
      readonly before: PriceTable;
      readonly language: Language;
      readonly formulas: readonly string[];
      readonly taken: TakenPrices;
    }
  | { readonly kind: 'plain'; readonly problem: ReturnedProblem };

/** Price tables of the open document in their order, with their places; those of what waits to be drawn too. */
export function priceTablesIn({ state }: Editor): { readonly from: number; readonly table: PriceTable }[] {
  const found: { from: number; table: PriceTable }[] = [];
  state.doc.descendants((node, from) => {
    if (node.type.name !== 'priceTable') return !node.isTextblock;
    const table = PriceTable.safeParse(node.attrs['table']);
    if (table.success) found.push({ from, table: table.data });
    return false;
  });
  return found;
}

/** A table that takes what comes as it is. */
const noTable: PriceTable = { currency: 'RUB', vatMode: 'included', items: [] };

/**
 * What becomes of each price table of a file, beside those of the open document: the one in the same place if its
 * lines are known there, else another that knows them; where the document has none left, one of its own.
 */
export function wordPrices(file: WordFile, here: readonly PriceTable[]): readonly WordPrices[] {
  const free = new Set(here.keys());
  return file.priceTables.map((printed, order): WordPrices => {
    const read = readReturnedPrices(printed);
    if (!read.ok) return { kind: 'plain', problem: read.problem };
    const { prices } = read;
    const places =
      free.size === 0
        ? [null]
        : [...free].toSorted((one, other) => Number(other === order) - Number(one === order));
    let problem: ReturnedProblem = { reason: 'foreign' };
    for (const place of places) {
      const before = place === null ? noTable : (here[place] ?? noTable);
      const result = takeReturnedPrices(before, prices, () => crypto.randomUUID());
      if (result.ok) {
        if (place !== null) free.delete(place);
        const { language } = prices.head;
        return { kind: 'taken', place, before, language, formulas: prices.formulas, taken: result };
      }
      if (result.problem.reason !== 'foreign') problem = result.problem;
    }
    return { kind: 'plain', problem };
  });
}

/** Blocks printed with the table that are drawn anew with it; what else somebody wrote there stays. */
function isDrawnAnew(
  block: BlockNode,
  printed: PrintedPrices,
  prices: WordPrices & { kind: 'taken' },
): boolean {
  if (block.type !== 'paragraph') return false;
  const text = plainWords(inlineText(block.content, () => ''));
  const drawn = [prices.before, prices.taken.table].flatMap(
    (table) => priceTableView(table, prices.language).notes,
  );
  return text === '' || [printed.inWords, ...drawn].some((line) => plainWords(line) === text);
}

const priceTableNode = ({ taken }: WordPrices & { kind: 'taken' }): PriceTableNode => ({
  type: 'priceTable',
  attrs: { table: taken.table },
});

/** Of the file's document nothing but price tables that the open one does not have. */
export function pricesAlone(all: readonly WordPrices[]): DocumentRoot {
  const content = all.flatMap((prices) =>
    prices.kind === 'taken' && prices.place === null ? [priceTableNode(prices)] : [],
  );
  return { type: 'doc', content };
}

/** The file's document without the price tables that are taken by ours, and with those that become ones. */
export function rootWithPrices(file: WordFile, all: readonly WordPrices[]): DocumentRoot {
  // From the end, so that the places before stay what they are.
  return file.priceTables.reduceRight((root, printed, at) => {
    const prices = all[at];
    if (prices?.kind !== 'taken') return root;
    return replaceRun(root, printed.path, 1 + printed.blocksBelow, ([, ...below]) => [
      ...(prices.place === null ? [priceTableNode(prices)] : []),
      ...below.filter((block) => !isDrawnAnew(block, printed, prices)),
    ]);
  }, file.root);
}
