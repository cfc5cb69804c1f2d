import { Textarea, TextInput } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import classes from './SavedText.module.css';

/** A text that saves itself when the field is left or Enter is pressed; Escape restores what was. */
export function SavedText({
  label,
  value,
  onSave,
  maxLength,
  description,
  warning,
  placeholder,
  lines = false,
  wide = false,
  required = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onSave: (value: string) => void;
  readonly maxLength: number;
  readonly description?: ReactNode;
  /** Said under the field; does not keep the value from being saved. */
  readonly warning?: string | undefined;
  readonly placeholder?: string;
  readonly lines?: boolean;
  readonly wide?: boolean;
  /** An emptied field goes back to what it was. */
  readonly required?: boolean;
}) {
  // null = not being edited: the stored value is shown.
  const [typed, setTyped] = useState<string | null>(null);

  const save = () => {
    setTyped(null);
    const next = typed?.trim() ?? value;
    if (next !== value && !(required && next === '')) onSave(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      setTyped(null);
    } else if (event.key === 'Enter' && (!lines || event.ctrlKey)) {
      event.preventDefault();
      save();
    }
  };
  const shared = {
    label,
    maxLength,
    description:
      warning === undefined ? (
        description
      ) : (
        <span className={classes.warning}>
          <IconAlertTriangle aria-hidden="true" size={13} stroke={1.5} />
          {warning}
        </span>
      ),
    placeholder,
    value: typed ?? value,
    onBlur: save,
    onKeyDown,
    inputWrapperOrder: ['label' as const, 'input' as const, 'description' as const, 'error' as const],
    ...(wide ? { 'data-wide': true } : {}),
    wrapperProps: wide ? { 'data-wide': true } : {},
  };
  return lines ? (
    <Textarea {...shared} onChange={(event) => setTyped(event.currentTarget.value)} />
  ) : (
    <TextInput {...shared} onChange={(event) => setTyped(event.currentTarget.value)} />
  );
}
