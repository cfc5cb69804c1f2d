import { NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SchemeLine } from '../../../../shared/domain/accountPlan.ts';
import { ContactChannel, contactChannels, peopleOfLine } from '../../../../shared/domain/accountPlan.ts';
import { ColleagueId, PersonId } from '../../../../shared/domain/ids.ts';
import { fullName } from '../../../../shared/domain/nameForms.ts';
import { useDesk } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { FieldGrid } from '../../../ui/FieldRow.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { KnownMultiSelect } from '../../../ui/KnownMultiSelect.tsx';
import type { PlanDesk } from './planEdit.ts';
import { quietly } from './planEdit.ts';

const longestRhythm = 730;
const usualRhythm = 30;

/** What a new line starts with: the cell that was pressed. */
export type LineStart = {
  readonly colleagueId: ColleagueId;
  readonly partner: SchemeLine['partner'] | null;
};

/** A line of the scheme. `line` null = a new one; `uncoveredFrom` starts it with somebody of that influence who has none. */
export function SchemeDialog({
  desk,
  line,
  start,
  uncoveredFrom,
  onClose,
}: {
  readonly desk: PlanDesk;
  readonly line: SchemeLine | null;
  readonly start?: LineStart;
  readonly uncoveredFrom?: number;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('plan');
  const { today, language } = useFieldWords();
  const people = useDesk('people.list', { accountId: desk.accountId }).data?.people ?? [];
  const colleagues = useDesk('company.get', {}).data?.company.colleagues ?? [];
  const covered = new Set<string>(desk.view.plan.scheme.flatMap(peopleOfLine));
  const uncovered =
    uncoveredFrom === undefined
      ? undefined
      : people.find(({ id, influence }) => influence >= uncoveredFrom && !covered.has(id));
  const partner = line?.partner ?? start?.partner ?? null;
  const [best] = (uncovered?.contactsOfOurs ?? []).toSorted((a, b) => b.strength - a.strength);
  const [colleagueId, setColleagueId] = useState<string | null>(
    line?.colleagueId ?? start?.colleagueId ?? best?.colleagueId ?? null,
  );
  const [kind, setKind] = useState<'person' | 'group'>(partner?.kind ?? 'person');
  const [personId, setPersonId] = useState<string | null>(
    partner?.kind === 'person' ? partner.personId : (uncovered?.id ?? null),
  );
  const [groupName, setGroupName] = useState(partner?.kind === 'group' ? partner.name : '');
  const [groupIds, setGroupIds] = useState<readonly string[]>(
    partner?.kind === 'group' ? partner.personIds : [],
  );
  const [channel, setChannel] = useState<ContactChannel>(line?.channel ?? 'call');
  const [everyDays, setEveryDays] = useState(line?.everyDays ?? usualRhythm);
  const [topic, setTopic] = useState(line?.topic ?? '');
  const [tried, setTried] = useState(false);
  const isWhole =
    colleagueId !== null &&
    (kind === 'person' ? personId !== null : groupName.trim() !== '' && groupIds.length > 0);
  const submit = () => {
    setTried(true);
    if (!isWhole || colleagueId === null) return;
    const made: SchemeLine = {
      id: line?.id ?? crypto.randomUUID(),
      colleagueId: ColleagueId.parse(colleagueId),
      partner:
        kind === 'person'
          ? { kind, personId: PersonId.parse(personId) }
          : { kind, name: groupName.trim(), personIds: groupIds.map((id) => PersonId.parse(id)) },
      channel,
      everyDays,
      topic: topic.trim(),
      since: line?.since ?? today,
    };
    quietly(
      desk
        .change((plan) => ({
          ...plan,
          scheme:
            line === null
              ? [...plan.scheme, made]
              : plan.scheme.map((one) => (one.id === made.id ? made : one)),
        }))
        .then(onClose),
    );
  };
  const options = people.map((person) => ({
    value: person.id,
    label: [fullName(person, language), person.position].filter((text) => text !== '').join(', '),
  }));
  const error = tried && !isWhole ? t('scheme.required') : undefined;
  return (
    <FormDialog
      cancel={t('cancel')}
      onClose={onClose}
      onSubmit={submit}
      opened
      size={600}
      submit={line === null ? t('scheme.create') : t('save')}
      title={line === null ? t('scheme.titleNew') : t('scheme.titleEdit')}
    >
      <Select
        allowDeselect={false}
        data={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        error={colleagueId === null ? error : undefined}
        label={t('scheme.colleague')}
        onChange={setColleagueId}
        value={colleagueId}
        {...(colleagueId === null ? { 'data-autofocus': true } : {})}
      />
      <SegmentedControl
        aria-label={t('scheme.kind')}
        data={[
          { value: 'person', label: t('scheme.person') },
          { value: 'group', label: t('scheme.groupOf') },
        ]}
        onChange={(value) => setKind(value === 'group' ? 'group' : 'person')}
        value={kind}
      />
      {kind === 'person' ? (
        <Select
          allowDeselect={false}
          data={options}
          error={personId === null ? error : undefined}
          label={t('scheme.whom')}
          onChange={setPersonId}
          searchable
          value={personId}
        />
      ) : (
        <>
          <TextInput
            error={groupName.trim() === '' ? error : undefined}
            label={t('scheme.groupName')}
            maxLength={200}
            onChange={(event) => setGroupName(event.currentTarget.value)}
            placeholder={t('scheme.groupNameHint')}
            value={groupName}
          />
          <KnownMultiSelect
            data={options}
            error={groupIds.length === 0 ? error : undefined}
            label={t('scheme.groupPeople')}
            onChange={setGroupIds}
            searchable
            value={groupIds}
          />
        </>
      )}
      <FieldGrid>
        <Select
          allowDeselect={false}
          data={contactChannels.map((value) => ({ value, label: t(`scheme.channel.${value}`) }))}
          label={t('scheme.channelLabel')}
          onChange={(value) => setChannel(ContactChannel.parse(value))}
          value={channel}
        />
        <NumberInput
          allowDecimal={false}
          clampBehavior="strict"
          label={t('scheme.everyLabel')}
          max={longestRhythm}
          min={1}
          onChange={(value) => setEveryDays(typeof value === 'number' ? value : usualRhythm)}
          value={everyDays}
        />
      </FieldGrid>
      <TextInput
        label={t('scheme.topic')}
        maxLength={300}
        onChange={(event) => setTopic(event.currentTarget.value)}
        placeholder={t('scheme.topicHint')}
        value={topic}
      />
    </FormDialog>
  );
}
