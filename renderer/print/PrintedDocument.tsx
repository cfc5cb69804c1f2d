import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { assertNever } from '../../shared/ipc/reply.ts';
import {
  addresseeView,
  attachmentsView,
  letterheadView,
  paymentScheduleView,
  priceTableView,
  referencesView,
  signatureView,
  teamView,
  validityView,
} from '../../shared/document/blockViews.ts';
import { paperTotal } from '../../shared/document/documentText.ts';
import type { FieldValues } from '../../shared/document/mergeFields.ts';
import type { BlockNode, FootnoteNode } from '../../shared/document/nodes.ts';
import { findAll } from '../../shared/document/walk.ts';
import type { Proposal, ProposalContext } from '../../shared/domain/proposal.ts';
import {
  AddresseePaper,
  LetterheadPaper,
  SignaturePaper,
  ValidityPaper,
} from '../editor/paper/framePaper.tsx';
import { ReferencesPaper, TeamPaper } from '../editor/paper/peoplePaper.tsx';
import { PaymentSchedulePaper, PriceTablePaper } from '../editor/paper/pricePaper.tsx';
import { PrintedList } from './PrintedList.tsx';
import { PrintedTable } from './PrintedTable.tsx';
import { alignStyle, FootnoteNumbers, PrintedText } from './PrintedText.tsx';

/** All that a page is drawn from. */
type Paper = { readonly proposal: Proposal; readonly context: ProposalContext; readonly values: FieldValues };

function PrintedBlock({ node, paper }: { readonly node: BlockNode; readonly paper: Paper }): ReactNode {
  const { proposal, context, values } = paper;
  const { language } = proposal;
  const { root } = proposal.document;
  const draw = (nodes: readonly BlockNode[]) => <PrintedBlocks nodes={nodes} paper={paper} />;
  switch (node.type) {
    case 'paragraph':
      return (
        <p {...alignStyle(node.attrs?.textAlign)}>
          <PrintedText language={language} nodes={node.content} values={values} />
        </p>
      );
    case 'heading': {
      const Heading = `h${node.attrs.level}` as const;
      return (
        <Heading {...alignStyle(node.attrs.textAlign)}>
          <PrintedText language={language} nodes={node.content} values={values} />
        </Heading>
      );
    }
    case 'bulletList':
    case 'orderedList':
      return <PrintedList draw={draw} list={node} />;
    case 'table':
      return <PrintedTable draw={draw} roomPx={textWidthPx(context)} table={node} />;
    case 'blockquote':
      return <blockquote>{draw(node.content)}</blockquote>;
    case 'pageBreak':
      return <div data-page-break="" />;
    case 'horizontalRule':
      return <hr />;
    case 'image': {
      const { src, alt, width, height, align, caption } = node.attrs;
      return (
        <figure data-align={align ?? undefined}>
          <img alt={alt ?? ''} height={height ?? undefined} src={src} width={width ?? undefined} />
          {caption === null || caption.trim() === '' ? null : <figcaption>{caption}</figcaption>}
        </figure>
      );
    }
    case 'letterhead':
      return <LetterheadPaper logo={context.company.logo} view={letterheadView(context, language)} />;
    case 'addressee':
      return <AddresseePaper view={addresseeView(values, context, language)} />;
    case 'priceTable':
      if (node.attrs.table.items.length === 0) return null;
      return <PriceTablePaper view={priceTableView(node.attrs.table, language)} />;
    case 'paymentSchedule': {
      if (node.attrs.stages.length === 0) return null;
      const total = paperTotal(root);
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
    case 'attachments':
      return attachmentsView(node.attrs.items, language).map((line, at) => (
        <p className="k-attachment" key={at}>
          {line}
        </p>
      ));
    case 'callout':
      return (
        <div className="k-callout" data-title={node.attrs.title ?? undefined} data-tone={node.attrs.tone}>
          {draw(node.content)}
        </div>
      );
    case 'columns':
      return (
        <div className="k-columns">
          {node.content.map((column, at) => (
            <div className="k-column" key={at}>
              {draw(column.content)}
            </div>
          ))}
        </div>
      );
    case 'argument':
      return <div data-argument="">{draw(node.content)}</div>;
    case 'section':
      return <section>{draw(node.content)}</section>;
    default:
      return assertNever(node);
  }
}

function PrintedBlocks({ nodes, paper }: { readonly nodes: readonly BlockNode[]; readonly paper: Paper }) {
  return nodes.map((node, at) => (
    <Fragment key={at}>
      <PrintedBlock node={node} paper={paper} />
    </Fragment>
  ));
}

const pxPerMm = 96 / 25.4;

function textWidthPx(context: ProposalContext): number {
  const { left, right } = context.company.look.marginMm;
  return (210 - left - right) * pxPerMm;
}

/** The footnotes, below the text: Chromium has no foot of a page that text could be put into. */
function Footnotes({ notes }: { readonly notes: readonly FootnoteNode[] }) {
  if (notes.length === 0) return null;
  return (
    <aside className="k-footnotes">
      {notes.map((note, at) => (
        <p className="k-footnote-text" key={at}>
          <sup>{at + 1}</sup> {note.attrs.text}
        </p>
      ))}
    </aside>
  );
}

/** A proposal as it is printed: read-only, without the marks at the margin, empty fields as lines to fill in. */
export function PrintedDocument(paper: Paper) {
  const { root } = paper.proposal.document;
  const notes = findAll(root, 'footnote');
  return (
    <FootnoteNumbers value={new Map(notes.map((note, at) => [note, at + 1]))}>
      <main className="k-page-body">
        <PrintedBlocks nodes={root.content} paper={paper} />
        <Footnotes notes={notes} />
      </main>
    </FootnoteNumbers>
  );
}
