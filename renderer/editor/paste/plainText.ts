import { printable } from './blockWriter.ts';

/** A block of pasted plain text, before it becomes nodes. */
export type PlainBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

const mostColumns = 63;

/** Cells of a line that a spreadsheet wrote: between tabs, quoted where there is a tab, a break or a quote inside. */
function cellsOf(line: string): string[] {
  return line
    .split('\t')
    .map((cell) => (/^".*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell).trim());
}

function tableOf(lines: readonly string[]): PlainBlock | null {
  const tabs = lines.map((line) => line.split('\t').length - 1);
  const [first = 0] = tabs;
  const isTable =
    first > 0 && first < mostColumns && lines.length > 1 && tabs.every((count) => count === first);
  return isTable ? { kind: 'table', rows: lines.map(cellsOf) } : null;
}

/**
 * Reads plain text: lines with the same number of tabs are a table; where there are blank lines they part paragraphs
 * and single breaks stay breaks; otherwise every line is a paragraph.
 */
export function readPlainText(text: string): PlainBlock[] {
  const whole = printable(text.replace(/\r\n?/g, '\n'));
  const lines = whole.replace(/\n+$/, '').split('\n');
  const table = tableOf(lines);
  if (table) return [table];
  // A last line without a break goes on in the words after the caret: its space parts it from them.
  const goesOn = whole.endsWith('\n') ? -1 : lines.length - 1;
  const clean = lines.map((line, at) => {
    const plain = line.replace(/\t/g, ' ');
    return at === goesOn ? plain : plain.trimEnd();
  });
  if (!clean.some((line, at) => line.trim() === '' && at > 0))
    return clean.map((line) => ({ kind: 'paragraph', lines: [line] }));
  const blocks: PlainBlock[] = [];
  let open: string[] = [];
  const close = () => {
    if (open.length > 0) blocks.push({ kind: 'paragraph', lines: open });
    open = [];
  };
  for (const line of clean) {
    if (line.trim() === '') close();
    else open.push(line);
  }
  close();
  return blocks;
}
