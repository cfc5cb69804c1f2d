import classes from './PlanBar.module.css';

/** Steps of a plan as a row of dashes: done filled, late red and edged, the rest empty. The words stand beside it. */
export function PlanBar({
  done,
  late,
  total,
}: {
  readonly done: number;
  readonly late: number;
  readonly total: number;
}) {
  return (
    <span aria-hidden="true" className={classes.bar}>
      {Array.from({ length: total }, (_, index) => (
        <span
          className={classes.step}
          data-state={index < done ? 'done' : index < done + late ? 'late' : undefined}
          key={index}
        />
      ))}
    </span>
  );
}
