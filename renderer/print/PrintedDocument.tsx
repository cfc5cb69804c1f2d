import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { assertNever } from '../../shared/ipc/reply.ts';
import {
  addresseeView,
  attachmentsView,
  letterheadView,
  paybackView,
  paymentScheduleView,
  priceTableView,
  referencesView,
  signatureView,
  teamView,
  validityView,
} from '../../shared/document/blockViews.ts';
import { contentsView } from '../../shared/document/contentsView.ts';
import { hasHeadingNumbers, placedHeadings } from '../../shared/document/headings.ts';
import { printedField } from '../../shared/document/resolveFields.ts';
import { paperTotal } from '../../shared/document/documentText.ts';
import type { FieldValues } from '../../shared/document/mergeFields.ts';
import type { BlockNode, FootnoteNode } from '../../shared/document/nodes.ts';
import { words } from '../../shared/document/words.ts';
import { findAll } from '../../shared/document/walk.ts';
import type { Proposal, ProposalContext } from '../../shared/domain/proposal.ts';
import {
  AddresseePaper,
  LetterheadPaper,
  SignaturePaper,
  ValidityPaper,
} from '../editor/paper/framePaper.tsx';
import { ContentsPaper } from '../editor/paper/ContentsPaper.tsx';
import { ReferencesPaper, TeamPaper } from '../editor/paper/peoplePaper.tsx';
import { PaybackPaper, PaymentSchedulePaper, PriceTablePaper } from '../editor/paper/pricePaper.tsx';
import { PrintedList } from './PrintedList.tsx';
import { PrintedTable } from './PrintedTable.tsx';
import { alignStyle, FootnoteNumbers, PrintedText } from './PrintedText.tsx';

/** All that a page is drawn from. */
type Source = {
  readonly proposal: Proposal;
  readonly context: ProposalContext;
  readonly values: FieldValues;
};
type Paper = Source & { readonly placed: ReturnType<typeof placedHeadings> };

/** A heading's number, and the name by which the table of contents leads to it. */
function headingMark(
  { placed }: Paper,
  node: BlockNode,
): { readonly id?: string; readonly 'data-number'?: string } {
  const at = placed.headings.findIndex((heading) => heading.node === node);
  const number = placed.headings[at]?.number ?? '';
  return at === -1 ? {} : { id: `heading-${at}`, ...(number === '' ? {} : { 'data-number': number }) };
}

function PrintedBlock({ node, paper }: { readonly node: BlockNode; readonly paper: Paper }): ReactNode {
  const { proposal, context, values } = paper;
  const { language } = proposal;
  const { root } = proposal.document;
  const draw = (nodes: readonly BlockNode[]) => <PrintedBlocks nodes={nodes} paper={paper} />;
  switch (node.type) {
    case 'paragraph':
      return (
        <p {...alignStyle(node.attrs?.textAlign)} data-indent={node.attrs?.indent || undefined}>
          <PrintedText language={language} nodes={node.content} values={values} />
        </p>
      );
    case 'heading': {
      const Heading = `h${node.attrs.level}` as const;
      return (
        <Heading {...alignStyle(node.attrs.textAlign)} {...headingMark(paper, node)}>
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
    case 'payback': {
      if (node.attrs.plan.costs.length === 0) return null;
      const total = paperTotal(root);
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
      return (
        <div {...headingMark(paper, node)}>
          <ValidityPaper view={validityView(proposal.validity, node.attrs.offerKind, language)} />
        </div>
      );
    case 'tableOfContents': {
      const view = contentsView(
        node.attrs,
        paper.placed,
        (key) => printedField(values, key, language),
        language,
      );
      return view.entries.length === 0 ? null : (
        <ContentsPaper hrefOf={({ at }) => `#heading-${at}`} view={view} />
      );
    }
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
export function PrintedDocument({ draft, ...source }: Source & { readonly draft: boolean }) {
  const { root } = source.proposal.document;
  const placed = placedHeadings(root, hasHeadingNumbers(root, source.context.company.look));
  const paper = { ...source, placed };
  const notes = findAll(root, 'footnote');
  return (
    <FootnoteNumbers value={new Map(notes.map((note, at) => [note, at + 1]))}>
      {draft ? (
        <p className="k-draft-mark" aria-hidden="true">
          {words[source.proposal.language].draft}
        </p>
      ) : null}
      <main className="k-page-body">
        <PrintedBlocks nodes={root.content} paper={paper} />
        <Footnotes notes={notes} />
      </main>
    </FootnoteNumbers>
  );
}
