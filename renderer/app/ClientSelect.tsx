import { Select } from '@mantine/core';
import { useDesk } from './desk.ts';

/** The client that a new tender or proposal is for: the first field of its form. */
export function ClientSelect({
  label,
  value,
  error,
  onChange,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly error: string | undefined;
  readonly onChange: (id: string | null) => void;
}) {
  const accounts = useDesk('accounts.list', { query: '' }).data?.rows ?? [];
  return (
    <Select
      data={accounts.map(({ id, name, legalForm }) => ({
        value: id,
        label: legalForm === '' ? name : `${name}, ${legalForm}`,
      }))}
      data-autofocus
      error={error}
      label={label}
      limit={100}
      onChange={onChange}
      openOnFocus={false}
      searchable
      value={value}
      withAsterisk
    />
  );
}
