import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
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

/** A button of the bar that offers a choice; opens upwards, since the bar stands at the foot of the list. */
export function SelectionMenu({
  label,
  disabled,
  children,
}: {
  readonly label: string;
  readonly disabled: boolean;
  readonly children: ReactNode;
}) {
  return (
    <Menu position="top-start">
      <Menu.Target>
        <Button
          disabled={disabled}
          rightSection={<IconChevronDown size={14} stroke={1.5} />}
          size="xs"
          variant="subtle"
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
