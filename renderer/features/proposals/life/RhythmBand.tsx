import { useTranslation } from 'react-i18next';
import type { ProposalLife } from '../../../../shared/domain/proposalLife.ts';
import classes from './life.module.css';

const states = ['silent', 'right', 'pushy'] as const;

/** Too silent, right, too pushy: a mark on a band of three parts, and the same in words. */
export function RhythmBand({ rhythm }: { readonly rhythm: NonNullable<ProposalLife['rhythm']> }) {
  const { t } = useTranslation('life');
  const { state, touches, quietDays } = rhythm;
  const position = `${(rhythm.position * 100).toFixed(1)}%`;
  const advice = t(`rhythm.advice.${state === 'right' && touches === 0 ? 'wait' : state}`);
  return (
    <>
      <div role="img" aria-label={t('rhythm.label', { state: t(`rhythm.${state}`) })}>
        <div className={classes.band} style={{ '--rhythm-at': position }}>
          {states.map((part) => (
            <i key={part} data-on={part === state ? true : undefined} data-part={part} />
          ))}
          <b />
        </div>
        <div className={classes.bandWords} aria-hidden="true">
          {states.map((part) => (
            <span key={part} data-on={part === state ? true : undefined} data-part={part}>
              {t(`rhythm.${part}`)}
            </span>
          ))}
        </div>
      </div>
      <p className={classes.quiet}>
        {t('rhythm.touches', { count: touches })}
        {touches === 0 && quietDays === 0 ? '' : `, ${t('rhythm.quiet', { count: quietDays })}`}. {advice}
      </p>
    </>
  );
}
