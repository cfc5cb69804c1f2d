import { useTranslation } from 'react-i18next';
import { daysBetween } from '../../../../shared/domain/calendarDate.ts';
import type { CompetitorShare } from '../../../../shared/domain/competitorOffer.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import classes from './lists.module.css';

const width = 96;
const height = 22;
const inset = 3;

/** A competitor's share in time as a small line of steps, its beginning in words; nothing while one point is known. */
export function ShareTrend({ shares }: { readonly shares: readonly CompetitorShare[] }) {
  const { t } = useTranslation('rivalry');
  const words = useFieldWords();
  const [first] = shares;
  const last = shares.at(-1);
  if (first === undefined || last === undefined || shares.length < 2) return null;
  const span = Math.max(1, daysBetween(first.notedOn, last.notedOn));
  const most = Math.max(1, ...shares.map(({ sharePercent }) => sharePercent));
  const points = shares.map(({ notedOn, sharePercent }) => ({
    x: inset + (daysBetween(first.notedOn, notedOn) / span) * (width - 2 * inset),
    y: height - inset - (sharePercent / most) * (height - 2 * inset),
  }));
  const said = shares
    .map(({ notedOn, sharePercent }) => t('share.point', { day: words.day(notedOn), percent: sharePercent }))
    .join('; ');
  const end = points.at(-1);
  return (
    <span className={classes.trend}>
      <svg
        aria-label={t('share.history', { points: said })}
        height={height}
        role="img"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
      >
        <title>{said}</title>
        <polyline
          fill="none"
          points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')}
          stroke="var(--k-rampB)"
          strokeWidth="1.5"
        />
        {end === undefined ? null : <circle cx={end.x} cy={end.y} fill="var(--k-accent)" r="2.5" />}
      </svg>
      <span className={classes.quiet}>
        {t('share.from', { percent: first.sharePercent, day: words.day(first.notedOn) })}
      </span>
    </span>
  );
}
