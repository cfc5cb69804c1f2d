import { Button } from '@mantine/core';
import { useState } from 'react';
import { deskErrorOf } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { PasswordField } from '../../ui/PasswordField.tsx';
import classes from './choices.module.css';

/** What went wrong, as one line under a field. */
export function sentenceOf(thrown: unknown): string {
  const { title, text } = errorWords(deskErrorOf(thrown));
  return `${title}. ${text}`;
}

/** What only the one with the vault's password may do: its field and the button. What `onPassword` throws is said there. */
export function PasswordForm({
  label,
  submit,
  onPassword,
}: {
  readonly label: string;
  readonly submit: string;
  readonly onPassword: (password: string) => Promise<void>;
}) {
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const send = async () => {
    if (password === '' || busy) return;
    setBusy(true);
    setTrouble(null);
    try {
      await onPassword(password);
      setPassword('');
    } catch (thrown) {
      setTrouble(sentenceOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <PasswordField
        error={trouble ?? undefined}
        errorProps={{ role: 'alert' }}
        label={label}
        onChange={(event) => {
          setPassword(event.currentTarget.value);
          setTrouble(null);
        }}
        value={password}
      />
      <Button disabled={password === ''} loading={busy} type="submit">
        {submit}
      </Button>
    </form>
  );
}
