import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/domain/language.ts';

function valueOf(text: string): number {
  const plain = text
    .replaceAll(/[\s\u00a0%]/g, '')
    .replace(',', '.')
    .replace('−', '-');
  return plain === '' ? 0 : Number(plain);
}

/** Reads «1,5» and «1.5» as a whole number of `1/scale` parts; null where it is not a number from 0 to `max`. */
export function readScaled(text: string, scale: number, max: number): number | null {
  const value = valueOf(text);
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
  const inWords = (parts: number, useGrouping: boolean) =>
    (parts / scale).toLocaleString(language === 'ru' ? 'ru-RU' : 'en-GB', {
      maximumFractionDigits: 4,
      useGrouping,
    });
  const printed = inWords(value, false);
  // What is being typed belongs to the value it was begun on: another value shows itself.
  const [typed, setTyped] = useState({ over: printed, text: printed });
  const [wrong, setWrong] = useState<'notNumber' | 'outOfRange' | null>(null);
  const text = typed.over === printed ? typed.text : printed;
  const take = () => {
    const read = readScaled(text, scale, max);
    setWrong(read !== null ? null : Number.isNaN(valueOf(text)) ? 'notNumber' : 'outOfRange');
    if (read === null) return;
    // Taken, it is the value's own: undo of it shows what stood before, not what had been typed over that.
    const taken = inWords(read, false);
    setTyped({ over: taken, text: taken });
    onChange(read);
  };
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      value={text}
      error={wrong === null ? undefined : t(`price.${wrong}`, { most: inWords(max, true) })}
      onChange={(event) => setTyped({ over: printed, text: event.currentTarget.value })}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}
