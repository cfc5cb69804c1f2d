import { Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

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
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);

  const save = () => {
    const next = text.trim();
    if (required && next === '') setText(value);
    else if (next === value) setText(value);
    else onSave(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      setText(value);
    } else if (event.key === 'Enter' && (!lines || event.ctrlKey)) {
      event.preventDefault();
      save();
    }
  };
  const shared = {
    label,
    maxLength,
    description,
    error: warning,
    placeholder,
    value: text,
    onBlur: save,
    onKeyDown,
    inputWrapperOrder: ['label' as const, 'input' as const, 'description' as const, 'error' as const],
    ...(wide ? { 'data-wide': true } : {}),
    wrapperProps: wide ? { 'data-wide': true } : {},
  };
  return lines ? (
    <Textarea {...shared} onChange={(event) => setText(event.currentTarget.value)} />
  ) : (
    <TextInput {...shared} onChange={(event) => setText(event.currentTarget.value)} />
  );
}
