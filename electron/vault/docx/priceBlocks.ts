import type { PriceTableRow, PriceTableView, TableColumn } from '../../../shared/document/blockViews.ts';
import { assertNever } from '../../../shared/ipc/reply.ts';
import { placeIndent, textParagraph } from './paragraphs.ts';
import { cellXml, edgeOf, rowXml, splitWidth, tableXml, type Cell } from './tableXml.ts';
import type { BlockWriter, Writing } from './writing.ts';

type Align = TableColumn['align'];

/** A table of figures: its columns with their widths, and the writing it is part of. */
type Figures = {
  readonly columns: readonly TableColumn[];
  readonly widths: readonly number[];
  readonly writing: Writing;
};

type FigureCell = {
  readonly at: number;
  readonly span?: number;
  readonly style: string;
  readonly align: Align;
  readonly keepNext?: boolean;
  readonly borders?: string;
  readonly fill?: string | null;
  readonly bottom?: boolean;
};

function figureCell(figures: Figures, look: FigureCell, texts: readonly string[]): Cell {
  const { widths, writing } = figures;
  const span = look.span ?? 1;
  const widthTwips = widths.slice(look.at, look.at + span).reduce((sum, width) => sum + width, 0);
  const align = look.align === 'left' ? null : look.align;
  const content = texts
    .map((text, index) =>
      textParagraph(
        text,
        { style: index === 0 ? look.style : 'TableNote', keepNext: look.keepNext === true, align },
        writing,
      ),
    )
    .join('');
  return cellXml(
    {
      widthTwips,
      span,
      edge: edgeOf(look.at, span, widths.length, writing.tables.flush),
      ...(look.fill === undefined || look.fill === null ? {} : { fill: look.fill }),
      ...(look.borders === undefined ? {} : { borders: look.borders }),
      ...(look.bottom === true ? { verticalAlign: 'bottom' as const } : {}),
    },
    content,
  );
}

function headRow(figures: Figures): string {
  const { head: borders, headFill: fill } = figures.writing.tables;
  const cells = figures.columns.map((column, at) =>
    figureCell(figures, { at, style: 'TableHead', align: column.align, borders, fill, bottom: true }, [
      column.title,
    ]),
  );
  return rowXml({ header: true }, cells);
}

function itemRow(figures: Figures, cells: readonly string[], note: string, keepNext: boolean): string {
  const row = figures.columns.map((column, at) =>
    figureCell(
      figures,
      { at, style: column.align === 'right' ? 'TableFigure' : 'TableText', align: column.align, keepNext },
      column.key === 'title' ? [cells[at] ?? '', note] : [cells[at] ?? ''],
    ),
  );
  return rowXml({}, row);
}

/** A row of one text across and a figure in the last column. */
function spanRow(
  figures: Figures,
  text: string,
  amount: string,
  look: { style: string; align: Align; keepNext: boolean; borders?: string; fill?: string | null },
): string {
  const last = figures.columns.length - 1;
  const shared = {
    style: look.style,
    keepNext: look.keepNext,
    ...(look.borders === undefined ? {} : { borders: look.borders }),
    ...(look.fill === undefined ? {} : { fill: look.fill }),
  };
  return rowXml({}, [
    figureCell(figures, { ...shared, at: 0, span: last, align: look.align }, [text]),
    figureCell(figures, { ...shared, at: last, align: 'right' }, [amount]),
  ]);
}

/** A heading over the whole width, for lines that are not in the total. */
function apartRow(figures: Figures, title: string): string {
  const span = figures.columns.length;
  return rowXml({}, [
    figureCell(figures, { at: 0, span, style: 'TableGroup', align: 'left', keepNext: true }, [title]),
  ]);
}

function priceRow(figures: Figures, row: PriceTableRow, next: PriceTableRow | 'words' | undefined): string {
  const { tables } = figures.writing;
  // Totals stay together, with the last line and with the sum in words; a group's heading stays with its first line.
  const followedByTotal =
    next === 'words' || (next !== undefined && ['total', 'vat', 'grand'].includes(next.kind));
  switch (row.kind) {
    case 'group':
      return spanRow(figures, row.title, row.total, { style: 'TableGroup', align: 'left', keepNext: true });
    case 'apart':
      return apartRow(figures, row.title);
    case 'item':
      return itemRow(figures, row.cells, row.note, followedByTotal);
    case 'grand':
      return spanRow(figures, row.label, row.amount, {
        style: 'TableGrand',
        align: 'right',
        keepNext: followedByTotal,
        borders: tables.grand,
        fill: tables.grandFill,
      });
    case 'total':
    case 'vat':
      return spanRow(figures, row.label, row.amount, {
        style: 'TableFigure',
        align: 'right',
        keepNext: followedByTotal,
      });
    default:
      return assertNever(row);
  }
}

function pricesXml(view: PriceTableView, figures: Figures, indentTwips: number): string {
  let rows = headRow(figures);
  view.rows.forEach((row, at) => {
    rows += priceRow(figures, row, view.rows[at + 1] ?? (view.inWords === '' ? undefined : 'words'));
  });
  const look = { style: 'KamertonTable', columns: figures.widths, indentTwips, header: true };
  return tableXml({ ...look, keepNext: view.inWords !== '' }, rows);
}

function figuresOf(columns: readonly TableColumn[], widthTwips: number, writing: Writing): Figures {
  const widths = splitWidth(
    widthTwips,
    columns.map((column) => column.widthPercent),
  );
  return { columns, widths, writing };
}

/** The price table that computes: head on every page, figures to the right, totals together, the sum in words. */
export const writePriceTable: BlockWriter<'priceTable'> = (node, place, writing) => {
  const view = writing.views.priceTable(node.attrs.table);
  if (view.columns.length === 0) return '';
  const figures = figuresOf(view.columns, place.widthTwips, writing);
  const inWords = textParagraph(view.inWords, { style: 'InWords', indent: placeIndent(place) }, writing);
  const notes = view.notes.map((note) => textParagraph(note, { indent: placeIndent(place) }, writing));
  return pricesXml(view, figures, place.indentTwips) + inWords + notes.join('');
};

/** The payment schedule; its sums come from the price table. */
export const writePaymentSchedule: BlockWriter<'paymentSchedule'> = (node, place, writing) => {
  const view = writing.views.paymentSchedule(node.attrs.stages);
  if (view.columns.length === 0) return '';
  const figures = figuresOf(view.columns, place.widthTwips, writing);
  const last = figures.columns.length - 1;
  let rows = headRow(figures);
  view.rows.forEach((row, at) => {
    if (row.kind === 'item') {
      rows += itemRow(figures, row.cells, '', at === view.rows.length - 2);
      return;
    }
    const { grand: borders, grandFill: fill } = writing.tables;
    const cell = (look: Pick<FigureCell, 'at' | 'span'>, align: Align, text: string) =>
      figureCell(figures, { ...look, style: 'TableGrand', align, borders, fill }, [text]);
    const label = cell({ at: 0, span: last - 1 }, 'left', row.label);
    rows += rowXml({}, [
      label,
      cell({ at: last - 1 }, 'right', row.share),
      cell({ at: last }, 'right', row.amount),
    ]);
  });
  return tableXml(
    { style: 'KamertonTable', columns: figures.widths, indentTwips: place.indentTwips, header: true },
    rows,
  );
};

/** Ownership cost and payback: what a year and the whole time come to, and the period as a sentence. */
export const writePayback: BlockWriter<'payback'> = (node, place, writing) => {
  const view = writing.views.payback(node.attrs.plan);
  if (view.columns.length === 0) return '';
  const figures = figuresOf(view.columns, place.widthTwips, writing);
  const { grand: borders, grandFill: fill } = writing.tables;
  const keepNext = view.summary !== '';
  let rows = headRow(figures);
  for (const row of view.rows) {
    if (row.kind === 'item') {
      rows += itemRow(figures, row.cells, '', true);
      continue;
    }
    const grand = row.kind === 'grand';
    const cells = row.cells.map((text, at) =>
      figureCell(
        figures,
        {
          at,
          style: grand ? 'TableGrand' : 'TableGroup',
          align: at === 0 ? 'left' : 'right',
          keepNext: keepNext || !grand,
          ...(grand ? { borders, fill } : {}),
        },
        [text],
      ),
    );
    rows += rowXml({}, cells);
  }
  const look = {
    style: 'KamertonTable',
    columns: figures.widths,
    indentTwips: place.indentTwips,
    header: true,
  };
  const table = tableXml({ ...look, keepNext }, rows);
  return table + textParagraph(view.summary, { style: 'InWords', indent: placeIndent(place) }, writing);
};
