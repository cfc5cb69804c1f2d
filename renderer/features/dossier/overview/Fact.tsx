import { useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldKey } from '../../../../shared/domain/dossierStandard.ts';
import { InPlace } from '../../../ui/InPlace.tsx';
import { useFieldFocus } from './fieldFocus.ts';
import classes from './OverviewTab.module.css';

/** A long fact: caption above, text that is edited in place; empty asks its question. */
export function LongFact({
  label,
  ask,
  value,
  onSave,
  focusKey,
  mark,
  stale = false,
}: {
  readonly label: string;
  readonly ask: string;
  readonly value: string;
  readonly onSave: (text: string) => Promise<void>;
  /** Opens by itself when a question about this field is pressed. */
  readonly focusKey?: FieldKey;
  /** How the fact is known. */
  readonly mark?: ReactNode;
  /** Older than its field allows: greyed until confirmed anew. */
  readonly stale?: boolean;
}) {
  const { t } = useTranslation('dossier');
  const root = useRef<HTMLDivElement>(null);
  useFieldFocus(root, focusKey);
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
  focusKey,
  mark,
  stale = false,
}: {
  readonly label: string;
  readonly ask: string;
  readonly value: string;
  readonly onSave: (text: string) => Promise<void>;
  readonly maxLength?: number;
  readonly focusKey?: FieldKey;
  readonly mark?: ReactNode;
  readonly stale?: boolean;
}) {
  const root = useRef<HTMLDivElement>(null);
  useFieldFocus(root, focusKey);
  return (
    <div className={classes.short} data-stale={stale ? true : undefined} ref={root}>
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
