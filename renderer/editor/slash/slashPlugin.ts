import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';

/** The open menu: where its «/» stands, and what was typed after it. */
export type SlashState = { readonly from: number; readonly typed: string };

const key = new PluginKey<SlashState | null>('slash');

/** Keys that the open menu takes; the component sets them, since it knows the list. */
export type SlashKeys = { step(by: 1 | -1): void; choose(): boolean };
let keys: SlashKeys | null = null;

export function setSlashKeys(next: SlashKeys | null): void {
  keys = next;
}

const longest = 30;

/** The menu as far as the text still asks for it: «/», what follows, and the caret at its end. */
function follow(state: EditorState, from: number): SlashState | null {
  const { $from, empty } = state.selection;
  if (!empty || from < $from.start() || from > $from.pos || $from.parent.type.name !== 'paragraph')
    return null;
  const text = state.doc.textBetween(from, $from.pos, undefined, '\ufffc');
  return text.startsWith('/') && text.length <= longest && from === $from.start()
    ? { from, typed: text.slice(1) }
    : null;
}

/** «/» at the beginning of an empty paragraph opens a list of blocks; what is typed after it narrows the list. */
export const Slash = Extension.create({
  name: 'slash',
  // Before the lists' and tables' own keys.
  priority: 1100,
  addProseMirrorPlugins() {
    return [
      new Plugin<SlashState | null>({
        key,
        state: {
          init: () => null,
          apply: (transaction, before, _old, now) => {
            // Only this plugin sets its own meta.
            const meta = transaction.getMeta(key) as number | 'close' | undefined;
            if (meta === 'close') return null;
            if (meta !== undefined) return follow(now, meta);
            return before ? follow(now, transaction.mapping.map(before.from, -1)) : null;
          },
        },
        props: {
          handleTextInput: (view, from, to, text) => {
            const { $from } = view.state.selection;
            const opens =
              text === '/' &&
              from === to &&
              $from.parent.type.name === 'paragraph' &&
              $from.parent.content.size === 0;
            if (!opens) return false;
            view.dispatch(view.state.tr.insertText('/', from).setMeta(key, from));
            return true;
          },
          handleKeyDown: (view, event) => {
            if (!key.getState(view.state) || !keys || event.ctrlKey || event.altKey || event.metaKey)
              return false;
            switch (event.key) {
              case 'ArrowDown':
              case 'ArrowUp':
                keys.step(event.key === 'ArrowDown' ? 1 : -1);
                return true;
              case 'Enter':
              case 'Tab':
                return keys.choose();
              case 'Escape':
                view.dispatch(view.state.tr.setMeta(key, 'close'));
                return true;
              default:
                return false;
            }
          },
          handleDOMEvents: {
            blur: (view) => {
              if (key.getState(view.state)) view.dispatch(view.state.tr.setMeta(key, 'close'));
              return false;
            },
          },
        },
      }),
    ];
  },
});

export function slashState(editor: Editor): SlashState | null {
  return key.getState(editor.state) ?? null;
}
