import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import type { ProposalId } from '../../../../shared/domain/ids.ts';
import type { TenderReason } from '../../../../shared/domain/tender.ts';
import { tenderReasons } from '../../../../shared/domain/tender.ts';
import { useDeskAction } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { lifeReads } from './lifeReads.ts';
import classes from './life.module.css';

/** The client's answer: its day, the reasons of the vocabulary of wins and losses, and their own words. */
export function AnswerDialog({
  id,
  answer,
  onClose,
  onSaved,
}: {
  readonly id: ProposalId;
  readonly answer: 'accepted' | 'declined';
  readonly onClose: () => void;
  readonly onSaved: () => void;
}) {
  const { t } = useTranslation(['life', 'domain']);
  const { today } = useFieldWords();
  const [on, setOn] = useState<string | null>(today);
  const [reasons, setReasons] = useState<readonly TenderReason[]>([]);
  const [note, setNote] = useState('');
  const save = useDeskAction('proposals.setStatus', { invalidates: lifeReads, success: onSaved });
  const day = CalendarDate.safeParse(on);
  const problem = !day.success ? t('send.dateEmpty') : day.data > today ? t('send.dateFuture') : null;
  const toggle = (reason: TenderReason) =>
    setReasons(reasons.includes(reason) ? reasons.filter((other) => other !== reason) : [...reasons, reason]);
  return (
    <FormDialog
      opened
      title={t(`answer.${answer}`)}
      submit={t('answer.submit')}
      cancel={t('answer.cancel')}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={() => {
        if (day.success && problem === null && !save.isPending)
          save.mutate({ id, status: answer, on: day.data, reasons: [...reasons], note });
      }}
      size={520}
    >
      <DayField label={t('answer.date')} value={on} onChange={setOn} error={problem} clearable={false} />
      <div role="group" aria-labelledby="answer-reasons">
        <p className={classes.legend} id="answer-reasons">
          {t('answer.reasons')}
        </p>
        <div className={classes.chips}>
          {tenderReasons.map((reason) => (
            <Chip key={reason} plain pressed={reasons.includes(reason)} onPress={() => toggle(reason)}>
              {t(`domain:tenderReason.${reason}`)}
            </Chip>
          ))}
        </div>
      </div>
      <Textarea
        label={t('answer.note')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
