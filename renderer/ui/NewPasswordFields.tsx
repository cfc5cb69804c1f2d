import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passwordStrength, shortestPassword } from '../app/passwordStrength.ts';
import classes from './NewPasswordFields.module.css';

/** What the two fields hold, and whether it can be used. */
export type NewPassword = { readonly password: string; readonly repeat: string };
export const noPassword: NewPassword = { password: '', repeat: '' };

/** Long enough, and typed twice alike. */
export function isUsable({ password, repeat }: NewPassword): boolean {
  return [...password].length >= shortestPassword && password === repeat;
}

/** A new password: the field with a strength meter under it, and the repeat. */
export function NewPasswordFields({
  value,
  onChange,
  label,
  size = 'sm',
  autoFocus = false,
}: {
  readonly value: NewPassword;
  readonly onChange: (value: NewPassword) => void;
  readonly label?: string;
  readonly size?: 'sm' | 'md';
  readonly autoFocus?: boolean;
}) {
  const { t } = useTranslation('vault');
  const [visible, setVisible] = useState(false);
  const [repeatLeft, setRepeatLeft] = useState(false);
  // Said at once where no further letter can make them alike: the button beside it is grey and cannot say why.
  const differs =
    value.repeat !== value.password &&
    value.repeat !== '' &&
    (repeatLeft || !value.password.startsWith(value.repeat));
  return (
    <>
      <div>
        <PasswordInput
          autoComplete="new-password"
          autoFocus={autoFocus}
          label={label ?? t('password.new')}
          onChange={(event) => onChange({ ...value, password: event.currentTarget.value })}
          onVisibilityChange={setVisible}
          size={size}
          value={value.password}
          visibilityToggleButtonProps={{ 'aria-label': t(visible ? 'password.hide' : 'password.show') }}
          visible={visible}
        />
        <Meter password={value.password} />
      </div>
      <PasswordInput
        autoComplete="new-password"
        error={differs ? t('password.differs') : undefined}
        label={t('password.repeat')}
        onBlur={() => setRepeatLeft(true)}
        onChange={(event) => onChange({ ...value, repeat: event.currentTarget.value })}
        onVisibilityChange={setVisible}
        size={size}
        value={value.repeat}
        visibilityToggleButtonProps={{ 'aria-label': t(visible ? 'password.hide' : 'password.show') }}
        visible={visible}
      />
    </>
  );
}

const strengthWords = ['guessable', 'weak', 'fair', 'good', 'strong'] as const;

function Meter({ password }: { readonly password: string }) {
  const { t } = useTranslation('vault');
  const length = [...password].length;
  const strength = passwordStrength(password);
  const words =
    length === 0
      ? t('password.advice')
      : length < shortestPassword
        ? t('password.tooShort', { count: shortestPassword - length })
        : t(`password.strength.${strengthWords[strength]}`);
  return (
    <div className={classes.meter} data-strength={length === 0 ? undefined : strength}>
      <span aria-hidden="true" className={classes.bars}>
        {[1, 2, 3, 4].map((step) => (
          <span
            className={classes.bar}
            data-on={length > 0 && strength >= step ? true : undefined}
            key={step}
          />
        ))}
      </span>
      <span aria-live="polite" className={classes.words}>
        {words}
      </span>
    </div>
  );
}
