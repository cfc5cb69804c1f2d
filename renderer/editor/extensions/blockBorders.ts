import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { splitBlock } from '@tiptap/pm/commands';
import type { ResolvedPos } from '@tiptap/pm/model';
import { NodeSelection, Plugin, Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { ownBlockNames } from './proposalBlocks.ts';

/** Boxes around text that an empty line in their middle does not cut in two: both halves would be the same argument. */
const boxes = new Set(['argument', 'callout']);

/** The own block right before (-1) or after (1) the block of text with the caret; null where another thing stands. */
function ownBlockBeside($caret: ResolvedPos, side: -1 | 1): number | null {
  const isAtBorder =
    side === -1 ? $caret.parentOffset === 0 : $caret.parentOffset === $caret.parent.content.size;
  if ($caret.depth === 0 || !isAtBorder) return null;
  const border = $caret.doc.resolve(side === -1 ? $caret.before() : $caret.after());
  const node = side === -1 ? border.nodeBefore : border.nodeAfter;
  if (node === null || !ownBlockNames.has(node.type.name)) return null;
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

/** What is typed while a block is chosen, in a paragraph below the block; null where letters have a place anyway. */
function typedBelow({ selection, schema, tr }: EditorState, text: string): Transaction | null {
  const paragraph = schema.nodes.paragraph;
  if (!(selection instanceof NodeSelection) || !selection.node.isBlock || paragraph === undefined)
    return null;
  tr.insert(selection.to, paragraph.create(null, schema.text(text)));
  return tr.setSelection(Selection.near(tr.doc.resolve(selection.to + 1 + text.length))).scrollIntoView();
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
      Backspace: ({ editor }) => chooseOwnBlock(editor, -1),
      Delete: ({ editor }) => chooseOwnBlock(editor, 1),
      Enter: ({ editor }) => staysInBox(editor),
    };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          handleTextInput: (view, _from, _to, text) => {
            const typed = view.editable ? typedBelow(view.state, text) : null;
            if (typed !== null) view.dispatch(typed);
            return typed !== null;
          },
          handleDOMEvents: {
            // Words of an input method come without a key, and the browser would put them into a block nearby.
            beforeinput: (view, event) => {
              if (event.inputType !== 'insertText' || event.data === null || !view.editable) return false;
              const typed = typedBelow(view.state, event.data);
              if (typed === null) return false;
              event.preventDefault();
              view.dispatch(typed);
              return true;
            },
          },
        },
      }),
    ];
  },
});
