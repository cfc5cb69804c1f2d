import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Chip.module.css';

/** A filter that is on or off: icon, word, how many it lets through. Pressed chips show a cross, `plain` ones (one of a set) do not. */
export function Chip({
  pressed,
  onPress,
  children,
  icon,
  count,
  title,
  plain = false,
}: {
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
  readonly icon?: ReactNode;
  readonly count?: number | string;
  readonly title?: string;
  readonly plain?: boolean;
}) {
  return (
    <button aria-pressed={pressed} className={classes.chip} onClick={onPress} title={title} type="button">
      {icon}
      <span>{children}</span>
      {count === undefined ? null : <span className={classes.count}>{count}</span>}
      {pressed && !plain ? <IconX aria-hidden="true" size={13} stroke={1.5} /> : null}
    </button>
  );
}
