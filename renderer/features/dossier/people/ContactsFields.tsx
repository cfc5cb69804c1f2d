import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ColleagueId } from '../../../../shared/domain/ids.ts';
import type { ContactOfOurs } from '../../../../shared/domain/person.ts';
import { useDesk } from '../../../app/desk.ts';
import { StepsInput } from '../../../ui/Steps.tsx';
import { influenceKey } from './personWords.ts';
import classes from './PersonEditor.module.css';

/** Which of our colleagues know the person, and how well. */
export function ContactsFields({
  contacts,
  onChange,
}: {
  readonly contacts: readonly ContactOfOurs[];
  readonly onChange: (contacts: ContactOfOurs[]) => void;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  const colleagues = useDesk('company.get', {}).data?.company.colleagues ?? [];
  const free = colleagues.filter(({ id }) => !contacts.some(({ colleagueId }) => colleagueId === id));
  const set = (index: number, part: Partial<ContactOfOurs>) =>
    onChange(contacts.map((contact, at) => (at === index ? { ...contact, ...part } : contact)));
  const [next] = free;
  if (colleagues.length === 0) return null;
  return (
    <div className={classes.rowsField}>
      {contacts.map((contact, index) => (
        <div className={classes.contactRow} key={contact.colleagueId}>
          <Select
            aria-label={t('person.ourContact')}
            data={colleagues
              .filter(({ id }) => id === contact.colleagueId || free.some((other) => other.id === id))
              .map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(value) => set(index, { colleagueId: ColleagueId.parse(value) })}
            value={contact.colleagueId}
          />
          <StepsInput
            label={t('person.strength')}
            onChange={(strength) => set(index, { strength })}
            stepLabel={(value) => t(`domain:contactStrength.${influenceKey(value)}`)}
            value={contact.strength}
          />
          <TextInput
            aria-label={t('person.contactNote')}
            maxLength={200}
            onChange={(event) => set(index, { kind: event.currentTarget.value })}
            placeholder={t('person.contactNote')}
            value={contact.kind}
          />
          <ActionIcon
            aria-label={t('person.removeContact')}
            onClick={() => onChange(contacts.filter((_, at) => at !== index))}
          >
            <IconX size={16} stroke={1.5} />
          </ActionIcon>
        </div>
      ))}
      {next === undefined ? null : (
        <div className={classes.rowsFoot}>
          <Button
            leftSection={<IconPlus size={15} stroke={1.5} />}
            onClick={() => onChange([...contacts, { colleagueId: next.id, strength: 2, kind: '' }])}
            size="xs"
          >
            {t('person.addContact')}
          </Button>
        </div>
      )}
    </div>
  );
}
