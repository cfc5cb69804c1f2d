import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { InPlace } from '../../../ui/InPlace.tsx';
import { useTakenFocus } from '../dossierFocus.ts';
import type { DossierFocus } from '../questions.ts';
import classes from './OverviewTab.module.css';

/** A long fact: caption above, text that is edited in place; empty asks its question. */
export function LongFact({
  label,
  ask,
  value,
  onSave,
  part,
  mark,
  stale = false,
}: {
  readonly label: string;
  readonly ask: string;
  readonly value: string;
  readonly onSave: (text: string) => Promise<void>;
  /** Opens by itself when the header's question about this part is pressed. */
  readonly part?: DossierFocus['part'];
  /** How the fact is known. */
  readonly mark?: ReactNode;
  /** Older than its field allows: greyed until confirmed anew. */
  readonly stale?: boolean;
}) {
  const { t } = useTranslation('dossier');
  const root = useRef<HTMLDivElement>(null);
  useTakenFocus((focus) => {
    if (part === undefined || focus.part !== part) return false;
    root.current?.scrollIntoView({ block: 'center' });
    root.current?.querySelector<HTMLButtonElement>('button[data-in-place]')?.click();
    return true;
  });
  return (
    <div className={classes.fact} data-stale={stale ? true : undefined} ref={root}>
      <div className={classes.captionRow}>
        <h3 className={classes.caption}>{label}</h3>
        {mark}
      </div>
      <InPlace
        ask={ask}
        hint={t('overview.editHintLong')}
        label={label}
        multiline
        onSave={onSave}
        value={value}
      />
    </div>
  );
}

/** A short fact in a row: caption left, value right. */
export function ShortFact({
  label,
  ask,
  value,
  onSave,
  maxLength = 200,
  mark,
  stale = false,
}: {
  readonly label: string;
  readonly ask: string;
  readonly value: string;
  readonly onSave: (text: string) => Promise<void>;
  readonly maxLength?: number;
  readonly mark?: ReactNode;
  readonly stale?: boolean;
}) {
  return (
    <div className={classes.short} data-stale={stale ? true : undefined}>
      <dt>
        {label}
        {mark}
      </dt>
      <dd>
        <InPlace ask={ask} label={label} maxLength={maxLength} onSave={onSave} value={value} />
      </dd>
    </div>
  );
}
