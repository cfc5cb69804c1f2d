import type { Editor } from '@tiptap/core';
import type { FidelityDifference } from '../../../shared/document/fidelity.ts';
import { printedPlaces } from '../../../shared/document/printedPlaces.ts';
import { goToLink, goToNode, goToQuote } from '../../editor/goToPlace.ts';
import { proposalSession } from '../../editor/session.ts';
import { openTab } from './check/wantedTab.ts';

const lettersOf = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** The block of ours that prints these words, selected; false when none does. */
function goToBlockWith(editor: Editor, words: string): boolean {
  const { proposal, context, root, values } = proposalSession.getState();
  const sought = lettersOf(words);
  if (!proposal || !context || !root || !values || sought === '') return false;
  const { language, validity } = proposal;
  const place = printedPlaces(root, { values, context, language, validity }, proposal).find(({ text }) =>
    lettersOf(text).includes(sought),
  );
  return place !== undefined && goToNode(editor, place.sectionId, place.kind);
}

const goToWords = (editor: Editor, words: string): boolean =>
  words !== '' && (goToQuote(editor, null, words) || goToBlockWith(editor, words));

/** The nth node of a type, selected. */
function goToNth(editor: Editor, type: string, at: number): boolean {
  let seen = -1;
  return goToNode(editor, null, type, () => {
    seen += 1;
    return seen === at;
  });
}

function goToPart(editor: Editor, { part, expected, at }: FidelityDifference): boolean {
  switch (part) {
    case 'text':
      return goToWords(editor, expected);
    case 'heading':
      return goToWords(editor, expected.replace(/^\d: /, ''));
    case 'numbering':
      return goToWords(editor, expected.replace(/^\S+ /, ''));
    case 'list':
      return goToNode(editor, null, 'listItem');
    case 'table':
      return goToNth(editor, 'table', at ?? 0);
    case 'total':
      openTab('price');
      return goToNode(editor, null, 'priceTable');
    case 'link':
      return goToLink(editor, null, expected);
    case 'field':
      return goToNode(editor, null, 'mergeField', (node) => node.attrs.key === expected);
    case 'validity':
      return goToNode(editor, null, 'validity');
    case 'file':
      return (
        goToNode(editor, null, 'image', (node) => String(node.attrs.alt ?? '—') === expected) ||
        goToNode(editor, null, 'letterhead')
      );
  }
}

/**
 * Shows the place of a difference between the document and its file: the words or the block themselves, or, for what
 * is only in the file, the words it comes after. False when the document has changed since and neither is there.
 */
export function goToDifference(editor: Editor, difference: FidelityDifference): boolean {
  return (difference.expected !== '' && goToPart(editor, difference)) || goToWords(editor, difference.after);
}
