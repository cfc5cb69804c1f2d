import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedVault, VaultSummary } from '../../../shared/ipc/contract.ts';
import { call, deskErrorOf } from '../../app/call.ts';
import { errorWords } from '../../app/errorWords.ts';
import { isUsable, NewPasswordFields, noPassword } from '../../ui/NewPasswordFields.tsx';
import { useCountdown } from './useCountdown.ts';
import { VaultFrame } from './VaultFrame.tsx';
import classes from './vaultForm.module.css';

/** The password is forgotten: the recovery key opens the vault and a new password takes its place. */
export function RecoverAccess({
  vault,
  onBack,
  onOpened,
}: {
  readonly vault: VaultSummary;
  readonly onBack: () => void;
  readonly onOpened: (opened: OpenedVault) => void;
}) {
  const { t } = useTranslation('vault');
  const [recoveryKey, setRecoveryKey] = useState('');
  const [entry, setEntry] = useState(noPassword);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [secondsLeft, startWait] = useCountdown(0);
  const ready = recoveryKey.trim() !== '' && isUsable(entry) && secondsLeft === 0;

  const recover = async () => {
    if (!ready || busy) return;
    setBusy(true);
    setTrouble(null);
    try {
      const input = { vaultId: vault.id, recoveryKey: recoveryKey.trim(), newPassword: entry.password };
      onOpened(await call('vault.unlockWithRecoveryKey', input));
    } catch (thrown) {
      const failure = deskErrorOf(thrown);
      const { title, text } = errorWords(failure);
      setTrouble(`${title}. ${text}`);
      setBusy(false);
      const { seconds } = failure.details;
      if (typeof seconds === 'number') startWait(seconds * 1000);
    }
  };

  return (
    <VaultFrame title={t('forgotten.title')} wide>
      <p className={classes.lead}>{t('forgotten.lead', { name: vault.name })}</p>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void recover();
        }}
      >
        <TextInput
          autoComplete="off"
          autoFocus
          label={t('forgotten.key')}
          maxLength={100}
          onChange={(event) => setRecoveryKey(event.currentTarget.value)}
          size="md"
          spellCheck={false}
          value={recoveryKey}
        />
        <NewPasswordFields label={t('forgotten.newPassword')} onChange={setEntry} size="md" value={entry} />
        <p className={classes.note}>{t('forgotten.noKey')}</p>
        {trouble === null ? null : (
          <p className={classes.trouble} role="alert">
            {trouble}
          </p>
        )}
        {secondsLeft > 0 ? <p className={classes.note}>{t('unlock.wait', { count: secondsLeft })}</p> : null}
        <div className={classes.buttons}>
          <Button onClick={onBack} size="md" variant="subtle">
            {t('back')}
          </Button>
          <Button disabled={!ready} loading={busy} size="md" type="submit" variant="filled">
            {t('forgotten.submit')}
          </Button>
        </div>
      </form>
    </VaultFrame>
  );
}
