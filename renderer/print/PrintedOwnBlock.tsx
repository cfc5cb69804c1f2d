import type { ReactNode } from 'react';
import {
  addresseeView,
  letterheadView,
  paybackView,
  paymentScheduleView,
  priceTableView,
  referencesView,
  signatureView,
  teamView,
  validityView,
} from '../../shared/document/blockViews.ts';
import { paperTotal } from '../../shared/document/documentText.ts';
import type { FieldValues } from '../../shared/document/mergeFields.ts';
import type { BlockNode } from '../../shared/document/nodes.ts';
import type { Proposal, ProposalContext } from '../../shared/domain/proposal.ts';
import { assertNever } from '../../shared/ipc/reply.ts';
import {
  AddresseePaper,
  LetterheadPaper,
  SignaturePaper,
  ValidityPaper,
} from '../editor/paper/framePaper.tsx';
import { ReferencesPaper, TeamPaper } from '../editor/paper/peoplePaper.tsx';
import { PaybackPaper, PaymentSchedulePaper, PriceTablePaper } from '../editor/paper/pricePaper.tsx';

/** What our own blocks are drawn from. */
export type Own = { readonly proposal: Proposal; readonly context: ProposalContext };

type OwnNode = Extract<
  BlockNode,
  {
    readonly type:
      | 'letterhead'
      | 'addressee'
      | 'priceTable'
      | 'paymentSchedule'
      | 'payback'
      | 'team'
      | 'references'
      | 'validity'
      | 'signature';
  }
>;

/** A block that is drawn from the proposal and its context, as it is printed. */
export function PrintedOwnBlock({
  node,
  proposal,
  context,
  values,
}: Own & { readonly node: OwnNode; readonly values: FieldValues }): ReactNode {
  const { language } = proposal;
  switch (node.type) {
    case 'letterhead':
      return <LetterheadPaper logo={context.company.logo} view={letterheadView(context, language)} />;
    case 'addressee':
      return <AddresseePaper view={addresseeView(values, context, language)} />;
    case 'priceTable':
      if (node.attrs.table.items.length === 0) return null;
      return <PriceTablePaper view={priceTableView(node.attrs.table, language)} />;
    case 'paymentSchedule': {
      if (node.attrs.stages.length === 0) return null;
      const total = paperTotal(proposal.document.root);
      return (
        <PaymentSchedulePaper
          view={paymentScheduleView(
            node.attrs.stages,
            total?.amountMinor ?? null,
            total?.currency ?? 'RUB',
            language,
          )}
        />
      );
    }
    case 'payback': {
      if (node.attrs.plan.costs.length === 0) return null;
      const total = paperTotal(proposal.document.root);
      return (
        <PaybackPaper
          view={paybackView(node.attrs.plan, total?.amountMinor ?? null, total?.currency ?? 'RUB', language)}
        />
      );
    }
    case 'team':
      return <TeamPaper members={teamView(node.attrs.colleagueIds, context.company)} />;
    case 'references':
      return (
        <ReferencesPaper
          entries={
            referencesView(node.attrs.referenceIds, context.references, context.today, language).entries
          }
        />
      );
    case 'validity':
      return <ValidityPaper view={validityView(proposal.validity, node.attrs.offerKind, language)} />;
    case 'signature':
      return <SignaturePaper view={signatureView(context, language)} />;
    default:
      return assertNever(node);
  }
}
