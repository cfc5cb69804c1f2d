import type { ReactNode } from 'react';
import { Mark } from '../../ui/Mark.tsx';
import classes from './VaultFrame.module.css';

/** The ground of every screen before a vault is open: the mark, a name, and what stands under it. */
export function VaultFrame({
  title,
  wide = false,
  corner,
  children,
}: {
  readonly title?: string;
  /** Forms that explain need room; the unlock field does not. */
  readonly wide?: boolean;
  readonly corner?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <main className={classes.ground}>
      <div className={classes.column} data-wide={wide ? true : undefined}>
        <span className={classes.mark}>
          <Mark size={wide ? 44 : 72} />
        </span>
        {title === undefined ? null : <h1 className={classes.title}>{title}</h1>}
        {children}
      </div>
      {corner === undefined ? null : <div className={classes.corner}>{corner}</div>}
    </main>
  );
}
