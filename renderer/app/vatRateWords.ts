import { useTranslation } from 'react-i18next';
import type { VatRate } from '../../shared/domain/vat.ts';

/** A VAT rate in words: «22 %», «без НДС». */
export function useVatRateWords(): (rate: VatRate) => string {
  const { t } = useTranslation('domain');
  return (rate) => (rate === 'none' ? t('vatRate.none') : t('vatRate.percent', { rate }));
}
