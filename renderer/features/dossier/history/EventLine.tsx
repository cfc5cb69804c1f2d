import { Button, Menu } from '@mantine/core';
import { IconCheck, IconPaperclip, IconRotate, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../../shared/domain/attachment.ts';
import { canSettle } from '../../../../shared/domain/accountEvent.ts';
import type { AccountEvent } from '../../../../shared/domain/accountEvent.ts';
import { daysBetween } from '../../../../shared/domain/calendarDate.ts';
import { useDeskAction } from '../../../app/desk.ts';
import type { FieldWords } from '../../../app/fieldWords.ts';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import { accountReads } from '../accountEdit.ts';
import { FileLinks } from '../files/FileLinks.tsx';
import { eventIcons } from './eventIcons.ts';
import classes from './HistoryTab.module.css';
import { Line, LineMenu } from './Line.tsx';
import type { HistoryNames } from './useClientHistory.ts';
import { endingGroup, useSettle } from './useSettle.ts';

/** An event in the history; what can be settled is settled here. */
export function EventLine({
  event,
  names,
  words,
  showing,
  files,
  onEdit,
  onAddFiles,
}: {
  readonly event: AccountEvent;
  readonly names: HistoryNames;
  readonly words: FieldWords;
  readonly showing: boolean;
  readonly files: readonly Attachment[];
  readonly onEdit: (event: AccountEvent) => void;
  readonly onAddFiles: (event: AccountEvent) => void;
}) {
  const { t } = useTranslation(['dossier', 'domain', 'files']);
  const invalidates = ['events.list', ...accountReads] as const;
  const restore = useDeskAction('events.restore', { invalidates });
  const remove = useDeskAction('events.delete', {
    invalidates,
    success: () => notifyUndo(t('undo.event', { name: event.title }), () => restore.mutate({ id: event.id })),
  });
  const settles = canSettle(event.kind);
  const { busy, settle, reopen } = useSettle(event);
  const group = endingGroup(event);
  const open = settles && event.settledOn === null;
  const overdue = open && event.dueOn !== null && event.dueOn < words.today;
  const people = event.personIds.flatMap((id) => names.people.get(id) ?? []);
  const ours = event.colleagueIds.flatMap((id) => names.ours.get(id) ?? []);
  return (
    <Line
      actions={
        <>
          {open && !showing ? (
            <Button
              leftSection={<IconCheck size={15} stroke={1.5} />}
              loading={busy}
              onClick={() => settle('kept')}
              size="xs"
            >
              {t(`settledAs.${group}.kept`)}
            </Button>
          ) : null}
          <LineMenu
            label={event.title}
            onDelete={() => remove.mutate({ id: event.id })}
            onEdit={() => onEdit(event)}
          >
            <Menu.Item
              leftSection={<IconPaperclip size={16} stroke={1.5} />}
              onClick={() => onAddFiles(event)}
            >
              {t('files:event.addTo')}
            </Menu.Item>
            {open ? (
              <Menu.Item leftSection={<IconX size={16} stroke={1.5} />} onClick={() => settle('broken')}>
                {t(`settledAs.${group}.broken`)}
              </Menu.Item>
            ) : null}
            {settles && !open ? (
              <Menu.Item leftSection={<IconRotate size={16} stroke={1.5} />} onClick={reopen}>
                {t('history.reopenAction')}
              </Menu.Item>
            ) : null}
          </LineMenu>
        </>
      }
      amount={event.amountMinor === null ? null : words.money(event.amountMinor, 'RUB')}
      below={files.length === 0 || showing ? null : <FileLinks files={files} />}
      day={words.dayWords(event.happenedOn)}
      icon={eventIcons[event.kind]}
      title={event.title}
      tone={overdue ? 'bad' : open ? 'attention' : 'plain'}
      {...(showing ? {} : { text: event.text })}
    >
      <span>{t(`domain:eventKind.${event.kind}`)}</span>
      {event.promisedBy === null ? null : <span>{t(`domain:promisedBy.${event.promisedBy}`)}</span>}
      {event.mark === null ? null : <span>{t('gifts.mark', { mark: event.mark })}</span>}
      {people.length === 0 ? null : <span>{people.join(', ')}</span>}
      {ours.length === 0 || showing ? null : <span>{t('history.ours', { names: ours.join(', ') })}</span>}
      {open && event.dueOn !== null ? (
        <span className={overdue ? classes.bad : undefined}>
          {overdue ? words.late(event.dueOn) : t('history.due', { day: words.dayWords(event.dueOn) })}
        </span>
      ) : null}
      {open && event.dueOn === null ? <span className={classes.attention}>{t('history.open')}</span> : null}
      {settles && event.settledOn !== null ? (
        <span className={event.settledAs === 'broken' ? classes.bad : classes.good}>
          {event.settledAs === null ? null : `${t(`settledAs.${group}.${event.settledAs}`)}, `}
          {event.settledOn > event.happenedOn
            ? t('history.settledIn', { count: daysBetween(event.happenedOn, event.settledOn) })
            : t('history.settledOn', { day: words.dayWords(event.settledOn) })}
        </span>
      ) : null}
      {event.outcome === '' || showing ? null : <span>{event.outcome}</span>}
    </Line>
  );
}
