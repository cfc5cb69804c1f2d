import { ActionIcon, Button, Menu, TextInput, VisuallyHidden } from '@mantine/core';
import { IconDots, IconPlus, IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalRow } from '../../../shared/domain/accountView.ts';
import { daysBetween } from '../../../shared/domain/calendarDate.ts';
import { Currency } from '../../../shared/domain/money.ts';
import type { ProposalStatus } from '../../../shared/domain/proposal.ts';
import { proposalTones } from '../../app/accountMarks.ts';
import { call, invalidate, notifyError, useDesk, useDeskAction } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { SaveMenu } from '../../app/SaveMenu.tsx';
import { useShowMode } from '../../app/showMode.ts';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { notifyUndo } from '../../ui/notifyUndo.tsx';
import { PageBody } from '../../ui/Page.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { RowsSkeleton } from '../../ui/Skeletons.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { TopBar } from '../../ui/TopBar.tsx';
import { ForWhomDialog } from './ForWhomDialog.tsx';
import { useEditions } from './life/useEditions.ts';
import { useStatusMoves } from './life/useStatusMoves.tsx';
import classes from './ProposalsPage.module.css';

const views = ['all', 'open', 'ended'] as const;
type View = (typeof views)[number];
const ended: readonly ProposalStatus[] = ['accepted', 'declined', 'expired'];

/** Rows that are read at first, and as many more at a time. */
const rowsAtOnce = 200;

/** All proposals of the vault, newest first. */
export function ProposalsPage() {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const { on: showing } = useShowMode();
  const [query, setQuery] = useState('');
  const [view, setView] = useState<View>('all');
  const [limit, setLimit] = useState(rowsAtOnce);
  const [asking, setAsking] = useState(false);
  const sought = useDeferredValue(query.trim());
  const { data, error, refetch } = useDesk(
    'proposals.page',
    { view, query: sought, limit },
    { keepPrevious: true },
  );

  return (
    <>
      <TopBar
        actions={
          showing ? undefined : (
            <>
              <SaveMenu tables={['proposals']} />
              {data === undefined || data.total === 0 ? null : (
                <Button
                  leftSection={<IconPlus size={16} stroke={1.5} />}
                  onClick={() => setAsking(true)}
                  variant="filled"
                >
                  {t('list.create')}
                </Button>
              )}
            </>
          )
        }
        crumbs={[{ label: t('title') }]}
      />
      <PageBody>
        <SectionTitle level={1} {...(data ? { count: t('list.summary', { count: data.total }) } : {})}>
          {t('title')}
        </SectionTitle>
        {error ? (
          <ErrorState
            {...errorWords(error)}
            action={<Button onClick={() => void refetch()}>{t('common:retry')}</Button>}
          />
        ) : showing ? (
          <EmptyState title={t('list.hidden')} />
        ) : !data ? (
          <RowsSkeleton />
        ) : data.total === 0 ? (
          <EmptyState
            title={t('list.empty')}
            action={
              <Button variant="filled" onClick={() => goTo({ at: 'clients' })}>
                {t('list.emptyAction')}
              </Button>
            }
          >
            {t('list.emptyText')}
          </EmptyState>
        ) : (
          <>
            <div className={classes.filters}>
              <TextInput
                className={classes.search ?? ''}
                aria-label={t('list.filter')}
                placeholder={t('list.filter')}
                leftSection={<IconSearch size={15} stroke={1.5} />}
                value={query}
                onChange={(event) => setQuery(event.currentTarget.value)}
              />
              <span aria-hidden="true" className={classes.rule} />
              {views.map((name) => (
                <Chip key={name} plain pressed={view === name} onPress={() => setView(name)}>
                  {t(`list.${name}`)}
                </Chip>
              ))}
            </div>
            <ProposalsTable rows={data.rows} />
            {data.found > data.rows.length ? (
              <p className={classes.nothing}>
                <Button onClick={() => setLimit(limit + rowsAtOnce)} size="xs">
                  {t('common:showMore', { count: data.found - data.rows.length })}
                </Button>
              </p>
            ) : null}
            {data.found === 0 ? <p className={classes.nothing}>{t('list.nothing')}</p> : null}
          </>
        )}
      </PageBody>
      {asking ? <ForWhomDialog onClose={() => setAsking(false)} /> : null}
    </>
  );
}

function ProposalsTable({ rows }: { readonly rows: readonly ProposalRow[] }) {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th>{t('list.number')}</th>
          <th>{t('list.client')}</th>
          <th>{t('list.name')}</th>
          <th className={classes.readers}>{t('list.readers')}</th>
          <th className={classes.right}>{t('list.total')}</th>
          <th>{t('list.status')}</th>
          <th>{t('list.validity')}</th>
          <th>
            <VisuallyHidden>{t('list.setStatus')}</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ProposalLine key={row.id} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function ProposalLine({ row }: { readonly row: ProposalRow }) {
  const { t } = useTranslation(['proposals', 'life', 'domain', 'common']);
  const words = useFieldWords();
  const lists = ['proposals.list', 'accounts.overview', 'today.list'] as const;
  const remove = useDeskAction('proposals.delete', {
    invalidates: lists,
    success: () =>
      notifyUndo(t('list.deleted', { number: row.number }), () => {
        call('proposals.restore', { id: row.id })
          .then(() => invalidate(...lists))
          .catch(notifyError);
      }),
  });
  const { moves, dialogs } = useStatusMoves({ id: row.id, status: row.status });
  const { copy } = useEditions(row.id);
  const currency = Currency.safeParse(row.currency);
  const left = daysBetween(words.today, row.validUntil);
  const open = () => goTo({ at: 'proposal', proposalId: row.id });
  const tone = proposalTones[row.status];
  const status = t(`domain:proposalStatus.${row.status}`);
  return (
    // The row opens on a press anywhere but on its menu, which draws its items elsewhere in the page.
    <tr
      onClick={(event) => {
        if (
          event.target instanceof Element &&
          event.currentTarget.contains(event.target) &&
          !event.target.closest('[data-tools]')
        )
          open();
      }}
      className={classes.line}
    >
      <td className={classes.number}>
        <button type="button" onClick={open}>
          {row.number}
          {row.edition > 1 ? `, ${t('edition', { count: row.edition })}` : ''}
        </button>
      </td>
      <td className={classes.client} title={row.accountName}>
        {row.accountName}
      </td>
      <td className={classes.name}>
        {row.title}
        {row.subject === '' ? null : <span>{row.subject}</span>}
      </td>
      <td className={classes.readers}>
        <span>{row.readerNames.join(', ')}</span>
      </td>
      <td className={classes.right}>
        {row.totalMinor === null || !currency.success ? '—' : words.money(row.totalMinor, currency.data)}
      </td>
      <td className={classes.status}>
        {tone === undefined ? status : <StateMark tone={tone}>{status}</StateMark>}
        {row.replacedByEdition === null ? null : (
          <span className={classes.replaced}>
            {t('life:editions.replaced', { count: row.replacedByEdition })}
          </span>
        )}
      </td>
      <td className={classes.until}>
        {t(left < 0 ? 'list.expired' : 'list.until', { day: words.day(row.validUntil) })}
        {left >= 0 && left <= 14 && !ended.includes(row.status) && row.replacedByEdition === null ? (
          <span className={classes.soon}>
            {left === 0 ? t('list.lastDay') : t('list.daysLeft', { count: left })}
          </span>
        ) : null}
      </td>
      {/* The button inside carries the name; the rule does not look that deep. */}
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
      <td className={classes.tools} data-tools>
        <Menu position="bottom-end" width={240}>
          <Menu.Target>
            <ActionIcon aria-label={t('list.more', { number: row.number })}>
              <IconDots size={16} stroke={1.5} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {moves.map((move) => (
              <Menu.Item key={move.key} onClick={move.run}>
                {move.label}
              </Menu.Item>
            ))}
            <Menu.Divider />
            <Menu.Item onClick={copy}>{t('life:editions.copy')}</Menu.Item>
            <Menu.Item onClick={() => remove.mutate({ id: row.id })}>{t('list.delete')}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {dialogs}
      </td>
    </tr>
  );
}
