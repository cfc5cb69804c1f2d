import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Step, StepResult } from '@tiptap/pm/transform';
import type { ProposalHeader } from '../../shared/domain/proposal.ts';
import { joinUndo } from './joinUndo.ts';

/** Parts of the header with what they say. */
export type HeaderChange = Partial<ProposalHeader>;

/**
 * A change of the proposal's header as a step of the editor that leaves the text alone: dates, readers and own values
 * of fields stand in one order of undo with what is typed. It never reaches the vault as a step: the header is saved
 * by itself.
 */
export class HeaderStep extends Step {
  readonly before: HeaderChange;
  readonly after: HeaderChange;

  constructor(before: HeaderChange, after: HeaderChange) {
    super();
    this.before = before;
    this.after = after;
  }

  apply(doc: Node): StepResult {
    return StepResult.ok(doc);
  }

  invert(): HeaderStep {
    return new HeaderStep(this.after, this.before);
  }

  map(): HeaderStep {
    return this;
  }

  toJSON(): never {
    throw new Error('A change of the header is saved as the header, not as a step of the document');
  }
}

/** Makes the step that takes the header from `header` to what `change` says of it; the editor's owner carries it out. */
export function stepHeader(editor: Editor, header: ProposalHeader, change: HeaderChange): void {
  const before: HeaderChange = Object.fromEntries(
    Object.entries(header).filter(([key]) => Object.hasOwn(change, key)),
  );
  editor.view.dispatch(
    joinUndo(editor.state.tr.step(new HeaderStep(before, change)), Object.keys(change).join(' ')),
  );
}
