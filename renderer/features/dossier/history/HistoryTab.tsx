import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPlus, IconTableImport } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountEvent } from '../../../../shared/domain/accountEvent.ts';
import type { AccountOverview } from '../../../../shared/domain/accountView.ts';
import type { Delivery } from '../../../../shared/domain/delivery.ts';
import { PersonId } from '../../../../shared/domain/ids.ts';
import type { AccountEventId } from '../../../../shared/domain/ids.ts';
import { openDialog } from '../../../app/dialogs.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { useShowMode } from '../../../app/showMode.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { DropVeil } from '../files/DropVeil.tsx';
import { useAddFiles } from '../files/useAddFiles.tsx';
import { useDropFiles } from '../files/useDropFiles.ts';
import { DeliveryDialog } from './DeliveryDialog.tsx';
import { EventDialog } from './EventDialog.tsx';
import { GiftYearLine, MeanMarkLine } from './GiftYearLine.tsx';
import classes from './HistoryTab.module.css';
import { QuickEntry } from './QuickEntry.tsx';
import { countByFilter, historyFilters, historyWith, timelineOf } from './timeline.ts';
import type { HistoryFilter } from './timeline.ts';
import { TimelineLine } from './TimelineLine.tsx';
import { useClientHistory } from './useClientHistory.ts';

type OpenForm =
  | { readonly form: 'event'; readonly event: AccountEvent | null }
  | { readonly form: 'delivery'; readonly delivery: Delivery | null };

/** Months drawn at first; earlier ones on demand. */
const monthsAtOnce = 14;

/** Everything that happened between us and the client, newest first. */
export function HistoryTab({ overview }: { readonly overview: AccountOverview }) {
  const { t } = useTranslation(['dossier', 'domain', 'tables']);
  const words = useFieldWords();
  const { on: showing } = useShowMode();
  const accountId = overview.account.id;
  const [filter, setFilter] = useState<HistoryFilter>('all');
  const [months, setMonths] = useState(monthsAtOnce);
  const [form, setForm] = useState<OpenForm | null>(null);
  const { whole, names, filesOf } = useClientHistory(accountId, showing);
  const [personId, setPersonId] = useState<PersonId | null>(null);
  const adding = useAddFiles();
  const placeOf = (eventId: AccountEventId | null) => ({
    accountId,
    eventId,
    personId: null,
    tenderId: null,
    proposalId: null,
  });
  const drop = useDropFiles((files) => void adding.take(files, placeOf(null)));
  const history = useMemo(
    () => (whole === null || personId === null ? whole : historyWith(whole, personId)),
    [whole, personId],
  );
  const met = useMemo(
    () =>
      [...names.people].filter(
        ([id]) => whole?.events.some(({ personIds }) => personIds.includes(id)) === true,
      ),
    [names, whole],
  );
  const timeline = useMemo(() => (history === null ? [] : timelineOf(history, filter)), [history, filter]);
  const counts = history === null ? null : countByFilter(history);

  return (
    <div className={classes.page} {...(showing ? {} : drop.handlers)}>
      {drop.over ? <DropVeil /> : null}
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
          {met.length < 2 ? null : (
            <Select
              aria-label={t('history.person')}
              clearable
              data={met.map(([value, label]) => ({ value, label }))}
              onChange={(value) => {
                setPersonId(value === null ? null : PersonId.parse(value));
                setFilter('all');
              }}
              placeholder={t('history.everybody')}
              searchable
              value={personId}
              w={170}
            />
          )}
          {showing ? null : (
            <ActionIcon
              aria-label={t('tables:menu')}
              onClick={() =>
                openDialog({
                  kind: 'importTable',
                  account: { id: accountId, name: overview.account.name },
                })
              }
              size={32}
              title={t('tables:menu')}
            >
              <IconTableImport size={18} stroke={1.5} />
            </ActionIcon>
          )}
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
        {history !== null && filter === 'gifts' ? (
          <GiftYearLine accountId={accountId} events={history.events} />
        ) : null}
        {history !== null && filter === 'feedback' ? <MeanMarkLine events={history.events} /> : null}
        {history === null ? (
          <RowsSkeleton height={44} rows={10} />
        ) : timeline.length === 0 ? (
          <EmptyState
            action={
              counts !== null && counts.all > 0 ? (
                <Button
                  onClick={() => {
                    setFilter('all');
                    setPersonId(null);
                  }}
                >
                  {t('history.emptyFilteredAction')}
                </Button>
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
                      filesOf={filesOf}
                      item={item}
                      key={index}
                      names={names}
                      onAddFiles={(event) => void adding.choose(placeOf(event.id))}
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
