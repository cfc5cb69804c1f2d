import { useTranslation } from 'react-i18next';
import type { AccountOverview } from '../../../../shared/domain/accountView.ts';
import { currencySymbol } from '../../../../shared/domain/formatMoney.ts';
import type { Currency } from '../../../../shared/domain/money.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import classes from './OverviewTab.module.css';

const roman = ['I', 'II', 'III', 'IV'];

/** Year and quarter out of a label such as `2026 Q3` or `2026-3`. */
function partsOf(label: string): { readonly year: string; readonly quarter: string } {
  const year = /\d{4}/.exec(label)?.[0] ?? '';
  const number = /[1-4]/.exec(label.replace(year, ''))?.[0];
  return { year, quarter: number === undefined ? label : (roman[Number(number) - 1] ?? label) };
}

/** Revenue of the last quarters as bars with the figure on each: no axis, no legend. */
export function QuartersChart({
  quarters,
  currency,
}: {
  readonly quarters: AccountOverview['quarters'][number]['sums'];
  readonly currency: Currency;
}) {
  const { t } = useTranslation('dossier');
  const words = useFieldWords();
  const largest = Math.max(1, ...quarters.map(({ revenueMinor }) => revenueMinor));
  const inMillions = largest >= 1e8;
  const unit = inMillions ? 1e8 : 1e5;
  const symbol = currencySymbol(currency, words.language);
  return (
    <>
      <SectionTitle
        count={
          inMillions ? t('overview.quartersUnit', { symbol }) : t('overview.quartersUnitThousand', { symbol })
        }
        level={3}
      >
        {t('overview.quarters')}
      </SectionTitle>
      <ol className={classes.quarters}>
        {quarters.map(({ label, revenueMinor, profitMinor }, index) => {
          const { year, quarter } = partsOf(label);
          const newYear = index === 0 || partsOf(quarters[index - 1]?.label ?? '').year !== year;
          const value = revenueMinor / unit;
          return (
            <li
              aria-label={t('overview.quarterLabel', {
                label: `${quarter} ${year}`,
                revenue: words.money(revenueMinor, currency),
                profit: words.money(profitMinor, currency),
              })}
              className={classes.quarter}
              data-last={index === quarters.length - 1 ? true : undefined}
              key={label}
              title={t('overview.quarterLabel', {
                label: `${quarter} ${year}`,
                revenue: words.money(revenueMinor, currency),
                profit: words.money(profitMinor, currency),
              })}
            >
              <span className={classes.quarterValue}>
                {revenueMinor === 0 ? '—' : words.number(value, value < 10 ? 1 : 0)}
              </span>
              <span
                className={classes.quarterBar}
                style={{ height: `${Math.max(revenueMinor === 0 ? 0 : 2, (revenueMinor / largest) * 64)}px` }}
              />
              <span className={classes.quarterName}>{quarter}</span>
              <span className={classes.quarterYear}>{newYear ? year : '\u00a0'}</span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
