import type { ReactNode } from 'react';
import classes from './Page.module.css';

/**
 * The body of a page under its top bar: content that scrolls, and beside it an inspector, 320 px, where there is
 * context to show.
 */
export function PageBody({
  children,
  inspector,
  inspectorLabel,
}: {
  readonly children: ReactNode;
  readonly inspector?: ReactNode;
  readonly inspectorLabel?: string;
}) {
  return (
    <div className={classes.body}>
      <div className={classes.content}>{children}</div>
      {inspector === undefined ? null : (
        <aside aria-label={inspectorLabel} className={classes.inspector}>
          {inspector}
        </aside>
      )}
    </div>
  );
}

/** A part of an inspector between hairlines. */
export function InspectorSection({ children }: { readonly children: ReactNode }) {
  return <section className={classes.section}>{children}</section>;
}
