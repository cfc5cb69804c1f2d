import { Fragment, Slice } from '@tiptap/pm/model';
import type { Mark, Node as DocumentNode, Schema } from '@tiptap/pm/model';
import { readPlainText } from './plainText.ts';

const figure = /^[-−+]?\d[\d\s\u00a0.,]*%?$/;

/** Pasted plain text as nodes; it takes on the marks at the caret. A single line stays part of its paragraph. */
export function plainSlice(schema: Schema, text: string, marks: readonly Mark[]): Slice {
  const { paragraph, hardBreak, table, tableRow, tableCell } = schema.nodes;
  if (!paragraph || !hardBreak || !table || !tableRow || !tableCell) return Slice.empty;
  const run = (line: string): DocumentNode[] => (line === '' ? [] : [schema.text(line, marks)]);
  const cell = (value: string) =>
    tableCell.create(null, paragraph.create({ textAlign: figure.test(value) ? 'right' : null }, run(value)));
  const blocks = readPlainText(text);
  const nodes = blocks.map((block) =>
    block.kind === 'table'
      ? table.create(
          null,
          block.rows.map((row) => tableRow.create(null, row.map(cell))),
        )
      : paragraph.create(
          null,
          block.lines.flatMap((line, at) => [...(at > 0 ? [hardBreak.create()] : []), ...run(line)]),
        ),
  );
  const open = (at: number) => (blocks.at(at)?.kind === 'paragraph' ? 1 : 0);
  return new Slice(Fragment.from(nodes), open(0), open(-1));
}
