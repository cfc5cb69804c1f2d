import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';
import { createStore, useStore } from 'zustand';
import { stepMatch } from './findPlugin.ts';

type Panel = {
  readonly open: boolean;
  readonly withReplace: boolean;
  /** Counts the askings. */ readonly asked: number;
};

export const findPanel = createStore<Panel>()(() => ({ open: false, withReplace: false, asked: 0 }));

export function useFindPanel(): Panel {
  return useStore(findPanel);
}

export function openFind(withReplace: boolean): void {
  const { open, asked, withReplace: before } = findPanel.getState();
  findPanel.setState({ open: true, withReplace: withReplace || (open && before), asked: asked + 1 });
}

/** Ctrl+F, Ctrl+H and F3 wherever the focus is on the page; by physical key, the layout may be Russian. */
export function useFindKeys(editor: Editor | null): void {
  useEffect(() => {
    if (!editor) return undefined;
    const press = (event: KeyboardEvent) => {
      const isPlain = !event.altKey && !event.defaultPrevented;
      const withCtrl = (event.ctrlKey || event.metaKey) && !event.shiftKey;
      // Under a dialog the page is out of reach.
      const inDialog = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null;
      if (!isPlain || inDialog) return;
      if (withCtrl && event.code === 'KeyF') openFind(false);
      else if (withCtrl && event.code === 'KeyH') openFind(true);
      else if (event.code === 'F3' && !event.ctrlKey && findPanel.getState().open)
        stepMatch(editor, event.shiftKey ? -1 : 1);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', press);
      findPanel.setState({ open: false });
    };
  }, [editor]);
}
