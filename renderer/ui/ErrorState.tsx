import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './ErrorState.module.css';

/** A failure in the place where the data would stand: what happened, what to do, one button. */
export function ErrorState({
  title,
  text,
  action,
}: {
  readonly title: string;
  readonly text: string;
  readonly action?: ReactNode;
}) {
  return (
    <div className={classes.root} role="alert">
      <IconAlertCircle aria-hidden="true" className={classes.icon} size={18} stroke={1.5} />
      <div>
        <p className={classes.title}>{title}</p>
        <p className={classes.text}>{text}</p>
        {action === undefined ? null : <div className={classes.action}>{action}</div>}
      </div>
    </div>
  );
}
