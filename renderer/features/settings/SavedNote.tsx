import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSavedState } from './savedState.ts';
import classes from './SavedNote.module.css';

/** «Сохранено» beside the page's name, after each change. */
export function SavedNote() {
  const { t } = useTranslation('settings');
  const { phase } = useSavedState();
  return (
    <span aria-live="polite" className={classes.note} data-phase={phase}>
      {phase === 'saved' ? (
        <>
          <IconCheck aria-hidden="true" size={15} stroke={1.5} />
          {t('saved')}
        </>
      ) : phase === 'failed' ? (
        <>
          <IconAlertCircle aria-hidden="true" size={15} stroke={1.5} />
          {t('notSaved')}
        </>
      ) : null}
    </span>
  );
}
