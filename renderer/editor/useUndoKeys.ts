import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';
import { onWindowEvent } from '../app/call.ts';
import { useWindowKeys } from '../ui/useWindowKeys.ts';

/**
 * Whether the focus is where undo is of what is typed there: in a field, though not in a list of choices or a tick.
 * A field marked `data-page-undo` types straight into the document, whose undo takes a word back and not a letter.
 */
function isInField(): boolean {
  const { activeElement: focused } = document;
  if (focused instanceof HTMLElement && focused.dataset['pageUndo'] !== undefined) return false;
  if (focused instanceof HTMLInputElement)
    return !focused.readOnly && focused.type !== 'checkbox' && focused.type !== 'radio';
  return focused instanceof HTMLTextAreaElement;
}

function takeBack(editor: Editor | null, command: 'undo' | 'redo'): boolean {
  // Under a dialog the page is out of reach.
  const isOut = isInField() || document.querySelector('[role="dialog"]') !== null;
  return editor?.isEditable === true && !isOut && editor.commands[command]();
}

/**
 * Ctrl+Z and Ctrl+Y beside the page, and «Отменить» of the menu: what a panel's button or list changed is taken back
 * without a click into the page first. By physical key, since the layout may be Russian.
 */
export function useUndoKeys(editor: Editor | null): void {
  useWindowKeys((event) => {
    if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return;
    const isUndo = event.code === 'KeyZ' && !event.shiftKey;
    const isRedo = event.code === (event.shiftKey ? 'KeyZ' : 'KeyY');
    if ((isUndo || isRedo) && takeBack(editor, isUndo ? 'undo' : 'redo')) event.preventDefault();
  });
  useEffect(
    () =>
      onWindowEvent('menu.command', ({ command }) => {
        if (command === 'undo' || command === 'redo') takeBack(editor, command);
      }),
    [editor],
  );
}
