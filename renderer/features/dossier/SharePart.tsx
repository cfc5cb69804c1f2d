import { useTranslation } from 'react-i18next';
import type { AccountOverview } from '../../../shared/domain/accountView.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { TextLink } from '../../ui/TextLink.tsx';
import classes from './DossierHeader.module.css';

const quartersOfYear = 4;

/** The client's share of the profit; where nothing was sold in a currency that a rate leads to, why there is none. */
export function SharePart({ overview }: { readonly overview: AccountOverview }) {
  const { t } = useTranslation('dossier');
  const words = useFieldWords();
  const { measures, quarters } = overview;
  if (measures.revenue12mMinor !== 0) return <strong>{words.percent(words.profitShare(measures))}</strong>;
  const sold = quarters.filter(({ sums }) =>
    sums.slice(-quartersOfYear).some(({ revenueMinor }) => revenueMinor !== 0),
  );
  if (sold.length === 0) return <span className={classes.quiet}>{t('header.noSales')}</span>;
  const currency = sold.map((one) => one.currency).join(', ');
  return (
    <span className={classes.noRate} title={t('header.noRateHint', { currency })}>
      <TextLink onPress={() => goTo({ at: 'settings', page: 'rates' })}>
        {t('header.noRate', { currency })}
      </TextLink>
    </span>
  );
}
