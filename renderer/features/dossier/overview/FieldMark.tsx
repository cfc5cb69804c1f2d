import { Button, Checkbox, Popover, SegmentedControl, TextInput } from '@mantine/core';
import {
  IconCircleDashed,
  IconCircleFilled,
  IconCircleHalf2,
  IconClockExclamation,
  IconInfoCircle,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../shared/domain/account.ts';
import { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import { factText, isStale, isPrinted, withFact } from '../../../../shared/domain/fieldNote.ts';
import { type DossierStandard, fieldOf } from '../../../../shared/domain/dossierStandard.ts';
import type { FactField, FieldNote } from '../../../../shared/domain/fieldNote.ts';
import { Certainty } from '../../../../shared/domain/person.ts';
import { useDesk, useDeskAction } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { DayField } from '../../../ui/DayField.tsx';
import { useAccountEdit } from '../accountEdit.ts';
import classes from './FieldMark.module.css';
import { useValueWords } from './valueWords.ts';

const icons: Readonly<Record<Certainty, typeof IconCircleFilled>> = {
  confirmed: IconCircleFilled,
  heard: IconCircleHalf2,
  guessed: IconCircleDashed,
};

/** The note of what stands in a field now; undefined where nobody said how it is known. */
export function useFieldNotes(account: Account): (field: FactField) => readonly FieldNote[] {
  const notes = useDesk('accounts.fieldNotes', { id: account.id }).data?.notes ?? [];
  return (field) => notes.filter((note) => note.field === field);
}

/** How a fact is known: a sign beside it, and behind the sign the source, the day and what stood there before. */
export function FieldMark({
  account,
  field,
  label,
  notes,
  standard,
}: {
  readonly account: Account;
  readonly field: FactField;
  readonly label: string;
  readonly notes: readonly FieldNote[];
  readonly standard: DossierStandard;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  const words = useFieldWords();
  const [opened, setOpened] = useState(false);
  const value = factText(account, field);
  const [now] = notes;
  if (value === '' && notes.length === 0) return null;
  const stale = now !== undefined && value !== '' && isStale(now, words.today, standard);
  const Icon = stale ? IconClockExclamation : now === undefined ? IconInfoCircle : icons[now.certainty];
  const said =
    now === undefined || value === ''
      ? t('fact.unknown')
      : [
          t(`domain:certainty.${now.certainty}`),
          now.source,
          words.day(now.notedOn),
          stale ? t('fact.stale') : '',
        ]
          .filter((text) => text !== '')
          .join(', ');
  // A confirmed fact without a source has nothing to tell: its sign waits for the pointer.
  const loud = now !== undefined && (now.certainty !== 'confirmed' || stale || now.source !== '');
  return (
    <Popover onChange={setOpened} opened={opened} position="bottom-start" trapFocus width={400} withinPortal>
      <Popover.Target>
        <button
          aria-label={`${label}: ${said}`}
          className={classes.mark}
          data-certainty={stale ? 'stale' : now?.certainty}
          data-loud={loud ? true : undefined}
          onClick={() => setOpened(!opened)}
          title={said}
          type="button"
        >
          <Icon aria-hidden="true" size={13} stroke={1.75} />
          {stale ? <span>{t('fact.stale')}</span> : null}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {opened ? (
          <FactForm
            account={account}
            field={field}
            label={label}
            notes={notes}
            onClose={() => setOpened(false)}
            standard={standard}
          />
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}

function FactForm({
  account,
  field,
  label,
  notes,
  onClose,
  standard,
}: {
  readonly account: Account;
  readonly field: FactField;
  readonly label: string;
  readonly notes: readonly FieldNote[];
  readonly onClose: () => void;
  readonly standard: DossierStandard;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  const words = useFieldWords();
  const values = useValueWords(account.currency);
  const edit = useAccountEdit(account);
  const [now, ...before] = notes;
  const [certainty, setCertainty] = useState<Certainty>(now?.certainty ?? 'confirmed');
  const [source, setSource] = useState(now?.source ?? '');
  const [notedOn, setNotedOn] = useState<string | null>(now?.notedOn ?? words.today);
  const [forPapers, setForPapers] = useState(now?.forPapers ?? false);
  const save = useDeskAction('accounts.noteField', {
    invalidates: ['accounts.fieldNotes'],
    success: onClose,
  });
  const isEmpty = factText(account, field) === '';
  const print = ({ value, currency }: FieldNote): string => {
    if (value === '') return t('fact.wasEmpty');
    // As it was told then, whatever the client's currency is now.
    if (currency !== null) return words.money(Number(value), currency);
    if (field === 'relationNow' || field === 'relationProspect') return value;
    const asked = fieldOf(standard, field);
    return asked === undefined ? value : values.print(asked, value);
  };
  // A sum of another currency would come back as another sum.
  const canPutBack = ({ value, currency }: FieldNote): boolean =>
    value === '' || currency === null || currency === account.currency;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (notedOn === null || isEmpty || save.isPending) return;
        save.mutate({
          id: account.id,
          field,
          note: { certainty, source: source.trim(), notedOn: CalendarDate.parse(notedOn), forPapers },
        });
      }}
    >
      <h4 className={classes.title}>{t('fact.title', { label })}</h4>
      {isEmpty ? null : (
        <>
          <SegmentedControl
            aria-label={t('person.certainty')}
            data={Certainty.options.map((option) => ({
              value: option,
              label: t(`domain:certainty.${option}`),
            }))}
            fullWidth
            onChange={(option) => setCertainty(Certainty.parse(option))}
            value={certainty}
          />
          <div className={classes.pair}>
            <TextInput
              label={t('person.source')}
              maxLength={300}
              onChange={(event) => setSource(event.currentTarget.value)}
              placeholder={t('fact.sourceHint')}
              value={source}
            />
            <DayField clearable={false} label={t('person.notedOn')} onChange={setNotedOn} value={notedOn} />
          </div>
          {certainty === 'guessed' && isPrinted(field) ? (
            <Checkbox
              checked={forPapers}
              description={t('fact.forPapersHint')}
              label={t('fact.forPapers')}
              onChange={(event) => setForPapers(event.currentTarget.checked)}
            />
          ) : null}
        </>
      )}
      {before.length === 0 ? null : (
        <div>
          <h5 className={classes.caption}>{t('fact.before')}</h5>
          <ul className={classes.before}>
            {before.map((note) => (
              <li key={note.id}>
                <span className={classes.old}>
                  <span className={classes.oldText}>{print(note)}</span>
                  <span className={classes.oldSource}>
                    {[t(`domain:certainty.${note.certainty}`), note.source, words.day(note.notedOn)]
                      .filter((text) => text !== '')
                      .join(', ')}
                  </span>
                </span>
                {canPutBack(note) ? (
                  <Button
                    onClick={() => {
                      // A refused save has already been said; the popover closes with the old text kept.
                      edit((draft) => withFact(draft, field, note.value), {
                        what: label,
                        putsBack: true,
                      }).catch(() => undefined);
                      onClose();
                    }}
                    size="xs"
                    variant="subtle"
                  >
                    {t('fact.putBack')}
                  </Button>
                ) : null}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className={classes.buttons}>
        <Button onClick={onClose} variant="subtle">
          {t('header.cancel')}
        </Button>
        {isEmpty ? null : (
          <Button loading={save.isPending} type="submit" variant="filled">
            {t('header.save')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Says that the department wants this field to be known. */
export function RequiredMark() {
  const { t } = useTranslation('standards');
  return <span className={classes.required}>{t('requiredMark')}</span>;
}
