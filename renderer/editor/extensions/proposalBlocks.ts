import { Node } from '@tiptap/core';
import { ReactNodeViewRenderer } from '@tiptap/react';
import type { ReactNodeViewProps } from '@tiptap/react';
import type { FunctionComponent } from 'react';
import { AddresseeView, LetterheadView, SignatureView, ValidityView } from '../nodeViews/frameViews.tsx';
import { AttachmentsView } from '../nodeViews/AttachmentsView.tsx';
import { ContentsView } from '../nodeViews/ContentsView.tsx';
import { ReferencesView, TeamView } from '../nodeViews/peopleViews.tsx';
import { PaybackBlockView, PaymentScheduleView, PriceTableView } from '../nodeViews/priceViews.tsx';

/** Attributes of a block with their values in a new one. */
type Defaults = Readonly<Record<string, unknown>>;

/** Blocks that print what the program knows: none of them holds text of its own. */
export const ownBlockGroup = 'ownBlock';

function proposalBlock(name: string, view: FunctionComponent<ReactNodeViewProps>, defaults: Defaults = {}) {
  return Node.create({
    name,
    group: `block ${ownBlockGroup}`,
    atom: true,
    selectable: true,
    draggable: true,
    addAttributes() {
      // Kept out of the HTML: these blocks travel as JSON only, so a paste can never forge one.
      return Object.fromEntries(
        Object.entries(defaults).map(([attribute, value]) => [
          attribute,
          { default: value, rendered: false },
        ]),
      );
    },
    renderHTML() {
      return ['div', { 'data-block': name }];
    },
    addNodeView() {
      return ReactNodeViewRenderer(view, { className: `k-block k-block-${name}` });
    },
  });
}

export const Letterhead = proposalBlock('letterhead', LetterheadView);
export const Addressee = proposalBlock('addressee', AddresseeView);
export const PriceTableBlock = proposalBlock('priceTable', PriceTableView, {
  table: { currency: 'RUB', vatMode: 'onTop', items: [] },
});
export const PaymentSchedule = proposalBlock('paymentSchedule', PaymentScheduleView, { stages: [] });
export const Payback = proposalBlock('payback', PaybackBlockView, {
  plan: { purchaseMinor: null, years: 5, costs: [] },
});
export const Team = proposalBlock('team', TeamView, { colleagueIds: [] });
export const References = proposalBlock('references', ReferencesView, { referenceIds: [] });
export const Validity = proposalBlock('validity', ValidityView, { offerKind: 'information' });
export const Attachments = proposalBlock('attachments', AttachmentsView, { items: [] });
export const TableOfContents = proposalBlock('tableOfContents', ContentsView, { levels: 2, title: true });
export const Signature = proposalBlock('signature', SignatureView);
