import type { ReactNode } from 'react';
import classes from './FieldRow.module.css';

/** A fact in two columns: caption left, value right. `empty` greys a value that is not known yet. */
export function FieldRow({
  label,
  children,
  empty = false,
}: {
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly empty?: boolean;
}) {
  return (
    <div className={classes.row}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.value} data-empty={empty ? true : undefined}>
        {children}
      </dd>
    </div>
  );
}

/** A list of {@link FieldRow}. */
export function FieldRows({
  children,
  labelWidth = 140,
}: {
  readonly children: ReactNode;
  readonly labelWidth?: number;
}) {
  return (
    <dl className={classes.rows} style={{ '--field-label': `${labelWidth}px` }}>
      {children}
    </dl>
  );
}

/** Fields of a form in columns that fold into one where there is no room. */
export function FieldGrid({
  children,
  columns = 2,
}: {
  readonly children: ReactNode;
  readonly columns?: 1 | 2 | 3 | 4;
}) {
  return (
    <div className={classes.grid} data-columns={columns}>
      {children}
    </div>
  );
}
