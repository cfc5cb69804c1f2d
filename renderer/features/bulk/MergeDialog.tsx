import { ActionIcon } from '@mantine/core';
import { IconArrowsExchange, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOfInstant } from '../../../shared/domain/calendarDate.ts';
import type { MergeChoice, MergeChoices, MergeField } from '../../../shared/domain/mergeRecords.ts';
import type { MergePair, MergePreview, MergeSide } from '../../../shared/ipc/calls/bulk.ts';
import type { Currency } from '../../../shared/domain/money.ts';
import { invalidateAll, notifyDeed } from '../../app/bulkReads.ts';
import { useDesk, useDeskAction } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import classes from './MergeDialog.module.css';
import { type MergeWords, useMergeWords } from './mergeWords.ts';

/** Two records side by side: what stays where they differ, what moves over, and which of them goes. */
export function MergeDialog({
  pair: asked,
  onClose,
}: {
  readonly pair: MergePair;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('bulk');
  const [pair, setPair] = useState(asked);
  const [choices, setChoices] = useState<MergeChoices>({});
  const preview = useDesk('merge.preview', pair, { staleTimeMs: 0 });
  const merge = useDeskAction('merge.run', {
    success: ({ deedId }) => {
      onClose();
      notifyDeed(t(pair.kind === 'account' ? 'done.mergeAccounts' : 'done.mergePeople'), deedId);
      void invalidateAll();
    },
  });
  const { data } = preview;
  return (
    <FormDialog
      busy={merge.isPending}
      cancel={t('mergeDialog.cancel')}
      note={<span className={classes.note}>{t('mergeDialog.note')}</span>}
      onClose={onClose}
      onSubmit={() => {
        if (data !== undefined) merge.mutate({ pair, choices });
      }}
      opened
      size={880}
      submit={t('mergeDialog.submit')}
      title={t(pair.kind === 'account' ? 'mergeDialog.titleAccount' : 'mergeDialog.titlePerson')}
    >
      {preview.error !== null ? (
        <ErrorState {...errorWords(preview.error)} />
      ) : data === undefined ? (
        <RowsSkeleton rows={6} />
      ) : (
        <Preview
          choices={choices}
          onChoose={(path, choice) => setChoices({ ...choices, [path]: choice })}
          onSwap={() => {
            setChoices({});
            setPair({ ...pair, keepId: pair.awayId, awayId: pair.keepId });
          }}
          preview={data}
        />
      )}
    </FormDialog>
  );
}

function Preview({
  preview,
  choices,
  onChoose,
  onSwap,
}: {
  readonly preview: MergePreview;
  readonly choices: MergeChoices;
  readonly onChoose: (path: string, choice: MergeChoice) => void;
  readonly onSwap: () => void;
}) {
  const { t } = useTranslation('bulk');
  const words = useMergeWords(preview);
  return (
    <>
      <div className={classes.sides}>
        <Side label={t('mergeDialog.keep')} side={preview.keep} />
        <ActionIcon aria-label={t('mergeDialog.swap')} onClick={onSwap} title={t('mergeDialog.swap')}>
          <IconArrowsExchange size={18} stroke={1.5} />
        </ActionIcon>
        <Side label={t('mergeDialog.away')} side={preview.away} />
      </div>
      {preview.fields.length === 0 ? (
        <p className={classes.quiet}>{t('mergeDialog.same')}</p>
      ) : (
        <div>
          <h3 className={classes.caption}>{t('mergeDialog.fields')}</h3>
          <div className={classes.fields}>
            {preview.fields.map((field) => (
              <Field
                choice={choices[field.chosenBy] ?? field.suggested}
                currencies={{ keep: preview.keep.currency, away: preview.away.currency }}
                field={field}
                key={field.path}
                onChoose={(choice) => onChoose(field.chosenBy, choice)}
                words={words}
              />
            ))}
          </div>
          {preview.fields.some(({ chosenBy, path }) => chosenBy !== path) ? (
            <p className={classes.together}>{t('mergeDialog.moneyTogether')}</p>
          ) : null}
        </div>
      )}
      <p className={classes.moves}>
        {preview.moves.length === 0 ? (
          t('mergeDialog.nothingMoves')
        ) : (
          <>
            <span className={classes.caption}>{t('mergeDialog.moves')}</span> {words.moves(preview.moves)}
          </>
        )}
      </p>
    </>
  );
}

function Side({ label, side }: { readonly label: string; readonly side: MergeSide }) {
  const { t } = useTranslation('bulk');
  const words = useFieldWords();
  return (
    <div className={classes.side}>
      <span className={classes.caption}>{label}</span>
      <strong>{side.title}</strong>
      <span className={classes.quiet}>
        {[side.subtitle, t('mergeDialog.changed', { day: words.dayWords(dayOfInstant(side.savedAtMs)) })]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </div>
  );
}

function Field({
  field,
  choice,
  currencies,
  onChoose,
  words,
}: {
  readonly field: MergeField;
  readonly choice: MergeChoice;
  readonly currencies: Readonly<Record<'keep' | 'away', Currency | null>>;
  readonly onChoose: (choice: MergeChoice) => void;
  readonly words: MergeWords;
}) {
  const { t } = useTranslation('bulk');
  const label = words.field(field.path);
  const side = (which: 'keep' | 'away') => {
    const on = choice === which || choice === 'both';
    const text = words.value(field.path, field[which], currencies[which]);
    return (
      <button
        aria-label={`${label}: ${text}`}
        aria-pressed={on}
        className={classes.value}
        onClick={() => onChoose(which)}
        title={text}
        type="button"
      >
        <span className={classes.check}>{on ? <IconCheck size={14} stroke={2} /> : null}</span>
        <span className={classes.text}>{text}</span>
      </button>
    );
  };
  return (
    <div aria-label={label} className={classes.field} role="group">
      <span className={classes.label}>{label}</span>
      {side('keep')}
      {side('away')}
      {field.joins ? (
        <button
          aria-label={`${label}: ${t('mergeDialog.both')}`}
          aria-pressed={choice === 'both'}
          className={classes.both}
          onClick={() => onChoose('both')}
          type="button"
        >
          {t('mergeDialog.both')}
        </button>
      ) : (
        <span />
      )}
    </div>
  );
}
