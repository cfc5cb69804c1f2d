import { memo } from 'react';
import classes from './Tick.module.css';

/** A tick box at the beginning of a row: seen while the row is under the pointer, or `shown` while others are ticked. */
export const Tick = memo(function Tick({
  label,
  labelledBy,
  checked,
  shown,
  some = false,
  onTick,
}: {
  readonly label?: string;
  /** Ids of what says it instead: then the box of a row whose name changes need not be drawn anew. */
  readonly labelledBy?: string;
  readonly checked: boolean;
  readonly shown: boolean;
  /** Of a box that stands for many: some are ticked, not all. */
  readonly some?: boolean;
  /** `range` = with Shift. */
  readonly onTick: (range: boolean) => void;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- only keeps the press from choosing the row; the box itself has its keys
    <label
      className={classes.tick}
      data-shown={shown ? true : undefined}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <input
        aria-label={label}
        aria-labelledby={labelledBy}
        checked={checked}
        onChange={() => undefined}
        onClick={(event) => onTick(event.shiftKey)}
        ref={(box) => {
          if (box !== null) box.indeterminate = some && !checked;
        }}
        tabIndex={-1}
        type="checkbox"
      />
    </label>
  );
});
