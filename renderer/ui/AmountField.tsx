import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { readAmount } from './readAmount.ts';

/**
 * Money as text that is read on leaving the field: `1 234 567,89`, `12 млн`. `value` in hundredths, null = empty.
 * `format` prints a stored value. What cannot be read makes the field invalid, so that a form around it stays open.
 */
export function AmountField({
  label,
  value,
  onChange,
  format,
  suffix,
  description,
  wrong,
  belowZero,
  signed = false,
  required = false,
  hideLabel = false,
  onEnter,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly format: (amountMinor: number) => string;
  readonly suffix?: string;
  readonly description?: ReactNode;
  /** Said when the text is not a number, where more than that is to be said. */
  readonly wrong?: string;
  /** Said of an amount below zero, where more than that is to be said. */
  readonly belowZero?: string;
  /** Whether amounts below zero are as good as others: goods that came back, a loss. */
  readonly signed?: boolean;
  readonly required?: boolean;
  readonly hideLabel?: boolean;
  readonly onEnter?: () => void;
}) {
  const { t } = useTranslation('common');
  const field = useRef<HTMLInputElement>(null);
  const printed = value === null ? '' : format(value);
  const [text, setText] = useState(printed);
  const [bad, setBad] = useState(false);
  // A value changed from outside replaces what is in the field.
  const [seen, setSeen] = useState(printed);
  if (seen !== printed) {
    setSeen(printed);
    setText(printed);
  }
  const amount = text.trim() === '' ? null : readAmount(text);
  const isRead = amount !== null || text.trim() === '';
  const isBelow = !signed && amount !== null && amount < 0;
  const problem = !isRead ? (wrong ?? t('notNumber')) : isBelow ? (belowZero ?? t('belowZero')) : null;
  useEffect(() => {
    field.current?.setCustomValidity(problem ?? '');
  }, [problem]);
  const take = () => {
    setBad(problem !== null);
    if (problem !== null) return;
    setText(amount === null ? '' : format(amount));
    onChange(amount);
  };
  return (
    <TextInput
      aria-label={hideLabel ? label : undefined}
      description={description}
      error={bad ? problem : undefined}
      inputMode="decimal"
      label={hideLabel ? undefined : label}
      onBlur={take}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        take();
        onEnter?.();
      }}
      ref={field}
      rightSection={suffix}
      rightSectionPointerEvents="none"
      styles={{
        input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
        section: { color: 'var(--k-text3)' },
      }}
      value={text}
      withAsterisk={required}
    />
  );
}
