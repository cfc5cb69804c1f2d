import { Button, Drawer, Modal, Select, TextInput, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { printBirthday } from '../../../../shared/domain/birthday.ts';
import { newPerson } from '../../../../shared/domain/newPerson.ts';
import { PersonId } from '../../../../shared/domain/ids.ts';
import type { AccountId } from '../../../../shared/domain/ids.ts';
import { fullName, shortName } from '../../../../shared/domain/nameForms.ts';
import { Attitude, DecisionRole, Gender, PersonDraft, Psychotype } from '../../../../shared/domain/person.ts';
import type { Person } from '../../../../shared/domain/person.ts';
import { isCaredFor } from '../../../../shared/domain/specialData.ts';
import { invalidate, useDeskAction } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { RoleSelect } from '../../../app/RoleSelect.tsx';
import { FieldGrid } from '../../../ui/FieldRow.tsx';
import { KnownMultiSelect } from '../../../ui/KnownMultiSelect.tsx';
import { StepsInput } from '../../../ui/Steps.tsx';
import { accountReads } from '../accountEdit.ts';
import { ThreePInput } from '../ThreePInput.tsx';
import { readBirthday } from './birthdayText.ts';
import { ContactsFields } from './ContactsFields.tsx';
import { CriteriaFields } from './CriteriaFields.tsx';
import { careIsWhole } from './CareFields.tsx';
import { FactsFields } from './FactsFields.tsx';
import { NameFormsFields } from './NameFormsFields.tsx';
import { draftOf } from './personDraft.ts';
import classes from './PersonEditor.module.css';
import { attitudeWord, hasName, influenceKey } from './personWords.ts';
import { useFocusBack } from '../../../ui/useFocusBack.ts';

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{title}</legend>
      {children}
    </fieldset>
  );
}

/** Everything of a person in one sheet at the right, in groups; saved as a whole against the revision on screen. */
export function PersonEditor({
  accountId,
  person,
  people,
  specialData,
  onClose,
  onSaved,
}: {
  readonly accountId: AccountId;
  readonly person: Person | null;
  readonly people: readonly Person[];
  /** Whether the vault keeps facts of special categories. */
  readonly specialData: boolean;
  readonly onClose: () => void;
  readonly onSaved: (id: PersonId) => void;
}) {
  useFocusBack();
  const { t } = useTranslation(['dossier', 'domain', 'common', 'privacy']);
  const { language, today } = useFieldWords();
  const [start] = useState(() => (person === null ? newPerson(accountId) : draftOf(person)));
  const [draft, setDraft] = useState<PersonDraft>(start);
  const [birthday, setBirthday] = useState(() => printBirthday(start.birthday));
  const [revision, setRevision] = useState(person?.revision ?? 0);
  const [tried, setTried] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const invalidates = ['people.list', ...accountReads] as const;
  const create = useDeskAction('people.create', {
    invalidates,
    success: ({ id }) => {
      onSaved(id);
      onClose();
    },
  });
  const save = useDeskAction('people.save', {
    invalidates,
    success: onClose,
    failure: ({ code }) => {
      if (code !== 'staleRevision') return false;
      notifications.show({
        title: t('conflict.title'),
        message: t('conflict.text'),
        color: 'red',
        autoClose: 12_000,
      });
      void invalidate('people.list');
      return true;
    },
  });
  // After a conflict the list brings the newer revision; the next save is a decision, not an accident.
  const stored = people.find(({ id }) => id === person?.id);
  if (save.isError && stored !== undefined && stored.revision > revision) setRevision(stored.revision);

  const change = (part: Partial<PersonDraft>) => setDraft((before) => ({ ...before, ...part }));
  const busy = create.isPending || save.isPending;
  const nameMissing = !hasName(draft);
  const readBack = readBirthday(birthday, today);
  const careless = draft.facts.some(
    (fact) =>
      fact.text.trim() !== '' &&
      !start.facts.includes(fact) &&
      (!isCaredFor(fact) || !careIsWhole(fact.care)),
  );
  const dirty = JSON.stringify(draft) !== JSON.stringify(start) || birthday !== printBirthday(start.birthday);
  const close = () => (dirty ? setLeaving(true) : onClose());

  const submit = () => {
    setTried(true);
    if (nameMissing || readBack === undefined || careless || busy) return;
    const complete = PersonDraft.parse({
      ...draft,
      birthday: readBack,
      facts: draft.facts.filter(({ text }) => text.trim() !== ''),
    });
    if (person === null) create.mutate({ draft: complete });
    else save.mutate({ id: person.id, baseRevision: revision, draft: complete });
  };
  const others = people.filter(({ id }) => id !== person?.id);
  const text = (
    key:
      | 'lastName'
      | 'firstName'
      | 'middleName'
      | 'position'
      | 'department'
      | 'phone'
      | 'email'
      | 'contactKind'
      | 'family'
      | 'hobbies'
      | 'values'
      | 'education'
      | 'career'
      | 'taboos'
      | 'worry',
  ) => ({
    value: draft[key],
    onChange: (event: { readonly currentTarget: { readonly value: string } }) =>
      change({ [key]: event.currentTarget.value }),
  });

  return (
    <Drawer
      classNames={{
        content: classes.sheet ?? '',
        header: classes.header ?? '',
        title: classes.title ?? '',
        body: classes.body ?? '',
      }}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onClose={close}
      opened
      position="right"
      size={680}
      title={person === null ? t('person.titleNew') : fullName(draft, language) || t('person.titleEdit')}
    >
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div
          className={classes.groups}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
          }}
          role="presentation"
        >
          <Group title={t('person.groupName')}>
            <FieldGrid columns={3}>
              <TextInput
                data-autofocus={person === null ? true : undefined}
                error={tried && nameMissing ? t('person.nameRequired') : undefined}
                label={t('person.lastName')}
                maxLength={100}
                {...text('lastName')}
              />
              <TextInput label={t('person.firstName')} maxLength={100} {...text('firstName')} />
              <TextInput label={t('person.middleName')} maxLength={100} {...text('middleName')} />
            </FieldGrid>
            <div className={classes.positionRow}>
              <TextInput label={t('person.position')} maxLength={200} {...text('position')} />
              <TextInput label={t('person.department')} maxLength={200} {...text('department')} />
              <Select
                data={Gender.options.map((value) => ({ value, label: t(`domain:gender.${value}`) }))}
                label={t('person.gender')}
                onChange={(value) => change({ gender: Gender.parse(value) })}
                value={draft.gender}
              />
            </div>
          </Group>
          <Group title={t('person.groupDecision')}>
            <FieldGrid>
              <RoleSelect
                description={t('person.readerRoleHint')}
                label={t('person.readerRole')}
                onChange={(readerRole) => change({ readerRole })}
                value={draft.readerRole}
              />
              <Select
                data={DecisionRole.options.map((value) => ({
                  value,
                  label: t(`domain:decisionRole.${value}`),
                }))}
                label={t('person.decisionRole')}
                onChange={(value) => change({ decisionRole: DecisionRole.parse(value) })}
                value={draft.decisionRole}
              />
              <Select
                data={Attitude.options.map((value) => ({
                  value,
                  label: attitudeWord({ ...draft, attitude: value }, t),
                }))}
                label={t('person.attitude')}
                onChange={(value) => change({ attitude: Attitude.parse(value) })}
                value={draft.attitude}
              />
              <Select
                data={Psychotype.options.map((value) => ({ value, label: t(`domain:psychotype.${value}`) }))}
                label={t('person.psychotype')}
                onChange={(value) => change({ psychotype: Psychotype.parse(value) })}
                value={draft.psychotype}
              />
              <div>
                <p className={classes.label}>{t('person.influence')}</p>
                <div className={classes.influence}>
                  <StepsInput
                    label={t('person.influence')}
                    onChange={(influence) => change({ influence })}
                    stepLabel={(value) => t(`domain:influence.${influenceKey(value)}`)}
                    value={draft.influence}
                  />
                  <span>{t(`domain:influence.${influenceKey(draft.influence)}`)}</span>
                </div>
              </div>
              {others.length === 0 ? null : (
                <KnownMultiSelect
                  data={others.map((other) => ({
                    value: other.id,
                    label: shortName(other, language) || t('people.nameless'),
                  }))}
                  label={t('person.heeds')}
                  onChange={(values) => change({ heeds: values.map((value) => PersonId.parse(value)) })}
                  searchable
                  value={draft.heeds}
                />
              )}
              {others.length === 0 ? null : (
                <KnownMultiSelect
                  data={others.map((other) => ({
                    value: other.id,
                    label: shortName(other, language) || t('people.nameless'),
                  }))}
                  label={t('person.conflicts')}
                  onChange={(values) => change({ conflicts: values.map((value) => PersonId.parse(value)) })}
                  searchable
                  value={draft.conflicts}
                />
              )}
            </FieldGrid>
            <ThreePInput
              label={t('person.threeP')}
              onChange={(threeP) => change({ threeP })}
              value={draft.threeP}
            />
          </Group>
          <Group title={t('person.groupCriteria')}>
            <CriteriaFields criteria={draft.criteria} onChange={(criteria) => change({ criteria })} />
          </Group>
          <Group title={t('person.groupContacts')}>
            <FieldGrid>
              <TextInput label={t('person.phone')} maxLength={100} {...text('phone')} />
              <TextInput label={t('person.email')} maxLength={200} {...text('email')} />
            </FieldGrid>
            <TextInput
              label={t('person.contactKind')}
              maxLength={200}
              placeholder={t('person.contactKindHint')}
              {...text('contactKind')}
            />
            <ContactsFields
              contacts={draft.contactsOfOurs}
              onChange={(contactsOfOurs) => change({ contactsOfOurs })}
            />
          </Group>
          <Group title={t('person.groupForms')}>
            <NameFormsFields draft={draft} onChange={(nameForms) => change({ nameForms })} />
          </Group>
          <Group title={t('person.groupFacts')}>
            <FactsFields
              facts={draft.facts}
              onChange={(facts) => change({ facts })}
              specialData={specialData}
              tried={tried}
            />
          </Group>
          <Group title={t('person.groupPersonal')}>
            <FieldGrid>
              <TextInput
                error={tried && readBack === undefined ? t('person.birthdayWrong') : undefined}
                label={t('person.birthday')}
                onChange={(event) => setBirthday(event.currentTarget.value)}
                placeholder={t('person.birthdayHint')}
                value={birthday}
              />
              <TextInput label={t('person.family')} maxLength={2000} {...text('family')} />
              <TextInput label={t('person.hobbies')} maxLength={2000} {...text('hobbies')} />
              <TextInput label={t('person.values')} maxLength={2000} {...text('values')} />
              <TextInput label={t('person.education')} maxLength={2000} {...text('education')} />
              <TextInput label={t('person.career')} maxLength={4000} {...text('career')} />
              <TextInput
                label={t('person.worry')}
                maxLength={2000}
                {...text('worry')}
                onChange={(event) => {
                  const worry = event.currentTarget.value;
                  change({ worry, worryOn: worry.trim() === '' ? null : today });
                }}
              />
              <TextInput
                label={t('person.taboos')}
                maxLength={2000}
                title={t('person.taboosHint')}
                {...text('taboos')}
              />
            </FieldGrid>
          </Group>
          <Group title={t('person.groupPrivate')}>
            <Textarea
              description={t('person.privateHint')}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              label={t('person.privateNotes')}
              maxLength={10_000}
              onChange={(event) => change({ privateNotes: event.currentTarget.value })}
              value={draft.privateNotes}
            />
          </Group>
        </div>
        <div className={classes.actions}>
          {tried && (nameMissing || readBack === undefined || careless) ? (
            <span className={classes.problem} role="alert">
              {nameMissing
                ? t('person.nameRequired')
                : readBack === undefined
                  ? t('person.birthdayWrong')
                  : t('privacy:care.incomplete')}
            </span>
          ) : null}
          <Button onClick={close} variant="subtle">
            {t('person.cancel')}
          </Button>
          <Button loading={busy} type="submit" variant="filled">
            {person === null ? t('person.saveNew') : t('person.save')}
          </Button>
        </div>
      </form>
      <Modal onClose={() => setLeaving(false)} opened={leaving} size={420} withCloseButton={false}>
        <p>{t('person.leaveText')}</p>
        <div className={classes.leaveActions}>
          <Button data-autofocus onClick={() => setLeaving(false)} variant="filled">
            {t('person.stay')}
          </Button>
          <Button onClick={onClose}>{t('person.leave')}</Button>
        </div>
      </Modal>
    </Drawer>
  );
}
