import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { NodeSelection, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { bringIntoSight } from '../bringIntoSight.ts';
import { drawAt } from '../extensions/lateBlocks.ts';
import { drawnText } from './drawnText.ts';
import type { FindOptions } from './findInText.ts';
import { findMatches } from './findMatches.ts';
import type { Match } from './findMatches.ts';

export type FindState = {
  /** Null while the search is closed: then it costs nothing. */
  readonly query: string | null;
  readonly options: FindOptions;
  readonly matches: readonly Match[];
  /** Place of the chosen match in `matches`; -1 where there is none. */
  readonly chosen: number;
};

const closed: FindState = {
  query: null,
  options: { matchCase: false, wholeWord: false, foldYo: true },
  matches: [],
  chosen: -1,
};

type Change = {
  readonly query?: string | null;
  readonly options?: FindOptions;
  readonly chosen?: number;
  readonly near?: number;
};

const key = new PluginKey<FindState>('find');

function decorationsOf(doc: Transaction['doc'], { matches, chosen }: FindState): DecorationSet {
  return DecorationSet.create(
    doc,
    matches.map(({ from, to, drawn }, at) => {
      const look = { class: at === chosen ? 'k-found k-found-chosen' : 'k-found' };
      return drawn?.alone ? Decoration.node(from, to, look) : Decoration.inline(from, to, look);
    }),
  );
}

function afterChange(state: FindState, transaction: Transaction): FindState {
  // Only this plugin sets its own meta.
  const change = transaction.getMeta(key) as Change | undefined;
  if (!change && (!transaction.docChanged || state.query === null)) return state;
  const query = change?.query === undefined ? state.query : change.query;
  const options = change?.options ?? state.options;
  if (query === null) return { ...closed, options };
  const sameSearch = !transaction.docChanged && query === state.query && options === state.options;
  const matches = sameSearch ? state.matches : findMatches(transaction.doc, query, options, drawnText);
  const old = state.matches[state.chosen];
  const near = change?.near ?? (old ? transaction.mapping.map(old.from) : transaction.selection.from);
  const nearest = matches.findIndex(({ from }) => from >= near);
  const chosen = change?.chosen ?? (sameSearch && change?.near === undefined ? state.chosen : nearest);
  return { query, options, matches, chosen: matches.length === 0 ? -1 : Math.max(0, chosen) };
}

/** Search in the document: the matches are marks of the view, never of the text. */
export const Find = Extension.create({
  name: 'find',
  addProseMirrorPlugins() {
    const marks = new PluginKey<DecorationSet>('findMarks');
    return [
      new Plugin<FindState>({
        key,
        state: { init: () => closed, apply: (transaction, state) => afterChange(state, transaction) },
      }),
      new Plugin<DecorationSet>({
        key: marks,
        state: {
          init: () => DecorationSet.empty,
          apply: (_transaction, before, old, now) => {
            const state = key.getState(now) ?? closed;
            return state === key.getState(old) ? before : decorationsOf(now.doc, state);
          },
        },
        props: { decorations: (state) => marks.getState(state) },
      }),
    ];
  },
});

/** The search as it stands. */
export function findState(editor: Editor): FindState {
  return key.getState(editor.state) ?? closed;
}

function change(editor: Editor, meta: Change): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, meta).setMeta('addToHistory', false));
}

/** Shows a place in the middle of the desk. */
export function showPosition(editor: Editor, position: number): void {
  drawAt(editor, position);
  bringIntoSight(() => {
    if (editor.isDestroyed || position > editor.state.doc.content.size) return null;
    // A block or a field has an element of its own; for a place in a text it is the one around.
    const own = editor.view.nodeDOM(position);
    if (own instanceof Element) return own;
    const { node } = editor.view.domAtPos(position, 1);
    return node instanceof Element ? node : node.parentElement;
  }, 'center');
}

function showChosen(editor: Editor): void {
  const { matches, chosen } = findState(editor);
  const match = matches[chosen];
  if (match) showPosition(editor, match.from);
}

/** Opens the search or changes what is sought; the first match from the caret on is chosen. */
export function search(editor: Editor, query: string, options: FindOptions): void {
  change(editor, { query, options, near: editor.state.selection.from });
  showChosen(editor);
}

/** Ends the search with the chosen match selected, as in Word. */
export function closeSearch(editor: Editor): void {
  const { matches, chosen } = findState(editor);
  const match = matches[chosen];
  const { tr } = editor.state;
  if (match?.drawn?.alone) tr.setSelection(NodeSelection.create(tr.doc, match.from));
  else if (match) tr.setSelection(TextSelection.create(tr.doc, match.from, match.to));
  editor.view.dispatch(tr.setMeta(key, { query: null } satisfies Change).setMeta('addToHistory', false));
  editor.view.focus();
}

/** Chooses the next (1) or previous (-1) match, around the ends. */
export function stepMatch(editor: Editor, by: 1 | -1): void {
  const { matches, chosen } = findState(editor);
  if (matches.length === 0) return;
  change(editor, { chosen: (chosen + by + matches.length) % matches.length });
  showChosen(editor);
}

function put(transaction: Transaction, { from, to }: Match, text: string): void {
  if (text === '') transaction.delete(from, to);
  else transaction.insertText(text, from, to);
}

/** Replaces the chosen match and chooses the one after it; a place that is drawn stays as it is. */
export function replaceChosen(editor: Editor, text: string): void {
  const { matches, chosen } = findState(editor);
  const match = matches[chosen];
  if (!match || !editor.isEditable) return;
  // What is drawn is changed where it is filled in: the search goes on past it.
  if (match.drawn !== null) {
    stepMatch(editor, 1);
    return;
  }
  const { tr } = editor.state;
  put(tr, match, text);
  editor.view.dispatch(tr.setMeta(key, { near: match.from + text.length } satisfies Change));
  showChosen(editor);
}

/** Replaces every match in typed text as one step of undo; returns how many. */
export function replaceAll(editor: Editor, text: string): number {
  const { query, options } = findState(editor);
  if (query === null || !editor.isEditable) return 0;
  // All of them, also those beyond what is marked; from the end, so that places before stay.
  const all = findMatches(editor.state.doc, query, options, drawnText, Number.POSITIVE_INFINITY);
  const matches = all.filter(({ drawn }) => drawn === null);
  const { tr } = editor.state;
  for (const match of matches.toReversed()) put(tr, match, text);
  if (matches.length > 0) editor.view.dispatch(closeHistory(tr));
  return matches.length;
}
