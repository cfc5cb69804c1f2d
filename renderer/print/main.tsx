import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { pageFrame } from '../../shared/document/pageFrame.ts';
import { resolveFields } from '../../shared/document/resolveFields.ts';
import { ProposalId } from '../../shared/domain/ids.ts';
import { call, deskErrorOf } from '../app/call.ts';
import { applyLook } from '../editor/paper/applyLook.ts';
import { PrintedDocument } from './PrintedDocument.tsx';
import { setPageRules } from './pageRules.ts';
import '../editor/page.css';
import '../editor/paper/look.css';
import './print.css';

/** Everything that is drawn late has come: faces, pictures. */
async function settled(): Promise<void> {
  await document.fonts.ready;
  await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
}

async function draw(): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const id = ProposalId.parse(asked.get('id'));
  const { proposal, context } = await call('proposals.get', { id });
  const page = document.querySelector<HTMLElement>('#root');
  if (page === null) throw new Error('print.html has no #root');
  const values = resolveFields({ proposal, context, root: proposal.document.root });
  const { look } = context.company;
  document.documentElement.lang = proposal.language;
  document.title = proposal.title;
  page.className = 'k-page';
  applyLook(page, look);
  setPageRules(look);
  flushSync(() =>
    createRoot(page).render(
      <PrintedDocument
        context={context}
        draft={asked.has('draft') && proposal.status === 'draft'}
        proposal={proposal}
        values={values}
      />,
    ),
  );
  await settled();
  await call('shell.pagesReady', { frame: pageFrame(proposal, context, values) });
}

draw().catch((thrown: unknown) => call('shell.pagesReady', { code: deskErrorOf(thrown).code }));
