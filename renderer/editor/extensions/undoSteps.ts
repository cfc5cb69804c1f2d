import { Extension } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { AttrStep } from '@tiptap/pm/transform';

/**
 * What happens to a selection is a step of undo of its own, as in Word. The history would join it to what was typed
 * just before: all of it deleted right after a quick word, undo would bring back everything but the word.
 */
export const UndoSteps = Extension.create({
  name: 'undoSteps',
  dispatchTransaction({ transaction, next }) {
    // What a panel's field sets on a block has nothing to do with what is chosen meanwhile.
    const isInText = transaction.steps.some((step) => !(step instanceof AttrStep));
    const isOfSelection = isInText && !this.editor.state.selection.empty;
    next(isOfSelection ? closeHistory(transaction) : transaction);
  },
});
