import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ReaderRole } from '../../shared/domain/person.ts';
import { useRoleChoices } from './ownTerms.ts';
import { OwnTermButton } from './OwnTermButton.tsx';

/** A reader's role: those of the program, then the user's own; a deleted one stays where it is chosen. */
export function RoleSelect({
  value,
  onChange,
  label,
  description,
}: {
  readonly value: ReaderRole;
  readonly onChange: (role: ReaderRole) => void;
  readonly label: string;
  readonly description?: ReactNode;
}) {
  const { t } = useTranslation('domain');
  const choices = [...new Set([...useRoleChoices(), value])];
  return (
    <div>
      <Select
        allowDeselect={false}
        data={choices.map((role) => ({ value: role, label: t(`readerRolePerson.${role}`) }))}
        description={description}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        label={label}
        onChange={(chosen) => onChange(ReaderRole.catch(value).parse(chosen))}
        value={value}
      />
      <OwnTermButton kind="role" onAdded={onChange} />
    </div>
  );
}
