import { Button, Checkbox } from '@mantine/core';
import { IconCheck, IconDeviceFloppy, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, deskErrorOf } from './call.ts';
import { errorWords } from './errorWords.ts';
import { recoveryKeyGroups } from './recoveryKey.ts';
import classes from './RecoveryKeySheet.module.css';

/** Shows a new recovery key once: save it to a file, print it, and only then go on. */
export function RecoveryKeySheet({
  vaultName,
  recoveryKey,
  done,
  onDone,
}: {
  readonly vaultName: string;
  readonly recoveryKey: string;
  /** The button that goes on. */
  readonly done: string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('vault');
  const [kept, setKept] = useState(false);
  const [saved, setSaved] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const groups = recoveryKeyGroups(recoveryKey);

  const run = async (action: () => Promise<unknown>, after: () => void) => {
    setTrouble(null);
    try {
      await action();
      after();
    } catch (thrown) {
      const error = deskErrorOf(thrown);
      if (error.code === 'cancelled') return;
      const { title, text } = errorWords(error);
      setTrouble(`${title}. ${text}`);
    }
  };
  const sheet = [
    t('recovery.sheetTitle', { name: vaultName }),
    '',
    groups.join('-'),
    '',
    t('recovery.sheetText'),
    t('recovery.sheetKeep'),
  ].join('\n');

  return (
    <section className={classes.sheet}>
      <h1 className={classes.title}>{t('recovery.title')}</h1>
      <p className={classes.forPrint}>{t('recovery.sheetTitle', { name: vaultName })}</p>
      <p className={classes.text}>{t('recovery.text')}</p>
      <div
        aria-label={t('recovery.keyLabel')}
        className={classes.key}
        data-testid="recovery-key"
        role="group"
      >
        {groups.map((group, index) => (
          <span className={classes.group} key={index}>
            {group}
          </span>
        ))}
      </div>
      <p className={classes.forPrint}>{t('recovery.sheetKeep')}</p>
      <div className={classes.screenOnly}>
        <div className={classes.buttons}>
          <Button
            leftSection={
              saved ? <IconCheck size={16} stroke={1.5} /> : <IconDeviceFloppy size={16} stroke={1.5} />
            }
            onClick={() =>
              void run(
                () => call('shell.saveRecoverySheet', { text: sheet }),
                () => setSaved(true),
              )
            }
          >
            {t(saved ? 'recovery.fileSaved' : 'recovery.saveFile')}
          </Button>
          <Button
            leftSection={<IconPrinter size={16} stroke={1.5} />}
            onClick={() =>
              void run(
                () => call('shell.printWindow', {}),
                () => undefined,
              )
            }
          >
            {t('recovery.print')}
          </Button>
        </div>
        {trouble === null ? null : (
          <p className={classes.trouble} role="alert">
            {trouble}
          </p>
        )}
        <div className={classes.end}>
          <Checkbox
            checked={kept}
            label={t('recovery.kept')}
            onChange={(event) => setKept(event.currentTarget.checked)}
          />
          <Button disabled={!kept} onClick={onDone} variant="filled">
            {done}
          </Button>
        </div>
      </div>
    </section>
  );
}
