import { NumberInput } from '@mantine/core';
import { useEffect, useState } from 'react';

/** A number that saves itself when the field is left; outside its bounds it is brought to the nearer one. */
export function SavedNumber({
  label,
  value,
  onSave,
  min,
  max,
  step = 1,
  decimals = 0,
  unit,
  decimalSeparator,
}: {
  readonly label: string;
  readonly value: number;
  readonly onSave: (value: number) => void;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly decimals?: number;
  readonly unit?: string;
  readonly decimalSeparator: string;
}) {
  const [text, setText] = useState<string | number>(value);
  useEffect(() => setText(value), [value]);
  const save = () => {
    const typed = typeof text === 'number' ? text : Number.NaN;
    const next = Number.isFinite(typed) ? Math.max(min, Math.min(max, typed)) : value;
    setText(next);
    if (next !== value) onSave(next);
  };
  return (
    <NumberInput
      allowedDecimalSeparators={['.', ',']}
      clampBehavior="none"
      decimalScale={decimals}
      decimalSeparator={decimalSeparator}
      label={label}
      onBlur={save}
      onChange={setText}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
      step={step}
      value={text}
      {...(unit === undefined ? {} : { suffix: `\u00a0${unit}` })}
    />
  );
}
