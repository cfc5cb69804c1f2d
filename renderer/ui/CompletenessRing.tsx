import { memo } from 'react';
import classes from './CompletenessRing.module.css';

const radius = 6.5;
const length = 2 * Math.PI * radius;

/** How complete something is: a ring and the figure; amber below 50. `percent` 0–100. */
export const CompletenessRing = memo(function CompletenessRing({
  percent,
  text,
  size = 20,
}: {
  readonly percent: number;
  /** The figure as printed; by default the bare number. */
  readonly text?: string;
  readonly size?: number;
}) {
  const part = Math.max(0, Math.min(100, percent)) / 100;
  return (
    <span className={classes.root} data-low={percent < 50 ? true : undefined}>
      <svg aria-hidden="true" height={size} viewBox="0 0 20 20" width={size}>
        <circle className={classes.rest} cx="10" cy="10" fill="none" r={radius} strokeWidth="2.6" />
        <circle
          className={classes.part}
          cx="10"
          cy="10"
          fill="none"
          r={radius}
          strokeDasharray={`${part * length} ${length}`}
          strokeWidth="2.6"
          transform="rotate(-90 10 10)"
        />
      </svg>
      <span className="k-num">{text ?? percent}</span>
    </span>
  );
});
