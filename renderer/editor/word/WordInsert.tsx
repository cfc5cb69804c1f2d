import type { Editor } from '@tiptap/core';
import { useTranslation } from 'react-i18next';
import { call, notifyError } from '../../app/desk.ts';
import { fieldLabel } from '../fieldLabel.ts';
import { proposalSession } from '../session.ts';
import { insertWord } from './insertWord.ts';
import { otherBlocks, otherValues, type OtherBlock } from './otherWords.ts';
import { WordDialog } from './WordDialog.tsx';
import { endWordRequest, useWordRequest } from './wordRequest.ts';

const sentenceOf = ({ text, here }: OtherBlock) =>
  text === '' ? 'cutFromBlock' : here === '' ? 'addedToBlock' : 'otherBlock';

/** The Word file that waits to come into the open proposal. */
export function WordInsert({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation(['word', 'editor']);
  const request = useWordRequest();
  if (request === null) return null;
  return (
    <WordDialog
      chosen={request.chosen}
      onClose={endWordRequest}
      others={[
        ...otherBlocks(request.chosen.file).map((block) =>
          t(`word:${sentenceOf(block)}`, {
            block: t(`editor:blocks.${block.type}`),
            text: block.text,
            here: block.here,
          }),
        ),
        ...otherValues(request.chosen.file).map(({ key, text, here }) =>
          t('word:otherValue', { field: fieldLabel(key), text, here }),
        ),
      ]}
      onTake={(root) => {
        endWordRequest();
        // The vault does one call after the other: this one is done before the insertion's steps come to it.
        const { proposal } = proposalSession.getState();
        if (proposal)
          void call('proposals.keepRevision', { id: proposal.id, label: t('word:keptBefore') }).catch(
            notifyError,
          );
        insertWord(editor, root, request.at);
      }}
      take={t('word:insert')}
    />
  );
}
