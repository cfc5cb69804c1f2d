import { Fragment } from 'react';
import type { ReactNode } from 'react';
import { assertNever } from '../../shared/ipc/reply.ts';
import { attachmentsView } from '../../shared/document/blockViews.ts';
import { contentsView } from '../../shared/document/contentsView.ts';
import { hasHeadingNumbers, placedHeadings } from '../../shared/document/headings.ts';
import { printedField } from '../../shared/document/resolveFields.ts';
import type { FieldValues } from '../../shared/document/mergeFields.ts';
import { noValues } from '../../shared/document/mergeFields.ts';
import type { BlockNode, DocumentRoot, FootnoteNode } from '../../shared/document/nodes.ts';
import { words } from '../../shared/document/words.ts';
import { findAll } from '../../shared/document/walk.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { DocumentLook } from '../../shared/domain/look.ts';
import type { Paper } from '../../shared/domain/paper.ts';
import { ContentsPaper } from '../editor/paper/ContentsPaper.tsx';
import { type Own, PrintedOwnBlock } from './PrintedOwnBlock.tsx';
import { PrintedList } from './PrintedList.tsx';
import { PrintedTable } from './PrintedTable.tsx';
import { alignStyle, FootnoteNumbers, PrintedText } from './PrintedText.tsx';

/** All that a page is drawn from. */
type Source = {
  readonly root: DocumentRoot;
  readonly look: DocumentLook;
  readonly language: Language;
  readonly values: FieldValues;
  /** What our own blocks are drawn from; null = a paper that has none. */
  readonly own: Own | null;
};
/** On which pages the headings stand, by their place among all; null = not counted yet. */
export type HeadingPages = ReadonlyMap<number, number> | null;
const unknownPages: HeadingPages = new Map();
type Sheet = Source & {
  readonly placed: ReturnType<typeof placedHeadings>;
  readonly headingPages: HeadingPages;
};

/** A heading's number, and the name by which the table of contents leads to it. */
function headingMark(
  { placed }: Sheet,
  node: BlockNode,
): { readonly id?: string; readonly 'data-number'?: string } {
  const at = placed.headings.findIndex((heading) => heading.node === node);
  const number = placed.headings[at]?.number ?? '';
  return at === -1 ? {} : { id: `heading-${at}`, ...(number === '' ? {} : { 'data-number': number }) };
}

function PrintedBlock({ node, sheet }: { readonly node: BlockNode; readonly sheet: Sheet }): ReactNode {
  const { language, values, own, headingPages } = sheet;
  const draw = (nodes: readonly BlockNode[]) => <PrintedBlocks nodes={nodes} sheet={sheet} />;
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
        <Heading {...alignStyle(node.attrs.textAlign)} {...headingMark(sheet, node)}>
          <PrintedText language={language} nodes={node.content} values={values} />
        </Heading>
      );
    }
    case 'bulletList':
    case 'orderedList':
      return <PrintedList draw={draw} list={node} />;
    case 'table':
      return <PrintedTable draw={draw} roomPx={textWidthPx(sheet.look)} table={node} />;
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
    case 'addressee':
    case 'priceTable':
    case 'paymentSchedule':
    case 'payback':
    case 'team':
    case 'references':
    case 'signature':
      return own === null ? null : <PrintedOwnBlock {...own} node={node} values={values} />;
    case 'validity':
      return own === null ? null : (
        <div {...headingMark(sheet, node)}>
          <PrintedOwnBlock {...own} node={node} values={values} />
        </div>
      );
    case 'tableOfContents': {
      const view = contentsView(
        node.attrs,
        sheet.placed,
        (key) => printedField(values, key, language),
        language,
      );
      return view.entries.length === 0 ? null : (
        <ContentsPaper
          hrefOf={({ at }) => `#heading-${at}`}
          view={view}
          // Counted, and nothing is known: dots would lead nowhere.
          {...(headingPages?.size === 0 ? {} : { pageOf: ({ at }) => headingPages?.get(at) })}
        />
      );
    }
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

function PrintedBlocks({ nodes, sheet }: { readonly nodes: readonly BlockNode[]; readonly sheet: Sheet }) {
  return nodes.map((node, at) => (
    <Fragment key={at}>
      <PrintedBlock node={node} sheet={sheet} />
    </Fragment>
  ));
}

const pxPerMm = 96 / 25.4;

function textWidthPx(look: DocumentLook): number {
  const { left, right } = look.marginMm;
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

/** A document as it is printed: read-only, without the marks at the margin, empty fields as lines to fill in. */
function PrintedDocument({
  draft,
  headingPages,
  ...source
}: Source & { readonly draft: boolean; readonly headingPages: HeadingPages }) {
  const { root, look } = source;
  const placed = placedHeadings(root, hasHeadingNumbers(root, look));
  const notes = findAll(root, 'footnote');
  return (
    <FootnoteNumbers value={new Map(notes.map((note, at) => [note, at + 1]))}>
      {draft ? (
        <p className="k-draft-mark" aria-hidden="true">
          {words[source.language].draft}
        </p>
      ) : null}
      <main className="k-page-body">
        <PrintedBlocks nodes={root.content} sheet={{ ...source, placed, headingPages }} />
        <Footnotes notes={notes} />
      </main>
    </FootnoteNumbers>
  );
}

/** A proposal as it is printed; `draft` marks every page. */
export function PrintedProposal({
  proposal,
  context,
  values,
  draft,
  headingPages = unknownPages,
}: Own & {
  readonly values: FieldValues;
  readonly draft: boolean;
  /** Left out where no pages are broken: on the screen. */
  readonly headingPages?: HeadingPages;
}) {
  return (
    <PrintedDocument
      draft={draft}
      headingPages={headingPages}
      language={proposal.language}
      look={context.company.look}
      own={{ proposal, context }}
      root={proposal.document.root}
      values={values}
    />
  );
}

/** A paper of our own as it is printed: it has neither merge fields nor blocks of a proposal. */
export function PrintedPaper({
  paper,
  headingPages = unknownPages,
}: {
  readonly paper: Paper;
  readonly headingPages?: HeadingPages;
}) {
  return (
    <PrintedDocument
      draft={false}
      headingPages={headingPages}
      language={paper.language}
      look={paper.look}
      own={null}
      root={paper.root}
      values={noValues}
    />
  );
}
