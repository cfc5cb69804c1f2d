import { Fragment, Slice } from '@tiptap/pm/model';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { isInTable, selectedRect, TableMap } from '@tiptap/pm/tables';
import type { TableRect } from '@tiptap/pm/tables';
import type { EditorProps, EditorView } from '@tiptap/pm/view';
import { endStep } from '../extensions/undoSteps.ts';
import { cleanPasted } from './cleanPasted.ts';
import { insertPictures, picturesIn } from './insertPictures.ts';
import { tellLosses, tellPictureTrouble } from './pasteWords.ts';
import { plainSlice } from './plainSlice.ts';
import { wordFileIn } from '../word/chooseWordFile.ts';
import { takeDroppedWord } from '../word/wordRequest.ts';

/** Beyond this a paste is refused with words: it would freeze the window (reliability: hostile input). */
export const largestPasteBytes = 2 * 1024 * 1024;
/** Pictures travel inside the page as data and are measured by themselves. */
const largestWithPictures = 16 * 1024 * 1024;

function sizeOf(html: string, text: string): number {
  if (html.length > largestWithPictures) return html.length;
  return Math.max(html.replace(/data:image\/[a-z+]+;base64,[a-zA-Z0-9+/=\s]+/g, '').length, text.length);
}

/** Whether a page says anything beside showing a picture: programs put an image of their text into the clipboard too. */
function hasWords(html: string, text: string): boolean {
  return text.trim() !== '' || /<(?:table|td|li|p|h[1-6])[\s>]/i.test(html);
}

function takePictures(view: EditorView, files: readonly File[], at: number | null): boolean {
  if (files.length === 0 || !view.editable) return false;
  void insertPictures(view, files, at, tellPictureTrouble);
  return true;
}

/**
 * What is pasted on the chosen validity block would be refused as its removal (ValidityKept): it comes in before the
 * block, in a paragraph of its own.
 */
function stepBeforeValidity(view: EditorView): void {
  const { selection, schema, tr } = view.state;
  const paragraph = schema.nodes.paragraph?.create();
  const chosen = selection instanceof NodeSelection && selection.node.type.name === 'validity';
  if (!chosen || !view.editable || paragraph === undefined) return;
  tr.insert(selection.from, paragraph);
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, selection.from + 1)));
}

/** The width that a table's cells name for each of its columns. */
function columnWidths({ map, table }: TableRect): (number | null)[] {
  return Array.from({ length: map.width }, (_none, column) => {
    for (let row = 0; row < map.height; row += 1) {
      const at = map.map[row * map.width + column] ?? 0;
      const widths: unknown = table.nodeAt(at)?.attrs['colwidth'];
      const width: unknown = Array.isArray(widths) ? widths[column - map.colCount(at)] : null;
      if (typeof width === 'number') return width;
    }
    return null;
  });
}

/** A copied table as wide as the columns from the caret on: put over cells of a table, its cells change none of them. */
function onColumns(copied: DocumentNode, rect: TableRect): DocumentNode {
  const widths = columnWidths(rect);
  const own = TableMap.get(copied);
  // Over more cells than were copied these come again: only columns without a width fit everywhere.
  const comesAgain = rect.right - rect.left > own.width;
  const rows: DocumentNode[] = [];
  copied.forEach((row, rowOffset) => {
    const cells: DocumentNode[] = [];
    row.forEach((cell, offset) => {
      const { left, right } = own.findCell(rowOffset + 1 + offset);
      const taken = widths.slice(rect.left + left, rect.left + right);
      const known = taken.filter((width) => width !== null);
      const colwidth = !comesAgain && known.length === right - left ? known : null;
      cells.push(cell.type.create({ ...cell.attrs, colwidth }, cell.content, cell.marks));
    });
    rows.push(row.copy(Fragment.from(cells)));
  });
  return copied.copy(Fragment.from(rows));
}

/** What is pasted, fitted to the table with the caret where it is nothing but a table itself. */
function fitted(slice: Slice, state: EditorState): Slice {
  const { firstChild, childCount } = slice.content;
  if (firstChild?.type.name !== 'table' || childCount !== 1 || !isInTable(state)) return slice;
  return new Slice(Fragment.from(onColumns(firstChild, selectedRect(state))), slice.openStart, slice.openEnd);
}

type PasteProps = Pick<
  EditorProps,
  'handlePaste' | 'handleDrop' | 'transformPastedHTML' | 'transformPasted' | 'clipboardTextParser'
>;

/** How the editor takes what is pasted or dropped: size limit first, then pictures, then cleaned text. */
export function pasteProps(onTooLarge: () => void): PasteProps {
  const refuses = (transfer: DataTransfer | null): boolean => {
    const html = transfer?.getData('text/html') ?? '';
    const text = transfer?.getData('text/plain') ?? '';
    if (sizeOf(html, text) <= largestPasteBytes) return false;
    onTooLarge();
    return true;
  };
  return {
    handlePaste: (view, { clipboardData }) => {
      if (refuses(clipboardData)) return true;
      // A paste joins neither the words typed just before it nor the next paste.
      endStep(view);
      queueMicrotask(() => endStep(view));
      stepBeforeValidity(view);
      const html = clipboardData?.getData('text/html') ?? '';
      if (hasWords(html, clipboardData?.getData('text/plain') ?? '')) return false;
      return takePictures(view, picturesIn(clipboardData), null);
    },
    handleDrop: (view, event, _slice, moved) => {
      if (moved) return false;
      if (refuses(event.dataTransfer)) return true;
      const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos ?? null;
      const word = wordFileIn(event.dataTransfer);
      if (word !== null && view.editable) {
        takeDroppedWord(word, at);
        return true;
      }
      return takePictures(view, picturesIn(event.dataTransfer), at);
    },
    transformPastedHTML: (html) => {
      const clean = cleanPasted(html);
      tellLosses(clean.losses);
      return clean.html;
    },
    transformPasted: (slice, { state }) => fitted(slice, state),
    clipboardTextParser: (text, $context, _plain, view) =>
      plainSlice(view.state.schema, text, $context.marks()),
  };
}
