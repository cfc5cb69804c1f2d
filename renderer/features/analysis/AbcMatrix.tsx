import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { AbcClass, XyzClass } from '../../../shared/domain/accountView.ts';
import type { AbcXyzCell, MatrixCell } from '../../../shared/domain/salesAnalysis.ts';
import type { AbcXyzCuts } from '../../../shared/domain/portfolio.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { TextLink } from '../../ui/TextLink.tsx';
import classes from './analysis.module.css';

/** From these shares on a cell is filled, and tinted; permille. */
const shades = { filled: 300, tinted: 100, light: 40 } as const;

function shadeOf({ sharePermille }: MatrixCell): 'filled' | 'tinted' | 'light' | undefined {
  if (sharePermille >= shades.filled) return 'filled';
  if (sharePermille >= shades.tinted) return 'tinted';
  return sharePermille >= shades.light ? 'light' : undefined;
}

/** The 3 × 3 matrix: how much each cell brings and how many clients are in it. A pressed cell filters the table below. */
export function AbcMatrix({
  matrix,
  cuts,
  chosen,
  onChoose,
}: {
  readonly matrix: readonly MatrixCell[];
  readonly cuts: AbcXyzCuts;
  readonly chosen: AbcXyzCell | null;
  readonly onChoose: (cell: AbcXyzCell | null) => void;
}) {
  const { t } = useTranslation('analysis');
  const words = useFieldWords();
  return (
    <>
      <div className={classes.matrix}>
        <span />
        {XyzClass.options.map((xyz) => (
          <span className={classes.matrixHead} key={xyz}>
            <strong>{xyz}</strong> {t(`sales.frequency.${xyz}`)}
          </span>
        ))}
        {AbcClass.options.map((abc) => (
          <Fragment key={abc}>
            <strong className={classes.matrixSide}>{abc}</strong>
            {matrix
              .filter((cell) => cell.abc === abc)
              .map((cell) => {
                const isChosen = chosen?.abc === abc && chosen.xyz === cell.xyz;
                const share = words.percent(cell.sharePermille / 10);
                const clients = t('clients', { count: cell.clients });
                return (
                  <button
                    aria-pressed={isChosen}
                    className={classes.matrixCell}
                    data-shade={shadeOf(cell)}
                    disabled={cell.clients === 0}
                    key={cell.xyz}
                    onClick={() => onChoose(isChosen ? null : { abc, xyz: cell.xyz })}
                    type="button"
                  >
                    <span className="k-hidden">{`${abc}${cell.xyz} `}</span>
                    <strong>{cell.clients === 0 ? '—' : share}</strong>
                    <span>{cell.clients === 0 ? null : clients}</span>
                  </button>
                );
              })}
          </Fragment>
        ))}
      </div>
      <p className={classes.hint}>
        {t('sales.matrixHint', {
          a: words.percent(cuts.aPercent),
          b: words.percent(cuts.bPercent),
          x: cuts.xMonths,
          y: cuts.yMonths,
        })}{' '}
        <TextLink onPress={() => goTo({ at: 'settings', page: 'portfolio' })}>{t('sales.cuts')}</TextLink>
      </p>
    </>
  );
}
