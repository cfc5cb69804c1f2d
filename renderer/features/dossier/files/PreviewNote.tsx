import type { ReactNode } from 'react';
import classes from './FilePane.module.css';

/** A sentence where the file would be. */
export function PreviewNote({ children }: { readonly children: ReactNode }) {
  return <p className={classes.stageNote}>{children}</p>;
}
