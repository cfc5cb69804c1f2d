import type { Editor } from '@tiptap/core';
import { useTranslation } from 'react-i18next';
import { notifyDone } from '../../ui/notifyUndo.tsx';
import { proposalSession } from '../session.ts';
import { setTypography } from './setTypography.ts';

/** The command «Типографика»: sets the whole document and says how many places changed. */
export function useSetTypography(editor: Editor): () => void {
  const { t } = useTranslation('editor');
  return () => {
    // The document's language, not the window's.
    const { transaction, places } = setTypography(
      editor.state,
      proposalSession.getState().proposal?.language ?? 'ru',
    );
    if (places > 0) editor.view.dispatch(transaction);
    editor.view.focus();
    notifyDone(places > 0 ? t('typography.changed', { count: places }) : t('typography.nothing'));
  };
}
