import { SegmentedControl, TextInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AccountEventDraft,
  AccountEventKind,
  canSettle,
  SettledAs,
} from '../../../../shared/domain/accountEvent.ts';
import type { AccountEvent } from '../../../../shared/domain/accountEvent.ts';
import { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import { AccountEventId, ColleagueId, PersonId } from '../../../../shared/domain/ids.ts';
import type { AccountId } from '../../../../shared/domain/ids.ts';
import { useDesk, useDeskAction } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { KnownMultiSelect } from '../../../ui/KnownMultiSelect.tsx';
import { accountReads } from '../accountEdit.ts';
import { FilePicker } from '../files/FilePicker.tsx';
import { useAddFiles } from '../files/useAddFiles.tsx';
import { GiftField } from './GiftField.tsx';
import { shortColleague } from '../colleagueName.ts';
import classes from './HistoryTab.module.css';
import { useHistoryNames } from './useClientHistory.ts';

const marks = [1, 2, 3, 4, 5];

const dayOrNull = (day: string | null) => (day === null ? null : CalendarDate.parse(day));

/** Writes down what happened, or changes what was written. `event` null = a new one, `kind` what it starts as. */
export function EventDialog({
  accountId,
  event,
  kind: startKind = 'meeting',
  onClose,
}: {
  readonly accountId: AccountId;
  readonly event: AccountEvent | null;
  readonly kind?: AccountEventKind;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  const { today, language } = useFieldWords();
  const people = useDesk('people.list', { accountId }).data?.people ?? [];
  const colleagues = useDesk('company.get', {}).data?.company.colleagues ?? [];
  const names = useHistoryNames(accountId);
  const listed = people.map(({ id }) => id);
  // Who left since is named where they were, and is not offered for anything new.
  const former = (event?.personIds ?? []).filter((id) => !listed.includes(id) && names.people.has(id));
  const choices = [...listed, ...former].map((id) => ({ value: id, label: names.people.get(id) ?? '' }));
  const [kind, setKind] = useState<AccountEventKind>(event?.kind ?? startKind);
  const [happenedOn, setHappenedOn] = useState<string | null>(event?.happenedOn ?? today);
  const [title, setTitle] = useState(event?.title ?? '');
  const [text, setText] = useState(event?.text ?? '');
  const [personIds, setPersonIds] = useState<readonly string[]>(event?.personIds ?? []);
  const [colleagueIds, setColleagueIds] = useState<readonly string[]>(event?.colleagueIds ?? []);
  const [promisedBy, setPromisedBy] = useState<'us' | 'them'>(event?.promisedBy ?? 'us');
  const [dueOn, setDueOn] = useState<string | null>(event?.dueOn ?? null);
  const [settledOn, setSettledOn] = useState<string | null>(event?.settledOn ?? null);
  const [settledAs, setSettledAs] = useState<SettledAs>(event?.settledAs ?? 'kept');
  const [outcome, setOutcome] = useState(event?.outcome ?? '');
  const [mark, setMark] = useState(event?.mark ?? null);
  const [amountMinor, setAmountMinor] = useState(event?.amountMinor ?? null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [tried, setTried] = useState(false);
  const adding = useAddFiles();
  // The event is written first: files that cannot be taken do not cost the words.
  const attach = (eventId: AccountEventId) => {
    const place = { accountId, eventId, personId: null, tenderId: null, proposalId: null };
    if (files.length > 0) void adding.take(files, place);
    onClose();
  };
  const options = { invalidates: ['events.list', ...accountReads] as const };
  const create = useDeskAction('events.create', { ...options, success: ({ id }) => attach(id) });
  const save = useDeskAction('events.save', {
    ...options,
    success: (_saved, { id }) => attach(AccountEventId.parse(id)),
  });
  const busy = create.isPending || save.isPending;
  const settles = canSettle(kind);

  const submit = () => {
    setTried(true);
    if (title.trim() === '' || happenedOn === null || busy) return;
    const draft = AccountEventDraft.parse({
      accountId,
      kind,
      happenedOn,
      title,
      text: text.trim(),
      personIds: personIds.map((id) => PersonId.parse(id)),
      colleagueIds: colleagueIds.map((id) => ColleagueId.parse(id)),
      promisedBy: kind === 'promise' ? promisedBy : null,
      dueOn: settles ? dayOrNull(dueOn) : null,
      settledOn: settles ? dayOrNull(settledOn) : null,
      settledAs: settles && settledOn !== null ? settledAs : null,
      outcome: outcome.trim(),
      mark: kind === 'feedback' ? mark : null,
      amountMinor: kind === 'gift' ? amountMinor : null,
    });
    if (event === null) create.mutate({ draft });
    else save.mutate({ id: event.id, baseRevision: event.revision, draft });
  };

  return (
    <FormDialog
      busy={busy}
      cancel={t('event.cancel')}
      onClose={onClose}
      onSubmit={submit}
      opened
      size={620}
      submit={event === null ? t('event.submit') : t('event.save')}
      title={event === null ? t('event.titleNew') : t('event.titleEdit')}
    >
      <div aria-label={t('event.kind')} className={classes.kinds} role="group">
        {AccountEventKind.options.map((option) => (
          <Chip key={option} onPress={() => setKind(option)} plain pressed={option === kind}>
            {t(`domain:eventKind.${option}`)}
          </Chip>
        ))}
      </div>
      <div className={classes.titleRow}>
        <TextInput
          data-autofocus
          error={tried && title.trim() === '' ? t('event.titleRequired') : undefined}
          label={t('event.title')}
          maxLength={300}
          onChange={(change) => setTitle(change.currentTarget.value)}
          placeholder={t(`event.titleHint.${kind}`)}
          value={title}
          withAsterisk
        />
        <DayField
          clearable={false}
          error={tried && happenedOn === null ? t('event.dayRequired') : undefined}
          label={t('event.happenedOn')}
          onChange={setHappenedOn}
          required
          value={happenedOn}
        />
      </div>
      <Textarea
        label={t('event.text')}
        maxLength={10_000}
        minRows={3}
        onChange={(change) => setText(change.currentTarget.value)}
        value={text}
      />
      {kind === 'feedback' ? (
        <div>
          <p className={classes.fieldLabel}>{t('event.mark')}</p>
          <SegmentedControl
            aria-label={t('event.mark')}
            data={[
              { value: '', label: t('event.noMark') },
              ...marks.map((value) => ({ value: String(value), label: String(value) })),
            ]}
            onChange={(value) => setMark(value === '' ? null : Number(value))}
            value={mark === null ? '' : String(mark)}
          />
        </div>
      ) : null}
      {kind === 'gift' ? (
        <GiftField
          accountId={accountId}
          eventId={event?.id ?? null}
          onChange={setAmountMinor}
          value={amountMinor}
          year={(happenedOn ?? today).slice(0, 4)}
        />
      ) : null}
      <div className={choices.length > 0 && colleagues.length > 0 ? classes.dueRow : undefined}>
        {choices.length === 0 ? null : (
          <KnownMultiSelect
            clearable
            data={choices}
            label={t('event.people')}
            onChange={setPersonIds}
            placeholder={t('event.peopleHint')}
            searchable
            value={personIds}
          />
        )}
        {colleagues.length === 0 ? null : (
          <KnownMultiSelect
            clearable
            data={colleagues.map(({ id, name }) => ({ value: id, label: shortColleague(name, language) }))}
            label={t('event.colleagues')}
            onChange={setColleagueIds}
            placeholder={t('event.colleaguesHint')}
            searchable
            value={colleagueIds}
          />
        )}
      </div>
      {settles ? (
        <div className={kind === 'promise' ? classes.promiseRow : classes.dueRow}>
          {kind === 'promise' ? (
            <div>
              <p className={classes.fieldLabel}>{t('event.promisedBy')}</p>
              <SegmentedControl
                aria-label={t('event.promisedBy')}
                data={[
                  { value: 'us', label: t('domain:promisedBy.us') },
                  { value: 'them', label: t('domain:promisedBy.them') },
                ]}
                fullWidth
                onChange={(value) => setPromisedBy(value === 'them' ? 'them' : 'us')}
                value={promisedBy}
              />
            </div>
          ) : null}
          <DayField label={t('event.dueOn')} onChange={setDueOn} value={dueOn} />
          <DayField label={t('event.settledOn')} onChange={setSettledOn} value={settledOn} />
        </div>
      ) : null}
      {settles && settledOn !== null ? (
        <div className={classes.endRow}>
          <div>
            <p className={classes.fieldLabel}>{t('event.settledAs')}</p>
            <SegmentedControl
              aria-label={t('event.settledAs')}
              data={SettledAs.options.map((value) => ({
                value,
                label: t(`settledAs.${kind === 'promise' ? 'promise' : 'other'}.${value}`),
              }))}
              fullWidth
              onChange={(value) => setSettledAs(SettledAs.parse(value))}
              value={settledAs}
            />
          </div>
          <TextInput
            label={t('event.outcome')}
            maxLength={2000}
            onChange={(change) => setOutcome(change.currentTarget.value)}
            value={outcome}
          />
        </div>
      ) : null}
      <FilePicker files={files} onChange={setFiles} />
    </FormDialog>
  );
}
