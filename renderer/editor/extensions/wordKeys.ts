import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { requestSave } from '../session.ts';

type Action = (editor: Editor) => boolean;

const noBreakSpace = '\u00a0';
const noBreakHyphen = '\u2011';

// Keys are named by their place on the keyboard (KeyboardEvent.code), so they work in the Russian layout as in Word.
const actions: Readonly<Record<string, Action>> = {
  'Mod+KeyB': (editor) => editor.commands.toggleBold(),
  'Mod+KeyI': (editor) => editor.commands.toggleItalic(),
  'Mod+KeyU': (editor) => editor.commands.toggleUnderline(),
  'Mod+KeyZ': (editor) => editor.commands.undo(),
  'Mod+KeyY': (editor) => editor.commands.redo(),
  'Mod+Shift+KeyZ': (editor) => editor.commands.redo(),
  'Mod+KeyL': (editor) => editor.commands.setTextAlign('left'),
  'Mod+KeyE': (editor) => editor.commands.setTextAlign('center'),
  'Mod+KeyR': (editor) => editor.commands.setTextAlign('right'),
  'Mod+KeyJ': (editor) => editor.commands.setTextAlign('justify'),
  'Mod+Alt+Digit0': (editor) => editor.commands.setParagraph(),
  'Mod+Alt+Digit1': (editor) => editor.commands.toggleHeading({ level: 1 }),
  'Mod+Alt+Digit2': (editor) => editor.commands.toggleHeading({ level: 2 }),
  'Mod+Alt+Digit3': (editor) => editor.commands.toggleHeading({ level: 3 }),
  'Mod+Alt+KeyF': (editor) => editor.commands.insertFootnote(),
  'Mod+Enter': (editor) => editor.commands.insertPageBreak(),
  'Mod+Shift+Space': (editor) => editor.commands.insertContent({ type: 'text', text: noBreakSpace }),
  'Mod+Shift+Minus': (editor) => editor.commands.insertContent({ type: 'text', text: noBreakHyphen }),
  'Mod+Equal': (editor) => editor.commands.toggleMark('subscript'),
  'Mod+Shift+Equal': (editor) => editor.commands.toggleMark('superscript'),
  'Mod+KeyS': () => {
    requestSave();
    return true;
  },
};

function nameOf(event: KeyboardEvent): string {
  const parts = [
    ...(event.ctrlKey || event.metaKey ? ['Mod'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey ? ['Shift'] : []),
    event.code === 'NumpadEnter' ? 'Enter' : event.code,
  ];
  return parts.join('+');
}

/** Word's shortcuts, bound to physical keys. */
export const WordKeys = Extension.create({
  name: 'wordKeys',
  priority: 1000,
  addProseMirrorPlugins() {
    const { editor } = this;
    return [
      new Plugin({
        props: {
          handleKeyDown: (_view, event) => {
            // The editor also tells of Enter and Backspace that it saw only in the page, by events of its own making.
            if (!(event instanceof KeyboardEvent)) return false;
            // AltGr arrives as Ctrl+Alt on Windows; a letter typed with it is text, not a command.
            if (event.getModifierState('AltGraph')) return false;
            const action = actions[nameOf(event)];
            if (!action) return false;
            action(editor);
            event.preventDefault();
            return true;
          },
        },
      }),
    ];
  },
});
