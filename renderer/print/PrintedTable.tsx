import type { ReactNode } from 'react';
import { keptRows } from '../../shared/document/keptRows.ts';
import type { BlockNode, TableNode, TableRowNode } from '../../shared/document/nodes.ts';

/** A table that all but fills its room fills it, as in the Word file. */
const nearlyFull = 0.92;

/** Widths of the columns in CSS pixels by the first cell that names each; null = an even share of the rest. */
function columnWidths(table: TableNode): (number | null)[] {
  const widths: (number | null)[] = [];
  for (const row of table.content) {
    let column = 0;
    for (const cell of row.content) {
      for (let at = 0; at < cell.attrs.colspan; at += 1) {
        widths[column + at] ??= cell.attrs.colwidth?.[at] || null;
      }
      column += cell.attrs.colspan;
    }
  }
  return Array.from(widths, (width) => width ?? null);
}

function rowsOf(
  rows: readonly TableRowNode[],
  kept: readonly boolean[],
  draw: (nodes: readonly BlockNode[]) => ReactNode,
  head: boolean,
) {
  return rows.map((row, at) => (
    <tr data-kept={kept[at] === true ? true : undefined} key={at}>
      {row.content.map((cell, index) => {
        const { colspan, rowspan, shade, verticalAlign } = cell.attrs;
        const shared = {
          colSpan: colspan,
          rowSpan: rowspan,
          'data-shade': shade ?? undefined,
          'data-valign': verticalAlign ?? undefined,
        };
        return cell.type === 'tableHeader' ? (
          <th {...shared} key={index} scope={head ? 'col' : 'row'}>
            {draw(cell.content)}
          </th>
        ) : (
          <td {...shared} key={index}>
            {draw(cell.content)}
          </td>
        );
      })}
    </tr>
  ));
}

/** A table of the document; rows of nothing but header cells at its top come again on every page. */
export function PrintedTable({
  table,
  roomPx,
  draw,
}: {
  readonly table: TableNode;
  readonly roomPx: number;
  readonly draw: (nodes: readonly BlockNode[]) => ReactNode;
}) {
  const body = table.content.findIndex(
    (row) => row.content.length === 0 || row.content.some((cell) => cell.type !== 'tableHeader'),
  );
  const heads = body === -1 ? (table.content.length > 1 ? 1 : 0) : body;
  const kept = keptRows(table, heads);
  const widths = columnWidths(table);
  const named = widths.every((width) => width !== null);
  const total = widths.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const whole = !named || total >= roomPx * nearlyFull;
  return (
    <table style={{ tableLayout: 'fixed', width: whole ? '100%' : `${total}px` }}>
      <colgroup>
        {widths.map((width, at) => (
          <col
            key={at}
            style={width === null ? {} : { width: named ? `${(width / total) * 100}%` : `${width}px` }}
          />
        ))}
      </colgroup>
      {heads === 0 ? null : <thead>{rowsOf(table.content.slice(0, heads), kept, draw, true)}</thead>}
      <tbody>{rowsOf(table.content.slice(heads), kept.slice(heads), draw, false)}</tbody>
    </table>
  );
}
