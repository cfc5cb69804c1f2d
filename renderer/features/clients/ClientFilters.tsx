import { Button, CloseButton, Menu, TextInput } from '@mantine/core';
import { IconChevronDown, IconColumns3, IconSearch } from '@tabler/icons-react';
import { memo, useEffect, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import type { AccountType } from '../../../shared/domain/account.ts';
import { AccountHealth } from '../../../shared/domain/accountView.ts';
import type { AccountRow } from '../../../shared/domain/accountView.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { healthTones, typeShapes } from '../../app/accountMarks.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { Chip } from '../../ui/Chip.tsx';
import { StateMark } from '../../ui/StateMark.tsx';
import { TypeIcon } from '../../ui/TypeMark.tsx';
import classes from './ClientsPage.module.css';
import { isSilent, noFilter } from './clientRows.ts';
import type { ClientColumn } from './clientRows.ts';
import { changeView, useClientsView } from './clientsView.ts';
import { KeyClientsBand, MonoDependence } from './DependenceNote.tsx';
import { ViewsMenu } from './ViewsMenu.tsx';

const types: readonly AccountType[] = ['breadwinner', 'imageMaker', 'expert', 'prospective'];
const choosable: readonly ClientColumn[] = [
  'type',
  'cell',
  'share',
  'contact',
  'completeness',
  'health',
  'nextStep',
];

function toggled<Value>(list: readonly Value[], value: Value): Value[] {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
}

/** How many of the clients that were found each chip would let through. */
export type FilterCounts = {
  readonly types: Readonly<Record<AccountType, number>>;
  readonly silent: number;
  readonly heads: number;
  readonly found: number;
};

function countFound(found: readonly AccountRow[], today: CalendarDate): FilterCounts {
  const ofType = (type: AccountType): number => found.filter((row) => row.types.includes(type)).length;
  return {
    types: {
      breadwinner: ofType('breadwinner'),
      imageMaker: ofType('imageMaker'),
      expert: ofType('expert'),
      prospective: ofType('prospective'),
    },
    silent: found.filter((row) => isSilent(row, today)).length,
    heads: found.filter(({ parent }) => parent === null).length,
    found: found.length,
  };
}

const ColumnsMenu = memo(function ColumnsMenu() {
  const { t } = useTranslation('clients');
  const hiddenColumns = useClientsView((view) => view.hiddenColumns);
  const grouped = useClientsView((view) => view.grouped);
  return (
    <Menu closeOnItemClick={false} position="bottom-end" width={220}>
      <Menu.Target>
        <Button leftSection={<IconColumns3 size={16} stroke={1.5} />} variant="subtle">
          {t('columns')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choosable.map((column) => (
          <Menu.CheckboxItem
            checked={!hiddenColumns.includes(column)}
            key={column}
            onChange={() => changeView({ hiddenColumns: toggled(hiddenColumns, column) })}
          >
            {t(`column.${column}`)}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.CheckboxItem checked={grouped} onChange={() => changeView({ grouped: !grouped })}>
          {t('grouping')}
        </Menu.CheckboxItem>
      </Menu.Dropdown>
    </Menu>
  );
});

const HealthMenu = memo(function HealthMenu() {
  const { t } = useTranslation(['clients', 'domain']);
  const filter = useClientsView((view) => view.filter);
  return (
    <Menu closeOnItemClick={false} position="bottom-start">
      <Menu.Target>
        <button
          className={classes.menuChip}
          data-on={filter.health.length > 0 ? true : undefined}
          type="button"
        >
          {filter.health.length === 0
            ? t('clients:health')
            : filter.health.map((health) => t(`domain:accountHealth.${health}`)).join(', ')}
          <IconChevronDown aria-hidden="true" size={14} stroke={1.5} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {AccountHealth.options.map((health) => (
          <Menu.CheckboxItem
            checked={filter.health.includes(health)}
            key={health}
            onChange={() => changeView({ filter: { ...filter, health: toggled(filter.health, health) } })}
          >
            <StateMark tone={healthTones[health]}>{t(`domain:accountHealth.${health}`)}</StateMark>
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
});

/** Holds what is typed itself: drawn by every key, it would be the longest part of what the key waits for. */
const SearchField = memo(function SearchField({
  field,
}: {
  readonly field: RefObject<HTMLInputElement | null>;
}) {
  const { t } = useTranslation('clients');
  const isEmpty = useClientsView((view) => view.query === '');
  // What changes the search from elsewhere: Esc, a kept view.
  useEffect(
    () =>
      useClientsView.subscribe(({ query }) => {
        if (field.current !== null && field.current.value !== query) field.current.value = query;
      }),
    [field],
  );
  return (
    <TextInput
      aria-label={t('search')}
      className={classes.search ?? ''}
      defaultValue={useClientsView.getState().query}
      leftSection={<IconSearch size={15} stroke={1.5} />}
      onChange={(event) => changeView({ query: event.currentTarget.value })}
      placeholder={t('search')}
      ref={field}
      rightSection={
        isEmpty ? null : (
          <CloseButton aria-label={t('clearSearch')} onClick={() => changeView({ query: '' })} size={22} />
        )
      }
      spellCheck={false}
    />
  );
});

/**
 * Heading, search field and chips above the table; drawn anew only when they change, not with every answer.
 * `shown` of `total` clients are in the table now.
 */
export const ClientFilters = memo(function ClientFilters({
  found = [],
  counts,
  shown,
  total,
  isIndexing,
  searchField,
}: {
  /** The clients that were found, to be counted here. */
  readonly found?: readonly AccountRow[];
  /** Counted in the vault already, where there are too many to be here; null = not known yet. */
  readonly counts?: FilterCounts | null;
  readonly shown: number;
  readonly total: number | null;
  /** The search does not find everything yet. */
  readonly isIndexing: boolean;
  readonly searchField: RefObject<HTMLInputElement | null>;
}) {
  const { t } = useTranslation(['clients', 'domain', 'bulk']);
  const { today, number } = useFieldWords();
  const { filter, archived } = useClientsView(
    useShallow((view) => ({ filter: view.filter, archived: view.archived })),
  );
  const counted = counts === undefined ? countFound(found, today) : (counts ?? countFound([], today));
  const filtered =
    filter.types.length > 0 || filter.health.length > 0 || filter.silentOnly || filter.headsOnly;
  return (
    <>
      <div className={classes.head}>
        <h1>{t(archived ? 'bulk:archiveHeading' : 'clients:heading')}</h1>
        <span aria-live="polite" className={classes.headCount}>
          {total === null
            ? ''
            : shown === total
              ? t('clients:total', { count: total })
              : t('clients:shownOf', { shown: number(shown), total: number(total) })}
          {isIndexing ? ` · ${t('clients:indexing')}` : ''}
        </span>
        {counts === undefined ? <KeyClientsBand /> : null}
        <div className={classes.headActions}>
          {/* Up here, since below it would not fit beside the chips and push the table down. */}
          {filtered ? (
            <Button onClick={() => changeView({ filter: noFilter })} variant="subtle">
              {t('clients:resetFilters')}
            </Button>
          ) : null}
          {archived ? (
            <Button onClick={() => changeView({ archived: false })} variant="subtle">
              {t('bulk:menu.back')}
            </Button>
          ) : null}
          {archived ? null : <ViewsMenu />}
          <ColumnsMenu />
        </div>
      </div>
      {counts === undefined ? <MonoDependence /> : null}
      <div aria-label={t('clients:filters')} className={classes.filters} role="group">
        <SearchField field={searchField} />
        <span aria-hidden="true" className={classes.rule} />
        {types.map((type) => (
          <Chip
            count={number(counted.types[type])}
            icon={<TypeIcon shape={typeShapes[type]} />}
            key={type}
            onPress={() => changeView({ filter: { ...filter, types: toggled(filter.types, type) } })}
            pressed={filter.types.includes(type)}
            title={t(`domain:accountTypeMeaning.${type}`)}
          >
            {t(`domain:accountType.${type}`)}
          </Chip>
        ))}
        <Chip
          count={number(counted.silent)}
          onPress={() => changeView({ filter: { ...filter, silentOnly: !filter.silentOnly } })}
          pressed={filter.silentOnly}
          title={t('clients:silentHint')}
        >
          {t('clients:silent')}
        </Chip>
        {counted.heads < counted.found || filter.headsOnly ? (
          <Chip
            count={number(counted.heads)}
            onPress={() => changeView({ filter: { ...filter, headsOnly: !filter.headsOnly } })}
            pressed={filter.headsOnly}
            title={t('clients:headsHint')}
          >
            {t('clients:heads')}
          </Chip>
        ) : null}
        <HealthMenu />
      </div>
    </>
  );
});
