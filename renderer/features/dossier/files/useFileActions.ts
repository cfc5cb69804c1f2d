import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../../shared/domain/attachment.ts';
import { useDeskAction } from '../../../app/desk.ts';
import { notifyDone, notifyUndo } from '../../../ui/notifyUndo.tsx';

/** Deleting a file, which can be taken back, and bringing a deleted one back. */
export function useFileActions(): {
  remove(file: Attachment): void;
  restore(file: Attachment): void;
} {
  const { t } = useTranslation('files');
  const invalidates = ['attachments.list', 'accounts.overview'] as const;
  const restore = useDeskAction('attachments.restore', { invalidates });
  const remove = useDeskAction('attachments.delete', { invalidates });
  return {
    remove: (file) =>
      remove.mutate(
        { id: file.id },
        {
          onSuccess: () =>
            notifyUndo(t('undoDelete', { name: file.name }), () => restore.mutate({ id: file.id })),
        },
      ),
    restore: (file) =>
      restore.mutate({ id: file.id }, { onSuccess: () => notifyDone(t('restored', { name: file.name })) }),
  };
}
