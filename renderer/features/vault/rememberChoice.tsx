import { Button, Checkbox } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../app/call.ts';
import { useRememberedDay } from '../../app/rememberedDay.ts';
import classes from './UnlockVault.module.css';
import type { Remembered } from './useRemembered.ts';

/** Has the key kept that the vault made ready. The vault is open by now: a failure is told over what it shows. */
export async function keepRemembered(): Promise<void> {
  try {
    await call('shell.keepRemembered', {});
  } catch (thrown) {
    const { notifyError } = await import('../../app/desk.ts');
    notifyError(thrown);
  }
}

/** In place of the password's field on a computer that remembers the vault. */
export function OpenRemembered({ busy, onOpen }: { readonly busy: boolean; readonly onOpen: () => void }) {
  const { t } = useTranslation('vault');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!busy) button.current?.focus();
  }, [busy]);
  return (
    <Button loading={busy} onClick={onOpen} ref={button} size="md" variant="filled">
      {t('remember.open')}
    </Button>
  );
}

type Choice = {
  /** null = not known yet. */
  readonly remembered: Remembered | null;
  readonly vaultId: string;
  readonly wished: boolean;
};

/**
 * One line under the field: the wish to be remembered, or until when the computer is. Empty where the system cannot keep
 * a secret; the settings say so.
 */
export function RememberChoice({
  remembered,
  vaultId,
  wished,
  disabled,
  wordsId,
  onWish,
}: Choice & {
  readonly disabled: boolean;
  /** Where {@link useRememberWords} stand. */
  readonly wordsId: string;
  readonly onWish: (wished: boolean) => void;
}) {
  const { t } = useTranslation('vault');
  const dayWords = useRememberedDay();
  const known = remembered?.vaults.find((vault) => vault.vaultId === vaultId);
  return (
    <div className={classes.remember}>
      {known !== undefined ? (
        t('remember.remembered', { day: dayWords(known.untilMs) })
      ) : remembered?.isPossible === true ? (
        <Checkbox
          aria-describedby={wordsId}
          checked={wished}
          disabled={disabled}
          label={t('remember.label')}
          onChange={(event) => onWish(event.currentTarget.checked)}
        />
      ) : null}
    </div>
  );
}

/** What is to be known of the choice: its cost, why the password is asked for; null = nothing. */
export function useRememberWords({ remembered, vaultId, wished }: Choice): string | null {
  const { t } = useTranslation('vault');
  const dayWords = useRememberedDay();
  const known = remembered?.vaults.find((vault) => vault.vaultId === vaultId);
  if (known !== undefined) return known.asksPassword ? t('remember.lockedByHand') : null;
  return wished ? t('remember.until', { day: dayWords() }) : null;
}
