import type { Editor } from '@tiptap/core';
import { useTranslation } from 'react-i18next';
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
        insertWord(editor, root, request.at);
      }}
      take={t('insert')}
    />
  );
}
