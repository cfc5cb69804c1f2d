import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import classes from './Steps.module.css';

/** A degree from 1 to `of` as short dashes: filled up to `value`. For reading only. */
export function Steps({ value, of = 5 }: { readonly value: number; readonly of?: number }) {
  return (
    <span aria-hidden="true" className={classes.steps}>
      {Array.from({ length: of }, (_, index) => (
        <span className={classes.step} data-on={index < value ? true : undefined} key={index} />
      ))}
    </span>
  );
}

/** A degree from 1 to 5 that can be set by pressing a dash or with the arrow keys; null = not known. */
export function StepsInput({
  value,
  onChange,
  label,
  stepLabel,
  tone = 'accent',
}: {
  readonly value: number | null;
  readonly onChange: (value: number) => void;
  readonly label: string;
  /** What one step means, for the tooltip and screen readers. */
  readonly stepLabel: (value: number) => string;
  readonly tone?: 'accent' | 'weak';
}) {
  const root = useRef<HTMLSpanElement>(null);
  const move = (event: KeyboardEvent, from: number) => {
    const by =
      event.key === 'ArrowRight' || event.key === 'ArrowUp'
        ? 1
        : event.key === 'ArrowLeft' || event.key === 'ArrowDown'
          ? -1
          : 0;
    if (by === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const next = Math.max(1, Math.min(5, from + by));
    onChange(next);
    root.current?.querySelectorAll('button')[next - 1]?.focus();
  };
  return (
    <span aria-label={label} className={classes.input} data-tone={tone} ref={root} role="radiogroup">
      {[1, 2, 3, 4, 5].map((step) => (
        <button
          aria-checked={step === value}
          aria-label={stepLabel(step)}
          className={classes.press}
          key={step}
          onClick={() => onChange(step)}
          onKeyDown={(event) => move(event, step)}
          role="radio"
          tabIndex={step === (value ?? 1) ? 0 : -1}
          title={stepLabel(step)}
          type="button"
        >
          <span className={classes.step} data-on={value !== null && step <= value ? true : undefined} />
        </button>
      ))}
    </span>
  );
}
