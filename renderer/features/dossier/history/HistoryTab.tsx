import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountEvent } from '../../../../shared/domain/accountEvent.ts';
import type { AccountOverview } from '../../../../shared/domain/accountView.ts';
import type { Delivery } from '../../../../shared/domain/delivery.ts';
import { shortName } from '../../../../shared/domain/nameForms.ts';
import { useDesk } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { useShowMode } from '../../../app/showMode.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { DeliveryDialog } from './DeliveryDialog.tsx';
import { EventDialog } from './EventDialog.tsx';
import classes from './HistoryTab.module.css';
import { QuickEntry } from './QuickEntry.tsx';
import { countByFilter, historyFilters, timelineOf } from './timeline.ts';
import type { History, HistoryFilter } from './timeline.ts';
import { TimelineLine } from './TimelineLine.tsx';

type OpenForm =
  | { readonly form: 'event'; readonly event: AccountEvent | null }
  | { readonly form: 'delivery'; readonly delivery: Delivery | null };

/** Months drawn at first; earlier ones on demand. */
const monthsAtOnce = 14;

/** Everything that happened between us and the client, newest first. */
export function HistoryTab({ overview }: { readonly overview: AccountOverview }) {
  const { t } = useTranslation(['dossier', 'domain']);
  const words = useFieldWords();
  const { on: showing } = useShowMode();
  const accountId = overview.account.id;
  const [filter, setFilter] = useState<HistoryFilter>('all');
  const [months, setMonths] = useState(monthsAtOnce);
  const [form, setForm] = useState<OpenForm | null>(null);
  const events = useDesk('events.list', { accountId }).data?.events;
  const deliveries = useDesk('deliveries.list', { accountId }).data?.deliveries;
  const tenders = useDesk('tenders.list', { accountId }).data?.rows;
  const proposals = useDesk('proposals.list', { accountId }).data?.rows;
  const people = useDesk('people.list', { accountId }).data?.people;
  const left = useDesk('people.moves', { accountId }).data?.left;
  const names = useMemo(
    () =>
      new Map([
        ...(left ?? []).map((person) => [person.personId, shortName(person, words.language)] as const),
        ...(people ?? []).map((person) => [person.id, shortName(person, words.language)] as const),
      ]),
    [people, left, words.language],
  );
  const history = useMemo((): History | null => {
    if (events === undefined || deliveries === undefined || tenders === undefined || proposals === undefined)
      return null;
    // Turned to the client, the screen keeps what both sides know: no complaints' notes, no inner tenders' outcomes.
    return showing
      ? {
          events: events.filter(({ kind }) => kind === 'meeting' || kind === 'document'),
          deliveries,
          tenders: [],
          proposals,
        }
      : { events, deliveries, tenders, proposals };
  }, [events, deliveries, tenders, proposals, showing]);
  const timeline = useMemo(() => (history === null ? [] : timelineOf(history, filter)), [history, filter]);
  const counts = history === null ? null : countByFilter(history);

  return (
    <div className={classes.page}>
      {showing ? null : (
        <div className={classes.quick}>
          <QuickEntry accountId={accountId} />
        </div>
      )}
      <div className={classes.head}>
        <div aria-label={t('history.filter')} className={classes.filters} role="group">
          {historyFilters.map((key) =>
            counts !== null && key !== 'all' && counts[key] === 0 ? null : (
              <Chip
                key={key}
                onPress={() => {
                  setFilter(key);
                  setMonths(monthsAtOnce);
                }}
                plain
                pressed={key === filter}
                {...(counts === null ? {} : { count: counts[key] })}
              >
                {t(`history.${key}`)}
              </Chip>
            ),
          )}
        </div>
        <div className={classes.headActions}>
          <Button
            leftSection={<IconPlus size={16} stroke={1.5} />}
            onClick={() => setForm({ form: 'delivery', delivery: null })}
          >
            {t('history.addDelivery')}
          </Button>
          <Button
            leftSection={<IconPlus size={16} stroke={1.5} />}
            onClick={() => setForm({ form: 'event', event: null })}
          >
            {t('history.add')}
          </Button>
        </div>
      </div>
      <div className={classes.scroller}>
        {history === null ? (
          <RowsSkeleton height={44} rows={10} />
        ) : timeline.length === 0 ? (
          <EmptyState
            action={
              counts !== null && counts.all > 0 ? (
                <Button onClick={() => setFilter('all')}>{t('history.emptyFilteredAction')}</Button>
              ) : (
                <Button onClick={() => setForm({ form: 'event', event: null })} variant="filled">
                  {t('history.add')}
                </Button>
              )
            }
            title={counts !== null && counts.all > 0 ? t('history.emptyFiltered') : t('history.empty')}
          />
        ) : (
          <>
            {timeline.slice(0, months).map(({ month, items }) => (
              <section className={classes.month} key={month.slice(0, 7)}>
                <h3 className={classes.monthName}>{words.month(month)}</h3>
                <ol className={classes.items}>
                  {items.map((item, index) => (
                    <TimelineLine
                      item={item}
                      key={index}
                      names={names}
                      onEditDelivery={(delivery) => setForm({ form: 'delivery', delivery })}
                      onEditEvent={(event) => setForm({ form: 'event', event })}
                      showing={showing}
                      words={words}
                    />
                  ))}
                </ol>
              </section>
            ))}
            {timeline.length > months ? (
              <div className={classes.more}>
                <Button onClick={() => setMonths(months + monthsAtOnce * 2)} variant="subtle">
                  {t('history.more')}
                </Button>
              </div>
            ) : null}
          </>
        )}
      </div>
      {form?.form === 'event' ? (
        <EventDialog accountId={accountId} event={form.event} onClose={() => setForm(null)} />
      ) : null}
      {form?.form === 'delivery' ? (
        <DeliveryDialog accountId={accountId} delivery={form.delivery} onClose={() => setForm(null)} />
      ) : null}
    </div>
  );
}
