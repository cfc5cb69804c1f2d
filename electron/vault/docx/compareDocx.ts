import { letterheadView, priceTableView, validityView } from '../../../shared/document/blockViews.ts';
import { documentText } from '../../../shared/document/documentText.ts';
import type { FidelityDifference, FidelityReport } from '../../../shared/document/fidelity.ts';
import type { FieldValues } from '../../../shared/document/mergeFields.ts';
import { hasHeadingNumbers } from '../../../shared/document/headings.ts';
import type { BlockNode, DocumentRoot } from '../../../shared/document/nodes.ts';
import { printedAmount } from '../../../shared/document/priceViews.ts';
import { printedField, resolveFields } from '../../../shared/document/resolveFields.ts';
import { findAll, footnoteTexts, inlineText, walk } from '../../../shared/document/walk.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { priceTotals } from '../../../shared/domain/priceTotals.ts';
import { safeTarget } from './collector.ts';
import { expectedNumbers } from './expectedNumbers.ts';
import { deepestLevel } from './numbering.ts';
import type { ReadDocument, ReadTable } from './readDocx.ts';
import { tableGrid } from './tableGrid.ts';
import type { ProposalSource } from './writeProposal.ts';
import { attributeText, cleanText } from './xml.ts';

type Part = FidelityDifference['part'];

/** A file with more differences than this is not explained better by more lines. */
const mostDifferences = 50;
const longestExcerpt = 300;

function excerpt(text: string): string {
  return text.length <= longestExcerpt ? text : `${text.slice(0, longestExcerpt)}…`;
}

function difference(part: Part, expected: string, found: string, after = ''): FidelityDifference {
  return { part, expected: excerpt(expected), found: excerpt(found), after: excerpt(after) };
}

/** How far ahead a lost or an added text is looked for before two texts count as changed. */
const lookAhead = 24;

/** Compares two sequences of texts; what is missing, added or changed is named, and the rest is still compared. */
function compareTexts(
  part: Part,
  expected: readonly string[],
  found: readonly string[],
): FidelityDifference[] {
  const differences: FidelityDifference[] = [];
  let at = 0;
  let there = 0;
  let same = '';
  while ((at < expected.length || there < found.length) && differences.length < mostDifferences) {
    const wanted = expected[at];
    const got = found[there];
    if (wanted === got) {
      same = wanted ?? '';
      at += 1;
      there += 1;
      continue;
    }
    const lost = got === undefined ? -1 : expected.slice(at, at + lookAhead).indexOf(got);
    const added = wanted === undefined ? -1 : found.slice(there, there + lookAhead).indexOf(wanted);
    if (wanted !== undefined && (got === undefined || (lost !== -1 && (added === -1 || lost <= added)))) {
      differences.push(difference(part, wanted, '', same));
      at += 1;
    } else if (got !== undefined && (wanted === undefined || added !== -1)) {
      differences.push(difference(part, '', got, same));
      there += 1;
    } else {
      differences.push(difference(part, wanted ?? '', got ?? '', same));
      at += 1;
      there += 1;
    }
  }
  return differences;
}

function notBlank(texts: readonly string[]): string[] {
  return texts.map(cleanText).filter((text) => text.trim() !== '');
}

function headings(root: DocumentRoot, values: FieldValues, language: Language): string[] {
  return findAll(root, 'heading')
    .map((node) => ({
      level: node.attrs.level,
      text: cleanText(inlineText(node.content, (key) => printedField(values, key, language))),
    }))
    .filter(({ text }) => text.trim() !== '')
    .map(({ level, text }) => `${level}: ${text}`);
}

function listLevels(root: DocumentRoot): string[] {
  const levels: string[] = [];
  walk(root, (node, parents) => {
    if (node.type !== 'listItem') return;
    // A table or a quotation inside an item begins its own lists.
    const border = parents.findLastIndex(
      ({ type }) => !['listItem', 'bulletList', 'orderedList'].includes(type),
    );
    const lists = parents.slice(border + 1).filter(({ type }) => type !== 'listItem');
    levels.push(String(Math.min(lists.length - 1, deepestLevel)));
  });
  return levels;
}

function links(root: DocumentRoot): string[] {
  const targets = new Set<string>();
  walk(root, (node) => {
    const marks = node.type === 'text' || node.type === 'mergeField' ? (node.marks ?? []) : [];
    for (const mark of marks) {
      if (mark.type === 'link') targets.add(safeTarget(mark.attrs.href) ?? mark.attrs.href);
    }
  });
  return [...targets].toSorted();
}

const unnamedPicture = '—';

/** Pictures by their alternative texts; the logo of the letterhead goes by our name. */
function pictures({ proposal, context }: ProposalSource): string[] {
  const names: string[] = [];
  walk(proposal.document.root, (node) => {
    if (node.type === 'image') names.push(node.attrs.alt ?? '');
    if (node.type === 'letterhead' && context.company.logo !== null) {
      names.push(letterheadView(context, proposal.language).name);
    }
  });
  return names.map((name) => attributeText(name) || unnamedPicture);
}

/** Columns × rows of the tables that the author drew, in order. */
function drawnTables(root: DocumentRoot): string[] {
  return findAll(root, 'table')
    .map(tableGrid)
    .filter((grid) => grid.columns > 0)
    .map((grid) => `${grid.columns} × ${grid.rows.length}`);
}

function shape(table: ReadTable): string {
  return `${table.columns.length} × ${table.rows.length}`;
}

/** Every drawn table must be there in order, with a width for every column; our own blocks' tables lie between. */
function compareTables(root: DocumentRoot, tables: readonly ReadTable[]): FidelityDifference[] {
  const differences: FidelityDifference[] = [];
  let from = 0;
  drawnTables(root).forEach((wanted, drawn) => {
    const at = tables.findIndex((table, index) => index >= from && shape(table) === wanted);
    if (at === -1) differences.push({ ...difference('table', wanted, ''), at: drawn });
    else from = at + 1;
  });
  for (const table of tables) {
    if (table.columns.every((width) => width > 0)) continue;
    differences.push(difference('table', shape(table), table.columns.join(' ')));
  }
  return differences;
}

/** Numbers and bullets with the words they stand before: those of the document, counted here, and those of the file. */
function compareNumbers(
  root: DocumentRoot,
  numbered: boolean,
  textOf: (block: BlockNode | null) => string,
  found: ReadDocument,
): FidelityDifference[] {
  return compareTexts(
    'numbering',
    expectedNumbers(root, numbered).map(({ mark, block }) => `${mark} ${textOf(block)}`),
    found.paragraphs.flatMap(({ mark, text }) => (mark === null ? [] : [`${mark} ${text}`])),
  );
}

type Totals = { readonly count: number; readonly differences: FidelityDifference[] };

/** The totals of every price table, computed anew from its lines, must stand in a row of a table with their label. */
function compareTotals(root: DocumentRoot, language: Language, tables: readonly ReadTable[]): Totals {
  const rows = new Set(tables.flatMap((table) => table.rows.map((row) => row.cells.join(' | '))));
  const differences: FidelityDifference[] = [];
  let count = 0;
  for (const { attrs } of findAll(root, 'priceTable')) {
    const totals = priceTotals(attrs.table);
    const expected = priceTableView(attrs.table, language).rows.flatMap((row) => {
      if (row.kind === 'item' || row.kind === 'group' || row.kind === 'apart') return [];
      const amount = row.kind === 'grand' ? printedAmount(totals.grossMinor, language) : row.amount;
      return [`${row.label} | ${amount}`];
    });
    count += expected.length;
    for (const row of expected) if (!rows.has(row)) differences.push(difference('total', row, ''));
  }
  return { count, differences };
}

function compareValidity({ proposal }: ProposalSource, texts: readonly string[]): FidelityDifference[] {
  const nodes = findAll(proposal.document.root, 'validity');
  const kinds = nodes.length === 0 ? (['information'] as const) : nodes.map((node) => node.attrs.offerKind);
  return kinds.flatMap((kind) => {
    const view = validityView(proposal.validity, kind, proposal.language);
    return texts.includes(view.text) ? [] : [difference('validity', view.text, '')];
  });
}

/**
 * Compares a file that was read back with the proposal it was written from: text, headings, lists, numbers, tables, totals,
 * links, fields, pictures and the validity period (GLOSSARY: сверка файла). An empty list of differences = the same.
 */
export function compareDocx(source: ProposalSource, found: ReadDocument): FidelityReport {
  const { proposal, context } = source;
  const { language, validity } = proposal;
  const { root } = proposal.document;
  const values = resolveFields({ proposal, context, root });
  const expectedText = notBlank(documentText(root, { values, context, language, validity }));
  const foundText = notBlank(found.paragraphs.map(({ text }) => text));
  const foundHeadings = found.paragraphs
    .filter(({ headingLevel, text }) => headingLevel !== null && text.trim() !== '')
    .map(({ headingLevel, text }) => `${headingLevel}: ${text}`);
  const foundLevels = found.paragraphs.flatMap(({ listLevel }) =>
    listLevel === null ? [] : [String(listLevel)],
  );
  const totals = compareTotals(root, language, found.tables);
  const expectedFields = findAll(root, 'mergeField')
    .map(({ attrs }) => attrs.key)
    .filter((key) => printedField(values, key, language) !== '');
  const texts = compareTexts('text', expectedText, foundText);
  const changed = new Set(texts.flatMap((each) => [each.expected, each.found]).filter((text) => text !== ''));
  const numbers = compareNumbers(
    root,
    hasHeadingNumbers(root, context.company.look),
    (block) =>
      block?.type === 'paragraph' || block?.type === 'heading'
        ? cleanText(inlineText(block.content, (key) => printedField(values, key, language)))
        : '',
    found,
    // A changed text has been named already; its number is the same.
  ).filter(({ expected, found: got }) => ![...changed].some((text) => `${expected}\n${got}`.includes(text)));
  const differences = [
    ...texts,
    ...compareTexts('text', footnoteTexts(root).map(cleanText), found.footnotes),
    ...compareTexts('heading', headings(root, values, language), foundHeadings),
    ...compareTexts('list', listLevels(root), foundLevels),
    ...numbers,
    ...compareTables(root, found.tables),
    ...totals.differences,
    ...compareTexts('link', links(root), [...new Set(found.links.map(({ target }) => target))].toSorted()),
    ...compareTexts(
      'field',
      expectedFields,
      found.fields.map(({ tag }) => tag),
    ),
    ...compareTexts(
      'file',
      pictures(source),
      found.pictures.map((name) => name || unnamedPicture),
    ),
    ...compareValidity(source, foundText),
  ];
  return {
    paragraphs: expectedText.length,
    tables: found.tables.length,
    totals: totals.count,
    differences: differences.slice(0, mostDifferences),
  };
}
