import type { ReactNode } from 'react';
import classes from './SectionTitle.module.css';

/** Heading of a section with an optional count after it and an action at the right edge. */
export function SectionTitle({
  children,
  count,
  action,
  level = 2,
}: {
  readonly children: ReactNode;
  readonly count?: number | string;
  readonly action?: ReactNode;
  /** 1 page, 2 section, 3 part, 'caption' a quiet 12 px heading. */
  readonly level?: 1 | 2 | 3 | 'caption';
}) {
  const Heading = level === 1 ? 'h1' : level === 2 ? 'h2' : 'h3';
  return (
    <div className={classes.root} data-level={level}>
      <Heading className={classes.title}>
        {children}
        {count === undefined ? null : <span className={classes.count}> {count}</span>}
      </Heading>
      {action === undefined ? null : <div className={classes.action}>{action}</div>}
    </div>
  );
}
