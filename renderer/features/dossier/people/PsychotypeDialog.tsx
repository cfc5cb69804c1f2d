import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Psychotype } from '../../../../shared/domain/person.ts';
import {
  noPsychotypeAnswers,
  psychotypeOf,
  psychotypeQuestions,
} from '../../../../shared/domain/psychotypeTest.ts';
import type { PsychotypeAnswer } from '../../../../shared/domain/psychotypeTest.ts';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import classes from './PsychotypeDialog.module.css';

function answerOf(value: string): PsychotypeAnswer {
  return value === 'first' || value === 'second' ? value : null;
}

/** Six observations of a person, and the psychotype that follows from them with advice for talking and writing. */
export function PsychotypeDialog({
  name,
  onChosen,
  onClose,
}: {
  readonly name: string;
  readonly onChosen: (psychotype: Psychotype) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  const [answers, setAnswers] = useState(noPsychotypeAnswers);
  const found = psychotypeOf(answers);
  return (
    <FormDialog
      busy={false}
      cancel={t('header.cancel')}
      onClose={onClose}
      onSubmit={() => {
        if (found === 'unknown') return;
        onChosen(found);
        onClose();
      }}
      opened
      size={720}
      submit={t('psychotype.submit')}
      title={t('psychotype.title', { name })}
    >
      <p className={classes.hint}>{t('psychotype.hint')}</p>
      {psychotypeQuestions.map((question) => (
        <div className={classes.question} key={question}>
          <p id={`psychotype-${question}`}>{t(`psychotype.question.${question}.ask`)}</p>
          <SegmentedControl
            aria-labelledby={`psychotype-${question}`}
            data={[
              { value: 'first', label: t(`psychotype.question.${question}.first`) },
              { value: 'none', label: t('psychotype.notSeen') },
              { value: 'second', label: t(`psychotype.question.${question}.second`) },
            ]}
            fullWidth
            onChange={(value) => setAnswers({ ...answers, [question]: answerOf(value) })}
            value={answers[question] ?? 'none'}
          />
        </div>
      ))}
      <div aria-live="polite" className={classes.result}>
        {found === 'unknown' ? (
          <p>{t('psychotype.notYet')}</p>
        ) : (
          <>
            <p className={classes.type}>{t(`domain:psychotype.${found}`)}</p>
            <p>{t(`domain:psychotypeAdvice.${found}`)}</p>
            <p>{t(`psychotype.writing.${found}`)}</p>
          </>
        )}
      </div>
    </FormDialog>
  );
}
