import { memo, type ReactNode } from 'react';
import classes from './StateMark.module.css';

export type StateTone = 'good' | 'attention' | 'bad';

const shapes: Record<StateTone, string> = {
  good: 'M6 1a5 5 0 1 1 0 10a5 5 0 0 1 0-10z',
  attention: 'M6 1.6 11 10.4H1z',
  bad: 'M6 1 11 6 6 11 1 6z',
};

/**
 * A state by shape, colour and word: circle, triangle, diamond. Readable without the colour. A `sentence` breaks its line
 * where the place is narrow, a word does not.
 */
export const StateMark = memo(function StateMark({
  tone,
  sentence = false,
  children,
}: {
  readonly tone: StateTone;
  readonly sentence?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <span className={classes.root} data-sentence={sentence ? true : undefined} data-tone={tone}>
      <svg aria-hidden="true" height="9" viewBox="0 0 12 12" width="9">
        <path d={shapes[tone]} fill="currentColor" />
      </svg>
      <span className={classes.word}>{children}</span>
    </span>
  );
});
