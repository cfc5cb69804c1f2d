import type { ReactNode } from 'react';
import classes from './SettingsGroup.module.css';

/** A group of settings: a heading, a line of explanation, fields in one column of at most 640 px; rows may be `wide`. */
export function SettingsGroup({
  title,
  text,
  action,
  wide = false,
  children,
}: {
  readonly title: string;
  readonly text?: string;
  readonly action?: ReactNode;
  readonly wide?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <section className={classes.group} data-wide={wide || undefined}>
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
