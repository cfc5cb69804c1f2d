import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountId, PersonId } from '../../../shared/domain/ids.ts';
import { fullName, initialsOf } from '../../../shared/domain/nameForms.ts';
import type { Person, ReaderRole } from '../../../shared/domain/person.ts';
import { newPerson } from '../../../shared/domain/newPerson.ts';
import { useDeskAction } from '../../app/desk.ts';
import { RoleSelect } from '../../app/RoleSelect.tsx';
import { useShowMode } from '../../app/showMode.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FieldGrid } from '../../ui/FieldRow.tsx';
import { Initials } from '../../ui/Initials.tsx';
import { Steps } from '../../ui/Steps.tsx';
import classes from './ReaderPicker.module.css';

const mainRoles: readonly ReaderRole[] = ['ceo', 'hr', 'finance', 'technical'];

/** Whom a new proposal is for, unless the user says otherwise: the weightiest person of each of the four roles, participants of the tender first. */
export function suggestedReaders(
  people: readonly Person[],
  participants: readonly PersonId[],
): readonly PersonId[] {
  return mainRoles.flatMap((role) => {
    const candidates = people.filter((person) => person.readerRole === role);
    const best = candidates.toSorted(
      (one, other) =>
        Number(participants.includes(other.id)) - Number(participants.includes(one.id)) ||
        other.influence - one.influence,
    )[0];
    return best ? [best.id] : [];
  });
}

/** The decision group as a list to tick; a person can be added on the spot. */
export function ReaderPicker({
  accountId,
  people,
  chosen,
  onChange,
}: {
  readonly accountId: AccountId;
  readonly people: readonly Person[];
  readonly chosen: readonly PersonId[];
  readonly onChange: (chosen: readonly PersonId[]) => void;
}) {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const [adding, setAdding] = useState(false);
  const toggle = (id: PersonId) =>
    onChange(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  const open = adding || people.length === 0;
  return (
    <>
      {people.length === 0 ? (
        <EmptyState title={t('new.readersEmpty')} calm>
          {t('new.readersEmptyText')}
        </EmptyState>
      ) : (
        <ul className={classes.people}>
          {people
            .toSorted((one, other) => other.influence - one.influence)
            .map((person) => (
              <PersonLine
                key={person.id}
                person={person}
                checked={chosen.includes(person.id)}
                onToggle={() => toggle(person.id)}
              />
            ))}
        </ul>
      )}
      {open ? (
        <NewReader
          accountId={accountId}
          canCancel={people.length > 0}
          onClose={() => setAdding(false)}
          onAdded={(id) => onChange([...chosen, id])}
        />
      ) : (
        <Button
          variant="default"
          leftSection={<IconUserPlus size={16} stroke={1.5} />}
          onClick={() => setAdding(true)}
        >
          {t('new.addPerson')}
        </Button>
      )}
    </>
  );
}

function PersonLine({
  person,
  checked,
  onToggle,
}: {
  person: Person;
  checked: boolean;
  onToggle: () => void;
}) {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const { on: showing } = useShowMode();
  const criteria = person.criteria
    .toSorted((one, other) => other.weightPercent - one.weightPercent)
    .slice(0, 3);
  return (
    <li className={classes.person} data-checked={checked || undefined}>
      <label className={classes.label}>
        <Checkbox checked={checked} onChange={onToggle} aria-label={fullName(person)} />
        <Initials text={initialsOf(person)} tone={checked ? 'accent' : 'plain'} />
        <span className={classes.name}>
          <strong>{fullName(person)}</strong>
          <span>{person.position}</span>
        </span>
        <span className={classes.role}>{t(`domain:readerRole.${person.readerRole}`)}</span>
        {showing ? null : (
          <>
            <span className={classes.influence} title={t('new.influence', { value: person.influence })}>
              <Steps value={person.influence} />
            </span>
            <span className={classes.criteria}>
              {criteria.length === 0
                ? t('new.noCriteria')
                : criteria
                    .map(({ key, weightPercent }) => `${t(`domain:criterion.${key}`)}\u00a0${weightPercent}`)
                    .join('\u00a0· ')}
            </span>
          </>
        )}
      </label>
    </li>
  );
}

function NewReader({
  accountId,
  canCancel,
  onClose,
  onAdded,
}: {
  accountId: AccountId;
  canCancel: boolean;
  onClose: () => void;
  onAdded: (id: PersonId) => void;
}) {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const empty = { lastName: '', firstName: '', middleName: '', position: '' };
  const [name, setName] = useState(empty);
  const [role, setRole] = useState<ReaderRole>('ceo');
  const [tried, setTried] = useState(false);
  const create = useDeskAction('people.create', {
    invalidates: ['people.list', 'accounts.overview', 'accounts.list'],
    success: ({ id }) => {
      onAdded(id);
      setName(empty);
      setTried(false);
      onClose();
    },
  });
  const nameless = name.lastName.trim() === '' || name.firstName.trim() === '';
  const add = () => {
    setTried(true);
    if (!nameless) create.mutate({ draft: { ...newPerson(accountId), ...name, readerRole: role } });
  };
  const field = (key: keyof typeof empty) => (
    <TextInput
      label={t(`new.person.${key}`)}
      value={name[key]}
      error={
        tried && (key === 'lastName' || key === 'firstName') && name[key].trim() === '' ? true : undefined
      }
      onChange={(event) => setName({ ...name, [key]: event.currentTarget.value.slice(0, 100) })}
      onKeyDown={(event) => event.key === 'Enter' && add()}
    />
  );
  return (
    <div className={classes.newReader}>
      <FieldGrid columns={3}>
        {field('lastName')}
        {field('firstName')}
        {field('middleName')}
      </FieldGrid>
      <FieldGrid columns={2}>
        {field('position')}
        <RoleSelect label={t('new.person.role')} onChange={setRole} value={role} />
      </FieldGrid>
      {tried && nameless ? (
        <p className={classes.error} role="alert">
          {t('new.person.nameEmpty')}
        </p>
      ) : null}
      <div className={classes.newReaderEnd}>
        {canCancel ? (
          <Button variant="subtle" onClick={onClose}>
            {t('new.person.cancel')}
          </Button>
        ) : null}
        <Button loading={create.isPending} onClick={add}>
          {t('new.person.add')}
        </Button>
      </div>
    </div>
  );
}
