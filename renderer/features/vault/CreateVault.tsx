import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { call, deskErrorOf } from '../../app/call.ts';
import { errorWords } from '../../app/errorWords.ts';
import { currentLanguage } from '../../app/i18n.ts';
import { isUsable, NewPasswordFields, noPassword } from '../../ui/NewPasswordFields.tsx';
import { VaultFrame } from './VaultFrame.tsx';
import classes from './vaultForm.module.css';

/** A new vault: its name, the password twice, and plain words on what happens if it is forgotten. */
export function CreateVault({
  onBack,
  onCreated,
}: {
  readonly onBack: () => void;
  readonly onCreated: (created: OutputOf<'vault.create'>) => void;
}) {
  const { t } = useTranslation('vault');
  const [name, setName] = useState(t('create.defaultName'));
  const [entry, setEntry] = useState(noPassword);
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const ready = name.trim() !== '' && isUsable(entry);

  const create = async () => {
    if (!ready || busy) return;
    setBusy(true);
    setTrouble(null);
    try {
      onCreated(
        await call('vault.create', {
          name: name.trim(),
          password: entry.password,
          language: currentLanguage(),
        }),
      );
    } catch (thrown) {
      const { title, text } = errorWords(deskErrorOf(thrown));
      setTrouble(`${title}. ${text}`);
      setBusy(false);
    }
  };

  return (
    <VaultFrame title={t('create.title')} wide>
      <p className={classes.lead}>{t('create.lead')}</p>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void create();
        }}
      >
        <TextInput
          description={t('create.nameHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          label={t('create.name')}
          maxLength={100}
          onChange={(event) => setName(event.currentTarget.value)}
          size="md"
          value={name}
        />
        <NewPasswordFields autoFocus onChange={setEntry} size="md" value={entry} />
        <p className={classes.note}>{t('create.ifForgotten')}</p>
        {trouble === null ? null : (
          <p className={classes.trouble} role="alert">
            {trouble}
          </p>
        )}
        <div className={classes.buttons}>
          <Button onClick={onBack} size="md" variant="subtle">
            {t('back')}
          </Button>
          <Button disabled={!ready} loading={busy} size="md" type="submit" variant="filled">
            {t('create.submit')}
          </Button>
        </div>
      </form>
    </VaultFrame>
  );
}
