import type { Editor } from '@tiptap/core';
import type { Finding } from '../../../../shared/domain/finding.ts';
import { goTo } from '../../../app/place.ts';
import { goToLink, goToNode, goToQuote } from '../../../editor/goToPlace.ts';
import { goToSection } from '../../../editor/sections.ts';
import { proposalSession } from '../../../editor/session.ts';
import { openReaders, openTab } from './wantedTab.ts';
import type { WantedTab } from './wantedTab.ts';

/** The tab beside the page where a finding of this kind is put right; null = in the page itself. */
function tabFor({ place, kind }: Finding): WantedTab | null {
  switch (place) {
    case 'priceTable':
    case 'paymentSchedule':
    case 'payback':
      return 'price';
    case 'title':
    case 'subject':
    case 'validity':
    case 'references':
    case 'addressee':
      return 'properties';
    case 'readers':
      return kind === 'hrWithoutReference' ? 'properties' : 'coverage';
    default:
      return null;
  }
}

/** Shows the place of a finding: selects the words or the block in the page, opens the tab that puts it right. */
export function goToFinding(editor: Editor, finding: Finding): void {
  const { sectionId, quote, place } = finding;
  if (place === 'settings') {
    goTo({ at: 'settings', page: 'company' });
    return;
  }
  // What the dossier lacks is written down there.
  const account = proposalSession.getState().context?.account;
  if (finding.kind === 'noCriteria' && account !== undefined) {
    goTo({ at: 'dossier', accountId: account.id, tab: 'people' });
    return;
  }
  if (finding.kind === 'noReaders' || finding.kind === 'readerDeleted') {
    openReaders();
    return;
  }
  const tab = tabFor(finding);
  if (tab !== null) openTab(tab);
  if ('field' in finding.params) {
    const { field } = finding.params;
    if (!goToNode(editor, sectionId, 'mergeField', (node) => node.attrs.key === field)) openTab('properties');
    return;
  }
  if (finding.kind === 'emptyHeading') {
    goToNode(editor, sectionId, 'heading', (node) => node.content.size === 0);
    return;
  }
  const inBlock = [
    'image',
    'priceTable',
    'paymentSchedule',
    'payback',
    'team',
    'references',
    'validity',
    'signature',
    'addressee',
    'attachments',
  ];
  const said = (node: { readonly attrs: Readonly<Record<string, unknown>> }): boolean =>
    quote === '' ||
    place !== 'image' ||
    `${String(node.attrs['alt'])} ${String(node.attrs['caption'])}`.includes(quote);
  const shown =
    place === 'link'
      ? goToLink(editor, sectionId, quote)
      : place === 'footnote'
        ? goToNode(editor, sectionId, 'footnote', (node) => String(node.attrs['text']).includes(quote))
        : inBlock.includes(place)
          ? goToNode(editor, sectionId, place, said)
          : quote !== '' && place !== 'title' && place !== 'subject' && goToQuote(editor, sectionId, quote);
  if (shown) return;
  if (sectionId !== null) goToSection(editor, sectionId);
  // A value typed for a field that the text does not use is changed among the properties.
  else if (place === 'field') openTab('properties');
}
