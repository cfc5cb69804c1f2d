import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import classes from './Skeletons.module.css';

const patienceMs = 300;

/** True after 300 ms: what comes sooner needs no placeholder, and nothing should blink. */
function useLate(): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return late;
}

/** Rows in the shape of a table or list that is on its way. */
export function RowsSkeleton({
  rows = 8,
  height = 36,
}: {
  readonly rows?: number;
  readonly height?: number;
}) {
  const late = useLate();
  return (
    <div aria-busy="true" className={classes.rows}>
      {Array.from({ length: rows }, (_, index) => (
        <div className={classes.row} key={index} style={{ height }}>
          {late ? <Skeleton height={10} width={`${[62, 48, 70, 55, 40][index % 5] ?? 50}%`} /> : null}
        </div>
      ))}
    </div>
  );
}

/** A page on its way: a heading and rows. */
export function PageSkeleton() {
  const late = useLate();
  return (
    <div aria-busy="true" className={classes.page}>
      {late ? <Skeleton height={20} width={240} /> : <div className={classes.heading} />}
      <RowsSkeleton />
    </div>
  );
}
