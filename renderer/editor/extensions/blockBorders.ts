import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { splitBlock } from '@tiptap/pm/commands';
import { GapCursor } from '@tiptap/pm/gapcursor';
import { Fragment } from '@tiptap/pm/model';
import type { Node as DocumentNode, ResolvedPos } from '@tiptap/pm/model';
import { NodeSelection, Plugin, Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { endOfInsertion } from '../insertBlock.ts';
import { ownBlockGroup } from './proposalBlocks.ts';

/** Boxes around text that an empty line in their middle does not cut in two: both halves would be the same argument. */
const boxes = new Set(['argument', 'callout']);

/** The own block right before (-1) or after (1) the block of text with the caret; null where another thing stands. */
function ownBlockBeside($caret: ResolvedPos, side: -1 | 1): number | null {
  const isAtBorder =
    side === -1 ? $caret.parentOffset === 0 : $caret.parentOffset === $caret.parent.content.size;
  if ($caret.depth === 0 || !isAtBorder) return null;
  const border = $caret.doc.resolve(side === -1 ? $caret.before() : $caret.after());
  const node = side === -1 ? border.nodeBefore : border.nodeAfter;
  if (node === null || !node.type.isInGroup(ownBlockGroup)) return null;
  return side === -1 ? border.pos - node.nodeSize : border.pos;
}

/** Chooses the own block beside the caret; an empty line between goes by the same key, as it does everywhere. */
function chooseOwnBlock(editor: Editor, side: -1 | 1): boolean {
  const { selection } = editor.state;
  if (!(selection instanceof TextSelection) || selection.$cursor === null) return false;
  const { $cursor } = selection;
  const place = ownBlockBeside($cursor, side);
  if (place === null) return false;
  return editor.commands.command(({ tr }) => {
    const siblings = $cursor.node(-1).childCount;
    if ($cursor.parent.content.size === 0 && siblings > 1) tr.delete($cursor.before(), $cursor.after());
    tr.setSelection(NodeSelection.create(tr.doc, tr.mapping.map(place))).scrollIntoView();
    return true;
  });
}

/** The place of the block that a key would reach upwards from a border: the last line of text, or what is chosen whole. */
function blockAbove(
  doc: DocumentNode,
  border: number,
): { readonly node: DocumentNode; readonly at: number } | null {
  const above = doc.resolve(border).nodeBefore;
  if (above === null) return null;
  let [node, at] = [above, border - above.nodeSize];
  while (!node.isTextblock && !node.isAtom && node.type.spec.isolating !== true && node.lastChild) {
    at += node.nodeSize - 1 - node.lastChild.nodeSize;
    node = node.lastChild;
  }
  return { node, at };
}

/**
 * Nothing on the page shows where an argument begins, so its first line (`$start`) joins the line above as between any
 * two paragraphs. At the beginning of a section it stays: taken out of its argument, the paragraph would lose the reasons
 * why it is here without a visible change. False where a key does what it does elsewhere.
 */
function joinArgument(editor: Editor, $start: ResolvedPos): boolean {
  const [line, argument] = [$start.parent, $start.node(-1)];
  const isOnly = argument.childCount === 1;
  const [from, to] = isOnly ? [$start.before(-1), $start.after(-1)] : [$start.before(), $start.after()];
  const above = blockAbove($start.doc, $start.before(-1));
  if (above === null && isOnly && line.content.size === 0) return false;
  return editor.commands.command(({ tr }) => {
    if (above === null) {
      if (line.content.size === 0) tr.delete(from, to);
    } else if (!above.node.isTextblock) {
      if (line.content.size === 0) tr.delete(from, to);
      tr.setSelection(NodeSelection.create(tr.doc, above.at));
    } else if (above.node.content.size === 0 && $start.doc.resolve(above.at).parent.childCount > 1) {
      tr.delete(above.at, above.at + above.node.nodeSize);
      tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map($start.pos)));
    } else {
      const end = above.at + above.node.nodeSize - 1;
      tr.delete(from, to).insert(end, line.content).setSelection(TextSelection.create(tr.doc, end));
    }
    tr.scrollIntoView();
    return true;
  });
}

const isInArgument = ($start: ResolvedPos) => $start.depth > 1 && $start.node(-1).type.name === 'argument';

/** Backspace at the beginning of an argument. */
function joinsAbove(editor: Editor): boolean {
  const { selection } = editor.state;
  if (!(selection instanceof TextSelection) || selection.$cursor === null) return false;
  const { $cursor } = selection;
  const isStart = $cursor.parentOffset === 0 && isInArgument($cursor) && $cursor.index(-1) === 0;
  return isStart && joinArgument(editor, $cursor);
}

/** Delete at the end of the line above an argument. */
function joinsBelow(editor: Editor): boolean {
  const { selection } = editor.state;
  if (!(selection instanceof TextSelection) || selection.$cursor === null) return false;
  const { $cursor } = selection;
  if ($cursor.parentOffset < $cursor.parent.content.size) return false;
  let depth = $cursor.depth;
  // A list or an argument that ends with this line.
  while (depth > 1 && $cursor.after(depth) === $cursor.end(depth - 1)) {
    depth -= 1;
    if ($cursor.node(depth).type.spec.isolating === true) return false;
  }
  const $border = $cursor.doc.resolve($cursor.after(depth));
  if ($border.nodeAfter?.type.name !== 'argument' || !$border.nodeAfter.firstChild?.isTextblock) return false;
  return joinArgument(editor, $cursor.doc.resolve($border.pos + 2));
}

/** Deletes a chosen block that ends its section, with the caret left above it: the next press is not for the next section. */
function deletesLastBlock(editor: Editor): boolean {
  const { selection } = editor.state;
  if (!(selection instanceof NodeSelection) || !selection.node.isBlock) return false;
  if (selection.$from.depth === 0 || selection.$to.nodeAfter !== null) return false;
  return editor.commands.command(({ tr }) => {
    tr.deleteSelection();
    const above = Selection.findFrom(tr.doc.resolve(tr.mapping.map(selection.from)), -1, true);
    if (above) tr.setSelection(above);
    tr.scrollIntoView();
    return true;
  });
}

/** A line of its own in the middle of a box stays in it; at the end it leaves the box, as in a list. */
function staysInBox(editor: Editor): boolean {
  const { selection } = editor.state;
  if (!(selection instanceof TextSelection) || selection.$cursor === null) return false;
  const { $cursor } = selection;
  if ($cursor.parent.content.size > 0 || $cursor.depth < 2 || !boxes.has($cursor.node(-1).type.name))
    return false;
  if ($cursor.after() === $cursor.end(-1)) return false;
  return splitBlock(editor.state, editor.view.dispatch);
}

/** From the last row of a table that ends its section, the caret goes below the table and not into the next section. */
function leavesTable(editor: Editor, way: 'down' | 'right'): boolean {
  const { selection } = editor.state;
  if (!(selection instanceof TextSelection) || selection.$cursor === null) return false;
  const { $cursor } = selection;
  let depth = $cursor.depth;
  while (depth > 0 && $cursor.node(depth).type.name !== 'table') depth -= 1;
  if (depth === 0 || !editor.view.endOfTextblock(way)) return false;
  const rowspan = Number($cursor.node(depth + 2).attrs['rowspan']);
  const isLastRow = $cursor.index(depth) + rowspan >= $cursor.node(depth).childCount;
  const isAtEnd =
    $cursor.after() === $cursor.end(depth + 2) &&
    (way === 'down' || $cursor.after(depth + 2) === $cursor.end(depth + 1));
  const $below = editor.state.doc.resolve($cursor.after(depth));
  if (!isLastRow || !isAtEnd || $below.nodeAfter !== null) return false;
  editor.view.dispatch(editor.state.tr.setSelection(new GapCursor($below)).scrollIntoView());
  return true;
}

/** After a paste whose last block has no place for the caret and ends a section: right below it, not in the next section. */
function belowPasted(
  transactions: readonly Transaction[],
  { doc, selection, tr }: EditorState,
): Transaction | null {
  const pasted = transactions.find((transaction) => transaction.getMeta('paste') === true);
  if (pasted === undefined) return null;
  const $end = doc.resolve(Math.min(endOfInsertion(pasted), doc.content.size));
  const isLost = selection.from > $end.pos && !$end.parent.inlineContent && $end.nodeAfter === null;
  return isLost && $end.depth > 0 ? tr.setSelection(new GapCursor($end)).scrollIntoView() : null;
}

/**
 * A section pasted into another stands after it: the outline, the readers and their copies know the sections of the
 * document, and none inside of another.
 */
function afterSection(transactions: readonly Transaction[], { doc, tr }: EditorState): Transaction | null {
  if (!transactions.some((transaction) => transaction.getMeta('paste') === true)) return null;
  let last: number | null = null;
  doc.forEach((outer, offset) => {
    if (outer.type.name !== 'section') return;
    const [inner, own]: [DocumentNode[], DocumentNode[]] = [[], []];
    outer.forEach((child) => (child.type === outer.type ? inner : own).push(child));
    if (inner.length === 0) return;
    const all = own.length === 0 ? inner : [outer.copy(Fragment.from(own)), ...inner];
    const from = tr.mapping.map(offset);
    tr.replaceWith(from, from + outer.nodeSize, all);
    last = from + all.reduce((size, { nodeSize }) => size + nodeSize, 0);
  });
  return last === null ? null : tr.setSelection(Selection.near(tr.doc.resolve(last), -1)).scrollIntoView();
}

/** Puts what is typed while a block is chosen into a paragraph below the block; false where letters have a place anyway. */
function typeBelow(view: EditorView, text: string): boolean {
  const { selection, schema, tr } = view.state;
  const paragraph = schema.nodes.paragraph;
  if (!view.editable || !(selection instanceof NodeSelection) || !selection.node.isBlock || !paragraph)
    return false;
  tr.insert(selection.to, paragraph.create(null, schema.text(text)));
  const end = Selection.near(tr.doc.resolve(selection.to + 1 + text.length));
  view.dispatch(tr.setSelection(end).scrollIntoView());
  return true;
}

/**
 * The borders of blocks that are no text. A key that would only have joined lines must not take out a whole price table:
 * Backspace and Delete beside an own block choose it, the next press deletes it, as with a table. A letter typed while
 * a block is chosen stands below it, not instead of it.
 */
export const BlockBorders = Extension.create({
  name: 'blockBorders',
  addKeyboardShortcuts() {
    return {
      Backspace: ({ editor }) => chooseOwnBlock(editor, -1) || joinsAbove(editor) || deletesLastBlock(editor),
      Delete: ({ editor }) => chooseOwnBlock(editor, 1) || joinsBelow(editor) || deletesLastBlock(editor),
      Enter: ({ editor }) => staysInBox(editor),
      ArrowDown: ({ editor }) => leavesTable(editor, 'down'),
      ArrowRight: ({ editor }) => leavesTable(editor, 'right'),
    };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        appendTransaction: (transactions, _before, after) =>
          afterSection(transactions, after) ?? belowPasted(transactions, after),
        props: {
          handleTextInput: (view, _from, _to, text) => typeBelow(view, text),
          handleDOMEvents: {
            // Words of an input method come without a key, and the browser would put them into a block nearby.
            beforeinput: (view, event) => {
              if (event.inputType !== 'insertText' || event.data === null) return false;
              const isTyped = typeBelow(view, event.data);
              if (isTyped) event.preventDefault();
              return isTyped;
            },
          },
        },
      }),
    ];
  },
});
