import { MultiSelect } from '@mantine/core';
import type { MultiSelectProps } from '@mantine/core';
import type { RefObject } from 'react';

/**
 * A choice of several from a list. What is chosen and no longer listed, such as somebody deleted since, is not shown as
 * a bare id; it stays chosen, since it may come back. `placeholder` stands while nothing is shown.
 */
export function KnownMultiSelect({
  data,
  value,
  onChange,
  placeholder = '',
  field,
  ...rest
}: Omit<MultiSelectProps, 'data' | 'value' | 'onChange'> & {
  readonly data: readonly { readonly value: string; readonly label: string }[];
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  /** The field that is typed into. */
  readonly field?: RefObject<HTMLInputElement | null>;
}) {
  const isListed = (id: string): boolean => data.some((option) => option.value === id);
  const listed = value.filter(isListed);
  const unlisted = value.filter((id) => !isListed(id));
  return (
    <MultiSelect
      {...rest}
      {...(field === undefined ? {} : { ref: field })}
      data={data}
      onChange={(ids) => onChange([...ids, ...unlisted])}
      placeholder={listed.length === 0 ? placeholder : ''}
      value={listed}
    />
  );
}
