import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A small whole number from 0, read on leaving the field or by Enter; what is no such number stays out with a word. */
export function WeightField({
  label,
  value,
  max,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}) {
  const { t } = useTranslation('standards');
  const [typed, setTyped] = useState({ over: value, text: String(value) });
  const text = typed.over === value ? typed.text : String(value);
  const read = /^\d{1,3}$/.test(text.trim()) ? Number(text) : null;
  const wrong = read === null || read > max;
  return (
    <TextInput
      aria-label={label}
      error={wrong ? t('weightWrong', { max }) : undefined}
      inputMode="numeric"
      maxLength={3}
      onBlur={() => {
        if (read === null || wrong) setTyped({ over: value, text: String(value) });
        else if (read !== value) onChange(read);
      }}
      onChange={(event) => setTyped({ over: value, text: event.currentTarget.value })}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
      size="xs"
      styles={{ input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
      value={text}
      w={56}
    />
  );
}
