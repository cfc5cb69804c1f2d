import { SegmentedControl, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanStepKey } from '../../../../shared/domain/accountPlan.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import type { PlanDesk } from './planEdit.ts';
import { quietly } from './planEdit.ts';

/** The user's own word on a step, which wins over the data, with a reason. */
export function StepMarkDialog({
  desk,
  step,
  onClose,
}: {
  readonly desk: PlanDesk;
  readonly step: PlanStepKey;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('plan');
  const { today } = useFieldWords();
  const mark = desk.view.plan.stepMarks.find((one) => one.step === step);
  const [state, setState] = useState(mark === undefined ? 'auto' : mark.done ? 'done' : 'not');
  const [note, setNote] = useState(mark?.note ?? '');
  const submit = () => {
    const own =
      state === 'auto' ? [] : [{ step, done: state === 'done', note: note.trim(), markedOn: today }];
    quietly(
      desk
        .change((plan) => ({
          ...plan,
          stepMarks: [...plan.stepMarks.filter((one) => one.step !== step), ...own],
        }))
        .then(onClose),
    );
  };
  return (
    <FormDialog
      cancel={t('cancel')}
      onClose={onClose}
      onSubmit={submit}
      opened
      submit={t('save')}
      title={t('steps.markTitle', { step: t(`steps.name.${step}`) })}
    >
      <SegmentedControl
        aria-label={t('steps.markState')}
        data={[
          { value: 'auto', label: t('steps.markAuto') },
          { value: 'done', label: t('steps.markDone') },
          { value: 'not', label: t('steps.markNot') },
        ]}
        onChange={setState}
        value={state}
      />
      <Textarea
        autosize
        data-autofocus
        disabled={state === 'auto'}
        label={t('steps.markNote')}
        maxLength={500}
        minRows={2}
        onChange={(event) => setNote(event.currentTarget.value)}
        value={note}
      />
    </FormDialog>
  );
}
