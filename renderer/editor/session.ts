import type { Editor } from '@tiptap/core';
import { createStore, useStore } from 'zustand';
import type { FieldValues, MergeFieldKey } from '../../shared/document/mergeFields.ts';
import type { DocumentRoot } from '../../shared/document/nodes.ts';
import { resolveFields } from '../../shared/document/resolveFields.ts';
import { initialsOf } from '../../shared/domain/nameForms.ts';
import type { Proposal, ProposalContext, ProposalHeader } from '../../shared/domain/proposal.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { SaveState } from './autosave.ts';

/** The proposal that is open in the editor: what only the window knows of it until it is saved. */
export type ProposalSession = {
  readonly proposal: Proposal | null;
  readonly context: ProposalContext | null;
  /** The document as it was at the last pause in typing; the editor itself holds the present one. */
  readonly root: DocumentRoot | null;
  readonly values: FieldValues | null;
  /** The interface's language: labels of empty fields follow it. */
  readonly language: Language;
  readonly save: SaveState;
  readonly editor: Editor | null;
  /** The field whose value is being typed, with the chip it hangs on. */
  readonly openField: { readonly key: MergeFieldKey; readonly anchor: HTMLElement } | null;
  /** Where the footnote stands whose text is being typed. */
  readonly openFootnote: number | null;
  /** Whether the list of fields is open: «/» and the toolbar both open it. */
  readonly fieldMenu: boolean;
  /** Asks for a save now (Ctrl+S). */
  readonly saveNow: (() => void) | null;
  /** Changes the header: dates, readers, own values of fields. */
  readonly changeHeader: ((change: Partial<ProposalHeader>) => void) | null;
};

const empty: ProposalSession = {
  proposal: null,
  context: null,
  root: null,
  values: null,
  language: 'ru',
  save: { phase: 'saved', atMs: 0 },
  editor: null,
  openField: null,
  openFootnote: null,
  fieldMenu: false,
  saveNow: null,
  changeHeader: null,
};

export const proposalSession = createStore<ProposalSession>()(() => empty);

/** Reads a part of the open session in a component. */
export function useProposalSession<Part>(select: (session: ProposalSession) => Part): Part {
  return useStore(proposalSession, select);
}

/** Whether the open proposal may not be changed: it was sent, or its client is deleted. */
export function isLocked({ proposal, context }: ProposalSession): boolean {
  return proposal?.status !== 'draft' || context?.account.deleted === true;
}

function resolved(
  proposal: Proposal | null,
  context: ProposalContext | null,
  root: DocumentRoot | null,
): FieldValues | null {
  return proposal && context && root ? resolveFields({ proposal, context, root }) : null;
}

/** Takes up a proposal as it came from the vault. */
export function openSession(proposal: Proposal, context: ProposalContext): void {
  const { root } = proposal.document;
  proposalSession.setState({
    ...empty,
    language: proposalSession.getState().language,
    proposal,
    context,
    root,
    values: resolved(proposal, context, root),
    save: { phase: 'saved', atMs: proposal.savedAtMs },
  });
}

/** Forgets the open proposal, so that nothing of it stays behind in the window. */
export function closeSession(): void {
  proposalSession.setState({ ...empty, language: proposalSession.getState().language });
}

/** Takes a new snapshot of the document: totals, fields, outline and coverage follow it. */
export function noteRoot(root: DocumentRoot): void {
  const { proposal, context } = proposalSession.getState();
  proposalSession.setState({ root, values: resolved(proposal, context, root) });
}

/** Takes a changed header; the fields follow at once, the vault when the queue comes to it. */
export function noteHeader(change: Partial<ProposalHeader>): void {
  const { proposal, context, root } = proposalSession.getState();
  if (!proposal) return;
  const next = { ...proposal, ...change };
  proposalSession.setState({ proposal: next, values: resolved(next, context, root) });
}

/** Takes a fresh context, for instance after a person was added or the company's details changed. */
export function noteContext(context: ProposalContext): void {
  const { proposal, root } = proposalSession.getState();
  proposalSession.setState({ context, values: resolved(proposal, context, root) });
}

export function openField(key: MergeFieldKey, anchor: HTMLElement): void {
  proposalSession.setState({ openField: { key, anchor } });
}

export function requestSave(): void {
  proposalSession.getState().saveNow?.();
}

/** Two letters for a reader of the open proposal; null when this person is not among them. */
export function initialsOfReader(personId: string): string | null {
  const reader = proposalSession
    .getState()
    .context?.readers.find((candidate) => candidate.personId === personId);
  return reader ? initialsOf(reader) : null;
}
