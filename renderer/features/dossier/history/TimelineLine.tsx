import { ActionIcon, Button, Menu } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBulb,
  IconCheck,
  IconChevronDown,
  IconChevronRight,
  IconDots,
  IconFile,
  IconFileText,
  IconGavel,
  IconGift,
  IconHeartHandshake,
  IconMail,
  IconMessage,
  IconMessageQuestion,
  IconNote,
  IconPencil,
  IconPhone,
  IconRotate,
  IconTrash,
  IconTruckDelivery,
  IconUsers,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountEventDraft } from '../../../../shared/domain/accountEvent.ts';
import type { AccountEvent, AccountEventKind } from '../../../../shared/domain/accountEvent.ts';
import { daysBetween } from '../../../../shared/domain/calendarDate.ts';
import type { Delivery } from '../../../../shared/domain/delivery.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { Currency } from '../../../../shared/domain/money.ts';
import { useDeskAction } from '../../../app/desk.ts';
import type { FieldWords } from '../../../app/fieldWords.ts';
import { goTo } from '../../../app/place.ts';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import { accountReads } from '../accountEdit.ts';
import classes from './HistoryTab.module.css';
import { canSettle } from './timeline.ts';
import type { TimelineItem } from './timeline.ts';

type IconPart = ComponentType<{
  readonly size?: number;
  readonly stroke?: number;
  readonly 'aria-hidden'?: true;
}>;

const eventIcons: Readonly<Record<AccountEventKind, IconPart>> = {
  meeting: IconUsers,
  call: IconPhone,
  letter: IconMail,
  complaint: IconAlertTriangle,
  wish: IconBulb,
  misunderstanding: IconMessageQuestion,
  feedback: IconMessage,
  promise: IconHeartHandshake,
  gift: IconGift,
  document: IconFile,
  note: IconNote,
};

/** One line of the history: day, icon, what, how much, and what can be done with it. */
export function TimelineLine({
  item,
  names,
  words,
  showing,
  onEditEvent,
  onEditDelivery,
}: {
  readonly item: TimelineItem;
  readonly names: ReadonlyMap<PersonId, string>;
  readonly words: FieldWords;
  readonly showing: boolean;
  readonly onEditEvent: (event: AccountEvent) => void;
  readonly onEditDelivery: (delivery: Delivery) => void;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  switch (item.kind) {
    case 'event':
      return (
        <EventLine event={item.event} names={names} onEdit={onEditEvent} showing={showing} words={words} />
      );
    case 'delivery':
      return (
        <DeliveryLine delivery={item.delivery} onEdit={onEditDelivery} showing={showing} words={words} />
      );
    case 'deliveries':
      return (
        <FoldedDeliveries
          deliveries={item.deliveries}
          onEdit={onEditDelivery}
          showing={showing}
          words={words}
        />
      );
    case 'tender': {
      const { tender } = item;
      return (
        <Line
          day={words.dayWords(item.on)}
          icon={IconGavel}
          onOpen={() => goTo({ at: 'tender', tenderId: tender.id })}
          title={tender.title}
          tone={tender.status === 'won' ? 'good' : tender.status === 'lost' ? 'bad' : 'plain'}
        >
          <span>{t('history.tenderDecided', { status: t(`domain:tenderStatus.${tender.status}`) })}</span>
        </Line>
      );
    }
    case 'proposal': {
      const { proposal } = item;
      return (
        <Line
          amount={
            proposal.totalMinor === null
              ? null
              : words.money(proposal.totalMinor, Currency.catch('RUB').parse(proposal.currency))
          }
          day={words.dayWords(item.on)}
          icon={IconFileText}
          onOpen={() => goTo({ at: 'proposal', proposalId: proposal.id })}
          title={proposal.subject === '' ? proposal.title : proposal.subject}
        >
          <span className="k-nowrap">{t('history.proposalSent', { number: proposal.number })}</span>
          <span>{t(`domain:proposalStatus.${proposal.status}`)}</span>
        </Line>
      );
    }
  }
}

function Line({
  day,
  icon: Icon,
  title,
  children,
  text,
  amount = null,
  amountNote,
  tone = 'plain',
  onOpen,
  actions,
  nested = false,
}: {
  readonly day: string;
  readonly icon: IconPart;
  readonly title: string;
  readonly children?: ReactNode;
  readonly text?: string;
  readonly amount?: string | null;
  readonly amountNote?: string;
  readonly tone?: 'plain' | 'good' | 'attention' | 'bad';
  readonly onOpen?: () => void;
  readonly actions?: ReactNode;
  readonly nested?: boolean;
}) {
  return (
    <li className={classes.line} data-nested={nested ? true : undefined}>
      <span className={classes.day}>{day}</span>
      <span className={classes.icon} data-tone={tone}>
        <Icon aria-hidden size={15} stroke={1.5} />
      </span>
      <div className={classes.body}>
        <div className={classes.titleLine}>
          {onOpen === undefined ? (
            <span className={classes.title}>{title}</span>
          ) : (
            <button className={classes.titleLink} onClick={onOpen} type="button">
              {title}
            </button>
          )}
        </div>
        {text === undefined || text === '' ? null : <p className={classes.text}>{text}</p>}
        {children === undefined ? null : <div className={classes.meta}>{children}</div>}
      </div>
      <div className={classes.amount}>
        {amount === null ? null : <span className="k-num">{amount}</span>}
        {amountNote === undefined ? null : (
          <span className={`k-num ${classes.amountNote ?? ''}`}>{amountNote}</span>
        )}
      </div>
      <div className={classes.actions}>{actions}</div>
    </li>
  );
}

function EventLine({
  event,
  names,
  words,
  showing,
  onEdit,
}: {
  readonly event: AccountEvent;
  readonly names: ReadonlyMap<PersonId, string>;
  readonly words: FieldWords;
  readonly showing: boolean;
  readonly onEdit: (event: AccountEvent) => void;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  const invalidates = ['events.list', ...accountReads] as const;
  const save = useDeskAction('events.save', { invalidates });
  const restore = useDeskAction('events.restore', { invalidates });
  const remove = useDeskAction('events.delete', {
    invalidates,
    success: () => notifyUndo(t('undo.event', { name: event.title }), () => restore.mutate({ id: event.id })),
  });
  const settles = canSettle(event.kind);
  const open = settles && event.settledOn === null;
  const overdue = open && event.dueOn !== null && event.dueOn < words.today;
  const settle = (on: boolean) =>
    save.mutate({
      id: event.id,
      baseRevision: event.revision,
      draft: AccountEventDraft.parse({ ...event, settledOn: on ? words.today : null }),
    });
  const people = event.personIds.flatMap((id) => names.get(id) ?? []);
  return (
    <Line
      actions={
        <>
          {open && !showing ? (
            <Button leftSection={<IconCheck size={15} stroke={1.5} />} onClick={() => settle(true)} size="xs">
              {t('history.settleAction')}
            </Button>
          ) : null}
          <LineMenu
            label={event.title}
            onDelete={() => remove.mutate({ id: event.id })}
            onEdit={() => onEdit(event)}
          >
            {settles && !open ? (
              <Menu.Item leftSection={<IconRotate size={16} stroke={1.5} />} onClick={() => settle(false)}>
                {t('history.reopenAction')}
              </Menu.Item>
            ) : null}
          </LineMenu>
        </>
      }
      day={words.dayWords(event.happenedOn)}
      icon={eventIcons[event.kind]}
      title={event.title}
      tone={overdue ? 'bad' : open ? 'attention' : 'plain'}
      {...(showing ? {} : { text: event.text })}
    >
      <span>{t(`domain:eventKind.${event.kind}`)}</span>
      {event.promisedBy === null ? null : <span>{t(`domain:promisedBy.${event.promisedBy}`)}</span>}
      {people.length === 0 ? null : <span>{people.join(', ')}</span>}
      {open && event.dueOn !== null ? (
        <span className={overdue ? classes.bad : undefined}>
          {overdue ? words.late(event.dueOn) : t('history.due', { day: words.dayWords(event.dueOn) })}
        </span>
      ) : null}
      {open && event.dueOn === null ? <span className={classes.attention}>{t('history.open')}</span> : null}
      {settles && event.settledOn !== null ? (
        <span className={classes.good}>
          {event.settledOn > event.happenedOn
            ? t('history.settledIn', { count: daysBetween(event.happenedOn, event.settledOn) })
            : t('history.settledOn', { day: words.dayWords(event.settledOn) })}
        </span>
      ) : null}
      {event.outcome === '' || showing ? null : <span>{event.outcome}</span>}
    </Line>
  );
}

function DeliveryLine({
  delivery,
  words,
  showing,
  onEdit,
  nested = false,
}: {
  readonly delivery: Delivery;
  readonly words: FieldWords;
  readonly showing: boolean;
  readonly onEdit: (delivery: Delivery) => void;
  readonly nested?: boolean;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  const invalidates = ['deliveries.list', ...accountReads] as const;
  const restore = useDeskAction('deliveries.restore', { invalidates });
  const remove = useDeskAction('deliveries.delete', {
    invalidates,
    success: () =>
      notifyUndo(t('undo.delivery', { name: delivery.subject }), () => restore.mutate({ id: delivery.id })),
  });
  return (
    <Line
      actions={
        <LineMenu
          label={delivery.subject}
          onDelete={() => remove.mutate({ id: delivery.id })}
          onEdit={() => onEdit(delivery)}
        />
      }
      amount={words.money(delivery.revenueMinor, delivery.currency)}
      day={words.dayWords(delivery.deliveredOn)}
      icon={IconTruckDelivery}
      nested={nested}
      title={delivery.subject}
      {...(showing
        ? {}
        : {
            amountNote: t('history.profit', { amount: words.money(delivery.profitMinor, delivery.currency) }),
          })}
    >
      {delivery.direction === '' ? null : <span>{delivery.direction}</span>}
      {delivery.document === '' ? null : <span>{delivery.document}</span>}
    </Line>
  );
}

function FoldedDeliveries({
  deliveries,
  words,
  showing,
  onEdit,
}: {
  readonly deliveries: readonly Delivery[];
  readonly words: FieldWords;
  readonly showing: boolean;
  readonly onEdit: (delivery: Delivery) => void;
}) {
  const { t } = useTranslation(['dossier', 'domain']);
  const [open, setOpen] = useState(false);
  const sums = new Map<Currency, number>();
  for (const { currency, revenueMinor } of deliveries)
    sums.set(currency, (sums.get(currency) ?? 0) + revenueMinor);
  const directions = [...new Set(deliveries.map(({ direction }) => direction).filter((name) => name !== ''))];
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <>
      <li className={classes.line}>
        <span className={classes.day} />
        <span className={classes.icon} data-tone="plain">
          <IconTruckDelivery aria-hidden size={15} stroke={1.5} />
        </span>
        <div className={classes.body}>
          <button
            aria-expanded={open}
            className={classes.fold}
            onClick={() => setOpen(!open)}
            title={t(open ? 'history.collapse' : 'history.expand')}
            type="button"
          >
            <span className={classes.title}>
              {t('history.deliveriesInMonth', { count: deliveries.length })}
            </span>
            <span className={classes.foldText}>{directions.join(', ')}</span>
            <Chevron aria-hidden size={15} stroke={1.5} />
          </button>
        </div>
        <div className={classes.amount}>
          {[...sums].map(([currency, amount]) => (
            <span className="k-num" key={currency}>
              {words.money(amount, currency)}
            </span>
          ))}
        </div>
        <div className={classes.actions} />
      </li>
      {open
        ? deliveries.map((delivery) => (
            <DeliveryLine
              delivery={delivery}
              key={delivery.id}
              nested
              onEdit={onEdit}
              showing={showing}
              words={words}
            />
          ))
        : null}
    </>
  );
}

function LineMenu({
  label,
  onEdit,
  onDelete,
  children,
}: {
  readonly label: string;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('dossier');
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <ActionIcon aria-label={`${t('history.actions')}: ${label}`} className={classes.menu} size={26}>
          <IconDots size={16} stroke={1.5} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={16} stroke={1.5} />} onClick={onEdit}>
          {t('history.editAction')}
        </Menu.Item>
        {children}
        <Menu.Item color="red" leftSection={<IconTrash size={16} stroke={1.5} />} onClick={onDelete}>
          {t('history.deleteAction')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
