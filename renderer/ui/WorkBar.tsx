import { Button } from '@mantine/core';
import classes from './WorkBar.module.css';

/** Long work: what it is busy with, how far it is, and a button that stops it. */
export function WorkBar({
  label,
  share,
  stop,
  onStop,
}: {
  readonly label: string;
  /** 0–1. */
  readonly share: number;
  readonly stop: string;
  readonly onStop: () => void;
}) {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  return (
    <div className={classes.root}>
      <span aria-live="polite" className={classes.label}>
        {label}
      </span>
      <div
        aria-label={label}
        aria-valuemax={100}
        aria-valuemin={0}
        aria-valuenow={percent}
        className={classes.bar}
        role="progressbar"
      >
        <div className={classes.fill} style={{ inlineSize: `${percent}%` }} />
      </div>
      <span className={classes.percent}>{percent}&#8239;%</span>
      <Button onClick={onStop} size="xs">
        {stop}
      </Button>
    </div>
  );
}
