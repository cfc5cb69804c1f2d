import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DeskError } from '../../app/call.ts';
import { errorWords } from '../../app/errorWords.ts';
import classes from './vaultForm.module.css';

/** A vault file that cannot be opened: what happened, what is safe, and the next step as a button. */
export function FileTrouble({
  error,
  onRestore,
  onAgain,
  onOther,
}: {
  readonly error: DeskError;
  readonly onRestore: () => void;
  readonly onAgain: () => void;
  readonly onOther: () => void;
}) {
  const { t } = useTranslation('vault');
  const { title, text } = errorWords(error);
  // A backup cannot help where the program is old or another program holds the file.
  const restorable = error.code !== 'vaultNewer' && error.code !== 'vaultBusy';
  return (
    <div className={classes.form} role="alert">
      <p className={classes.lead}>
        <strong>{title}.</strong> {text}
      </p>
      <div className={classes.buttons}>
        <Button onClick={onOther} size="md" variant="subtle">
          {t('unlock.other')}
        </Button>
        {restorable ? (
          <Button onClick={onRestore} size="md" variant="filled">
            {t('restore.open')}
          </Button>
        ) : (
          <Button onClick={onAgain} size="md" variant="filled">
            {t('unlock.again')}
          </Button>
        )}
      </div>
    </div>
  );
}
