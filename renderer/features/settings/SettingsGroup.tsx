import type { ReactNode } from 'react';
import classes from './SettingsGroup.module.css';

/** A group of settings: a heading, a line of explanation, fields in one column of at most 640 px. */
export function SettingsGroup({
  title,
  text,
  action,
  children,
}: {
  readonly title: string;
  readonly text?: string;
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <section className={classes.group}>
      <header className={classes.head}>
        <div>
          <h2>{title}</h2>
          {text === undefined ? null : <p className={classes.text}>{text}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}
