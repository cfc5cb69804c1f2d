import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TodayRow } from '../../../shared/domain/accountView.ts';
import { dateLocale } from '../../app/dateLocale.ts';
import { useDesk } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { openDialog } from '../../app/dialogs.ts';
import { goTo } from '../../app/place.ts';
import { useShowMode } from '../../app/showMode.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageBody } from '../../ui/Page.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { TopBar } from '../../ui/TopBar.tsx';
import { TodayInspector } from './TodayInspector.tsx';
import { TodayList } from './TodayList.tsx';
import classes from './TodayPage.module.css';
import { groupByAccount, groupByUrgency, rowKey, urgencyOf } from './todayGroups.ts';

type View = 'urgency' | 'account';

/** As many silent clients more at a time. */
const silentStep = 100;

/** «Сегодня»: what needs the KAM now, by urgency, each row with its one next action. */
export function TodayPage() {
  const { t } = useTranslation(['today', 'common']);
  const { today } = useFieldWords();
  const [view, setView] = useState<View>('urgency');
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const showMode = useShowMode();
  // The rail asks for the first of them; more only once they are asked for here.
  const [silent, setSilent] = useState(0);
  const list = useDesk('today.list', silent === 0 ? { today } : { today, silent: silentStep + silent }, {
    keepPrevious: true,
  });
  const rows = list.data?.rows;
  const moreSilent = list.data?.moreSilent ?? 0;
  const groups =
    rows === undefined ? [] : view === 'urgency' ? groupByUrgency(rows, today) : groupByAccount(rows);
  const ordered = groups.flatMap((group) => group.rows);
  const chosen = ordered.find((row) => rowKey(row) === chosenKey) ?? ordered[0];

  const body = () => {
    if (showMode.on) {
      return (
        <EmptyState
          action={<Button onClick={showMode.toggle}>{t('today:hidden.off')}</Button>}
          title={t('today:hidden.title')}
        >
          {t('today:hidden.text')}
        </EmptyState>
      );
    }
    if (list.error !== null) {
      const { title, text } = errorWords(list.error);
      return (
        <ErrorState
          action={<Button onClick={() => void list.refetch()}>{t('common:retry')}</Button>}
          text={text}
          title={title}
        />
      );
    }
    if (rows === undefined) return <RowsSkeleton height={48} rows={7} />;
    if (chosen === undefined) return <NothingDue />;
    return (
      <TodayList
        chosenKey={rowKey(chosen)}
        groups={groups.map((group) => ({
          ...group,
          title: view === 'urgency' ? urgencyTitle(t, group.rows[0], today) : group.key,
          late: view === 'urgency' && group.key === 'overdue',
        }))}
        more={
          moreSilent === 0
            ? null
            : {
                text: t('today:moreSilent', { count: moreSilent }),
                button: t('today:showMore'),
                show: () => setSilent(silent + silentStep),
              }
        }
        onChoose={(row) => setChosenKey(rowKey(row))}
      />
    );
  };

  return (
    <>
      <TopBar crumbs={[{ label: t('common:places.today') }]} />
      <PageBody
        inspectorLabel={t('today:inspector.label')}
        {...(chosen === undefined || showMode.on ? {} : { inspector: <TodayInspector row={chosen} /> })}
      >
        <div className={classes.head}>
          <div>
            <h1>
              <DayTitle />
            </h1>
            <p className={classes.summary}>
              {rows === undefined || rows.length === 0 || showMode.on ? (
                '\u00a0'
              ) : (
                <Summary more={moreSilent} rows={rows} />
              )}
            </p>
          </div>
          {ordered.length === 0 || showMode.on ? null : (
            <SegmentedControl
              aria-label={t('today:view.label')}
              data={[
                { value: 'urgency', label: t('today:view.urgency') },
                { value: 'account', label: t('today:view.account') },
              ]}
              onChange={setView}
              value={view}
            />
          )}
        </div>
        {body()}
      </PageBody>
    </>
  );
}

function urgencyTitle(
  t: ReturnType<typeof useTranslation<['today', 'common']>>['t'],
  row: TodayRow | undefined,
  today: Parameters<typeof urgencyOf>[1],
): string {
  return t(`today:urgency.${urgencyOf(row?.dueOn ?? null, today)}`);
}

/** «Понедельник, 23 ноября». */
function DayTitle() {
  const { language, today } = useFieldWords();
  const words = new Intl.DateTimeFormat(dateLocale(language), {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
  }).format(new Date(`${today}T00:00:00Z`));
  return words.charAt(0).toUpperCase() + words.slice(1).replaceAll(/(\d) /g, '$1\u00a0');
}

/** «9 дел: 2 просрочено, 2 на сегодня». */
function Summary({ rows, more }: { readonly rows: readonly TodayRow[]; readonly more: number }) {
  const { t } = useTranslation('today');
  const { today } = useFieldWords();
  const late = rows.filter((row) => urgencyOf(row.dueOn, today) === 'overdue').length;
  const now = rows.filter((row) => urgencyOf(row.dueOn, today) === 'today').length + more;
  const parts = [
    ...(late > 0 ? [t('summary.late', { count: late })] : []),
    ...(now > 0 ? [t('summary.now', { count: now })] : []),
  ];
  const all = t('summary.all', { count: rows.length + more });
  return parts.length === 0 ? all : `${all}: ${parts.join(', ')}`;
}

/** Nothing is due: with clients there it is a quiet day, without any it is the first one. */
function NothingDue() {
  const { t } = useTranslation('today');
  const first = useDesk('clients.count', {}).data?.total === 0;
  return first ? (
    <EmptyState
      action={
        <Button onClick={() => openDialog({ kind: 'newClient' })} variant="filled">
          {t('first.action')}
        </Button>
      }
      title={t('first.title')}
    >
      {t('first.text')}
    </EmptyState>
  ) : (
    <EmptyState
      action={
        <Button onClick={() => goTo({ at: 'clients' })} variant="filled">
          {t('empty.action')}
        </Button>
      }
      title={t('empty.title')}
    >
      {t('empty.text')}
    </EmptyState>
  );
}
