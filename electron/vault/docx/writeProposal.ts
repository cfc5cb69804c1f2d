import {
  addresseeView,
  attachmentsView,
  footerLine,
  letterheadView,
  paybackView,
  paymentScheduleView,
  priceTableView,
  referencesView,
  signatureView,
  teamView,
  validityView,
} from '../../../shared/document/blockViews.ts';
import { paperTotal } from '../../../shared/document/documentText.ts';
import { resolveFields } from '../../../shared/document/resolveFields.ts';
import type { FieldValues } from '../../../shared/document/mergeFields.ts';
import type { HeadingPages } from '../../../shared/document/pageFrame.ts';
import type { Proposal, ProposalContext } from '../../../shared/domain/proposal.ts';
import type { BlockViews } from './blockSources.ts';
import { writeDocument } from './writeDocument.ts';

/** A proposal with all it is drawn from. */
export type ProposalSource = { readonly proposal: Proposal; readonly context: ProposalContext };

/** How the file is written beside what it says. */
export type WritingOptions = {
  /** Marks every page as a draft; heeded only while the proposal is one. */
  readonly draft?: boolean;
  /** The pages that the table of contents names; absent = it names none. */
  readonly headingPages?: HeadingPages;
};

function viewsOf({ proposal, context }: ProposalSource, values: FieldValues): BlockViews {
  const { language } = proposal;
  const { root } = proposal.document;
  const total = paperTotal(root);
  return {
    logo: context.company.logo,
    letterhead: () => letterheadView(context, language),
    addressee: () => addresseeView(values, context, language),
    priceTable: (table) => priceTableView(table, language),
    paymentSchedule: (stages) =>
      paymentScheduleView(stages, total?.amountMinor ?? null, total?.currency ?? 'RUB', language),
    payback: (plan) => paybackView(plan, total?.amountMinor ?? null, total?.currency ?? 'RUB', language),
    team: (ids) => teamView(ids, context.company),
    references: (ids) => referencesView(ids, context.references, context.today, language).entries,
    validity: (offerKind) => validityView(proposal.validity, offerKind, language),
    attachments: (items) => attachmentsView(items, language),
    signature: () => signatureView(context, language),
  };
}

/**
 * Writes a proposal as the bytes of a DOCX file. Nothing private can get in: the context holds nothing private.
 * The same proposal and context give the same bytes.
 */
export function writeProposal(
  source: ProposalSource,
  { draft = false, headingPages }: WritingOptions = {},
): Promise<Uint8Array> {
  const { proposal, context } = source;
  const { root } = proposal.document;
  const values = resolveFields({ proposal, context, root });
  const { numberLine } = addresseeView(values, context, proposal.language);
  return writeDocument({
    root,
    look: context.company.look,
    language: proposal.language,
    values,
    views: viewsOf(source, values),
    header: { left: context.company.name, right: numberLine },
    footer: footerLine(context.company),
    draft: draft && proposal.status === 'draft',
    headingPages,
    properties: {
      title: proposal.title,
      subject: proposal.subject,
      companyName: context.company.name,
      number: proposal.number,
      edition: proposal.edition,
      createdAtMs: proposal.createdAtMs,
      savedAtMs: proposal.savedAtMs,
    },
  });
}
