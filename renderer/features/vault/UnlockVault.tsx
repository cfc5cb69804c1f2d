import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedVault, VaultSummary } from '../../../shared/ipc/contract.ts';
import type { ErrorCode } from '../../../shared/ipc/reply.ts';
import { call, DeskError, deskErrorOf } from '../../app/call.ts';
import { FileTrouble } from './FileTrouble.tsx';
import { errorWords } from '../../app/errorWords.ts';
import { refreshSession } from '../../app/session.ts';
import { PasswordField } from '../../ui/PasswordField.tsx';
import { keepRemembered, OpenRemembered, RememberChoice, useRememberWords } from './rememberChoice.tsx';
import { useCountdown } from './useCountdown.ts';
import { useRemembered } from './useRemembered.ts';
import classes from './UnlockVault.module.css';
import { VaultFrame } from './VaultFrame.tsx';

/** Failures of the file and not of the password: another attempt to type would not help. */
const fileCodes: readonly ErrorCode[] = [
  'vaultMissing',
  'vaultDamaged',
  'vaultEmpty',
  'vaultForeign',
  'vaultNewer',
  'vaultBusy',
  'vaultHeaderDamaged',
];

/** The lock screen: the mark, the vault's name, one field, or one button where the computer remembers the vault. */
export function UnlockVault({
  vault,
  retryAfterMs,
  endedByItself,
  onOpened,
  onOther,
  onForgotten,
  onRestore,
}: {
  readonly vault: VaultSummary;
  readonly retryAfterMs: number;
  readonly endedByItself: boolean;
  readonly onOpened: (opened: OpenedVault) => void;
  readonly onOther: () => void;
  readonly onForgotten: () => void;
  readonly onRestore: () => void;
}) {
  const { t } = useTranslation('vault');
  const field = useRef<HTMLInputElement>(null);
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<DeskError | null>(null);
  const [secondsLeft, startWait] = useCountdown(retryAfterMs);
  const waiting = secondsLeft > 0;
  const [wished, setWished] = useState(false);
  const [byPassword, setByPassword] = useState(!vault.hasDeviceSlot);
  const [failures, setFailures] = useState(0);

  const openRemembered = async () => {
    setBusy(true);
    setError(null);
    try {
      onOpened(await call('shell.openRemembered', { vaultId: vault.id }));
    } catch (thrown) {
      setError(deskErrorOf(thrown));
      setBusy(false);
      setByPassword(true);
      // What failed may be forgotten now.
      setFailures((count) => count + 1);
      void refreshSession();
    }
  };

  const remembered = useRemembered(vault.hasDeviceSlot, failures, (answer) => {
    if (byPassword) return;
    const here = answer.vaults.find((one) => one.vaultId === vault.id);
    if (here === undefined) {
      // A slot without its key, as in a folder from another computer.
      setError(new DeskError('rememberedLost', {}));
      void call('shell.forgetRemembered', { vaultId: vault.id }).then(refreshSession, () => undefined);
    } else if (!here.asksPassword && answer.opensByItself) void openRemembered();
  });
  const known = remembered?.vaults.find((one) => one.vaultId === vault.id);
  const withoutPassword = !byPassword && (remembered === null || known?.asksPassword === false);

  useEffect(() => {
    if (!busy && !waiting && !withoutPassword) field.current?.focus();
  }, [busy, waiting, withoutPassword]);

  const rememberWords = useRememberWords({ remembered, vaultId: vault.id, wished });

  const unlock = async () => {
    if (password === '' || busy || waiting) return;
    setBusy(true);
    setError(null);
    try {
      onOpened(await call('vault.unlock', { vaultId: vault.id, password, remember: wished }));
      if (wished) await keepRemembered();
    } catch (thrown) {
      const failure = deskErrorOf(thrown);
      setError(failure);
      setBusy(false);
      if (failure.code === 'wrongPassword' || failure.code === 'tooManyAttempts') {
        setPassword('');
        startWait(await waitAfter(failure));
      }
    }
  };

  if (error !== null && fileCodes.includes(error.code)) {
    return (
      <VaultFrame title={vault.name} wide>
        <FileTrouble error={error} onAgain={() => setError(null)} onOther={onOther} onRestore={onRestore} />
      </VaultFrame>
    );
  }
  const words = error === null ? null : errorWords(error);
  return (
    <VaultFrame title={vault.name}>
      {withoutPassword ? (
        <OpenRemembered busy={busy || remembered === null} onOpen={() => void openRemembered()} />
      ) : (
        <form
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            void unlock();
          }}
        >
          <PasswordField
            aria-describedby="unlock-words"
            aria-invalid={words === null ? undefined : true}
            aria-label={t('unlock.field')}
            autoFocus
            className={classes.field}
            classNames={{ input: classes.input ?? '' }}
            disabled={busy || waiting}
            onChange={(event) => setPassword(event.currentTarget.value)}
            placeholder={t('unlock.field')}
            ref={field}
            size="md"
            value={password}
          />
          <Button disabled={waiting} loading={busy} size="md" type="submit" variant="filled">
            {t('unlock.submit')}
          </Button>
        </form>
      )}
      <RememberChoice
        disabled={busy || waiting}
        onWish={setWished}
        remembered={remembered}
        vaultId={vault.id}
        wished={wished}
        wordsId="unlock-words"
      />
      <div aria-live="polite" className={classes.words} id="unlock-words">
        {words === null ? (
          endedByItself ? (
            <p>{t(withoutPassword ? 'remember.ended' : 'unlock.ended')}</p>
          ) : rememberWords === null ? null : (
            <p>{rememberWords}</p>
          )
        ) : (
          <p>
            <span className={classes.trouble}>{words.title}.</span> {words.text}
          </p>
        )}
        {waiting ? <p className={classes.wait}>{t('unlock.wait', { count: secondsLeft })}</p> : null}
      </div>
      <div className={classes.links}>
        {withoutPassword ? (
          <Button disabled={busy} onClick={() => setByPassword(true)} size="xs" variant="subtle">
            {t('remember.byPassword')}
          </Button>
        ) : null}
        <Button onClick={onOther} size="xs" variant="subtle">
          {t('unlock.other')}
        </Button>
        <Button onClick={onForgotten} size="xs" variant="subtle">
          {t('unlock.forgotten')}
        </Button>
      </div>
    </VaultFrame>
  );
}

/** How long to wait now: what the failure says, else what the vault answers when asked. */
async function waitAfter(failure: DeskError): Promise<number> {
  const { seconds } = failure.details;
  if (typeof seconds === 'number') return seconds * 1000;
  try {
    return (await call('vault.status', {})).retryAfterMs;
  } catch {
    return 0;
  }
}
