import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { clientColumns } from './clientColumns.ts';
import classes from './ClientsTable.module.css';
import { sortBy, useClientsView } from './clientsView.ts';

/** The head of a column, in the table of any size: a press sorts by it, and an arrow says which way. */
export const ColumnHead = memo(function ColumnHead({ id }: { readonly id: (typeof clientColumns)[number] }) {
  const { t } = useTranslation('clients');
  const sort = useClientsView((view) => view.sort);
  const active = sort.column === id;
  const Arrow = sort.descending ? IconArrowDown : IconArrowUp;
  return (
    <div
      aria-sort={active ? (sort.descending ? 'descending' : 'ascending') : 'none'}
      className={classes.headCell}
      data-column={id}
      role="columnheader"
    >
      <button
        className={classes.headButton}
        data-active={active ? true : undefined}
        onClick={() => sortBy(id)}
        title={t('sortBy', { column: t(`column.${id}`) })}
        type="button"
      >
        {t(`column.${id}`)}
        {active ? <Arrow aria-hidden="true" size={14} stroke={1.5} /> : null}
      </button>
    </div>
  );
});
