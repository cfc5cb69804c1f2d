import { useTranslation } from 'react-i18next';
import { useDeskAction } from '../../../app/desk.ts';
import { notifyDone } from '../../../ui/notifyUndo.tsx';

/** What an import, and its way back, may have changed. */
export const importReads = [
  'imports.list',
  'accounts.list',
  'accounts.overview',
  'accounts.fieldNotes',
  'deliveries.list',
  'people.list',
  'today.list',
  'search.everywhere',
] as const;

/** Takes a whole import back and says what of it stayed. */
export function useUndoImport(onDone: () => void = () => undefined) {
  const { t } = useTranslation('tables');
  return useDeskAction('imports.undo', {
    invalidates: importReads,
    success: ({ restored, kept }) => {
      notifyDone(t(kept === 0 ? 'past.back' : 'past.backKept', { restored, kept }));
      onDone();
    },
  });
}
