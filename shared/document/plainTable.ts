import type { BlockNode, CellAttrs, ParagraphNode, TableRowNode } from './nodes.ts';

/** A paragraph of one plain, bold or italic run. */
export function saidLine(text: string, face: 'plain' | 'bold' | 'italic' = 'plain'): ParagraphNode {
  if (text === '') return { type: 'paragraph' };
  return {
    type: 'paragraph',
    content: [{ type: 'text', text, ...(face === 'plain' ? {} : { marks: [{ type: face }] }) }],
  };
}

/** A heading of plain text. */
export function headingLine(text: string, level: 1 | 2 | 3): BlockNode {
  return { type: 'heading', attrs: { level, textAlign: null }, content: [{ type: 'text', text }] };
}

/** A table of plain texts under a head; `shares` are the columns' parts of the width between the margins, in CSS pixels. */
export function plainTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  how: { readonly shares: readonly number[]; readonly widthPx: number },
): BlockNode {
  const total = how.shares.reduce((sum, share) => sum + share, 0);
  const attrs = (at: number): CellAttrs => ({
    colspan: 1,
    rowspan: 1,
    colwidth: [Math.round(((how.shares[at] ?? 1) / total) * how.widthPx)],
    shade: null,
    verticalAlign: null,
  });
  const head: TableRowNode = {
    type: 'tableRow',
    content: heads.map((text, at) => ({
      type: 'tableHeader',
      attrs: attrs(at),
      content: [saidLine(text)],
    })),
  };
  const body = rows.map((texts): TableRowNode => ({
    type: 'tableRow',
    content: texts.map((text, at) => ({ type: 'tableCell', attrs: attrs(at), content: [saidLine(text)] })),
  }));
  return { type: 'table', content: [head, ...body] };
}
