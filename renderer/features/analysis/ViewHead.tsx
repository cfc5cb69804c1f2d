import { Button } from '@mantine/core';
import { IconTableDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AnalysisTable } from '../../../shared/domain/exportFile.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { saveFile } from '../../app/saveFile.tsx';
import classes from './analysis.module.css';

/** The head of a view: its question, the answer in a sentence or two, what is looked at, and the table for Excel. */
export function ViewHead({
  question,
  answer,
  table,
  children,
}: {
  readonly question: string;
  readonly answer: ReactNode;
  readonly table: AnalysisTable;
  /** What can be chosen. */
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('analysis');
  const { language } = useFieldWords();
  return (
    <div className={classes.head}>
      <div className={classes.question}>
        <h1>{question}</h1>
        <p>{answer}</p>
      </div>
      <div className={classes.choices}>
        {children}
        <Button
          leftSection={<IconTableDown size={16} stroke={1.5} />}
          onClick={() => void saveFile({ kind: 'analysis', of: table, language }, t('saved'))}
          title={t('excelHint')}
        >
          {t('excel')}
        </Button>
      </div>
    </div>
  );
}
