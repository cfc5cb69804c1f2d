import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DeskError } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import type { SaveState } from '../../editor/autosave.ts';
import { requestSave, useProposalSession } from '../../editor/session.ts';
import classes from './proposals.module.css';

/** The same for every key: said anew, React would look through the whole page for where the caret stands. */
const unsaved: SaveState = { phase: 'saving' };

/** How the last change stands, in words: saved at a time, being saved, not saved and why. */
export function SaveMark() {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const words = useFieldWords();
  const save = useProposalSession(({ save: now }) =>
    now.phase === 'pending' || now.phase === 'saving' ? unsaved : now,
  );
  switch (save.phase) {
    case 'saved':
      return (
        <span className={classes.saved} role="status">
          <IconCheck size={15} stroke={1.8} aria-hidden="true" />
          {t('save.saved', {
            time: words.time(save.atMs),
          })}
        </span>
      );
    case 'pending':
    case 'saving':
      return (
        <span className={classes.saving} role="status">
          {t('save.saving')}
        </span>
      );
    case 'failed':
      return (
        <span
          className={classes.failed}
          role="alert"
          title={errorWords(new DeskError(save.code, save.details)).text}
        >
          <IconAlertTriangle size={15} stroke={1.5} aria-hidden="true" />
          {t('save.failed', { why: errorWords(new DeskError(save.code, save.details)).title })}
          <Button size="xs" variant="default" onClick={requestSave}>
            {t('save.retry')}
          </Button>
        </span>
      );
    case 'conflict':
      return (
        <span className={classes.failed} role="alert">
          <IconAlertTriangle size={15} stroke={1.5} aria-hidden="true" />
          {t('save.conflict')}
        </span>
      );
  }
}
