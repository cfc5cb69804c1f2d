import { redoDepth, undoDepth } from '@tiptap/pm/history';
import type { Editor } from '@tiptap/react';

/** Whether there is a step to take back or to do again. The editor's own `can` would make every command anew at every key. */
export function undoable({ state }: Editor): { readonly canUndo: boolean; readonly canRedo: boolean } {
  return { canUndo: undoDepth(state) > 0, canRedo: redoDepth(state) > 0 };
}
