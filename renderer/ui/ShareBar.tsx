import { memo } from 'react';
import classes from './ShareBar.module.css';

/**
 * A share as a 4 px bar and its figure. `part` is the bar's length from 0 to 1 (scale it to the largest of the list),
 * `text` the figure as printed. Without `text` only the bar is drawn.
 */
export const ShareBar = memo(function ShareBar({
  part,
  text,
  width = 76,
}: {
  readonly part: number;
  readonly text?: string;
  readonly width?: number | 'fill';
}) {
  const percent = Math.max(0, Math.min(1, part)) * 100;
  const backgroundSize = percent > 0 ? `max(2px, ${percent}%) 100%` : '0 0';
  return (
    <span className={classes.root} data-fill={width === 'fill' ? true : undefined}>
      <span
        aria-hidden="true"
        className={classes.rail}
        style={width === 'fill' ? { backgroundSize } : { backgroundSize, width }}
      />
      {text === undefined ? null : <span className={`k-num ${classes.figure ?? ''}`}>{text}</span>}
    </span>
  );
});
