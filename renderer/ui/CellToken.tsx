import { memo } from 'react';
import classes from './CellToken.module.css';

/** A two-letter cell, 30 × 20. `rank` is its weight to the eye: 1 filled, 2 edged, 3 grey. */
export const CellToken = memo(function CellToken({
  text,
  rank,
  label,
}: {
  readonly text: string;
  readonly rank: 1 | 2 | 3;
  readonly label?: string;
}) {
  return (
    <span className={classes.root} data-rank={rank} title={label}>
      {text}
    </span>
  );
});
