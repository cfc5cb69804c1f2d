import type { BlockNode, CellAttrs, ParagraphNode, TableRowNode } from './nodes.ts';

// Blocks that papers of facts are made of: headings, sentences, lists, and tables of a caption and a value.

/** A paragraph of plain text; `italic` for what is said about the paper itself. */
export function sentence(text: string, mark: 'plain' | 'bold' | 'italic' = 'plain'): ParagraphNode {
  if (text === '') return { type: 'paragraph' };
  return {
    type: 'paragraph',
    content: [{ type: 'text', text, ...(mark === 'plain' ? {} : { marks: [{ type: mark }] }) }],
  };
}

export function heading(text: string, level: 1 | 2 | 3): BlockNode {
  return { type: 'heading', attrs: { level, textAlign: null }, content: [{ type: 'text', text }] };
}

export function bullets(items: readonly string[]): BlockNode[] {
  if (items.length === 0) return [];
  return [
    {
      type: 'bulletList',
      content: items.map((item) => ({ type: 'listItem', content: [sentence(item)] })),
    },
  ];
}

const widthsPx = [210, 470] as const;

function cell(widthPx: number): CellAttrs {
  return { colspan: 1, rowspan: 1, colwidth: [widthPx], shade: null, verticalAlign: null };
}

/** Captions left, values right; a value of several lines is several paragraphs. Empty values are left out. */
export function ledger(rows: readonly (readonly [string, string])[]): BlockNode[] {
  const filled = rows.filter(([, value]) => value.trim() !== '');
  if (filled.length === 0) return [];
  return [
    {
      type: 'table',
      content: filled.map(([caption, value]): TableRowNode => ({
        type: 'tableRow',
        content: [
          { type: 'tableCell', attrs: cell(widthsPx[0]), content: [sentence(caption, 'bold')] },
          {
            type: 'tableCell',
            attrs: cell(widthsPx[1]),
            content: value.split('\n').map((line) => sentence(line)),
          },
        ],
      })),
    },
  ];
}
