import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedVault, OutputOf, VaultSummary } from '../../../shared/ipc/contract.ts';
import { call, deskErrorOf } from '../../app/call.ts';
import { dateLocale } from '../../app/dateLocale.ts';
import { errorWords } from '../../app/errorWords.ts';
import { PasswordField } from '../../ui/PasswordField.tsx';
import classes from './RestoreBackup.module.css';
import { VaultFrame } from './VaultFrame.tsx';
import form from './vaultForm.module.css';

type Backups = OutputOf<'vault.listBackups'>['backups'];

/** Backups of a vault by date; one is chosen, its password typed, and the vault is open again. */
export function RestoreBackup({
  vault,
  onBack,
  onOpened,
}: {
  readonly vault: VaultSummary;
  readonly onBack: () => void;
  readonly onOpened: (opened: OpenedVault) => void;
}) {
  const { t, i18n } = useTranslation('vault');
  const [backups, setBackups] = useState<Backups | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const moment = new Intl.DateTimeFormat(dateLocale(i18n.language), {
    dateStyle: 'long',
    timeStyle: 'short',
  });

  const explain = (thrown: unknown) => {
    const { title, text } = errorWords(deskErrorOf(thrown));
    setTrouble(`${title}. ${text}`);
  };

  useEffect(() => {
    let gone = false;
    call('vault.listBackups', { vaultId: vault.id }).then(
      (answer) => {
        if (gone) return;
        const sorted = answer.backups.toSorted((one, other) => other.savedAtMs - one.savedAtMs);
        setBackups(sorted);
        setChosen(sorted[0]?.backupId ?? null);
      },
      (thrown: unknown) => {
        if (gone) return;
        setBackups([]);
        explain(thrown);
      },
    );
    return () => {
      gone = true;
    };
  }, [vault.id]);

  const restore = async () => {
    if (chosen === null || password === '' || busy) return;
    setBusy(true);
    setTrouble(null);
    try {
      onOpened(await call('vault.restoreBackup', { vaultId: vault.id, backupId: chosen, password }));
    } catch (thrown) {
      explain(thrown);
      setBusy(false);
    }
  };

  return (
    <VaultFrame title={t('restore.title')} wide>
      <p className={form.lead}>
        {backups?.length === 0
          ? t('restore.none', { name: vault.name })
          : `${t('restore.lead', { name: vault.name })} ${t('restore.files')}`}
      </p>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          void restore();
        }}
      >
        {backups === null || backups.length === 0 ? null : (
          <>
            <div aria-label={t('restore.list')} className={classes.list} role="radiogroup">
              {backups.map((backup) => (
                <label className={classes.backup} key={backup.backupId}>
                  <input
                    checked={backup.backupId === chosen}
                    className={classes.radio}
                    name="backup"
                    onChange={() => setChosen(backup.backupId)}
                    type="radio"
                  />
                  <span>{moment.format(backup.savedAtMs)}</span>
                </label>
              ))}
            </div>
            <PasswordField
              description={t('restore.passwordHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              label={t('unlock.field')}
              onChange={(event) => setPassword(event.currentTarget.value)}
              size="md"
              value={password}
            />
          </>
        )}
        {trouble === null ? null : (
          <p className={form.trouble} role="alert">
            {trouble}
          </p>
        )}
        <div className={form.buttons}>
          <Button onClick={onBack} size="md" variant="subtle">
            {t('back')}
          </Button>
          {backups === null || backups.length === 0 ? null : (
            <Button disabled={password === ''} loading={busy} size="md" type="submit" variant="filled">
              {t('restore.submit')}
            </Button>
          )}
        </div>
      </form>
    </VaultFrame>
  );
}
