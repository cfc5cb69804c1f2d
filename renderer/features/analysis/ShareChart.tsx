import { CompositeChart } from '@mantine/charts';
import '@mantine/charts/styles.css';
import { useTranslation } from 'react-i18next';
import { AbcClass } from '../../../shared/domain/accountView.ts';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { companyInitials } from '../../app/companyInitials.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import classes from './analysis.module.css';

type Point = {
  readonly key: string;
  readonly short: string;
  readonly name: string;
  readonly total: number;
  readonly share: number;
} & Partial<Readonly<Record<AbcClass, number>>>;

const colours: Readonly<Record<AbcClass, string>> = {
  A: 'var(--k-accentFill)',
  B: 'var(--k-rampB)',
  C: 'var(--k-edge)',
};
/** The running total is labelled where it first passes a border of ABC, and at the first bar nothing stands above. */
const labelled = [50, 80, 95];

/** Where a bar's figure stands from its top, px: inside where the line's own figure stands above it. */
const [insideBar, aboveBar] = [18, -6];
/** A bar this low has no room inside, %. */
const lowBar = 8;
/** A bar this high reaches the line's end, %. */
const highBar = 85;

/** Shares of the largest clients as bars, the others as one more, and the running total as a line. */
export function ShareChart({ data }: { readonly data: OutputOf<'analysis.sales'> }) {
  const { t } = useTranslation('analysis');
  const words = useFieldWords();
  const rest = data.buyers - data.leaders.length;
  const points: Point[] = data.leaders.map((one) => ({
    key: one.accountId,
    short: companyInitials(one.name),
    name: one.name,
    share: one.sharePermille / 10,
    total: one.cumulativePermille / 10,
    [one.abc]: one.sharePermille / 10,
  }));
  if (rest > 0) {
    const share = (1000 - (data.leaders.at(-1)?.cumulativePermille ?? 0)) / 10;
    points.push({
      key: 'rest',
      short: t('sales.rest', { count: rest }),
      name: t('sales.restName', { clients: t('clients', { count: rest }) }),
      share,
      total: 100,
      C: share,
    });
  }
  const figure = (share: unknown) => (typeof share === 'number' && share > 0 ? words.number(share, 1) : '');
  const isInside = (at: number | undefined, share: unknown) =>
    (at === 0 && Number(share) > lowBar) || Number(share) > highBar;
  const borders = new Set(labelled.map((border) => points.findIndex(({ total }) => total >= border)));
  return (
    <div aria-label={t('sales.chartLabel')} className={classes.chart} role="img">
      <CompositeChart
        barProps={{
          stackId: 'share',
          isAnimationActive: false,
          radius: 2,
          label: ({ index, x, y, width, value }) => (
            <text
              className={classes.chartShare}
              data-inside={isInside(index, value) ? true : undefined}
              textAnchor="middle"
              x={Number(x) + Number(width) / 2}
              y={Number(y) + (isInside(index, value) ? insideBar : aboveBar)}
            >
              {figure(value)}
            </text>
          ),
        }}
        composedChartProps={{ margin: { top: 22, right: 8, bottom: 0, left: 0 }, accessibilityLayer: false }}
        curveType="linear"
        data={points}
        dataKey="key"
        dotProps={{ r: 3, strokeWidth: 1.5, fill: 'var(--k-bg)', stroke: 'var(--k-text2)' }}
        gridAxis="x"
        h={300}
        lineProps={{
          isAnimationActive: false,
          strokeWidth: 1.5,
          label: ({ index, x, y, value }) =>
            borders.has(index ?? -1) ? (
              <text className={classes.chartTotal} textAnchor="middle" x={Number(x)} y={Number(y) - 9}>
                {figure(value)}
              </text>
            ) : (
              <></>
            ),
        }}
        maxBarWidth={44}
        series={[
          ...AbcClass.options.map((abc) => ({ name: abc, color: colours[abc], type: 'bar' as const })),
          { name: 'total', color: 'var(--k-text2)', type: 'line' as const },
        ]}
        strokeDasharray="0"
        tickLine="none"
        tooltipAnimationDuration={0}
        tooltipProps={{
          content: ({ payload }) => {
            const point = payload?.[0]?.payload as Point | undefined;
            return point === undefined ? null : (
              <div className={classes.tooltip}>
                <strong>{point.name}</strong>
                <span>{words.percent(point.share, 1)}</span>
                <span>{t('sales.cumulative', { share: words.percent(point.total, 1) })}</span>
              </div>
            );
          },
        }}
        xAxisProps={{
          interval: 0,
          tickFormatter: (key: string) => points.find((point) => point.key === key)?.short ?? '',
        }}
        yAxisProps={{ domain: [0, 100], ticks: [0, 20, 40, 60, 80, 100], width: 34 }}
      />
    </div>
  );
}
