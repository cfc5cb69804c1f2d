import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalDocument } from '../../../shared/document/nodes.ts';
import type { ProposalId } from '../../../shared/domain/ids.ts';
import { ProposalHeader } from '../../../shared/domain/proposal.ts';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { call, deskErrorOf, invalidate } from '../../app/desk.ts';
import type { DeskError } from '../../app/desk.ts';
import { registerFlush } from '../../app/flush.ts';
import { translate } from '../../app/i18n.ts';
import { createAutosave } from '../../editor/autosave.ts';
import type { Autosave, AutosaveDoor, SaveReply, TypedSteps } from '../../editor/autosave.ts';
import { stepHeader, type HeaderChange } from '../../editor/headerStep.ts';
import { closeSession, noteContext, noteHeader, openSession, proposalSession } from '../../editor/session.ts';
import { notifyDone } from '../../ui/notifyUndo.tsx';

type Loading =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly error: DeskError }
  | { readonly phase: 'ready'; readonly loaded: OutputOf<'proposals.get'>; readonly opening: number };

async function asReply(save: Promise<{ revision: number }>): Promise<SaveReply> {
  try {
    const { revision } = await save;
    return { ok: true, revision };
  } catch (thrown) {
    const { code, details } = deskErrorOf(thrown);
    return { ok: false, code, details };
  }
}

async function refreshContext(id: ProposalId): Promise<void> {
  const { context } = await call('proposals.get', { id });
  if (proposalSession.getState().proposal?.id === id) noteContext(context);
}

/** Of the header, what may be on a tab that is not open; the values of fields are seen in the text. */
const unseenParts = ProposalHeader.keyof().exclude(['fieldOverrides']);

export type OpenProposal = {
  readonly loading: Loading;
  readonly documentChanged: (typed: TypedSteps, take: () => ProposalDocument) => void;
  /** Carries out what the editor says of the header. */
  readonly headerChanged: (change: HeaderChange, byHistory: boolean) => void;
  /** Saves what is pending; resolves when it is done or has failed. */
  readonly flush: () => Promise<void>;
  /** Reads the proposal anew and drops what is unsaved here. */
  readonly reload: () => Promise<void>;
  /** After a conflict: keeps what stands in the other revision as a named copy and saves our text over it. */
  readonly keepMine: () => Promise<void>;
  /** Reads readers, requisites and references anew; the text stays. */
  readonly refresh: () => Promise<void>;
};

/** Opens a proposal for editing: loads it, keeps its session, saves it as it changes. */
export function useOpenProposal(id: ProposalId): OpenProposal {
  const { i18n } = useTranslation();
  const [loading, setLoading] = useState<Loading>({ phase: 'loading' });
  const autosave = useRef<Autosave | null>(null);
  const openings = useRef(0);

  const load = useCallback(async () => {
    try {
      const loaded = await call('proposals.get', { id });
      autosave.current?.stop();
      const door: AutosaveDoor = {
        appendSteps: (baseRevision, { steps, size }) =>
          asReply(call('proposals.appendSteps', { id, baseRevision, steps: [...steps], size })),
        foldSteps: () =>
          call('proposals.foldSteps', { id }).then(
            () => true,
            () => false,
          ),
        saveDocument: (baseRevision, document) =>
          asReply(call('proposals.saveDocument', { id, baseRevision, document })),
        saveHeader: async (baseRevision, header) => {
          const reply = await asReply(call('proposals.saveHeader', { id, baseRevision, header }));
          // The readers of the context follow the header.
          if (reply.ok) void refreshContext(id);
          return reply;
        },
        onState: (save) => proposalSession.setState({ save }),
      };
      const saver = createAutosave(loaded.proposal.revision, door);
      autosave.current = saver;
      openSession(loaded.proposal, loaded.context);
      proposalSession.setState({
        saveNow: () => void saver.flush(),
        changeHeader: (change) => {
          const { proposal, editor } = proposalSession.getState();
          // What was sent stays, whichever panel asks.
          if (proposal?.status === 'draft' && editor) stepHeader(editor, proposal, change);
        },
      });
      openings.current += 1;
      setLoading({ phase: 'ready', loaded, opening: openings.current });
    } catch (thrown) {
      setLoading({ phase: 'failed', error: deskErrorOf(thrown) });
    }
  }, [id]);

  useEffect(() => {
    void load();
    const unregister = registerFlush(async () => autosave.current?.flush());
    return () => {
      unregister();
      const saver = autosave.current;
      autosave.current = null;
      // Leaving saves what is pending; the lists that show the proposal are read anew after it.
      void saver?.flush().finally(() => {
        saver.stop();
        void invalidate('proposals.list', 'accounts.overview', 'today.list');
      });
      closeSession();
    };
  }, [load]);

  useEffect(() => {
    proposalSession.setState({ language: i18n.language.startsWith('ru') ? 'ru' : 'en' });
  }, [i18n.language]);

  const documentChanged = useCallback(
    (typed: TypedSteps, take: () => ProposalDocument) => autosave.current?.documentChanged(typed, take),
    [],
  );
  const headerChanged = useCallback((change: HeaderChange, byHistory: boolean) => {
    noteHeader(change);
    const { proposal } = proposalSession.getState();
    if (proposal) autosave.current?.headerChanged(ProposalHeader.parse(proposal));
    const part = unseenParts.options.find((key) => Object.hasOwn(change, key));
    if (byHistory && part !== undefined)
      notifyDone(translate('proposals:undone', { what: translate(`proposals:undonePart.${part}`) }));
  }, []);
  const flush = useCallback(async () => autosave.current?.flush(), []);
  const refresh = useCallback(() => refreshContext(id), [id]);
  const keepMine = useCallback(async () => {
    const { t } = i18n;
    const { revision } = await call('proposals.keepRevision', {
      id,
      label: t('proposals:conflict.keptLabel'),
    });
    autosave.current?.rebase(revision);
  }, [id, i18n]);

  return { loading, documentChanged, headerChanged, flush, reload: load, keepMine, refresh };
}
