import { useTranslation } from 'react-i18next';
import type { DealCount, DealFilter } from '../../../shared/domain/dealAnalysis.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import classes from './analysis.module.css';

type Row = DealCount & {
  readonly key: string;
  readonly name: string;
  /** How its price stands to ours; absent or null = nothing to say. */
  readonly gapPermille?: number | null;
  /** The deals behind it; absent = they are not shown. */
  readonly filter?: DealFilter;
};

/** Wins and losses of a list as bars that start from one line: losses to the left, wins to the right. */
export function DealBars({
  title,
  rows,
  chosen,
  none,
  onChoose,
}: {
  readonly title: string;
  readonly rows: readonly Row[];
  /** The key of the row whose deals are shown below. */
  readonly chosen: string | null;
  /** Said where there are no rows. */
  readonly none?: string;
  readonly onChoose?: (filter: DealFilter | null) => void;
}) {
  const { t } = useTranslation('analysis');
  const words = useFieldWords();
  const most = Math.max(1, ...rows.map(({ won, lost }) => Math.max(won, lost)));
  const gapText = (permille: number) => {
    if (permille === 0) return t('deals.same');
    const percent = words.percent(Math.abs(permille) / 10, 1);
    return t(permille > 0 ? 'deals.dearer' : 'deals.cheaper', { percent });
  };
  return (
    <section>
      <SectionTitle level={3}>{title}</SectionTitle>
      {rows.length === 0 && none !== undefined ? <p className={classes.hint}>{none}</p> : null}
      {rows.length === 0 ? null : (
        <p aria-hidden className={classes.sides}>
          <span />
          <span>{t('deals.lost')}</span>
          <span>{t('deals.won')}</span>
        </p>
      )}
      <ul className={classes.bars}>
        {rows.map(({ key, name, won, lost, gapPermille, filter }) => {
          const isChosen = chosen === key;
          const inner = (
            <>
              <span className={classes.barName}>
                {name}
                <span className="k-hidden">
                  {t('deals.row', { won: words.number(won), lost: words.number(lost) })}
                </span>
                {gapPermille == null ? null : <small>{gapText(gapPermille)}</small>}
              </span>
              <span aria-hidden className={classes.barLost}>
                <span className={classes.barFigure}>{lost === 0 ? '' : words.number(lost)}</span>
                <span className={classes.bar} style={{ width: `${(lost / most) * 70}%` }} />
              </span>
              <span aria-hidden className={classes.barWon}>
                <span className={classes.bar} style={{ width: `${(won / most) * 70}%` }} />
                <span className={classes.barFigure}>{won === 0 ? '' : words.number(won)}</span>
              </span>
            </>
          );
          return (
            <li key={key}>
              {filter === undefined || onChoose === undefined ? (
                <div className={classes.barRow}>{inner}</div>
              ) : (
                <button
                  aria-pressed={isChosen}
                  className={classes.barRow}
                  onClick={() => onChoose(isChosen ? null : filter)}
                  type="button"
                >
                  {inner}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
