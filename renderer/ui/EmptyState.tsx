import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

/** An empty place: one sentence and one button. `calm` keeps it small inside a section. */
export function EmptyState({
  title,
  children,
  action,
  calm = false,
}: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
  readonly calm?: boolean;
}) {
  return (
    <div className={classes.root} data-calm={calm ? true : undefined}>
      <p className={classes.title}>{title}</p>
      {children === undefined ? null : <p className={classes.text}>{children}</p>}
      {action === undefined ? null : <div className={classes.action}>{action}</div>}
    </div>
  );
}
