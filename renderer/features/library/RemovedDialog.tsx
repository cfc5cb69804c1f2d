import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { dayOfInstant } from '../../../shared/domain/calendarDate.ts';
import { useDesk, useDeskAction } from '../../app/desk.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import classes from './library.module.css';
import { libraryReads } from './libraryReads.ts';
import { useFocusBack } from '../../ui/useFocusBack.ts';

/** What was taken out of the library, to bring back at any time. */
export function RemovedDialog({ onClose }: { readonly onClose: () => void }) {
  useFocusBack();
  const { t } = useTranslation(['library', 'common']);
  const { day } = useFieldWords();
  const items = useDesk('library.removed', {}).data?.items ?? [];
  const restore = useDeskAction('library.restore', { invalidates: libraryReads });
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={onClose}
      opened
      size={560}
      title={t('removed.title')}
    >
      <p className={classes.dialogText}>{t('removed.text')}</p>
      {items.length === 0 ? <EmptyState calm title={t('removed.empty')} /> : null}
      <ul className={classes.versions}>
        {items.map(({ ref, title, removedAtMs }) => (
          <li key={`${ref.kind} ${ref.id}`}>
            <span title={title}>
              {title}
              <small>{`${t(`file.kind.${ref.kind}`)} · ${day(dayOfInstant(removedAtMs))}`}</small>
            </span>
            <Button onClick={() => restore.mutate({ ref })} size="xs" variant="subtle">
              {t('removed.bringBack')}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
