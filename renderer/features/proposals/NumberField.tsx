import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/domain/language.ts';

/** Reads «1,5» and «1.5» as a whole number of `1/scale` parts; null where it is not a number from 0 to `max`. */
export function readScaled(text: string, scale: number, max: number): number | null {
  const plain = text.replaceAll(/[\s\u00a0%]/g, '').replace(',', '.');
  const value = plain === '' ? 0 : Number(plain);
  const scaled = Math.round(value * scale);
  return Number.isFinite(value) && scaled >= 0 && scaled <= max ? scaled : null;
}

/** A quantity or a percent, kept as whole parts: read on leaving the field and on Enter. */
export function NumberField({
  label,
  value,
  scale,
  max,
  language,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly scale: number;
  readonly max: number;
  readonly language: Language;
  readonly onChange: (value: number) => void;
}) {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const printed = (value / scale).toLocaleString(language === 'ru' ? 'ru-RU' : 'en-GB', {
    maximumFractionDigits: 4,
    useGrouping: false,
  });
  // What is being typed belongs to the value it was begun on: another value shows itself.
  const [typed, setTyped] = useState({ over: printed, text: printed });
  const [wrong, setWrong] = useState(false);
  const text = typed.over === printed ? typed.text : printed;
  const take = () => {
    const read = readScaled(text, scale, max);
    setWrong(read === null);
    if (read !== null) onChange(read);
  };
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      value={text}
      error={wrong ? t('price.notNumber') : undefined}
      onChange={(event) => setTyped({ over: printed, text: event.currentTarget.value })}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}
