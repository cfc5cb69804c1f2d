import type { TableCellNode, TableHeaderNode, TableNode } from '../../../shared/document/nodes.ts';

export type CellNode = TableCellNode | TableHeaderNode;

/** A cell in its place; more than one node only where Word has no columns left. */
export type CellSlot = {
  readonly kind: 'cell';
  readonly column: number;
  readonly span: number;
  readonly rows: number;
  readonly cells: CellNode[];
};
/** What stands at a place of a row: a cell, the lower part of a cell merged downwards, or nothing the document names. */
export type Slot =
  | CellSlot
  | { readonly kind: 'continued'; readonly column: number; readonly span: number }
  | { readonly kind: 'filler'; readonly column: number; readonly span: number };

export type TableGrid = {
  readonly columns: number;
  readonly rows: readonly (readonly Slot[])[];
  /** Where each column begins among the columns that the document counts. */
  readonly edges: readonly number[];
};

/** Word opens no table with more columns. */
const mostColumns = 63;

type Merged = { span: number; rowsLeft: number };

/** Puts a row's cells into the free columns; cells past Word's last column go into the last cell, so none is lost. */
function placeRow(cells: readonly CellNode[], merged: Map<number, Merged>, rowsBelow: number): Slot[] {
  const slots: Slot[] = [];
  const taken: boolean[] = [];
  if (merged.size > 0) {
    let covered = 0;
    for (const { span } of merged.values()) covered += span;
    // Merged cells that leave no column for a row's own cells end above it.
    if (cells.length > 0 && covered >= mostColumns) merged.clear();
    for (const [column, { span }] of merged) {
      slots.push({ kind: 'continued', column, span });
      for (let at = column; at < column + span; at += 1) taken[at] = true;
    }
  }
  let column = 0;
  let last: CellSlot | null = null;
  for (const cell of cells) {
    while (taken[column] === true) column += 1;
    if (column >= mostColumns) {
      last?.cells.push(cell);
      continue;
    }
    let span = 1;
    const wanted = Math.min(cell.attrs.colspan, mostColumns - column);
    while (span < wanted && taken[column + span] !== true) span += 1;
    last = { kind: 'cell', column, span, rows: Math.min(cell.attrs.rowspan, rowsBelow + 1), cells: [cell] };
    slots.push(last);
    column += span;
  }
  return slots;
}

/** Puts what was merged from above between a row's own cells, and fills what no cell names. */
function fillGaps(slots: readonly Slot[], columns: number): readonly Slot[] {
  const isInOrder = slots.every(({ column }, at) => column > (slots[at - 1]?.column ?? -1));
  const ordered = isInOrder ? slots : slots.toSorted((a, b) => a.column - b.column);
  // As many cells as columns, as in nearly every row: nothing is between them.
  if (ordered.length === columns) return ordered;
  const row: Slot[] = [];
  let column = 0;
  for (const slot of ordered) {
    if (slot.column > column) row.push({ kind: 'filler', column, span: slot.column - column });
    row.push(slot);
    column = slot.column + slot.span;
  }
  if (column < columns) row.push({ kind: 'filler', column, span: columns - column });
  return row;
}

/** Columns in which no cell begins are part of their neighbour: they would only take room from the others. */
function withoutUnusedEdges(rows: readonly (readonly Slot[])[], columns: number): TableGrid {
  // Where one row has a cell in every column, as in nearly every table, all are used.
  if (rows.some((row) => row.length === columns))
    return { columns, edges: Array.from({ length: columns }, (_, at) => at), rows };
  const begun = new Set<number>();
  for (const row of rows) for (const { column } of row) begun.add(column);
  const edges = [...begun].toSorted((a, b) => a - b);
  if (edges.length === columns) return { columns, edges, rows };
  const placeOf = new Map(edges.map((edge, at) => [edge, at]));
  const place = (edge: number) => placeOf.get(edge) ?? edges.length;
  return {
    columns: edges.length,
    edges,
    rows: rows.map((row) =>
      row.map((slot) => {
        const column = place(slot.column);
        return { ...slot, column, span: place(slot.column + slot.span) - column };
      }),
    ),
  };
}

/** Lays a table out on a grid in which every row is full; merged cells that overlap or overrun are cut to fit. */
export function tableGrid(table: TableNode): TableGrid {
  const merged = new Map<number, Merged>();
  let columns = 0;
  const rows = table.content.map((row, index) => {
    const slots = placeRow(row.content, merged, table.content.length - 1 - index);
    for (const [column, cell] of merged) {
      cell.rowsLeft -= 1;
      if (cell.rowsLeft === 0) merged.delete(column);
    }
    for (const slot of slots) {
      columns = Math.max(columns, slot.column + slot.span);
      if (slot.kind === 'cell' && slot.rows > 1) {
        merged.set(slot.column, { span: slot.span, rowsLeft: slot.rows - 1 });
      }
    }
    return slots;
  });
  return withoutUnusedEdges(
    rows.map((slots) => fillGaps(slots, columns)),
    columns,
  );
}
