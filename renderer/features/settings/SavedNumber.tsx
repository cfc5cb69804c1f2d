import { NumberInput } from '@mantine/core';
import { useState } from 'react';

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
  // null = not being edited: the stored value is shown.
  const [typed, setTyped] = useState<string | number | null>(null);
  const save = () => {
    setTyped(null);
    if (typeof typed !== 'number' || !Number.isFinite(typed)) return;
    const next = Math.max(min, Math.min(max, typed));
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
      onChange={setTyped}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
      step={step}
      value={typed ?? value}
      {...(unit === undefined ? {} : { suffix: `\u00a0${unit}` })}
    />
  );
}
