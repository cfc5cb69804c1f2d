import { useTranslation } from 'react-i18next';
import type { Finding } from '../../../../shared/domain/finding.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { termInSentence } from '../../../app/inSentence.ts';
import { fieldLabel } from '../../../editor/fieldLabel.ts';

const percent = (bp: number): string => String(bp / 100);

/** A finding as a sentence: what is there and what to do. */
export function useFindingWords(): (finding: Finding) => string {
  const { t } = useTranslation(['check', 'domain']);
  const { day } = useFieldWords();
  return (finding) => {
    switch (finding.kind) {
      case 'emptyField':
      case 'fieldElsewhere':
      case 'formerField':
        return t(`said.${finding.kind}`, { field: fieldLabel(finding.params.field) });
      case 'ownValue':
        return t('said.ownValue', { field: fieldLabel(finding.params.field), known: finding.params.known });
      case 'coverageHole': {
        const { name, criterion, weightPercent } = finding.params;
        const criterionWords = termInSentence(t(`domain:criterion.${criterion}`));
        return t('said.coverageHole', { name, criterion: criterionWords, percent: weightPercent });
      }
      case 'noCriteria':
      case 'readerDeleted':
      case 'hrWithoutReference':
        return t(`said.${finding.kind}`, { name: finding.params.name });
      case 'refereeWithoutConsent':
        return t('said.refereeWithoutConsent', { company: finding.params.company });
      case 'validityPast':
        return t('said.validityPast', { day: day(finding.params.until) });
      case 'validityShort':
        return t('said.validityShort', { count: finding.params.days, day: day(finding.params.until) });
      case 'validityBeforeDate':
        return t('said.validityBeforeDate', {
          from: day(finding.params.from),
          date: day(finding.params.date),
        });
      case 'vatChange': {
        const { on, before, after } = finding.params;
        return t('said.vatChange', { day: day(on), before, after });
      }
      case 'datedFactPast':
      case 'datedFactEnds':
        return t(`said.${finding.kind}`, { fact: finding.params.fact, day: day(finding.params.until) });
      case 'severalPriceTables':
        return t('said.severalPriceTables', { count: finding.params.count });
      case 'zeroPrice':
      case 'zeroQuantity':
      case 'discountForNothing':
      case 'emptySection':
        return t(`said.${finding.kind}`, { title: finding.params.title });
      case 'unwrittenPart':
        return finding.params.title === ''
          ? t('said.unwrittenText')
          : t('said.unwrittenPart', { title: finding.params.title });
      case 'untitledItem':
        return t('said.untitledItem', { number: finding.params.number });
      case 'vatRateNotInForce':
        return t('said.vatRateNotInForce', { rate: finding.params.rate, day: day(finding.params.date) });
      case 'underFloor':
      case 'underFloorKnown':
        return t(`said.${finding.kind}`, finding.params);
      case 'rateMissing':
        return t('said.rateMissing', { currency: t(`domain:currency.${finding.params.currency}`) });
      case 'priceEnds':
        return t('said.priceEnds', { title: finding.params.title, day: day(finding.params.until) });
      case 'paymentShares':
        return t('said.paymentShares', { percent: percent(finding.params.percentBp) });
      case 'totalDisagrees':
        return t('said.totalDisagrees', finding.params);
      case 'forbiddenLink':
        return t('said.forbiddenLink', { href: finding.params.href });
      case 'noReaders':
      case 'refereeGone':
      case 'validityMissing':
      case 'priceTableMissing':
      case 'priceTableEmpty':
      case 'amountTooLarge':
      case 'totalDiscountForNothing':
      case 'signatureMissing':
      case 'signatoryMissing':
      case 'addresseeMissing':
      case 'companyNameEmpty':
      case 'requisitesEmpty':
      case 'otherLanguageBlock':
      case 'brokenImage':
      case 'emptyHeading':
        return t(`said.${finding.kind}`);
      default:
        return t(`said.${finding.kind}`, { words: finding.params.words });
    }
  };
}
