import { Popover } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import classes from './RailWarning.module.css';

/** Says in the rail what is wrong with the vault or its place, and, pressed, what to do about it. */
export function RailWarning({
  title,
  text,
  folded,
}: {
  readonly title: string;
  readonly text: string;
  readonly folded: boolean;
}) {
  return (
    <Popover position="right-end" width={320} withArrow>
      <Popover.Target>
        <button
          aria-label={folded ? title : undefined}
          className={classes.line}
          data-folded={folded ? true : undefined}
          type="button"
        >
          <IconAlertTriangle aria-hidden="true" size={16} stroke={1.5} />
          {folded ? null : <span>{title}</span>}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.card}>
        <p className={classes.title}>{title}</p>
        <p>{text}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
