import { Checkbox, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import type { PersonId, ProposalId } from '../../../../shared/domain/ids.ts';
import { fullName } from '../../../../shared/domain/nameForms.ts';
import { SendChannel } from '../../../../shared/domain/proposalLife.ts';
import { useDesk, useDeskAction } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { DayField } from '../../../ui/DayField.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { notifyDone } from '../../../ui/notifyUndo.tsx';
import { lifeReads } from './lifeReads.ts';
import classes from './life.module.css';

/** «Отметить отправленным»: when, to whom, how. The vault keeps the file as it went out. */
export function SendDialog({
  id,
  again,
  onClose,
  onSent,
}: {
  readonly id: ProposalId;
  /** The proposal is already out: one sending more. */
  readonly again: boolean;
  readonly onClose: () => void;
  readonly onSent: () => void;
}) {
  const { t } = useTranslation('life');
  const { today } = useFieldWords();
  const readers = useDesk('proposals.get', { id }).data?.context.readers;
  const [sentOn, setSentOn] = useState<string | null>(today);
  const [left, setLeft] = useState<readonly PersonId[]>([]);
  const [channel, setChannel] = useState<SendChannel>('email');
  const send = useDeskAction('proposals.markSent', {
    invalidates: lifeReads,
    success: () => {
      notifyDone(t(again ? 'send.doneAgain' : 'send.done'));
      onSent();
    },
  });
  const day = CalendarDate.safeParse(sentOn);
  const problem = !day.success ? t('send.dateEmpty') : day.data > today ? t('send.dateFuture') : null;
  const submit = () => {
    if (!day.success || problem !== null || readers === undefined || send.isPending) return;
    const readerIds = readers.map(({ personId }) => personId).filter((personId) => !left.includes(personId));
    send.mutate({ id, sentOn: day.data, readerIds, channel });
  };
  return (
    <FormDialog
      opened
      title={t(again ? 'send.again' : 'send.title')}
      submit={t('send.submit')}
      cancel={t('send.cancel')}
      busy={send.isPending}
      onClose={onClose}
      onSubmit={submit}
      size={480}
    >
      <DayField
        label={t('send.date')}
        value={sentOn}
        onChange={setSentOn}
        error={problem}
        clearable={false}
      />
      <fieldset className={classes.fields}>
        <legend>{t('send.readers')}</legend>
        {readers?.length === 0 ? <p className={classes.quiet}>{t('send.noReaders')}</p> : null}
        {readers?.map((reader) => (
          <Checkbox
            key={reader.personId}
            label={fullName(reader)}
            description={reader.position}
            checked={!left.includes(reader.personId)}
            onChange={(event) =>
              setLeft(
                event.currentTarget.checked
                  ? left.filter((personId) => personId !== reader.personId)
                  : [...left, reader.personId],
              )
            }
          />
        ))}
      </fieldset>
      <div>
        <p className={classes.legend} id="send-channel">
          {t('send.channel')}
        </p>
        <SegmentedControl
          aria-labelledby="send-channel"
          fullWidth
          data={SendChannel.options.map((value) => ({ value, label: t(`send.channels.${value}`) }))}
          value={channel}
          onChange={(value) => setChannel(SendChannel.parse(value))}
        />
      </div>
      <p className={classes.quiet}>{t('send.note')}</p>
    </FormDialog>
  );
}
