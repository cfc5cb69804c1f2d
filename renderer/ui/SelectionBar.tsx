import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './SelectionBar.module.css';

/** What can be done with the ticked rows; stands where the list's footer stands, so that nothing jumps. */
export function SelectionBar({
  label,
  count,
  clear,
  onClear,
  end,
  children,
}: {
  readonly label: string;
  /** «Выбрано 3». */
  readonly count: string;
  readonly clear: string;
  readonly onClear: () => void;
  /** Stands at the right end. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div aria-label={label} className={classes.bar} role="toolbar">
      <ActionIcon aria-label={clear} onClick={onClear} title={clear}>
        <IconX size={16} stroke={1.5} />
      </ActionIcon>
      <span aria-live="polite" className={classes.count}>
        {count}
      </span>
      {children}
      <div className={classes.end}>{end}</div>
    </div>
  );
}
