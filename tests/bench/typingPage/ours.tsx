import '../../../renderer/app/styles/tokens.css';
import '../../../renderer/app/styles/fonts.css';
import '../../../renderer/app/styles/entryKit.css';
import '../../../renderer/app/styles/kit.css';
import '../../../renderer/app/styles/base.css';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { createRoot } from 'react-dom/client';
import { queryClient } from '../../../renderer/app/desk.ts';
import { addTexts, startWords } from '../../../renderer/app/i18n.ts';
import { texts } from '../../../renderer/app/texts/index.ts';
import { kitVariables, theme } from '../../../renderer/app/theme.ts';
import { proposalSession } from '../../../renderer/editor/session.ts';
import { ProposalPage } from '../../../renderer/features/proposals/ProposalPage.tsx';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { focusMiddle } from './middle.ts';
import type { OpenPage } from './middle.ts';

/** A vault that holds one proposal and answers every save at once: what is measured is the window. */
function startDesk(source: OutputOf<'proposals.get'>): void {
  let { revision } = source.proposal;
  const answers: Readonly<Record<string, () => unknown>> = {
    'proposals.get': () => source,
    'proposals.appendSteps': () => ({ revision: (revision += 1) }),
    'proposals.saveDocument': () => ({ revision: (revision += 1) }),
    'proposals.foldSteps': () => ({}),
    'proposals.check': () => ({ findings: [], checkedAtMs: 0 }),
  };
  const call = async (name: string): Promise<unknown> => {
    const value = answers[name]?.();
    return value === undefined ? { ok: false, code: 'unavailable', details: {} } : { ok: true, value };
  };
  Object.assign(window, { kamerton: { call, on: () => () => undefined, ready: () => undefined } });
}

/** The whole page of a proposal: outline, toolbar, page, inspector, autosave. */
export async function open(root: HTMLElement, raw: unknown): Promise<OpenPage> {
  // Made by the same project's types on the other side of the wire.
  const source = raw as OutputOf<'proposals.get'>;
  startDesk(source);
  startWords();
  addTexts(texts);
  root.style.height = '100vh';
  createRoot(root).render(
    <MantineProvider cssVariablesResolver={kitVariables} defaultColorScheme="light" theme={theme}>
      <QueryClientProvider client={queryClient}>
        <ProposalPage proposalId={source.proposal.id} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  // Told at once, as the bare editor returns at once: both then wait for the frame that shows the document.
  await new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      if (document.querySelector('.k-page-body p + *') === null) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(root, { childList: true, subtree: true });
  });
  return {
    focusMiddle: () => {
      const { editor } = proposalSession.getState();
      if (editor) focusMiddle(editor);
    },
    isWhole: () => ['.k-toolbar button', 'nav p', '[role=tab]'].every((part) => root.querySelector(part)),
  };
}
