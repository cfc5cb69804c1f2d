import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFieldWords } from '../../../app/fieldWords.ts';

/** A number kept as whole `1/scale` parts, read on leaving the field; what is no number stays out with a word. */
export function RateField({
  label,
  value,
  scale,
  max,
  onChange,
}: {
  readonly label: string;
  /** null = nothing typed yet. */
  readonly value: number | null;
  readonly scale: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
}) {
  const { t } = useTranslation('price');
  const { language } = useFieldWords();
  const printed =
    value === null
      ? ''
      : (value / scale).toLocaleString(language === 'ru' ? 'ru-RU' : 'en-GB', {
          maximumFractionDigits: 4,
          useGrouping: false,
        });
  const [typed, setTyped] = useState({ over: printed, text: printed });
  const [wrong, setWrong] = useState(false);
  const text = typed.over === printed ? typed.text : printed;
  return (
    <TextInput
      aria-label={label}
      error={wrong ? t('item.notNumber') : undefined}
      inputMode="decimal"
      onBlur={() => {
        const read = Math.round(Number(text.replaceAll(/[\s\u00a0%]/g, '').replace(',', '.')) * scale);
        const good = text.trim() !== '' && Number.isFinite(read) && read >= 0 && read <= max;
        setWrong(!good);
        if (good && read !== value) onChange(read);
      }}
      onChange={(event) => setTyped({ over: printed, text: event.currentTarget.value })}
      styles={{ input: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } }}
      value={text}
    />
  );
}
