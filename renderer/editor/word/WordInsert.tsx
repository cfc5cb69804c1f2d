import type { Editor } from '@tiptap/core';
import { useTranslation } from 'react-i18next';
import { fieldValue } from '../../../shared/document/mergeFields.ts';
import type { FieldText } from '../../../shared/document/wordFile.ts';
import { call, notifyError } from '../../app/desk.ts';
import { fieldLabel } from '../fieldLabel.ts';
import { proposalSession } from '../session.ts';
import { insertWord } from './insertWord.ts';
import { WordDialog } from './WordDialog.tsx';
import { endWordRequest, useWordRequest } from './wordRequest.ts';

const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

/** Fields that say something else in a file than in the open proposal: they come in with the value that holds here. */
function otherValues(fieldTexts: readonly FieldText[]): readonly (FieldText & { readonly here: string })[] {
  const { values } = proposalSession.getState();
  return fieldTexts.flatMap(({ key, text }) => {
    const here = values ? fieldValue(values, key) : null;
    return here !== null && plain(here) !== plain(text) ? [{ key, text, here }] : [];
  });
}

/** The Word file that waits to come into the open proposal. */
export function WordInsert({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation('word');
  const request = useWordRequest();
  if (request === null) return null;
  return (
    <WordDialog
      chosen={request.chosen}
      onClose={endWordRequest}
      others={otherValues(request.chosen.file.fieldTexts).map(({ key, text, here }) =>
        t('otherValue', { field: fieldLabel(key), text, here }),
      )}
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
