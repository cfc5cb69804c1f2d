import classes from './Initials.module.css';

/** Two letters in a small square: a reader, a client. `tone` red marks a hole, accent the chosen one. */
export function Initials({
  text,
  tone = 'plain',
  label,
}: {
  readonly text: string;
  readonly tone?: 'plain' | 'accent' | 'red';
  /** Full name for the tooltip and screen readers. */
  readonly label?: string;
}) {
  return (
    <span
      aria-hidden={label === undefined ? true : undefined}
      aria-label={label}
      className={classes.root}
      data-tone={tone}
      role={label === undefined ? undefined : 'img'}
      title={label}
    >
      {text}
    </span>
  );
}
