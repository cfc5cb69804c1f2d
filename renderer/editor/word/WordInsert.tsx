import type { Editor } from '@tiptap/core';
import { useTranslation } from 'react-i18next';
import { call, notifyError } from '../../app/desk.ts';
import { proposalSession } from '../session.ts';
import { insertWord } from './insertWord.ts';
import { WordDialog } from './WordDialog.tsx';
import { endWordRequest, useWordRequest } from './wordRequest.ts';

/** The Word file that waits to come into the open proposal. */
export function WordInsert({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation('word');
  const request = useWordRequest();
  if (request === null) return null;
  return (
    <WordDialog
      chosen={request.chosen}
      onClose={endWordRequest}
      onTake={(root) => {
        endWordRequest();
        // The vault does one call after the other: this one is done before the insertion's steps come to it.
        const { proposal } = proposalSession.getState();
        if (proposal)
          void call('proposals.keepRevision', { id: proposal.id, label: t('keptBefore') }).catch(notifyError);
        insertWord(editor, root, request.at);
      }}
      take={t('insert')}
    />
  );
}
