import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { hasContents } from '../../shared/document/contentsView.ts';
import { faceOf, facesOf } from '../../shared/document/faceDocument.ts';
import type { PageFrame } from '../../shared/document/pageFrame.ts';
import { pageFrame, paperFrame } from '../../shared/document/pageFrame.ts';
import { resolveFields } from '../../shared/document/resolveFields.ts';
import { ProposalId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { DocumentLook } from '../../shared/domain/look.ts';
import { PaperRequest } from '../../shared/domain/paper.ts';
import { call, DeskError, deskErrorOf } from '../app/call.ts';
import { applyLook } from '../editor/paper/applyLook.ts';
import { type HeadingPages, PrintedPaper, PrintedProposal } from './PrintedDocument.tsx';
import { setPageRules } from './pageRules.ts';
import '../editor/page.css';
import '../editor/paper/look.css';
import './print.css';

/** Everything that is drawn late has come: faces, pictures. */
async function settled(): Promise<void> {
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
}

type Drawing = {
  readonly language: Language;
  readonly title: string;
  readonly look: DocumentLook;
  /** Whether it has a table of contents, which says pages. */
  readonly hasContents: boolean;
  pages(headingPages: HeadingPages): ReactNode;
  readonly frame: PageFrame;
};

/** `reader` = draw their copy; null = the document for all. */
async function drawingOfProposal(id: string, reader: string | null, draft: boolean): Promise<Drawing> {
  const { proposal: body, context } = await call('proposals.get', { id: ProposalId.parse(id) });
  const face = facesOf(body).find(({ personId }) => personId === reader);
  if (reader !== null && face === undefined) throw new DeskError('notFound', {});
  const proposal = face === undefined ? body : faceOf(body, face, context);
  const values = resolveFields({ proposal, context, root: proposal.document.root });
  return {
    language: proposal.language,
    title: proposal.title,
    look: context.company.look,
    hasContents: hasContents(proposal.document.root),
    pages: (headingPages) => (
      <PrintedProposal
        context={context}
        draft={draft && proposal.status === 'draft'}
        headingPages={headingPages}
        proposal={proposal}
        values={values}
      />
    ),
    frame: pageFrame(proposal, context, values),
  };
}

async function drawingOfPaper(json: string): Promise<Drawing> {
  const { paper } = await call('papers.get', { request: PaperRequest.parse(JSON.parse(json)) });
  return {
    ...paper,
    hasContents: hasContents(paper.root),
    pages: (headingPages) => <PrintedPaper headingPages={headingPages} paper={paper} />,
    frame: paperFrame(paper),
  };
}

async function draw(): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const page = document.querySelector<HTMLElement>('#root');
  if (page === null) throw new Error('print.html has no #root');
  const paper = asked.get('paper');
  const drawing = await (paper === null
    ? drawingOfProposal(asked.get('id') ?? '', asked.get('reader'), asked.has('draft'))
    : drawingOfPaper(paper));
  document.documentElement.lang = drawing.language;
  document.title = drawing.title;
  page.className = 'k-page';
  applyLook(page, drawing.look);
  setPageRules(drawing.look);
  const root = createRoot(page);
  const show = async (headingPages: HeadingPages): Promise<void> => {
    flushSync(() => root.render(drawing.pages(headingPages)));
    await settled();
  };
  await show(null);
  const { frame, hasContents: asksPages } = drawing;
  const { pages } = await call('shell.pagesReady', { frame, asksPages });
  if (!asksPages) return;
  await show(new Map(pages.map(({ at, page: number }) => [at, number])));
  await call('shell.pagesReady', { frame, asksPages: false });
}

draw().catch((thrown: unknown) => call('shell.pagesReady', { code: deskErrorOf(thrown).code }));
