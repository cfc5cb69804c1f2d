import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { call, invalidate, useDesk, useDeskAction } from '../../app/desk.ts';
import { useRememberedDay } from '../../app/rememberedDay.ts';
import { notifyDone } from '../../ui/notifyUndo.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';

/** Whether this computer opens the vault without its password, said with what that costs; on and off. */
export function RememberGroup({ vaultId }: { readonly vaultId: string }) {
  const { t } = useTranslation(['settings', 'vault']);
  const dayWords = useRememberedDay();
  const remembered = useDesk('shell.remembered', {}, { staleTimeMs: 0 }).data;
  const forget = useDeskAction('shell.forgetRemembered', {
    invalidates: ['shell.remembered'],
    success: () => notifyDone(t('settings:security.forgotten')),
  });
  const remember = async (password: string) => {
    await call('vault.remember', { password });
    await call('shell.keepRemembered', {});
    notifyDone(t('settings:security.rememberedNow'));
    await invalidate('shell.remembered');
  };
  if (remembered === undefined) return null;
  const known = remembered.vaults.find((vault) => vault.vaultId === vaultId);
  return (
    <SettingsGroup text={t('settings:security.rememberText')} title={t('settings:security.remember')}>
      {known !== undefined ? (
        <>
          <p>{t('settings:security.rememberedUntil', { day: dayWords(known.untilMs) })}</p>
          <div>
            <Button loading={forget.isPending} onClick={() => forget.mutate({ vaultId })}>
              {t('settings:security.forget')}
            </Button>
          </div>
        </>
      ) : remembered.isPossible ? (
        <PasswordForm
          label={t('settings:security.passwordForKey')}
          onPassword={remember}
          submit={t('settings:security.rememberUntil', { day: dayWords() })}
        />
      ) : (
        <p>{t('settings:security.rememberImpossible')}</p>
      )}
    </SettingsGroup>
  );
}
