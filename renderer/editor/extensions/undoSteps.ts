import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Transaction } from '@tiptap/pm/state';
import { AttrStep, ReplaceStep } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import { HeaderStep } from '../headerStep.ts';
import { staysInLines } from './lineEdits.ts';

/** Whether anything but a block's own settings changed: those come from panels, and have nothing to do with typing. */
const isInText = ({ steps }: Transaction): boolean =>
  steps.some((step) => !(step instanceof AttrStep || step instanceof HeaderStep));

const putsWords = ({ steps }: Transaction): boolean =>
  steps.some(
    (step) =>
      step instanceof ReplaceStep && step.slice.content.textBetween(0, step.slice.content.size) !== '',
  );

/**
 * Steps of undo as in Word, however quick they come after each other; the history by itself joins what is near in time
 * and place. What happens to a selection joins nothing before it: all of it deleted right after a quick word, undo
 * would bring back everything but the word. What is typed after a deletion, or into a block that has just been put
 * in, joins neither: undo would take the block with the word.
 */
export const UndoSteps = Extension.create<Record<string, never>, { isOver: boolean }>({
  name: 'undoSteps',
  addStorage: () => ({ isOver: false }),
  dispatchTransaction({ transaction, next }) {
    if (!isInText(transaction)) {
      next(transaction);
      return;
    }
    const isOfSelection = !this.editor.state.selection.empty;
    // A paste has ended the step before it already; a paragraph made for it belongs to it (paste/pasteProps.ts).
    const isPaste = transaction.getMeta('paste') === true;
    const isNew = isOfSelection || (this.storage.isOver && !isPaste);
    next(isNew ? closeHistory(transaction) : transaction);
    this.storage.isOver = (isOfSelection && !putsWords(transaction)) || !staysInLines(transaction);
  },
});

/** Ends the step of undo that is open: what comes next does not join it, however quick it is. */
export function endStep(view: EditorView): void {
  if (!view.isDestroyed) view.dispatch(closeHistory(view.state.tr));
}
