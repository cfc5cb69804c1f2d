import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TenderRow } from '../../../shared/domain/accountView.ts';
import { Currency } from '../../../shared/domain/money.ts';
import { isDecided, isOpenTender, TenderReason } from '../../../shared/domain/tender.ts';
import { openDialog } from '../../app/dialogs.ts';
import { useDesk } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { SaveMenu } from '../../app/SaveMenu.tsx';
import { useShowMode } from '../../app/showMode.ts';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { joinWords } from '../../ui/joinWords.ts';
import { PlanBar } from '../../ui/PlanBar.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { TextLink } from '../../ui/TextLink.tsx';
import { TopBar } from '../../ui/TopBar.tsx';
import classes from './TendersPage.module.css';

const filters = ['all', 'coming', 'won', 'lost'] as const;
type Filter = (typeof filters)[number];
const filterTexts = {
  all: 'filterAll',
  coming: 'filterComing',
  won: 'filterWon',
  lost: 'filterLost',
} as const;

/** Rows of a group that are read at first, and as many more at a time. */
const rowsAtOnce = 200;

/** All tenders: the coming ones by their day with the state of preparation, then the decided ones. */
export function TendersPage() {
  const { t } = useTranslation(['tenders', 'common', 'domain']);
  const { on: showing, toggle } = useShowMode();
  const [filter, setFilter] = useState<Filter>('all');
  const [query, setQuery] = useState('');
  const [limit, setLimit] = useState(rowsAtOnce);
  const sought = useDeferredValue(query.trim());
  const list = useDesk('tenders.page', { filter, query: sought, limit }, { keepPrevious: true });
  const words = useFieldWords();
  const showMore = () => setLimit(limit + rowsAtOnce);
  const add = () => openDialog({ kind: 'newTender', accountId: null });
  return (
    <>
      <TopBar
        actions={
          <>
            {showing ? null : <SaveMenu tables={['tenders']} />}
            <Button leftSection={<IconPlus size={16} stroke={1.5} />} onClick={add} variant="filled">
              {t('new')}
            </Button>
          </>
        }
        crumbs={[{ label: t('title') }]}
      />
      <div className={classes.page}>
        {showing ? (
          <EmptyState
            action={<Button onClick={toggle}>{t('leaveShow')}</Button>}
            title={t('hiddenClients')}
          />
        ) : list.data === undefined ? (
          list.error === null ? (
            <RowsSkeleton height={48} rows={12} />
          ) : (
            <ErrorState
              {...errorWords(list.error)}
              action={<Button onClick={() => void list.refetch()}>{t('common:retry')}</Button>}
            />
          )
        ) : list.data.counts.all === 0 ? (
          <EmptyState
            action={
              <Button onClick={add} variant="filled">
                {t('empty.action')}
              </Button>
            }
            title={t('empty.text')}
          />
        ) : (
          <>
            <div className={classes.head}>
              <h1>{t('heading')}</h1>
              <span className={classes.count}>{t('summary', { count: list.data.counts.coming })}</span>
            </div>
            <div aria-label={t('filterLabel')} className={classes.filters} role="group">
              <TextInput
                aria-label={t('search')}
                className={classes.search ?? ''}
                leftSection={<IconSearch size={15} stroke={1.5} />}
                onChange={(event) => setQuery(event.currentTarget.value)}
                placeholder={t('search')}
                rightSection={
                  query === '' ? null : (
                    <CloseButton aria-label={t('clearSearch')} onClick={() => setQuery('')} size={22} />
                  )
                }
                spellCheck={false}
                value={query}
              />
              <span aria-hidden="true" className={classes.rule} />
              {filters.map((key) => (
                <Chip
                  count={words.number(list.data.counts[key])}
                  key={key}
                  onPress={() => setFilter(key)}
                  plain
                  pressed={key === filter}
                >
                  {t(filterTexts[key])}
                </Chip>
              ))}
            </div>
            {list.data.coming.found + list.data.decided.found === 0 ? (
              <EmptyState
                action={
                  <Button
                    onClick={() => {
                      setFilter('all');
                      setQuery('');
                    }}
                  >
                    {t('noResults.action')}
                  </Button>
                }
                title={t('noResults.text')}
              />
            ) : (
              <table className={classes.table}>
                <colgroup>
                  <col />
                  <col className={classes.clientColumn} />
                  <col className={classes.dayColumn} />
                  <col className={classes.planColumn} />
                  <col className={classes.statusColumn} />
                  <col className={classes.moneyColumn} />
                  <col className={classes.moneyColumn} />
                </colgroup>
                <thead>
                  <tr>
                    <th scope="col">{t('column.title')}</th>
                    <th scope="col">{t('column.client')}</th>
                    <th scope="col">{t('column.day')}</th>
                    <th scope="col">{t('column.plan')}</th>
                    <th scope="col">{t('column.status')}</th>
                    <th className={classes.figure} scope="col">
                      {t('column.budget')}
                    </th>
                    <th className={classes.figure} scope="col">
                      {t('column.bid')}
                    </th>
                  </tr>
                </thead>
                <Group {...list.data.coming} onMore={showMore} title={t('coming')} />
                <Group {...list.data.decided} onMore={showMore} title={t('decided')} />
              </table>
            )}
          </>
        )}
      </div>
    </>
  );
}

function Group({
  title,
  rows,
  found,
  onMore,
}: {
  readonly title: string;
  readonly rows: readonly TenderRow[];
  /** How many there are of them. */
  readonly found: number;
  readonly onMore: () => void;
}) {
  const { t } = useTranslation('common');
  const words = useFieldWords();
  if (found === 0) return null;
  return (
    <tbody>
      <tr className={classes.group}>
        <th colSpan={7} scope="rowgroup">
          {title} <span>{words.number(found)}</span>
        </th>
      </tr>
      {rows.map((row) => (
        <Row key={row.id} row={row} />
      ))}
      {found > rows.length ? (
        <tr className={classes.group}>
          <td colSpan={7}>
            <Button onClick={onMore} size="xs">
              {t('showMore', { count: found - rows.length })}
            </Button>
          </td>
        </tr>
      ) : null}
    </tbody>
  );
}

function Row({ row }: { readonly row: TenderRow }) {
  const { t } = useTranslation(['tenders', 'domain']);
  const words = useFieldWords();
  const open = isOpenTender(row.status);
  const go = () => goTo({ at: 'tender', tenderId: row.id });
  const reasons = row.reasons.flatMap((reason) => {
    const known = TenderReason.safeParse(reason);
    return known.success ? [t(`domain:tenderReason.${known.data}`)] : [];
  });
  const money = (amount: number | null) =>
    amount === null ? (
      <span className={classes.quiet}>—</span>
    ) : (
      words.money(amount, Currency.catch('RUB').parse(row.currency))
    );
  return (
    <tr onDoubleClick={go}>
      <td>
        <TextLink onPress={go} quiet strong>
          {row.title}
        </TextLink>
        {!open && reasons.length > 0 ? <span className={classes.under}>{joinWords(reasons)}</span> : null}
      </td>
      <td>
        <TextLink onPress={() => goTo({ at: 'dossier', accountId: row.accountId, tab: 'tenders' })} quiet>
          {row.accountName}
        </TextLink>
      </td>
      <td className="k-nowrap">
        {row.tenderOn === null ? (
          <span className={classes.quiet}>{t('noDate')}</span>
        ) : (
          words.dayWords(row.tenderOn)
        )}
        {open && row.tenderOn !== null ? (
          <span className={classes.under}>
            {row.tenderOn < words.today ? words.ago(row.tenderOn) : words.ahead(row.tenderOn)}
          </span>
        ) : null}
      </td>
      <td className="k-nowrap">
        {!open ? null : row.milestonesTotal === 0 ? (
          <span className={classes.quiet}>{t('noPlan')}</span>
        ) : (
          <>
            <PlanBar done={row.milestonesDone} late={row.lateMilestones} total={row.milestonesTotal} />
            <span className={classes.under}>
              {t('steps', { done: row.milestonesDone, total: row.milestonesTotal })}
              {row.lateMilestones === 0 ? null : (
                <span className={classes.bad}>{`, ${t('late', { count: row.lateMilestones })}`}</span>
              )}
            </span>
          </>
        )}
      </td>
      <td className="k-nowrap">
        {isDecided(row.status) ? (
          <StateMark tone={row.status === 'won' ? 'good' : 'bad'}>
            {t(`domain:tenderStatus.${row.status}`)}
          </StateMark>
        ) : (
          <span className={classes.second}>{t(`domain:tenderStatus.${row.status}`)}</span>
        )}
      </td>
      <td className={classes.figure}>{money(row.budgetMinor)}</td>
      <td className={classes.figure}>{money(row.ourBidMinor)}</td>
    </tr>
  );
}
