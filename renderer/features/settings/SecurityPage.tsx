import { Button, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, invalidate } from '../../app/desk.ts';
import { useShellFacts } from '../../app/preferences.ts';
import { RecoveryKeySheet } from '../../app/RecoveryKeySheet.tsx';
import { useSession } from '../../app/session.ts';
import { isUsable, NewPasswordFields, noPassword } from '../../ui/NewPasswordFields.tsx';
import { notifyDone } from '../../ui/notifyUndo.tsx';
import { PasswordField } from '../../ui/PasswordField.tsx';
import classes from './choices.module.css';
import { keepPreferences } from './keepPreferences.ts';
import { PasswordForm, sentenceOf } from './PasswordForm.tsx';
import { RememberGroup } from './RememberGroup.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';
import { VaultExportGroup } from './VaultExportGroup.tsx';

const lockMinutes = [1, 2, 5, 10, 15, 30, 60, 0];

/** When the vault locks by itself, whether this computer remembers it, the password, the recovery key. */
export function SecurityPage() {
  const { t } = useTranslation('settings');
  const facts = useShellFacts();
  const session = useSession();
  const minutes = facts?.preferences.lockAfterMinutes ?? 5;
  const shown = lockMinutes.includes(minutes) ? lockMinutes : [minutes, ...lockMinutes];
  if (session.phase !== 'open') return null;
  return (
    <>
      <SettingsGroup text={t('security.lockText')} title={t('security.lock')}>
        <Select
          aria-label={t('security.lock')}
          data={shown.map((value) => ({
            value: String(value),
            label: value === 0 ? t('security.never') : t('security.minutes', { count: value }),
          }))}
          maw={320}
          onChange={(value) => keepPreferences({ lockAfterMinutes: Number(value) })}
          value={String(minutes)}
        />
      </SettingsGroup>
      {session.vault.kind === 'example' ? (
        <SettingsGroup text={t('security.exampleText')} title={t('security.password')} />
      ) : (
        <>
          <RememberGroup vaultId={session.vault.id} />
          <PasswordGroup />
          <RecoveryGroup vaultName={session.vault.name} />
        </>
      )}
      <VaultExportGroup />
    </>
  );
}

function PasswordGroup() {
  const { t } = useTranslation('settings');
  const [oldPassword, setOldPassword] = useState('');
  const [entry, setEntry] = useState(noPassword);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const ready = oldPassword !== '' && isUsable(entry);
  const change = async () => {
    if (!ready || busy) return;
    setBusy(true);
    setTrouble(null);
    try {
      await call('vault.changePassword', { oldPassword, newPassword: entry.password });
      setOldPassword('');
      setEntry(noPassword);
      notifyDone(t('security.passwordChanged'));
      // It ends what this computer remembers.
      await invalidate('shell.remembered');
    } catch (thrown) {
      setTrouble(sentenceOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <SettingsGroup text={t('security.passwordText')} title={t('security.password')}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void change();
        }}
      >
        <PasswordField
          error={trouble ?? undefined}
          errorProps={{ role: 'alert' }}
          label={t('security.oldPassword')}
          onChange={(event) => {
            setOldPassword(event.currentTarget.value);
            setTrouble(null);
          }}
          value={oldPassword}
        />
        <NewPasswordFields label={t('security.newPassword')} onChange={setEntry} value={entry} />
        <Button disabled={!ready} loading={busy} type="submit">
          {t('security.changePassword')}
        </Button>
      </form>
    </SettingsGroup>
  );
}

function RecoveryGroup({ vaultName }: { readonly vaultName: string }) {
  const { t } = useTranslation(['settings', 'common']);
  const [recoveryKey, setRecoveryKey] = useState<string | null>(null);
  const renew = async (password: string) =>
    setRecoveryKey((await call('vault.renewRecoveryKey', { password })).recoveryKey);
  return (
    <SettingsGroup text={t('settings:security.recoveryText')} title={t('settings:security.recovery')}>
      <PasswordForm
        label={t('settings:security.passwordForKey')}
        onPassword={renew}
        submit={t('settings:security.renewKey')}
      />
      <Modal
        closeOnClickOutside={false}
        closeOnEscape={false}
        onClose={() => setRecoveryKey(null)}
        opened={recoveryKey !== null}
        size={560}
        withCloseButton={false}
      >
        {recoveryKey === null ? null : (
          <RecoveryKeySheet
            done={t('settings:security.keyDone')}
            onDone={() => setRecoveryKey(null)}
            recoveryKey={recoveryKey}
            vaultName={vaultName}
          />
        )}
      </Modal>
    </SettingsGroup>
  );
}
