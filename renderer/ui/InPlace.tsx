import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import classes from './InPlace.module.css';

type InPlaceProps = {
  /** The text as stored; empty shows `ask`. */
  readonly value: string;
  /** One concrete question for an empty place. */
  readonly ask: string;
  /** What is being edited, for screen readers. */
  readonly label: string;
  /** Saves; a rejected promise keeps the field open with the user's text in it. */
  readonly onSave: (text: string) => Promise<void> | void;
  /** Several lines: Enter makes a new one, Ctrl+Enter saves. */
  readonly multiline?: boolean;
  readonly maxLength?: number;
  /** How the stored text is shown; by default as it is. */
  readonly shown?: ReactNode;
  readonly hint?: string;
  readonly strong?: boolean;
  /** The text is a heading: for a screen reader it is its own name, and what is edited only describes it. */
  readonly isHeading?: boolean;
  /** Opens the field at once; `onClosed` says when it is left. */
  readonly startOpen?: boolean;
  readonly onClosed?: () => void;
};

/**
 * A text edited where it stands: press (or Enter) opens the field, Enter or leaving it saves, Escape restores.
 * The field has the same metrics as the text, so nothing jumps.
 */
export function InPlace({
  value,
  ask,
  label,
  onSave,
  multiline = false,
  maxLength = 10_000,
  shown,
  hint,
  strong = false,
  isHeading = false,
  startOpen = false,
  onClosed,
}: InPlaceProps) {
  const [text, setText] = useState<string | null>(startOpen ? value : null);
  const [refused, setRefused] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const closing = useRef(false);
  const hintId = useId();
  const open = text !== null;

  useEffect(() => {
    if (!open) return;
    const area = field.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, [open]);

  const close = (refocus: boolean) => {
    closing.current = true;
    setRefused(false);
    setText(null);
    onClosed?.();
    if (refocus) requestAnimationFrame(() => opener.current?.focus());
  };

  const save = async (refocus: boolean) => {
    if (text === null || closing.current) return;
    const next = multiline ? text.trim() : text.replaceAll(/\s+/g, ' ').trim();
    if (next === value) {
      close(refocus);
      return;
    }
    closing.current = true;
    try {
      await onSave(next);
      close(refocus);
    } catch {
      // The caller has said what went wrong; the text stays here so that nothing typed is lost.
      closing.current = false;
      setRefused(true);
    }
  };

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close(true);
    } else if (event.key === 'Enter' && (!multiline || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void save(true);
    }
  };

  if (!open) {
    const said = value === '' ? ask : value;
    return (
      <button
        aria-label={isHeading ? said : `${label}: ${said}`}
        {...(isHeading ? { 'aria-description': label } : {})}
        className={classes.text}
        data-empty={value === '' ? true : undefined}
        data-in-place
        data-strong={strong ? true : undefined}
        onClick={() => {
          closing.current = false;
          setText(value);
        }}
        ref={opener}
        type="button"
      >
        {value === '' ? ask : (shown ?? value)}
      </button>
    );
  }
  return (
    <span className={classes.editing}>
      <span aria-hidden="true" className={classes.sizer} data-strong={strong ? true : undefined}>
        {`${text}\u200b`}
      </span>
      <textarea
        aria-describedby={hint === undefined ? undefined : hintId}
        aria-label={label}
        className={classes.field}
        data-strong={strong ? true : undefined}
        maxLength={maxLength}
        onBlur={() => void save(false)}
        aria-invalid={refused ? true : undefined}
        onChange={(event) => {
          setRefused(false);
          setText(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        ref={field}
        rows={1}
        value={text}
      />
      {hint === undefined ? null : (
        <span className={classes.hint} id={hintId}>
          {hint}
        </span>
      )}
    </span>
  );
}
