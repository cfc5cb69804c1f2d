import { IconChevronDown, IconChevronRight, IconTruckDelivery } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Delivery } from '../../../../shared/domain/delivery.ts';
import type { Currency } from '../../../../shared/domain/money.ts';
import { useDeskAction } from '../../../app/desk.ts';
import type { FieldWords } from '../../../app/fieldWords.ts';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import { accountReads } from '../accountEdit.ts';
import classes from './HistoryTab.module.css';
import { Line, LineMenu } from './Line.tsx';

/** One delivery in the history. */
export function DeliveryLine({
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

/** The deliveries of a month as one line that opens. */
export function FoldedDeliveries({
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
