import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../shared/domain/account.ts';
import { hasYearFigures } from '../../../../shared/domain/account.ts';
import { Currency } from '../../../../shared/domain/money.ts';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import { useAccountEdit } from '../accountEdit.ts';
import { ChoiceFact } from './ChoiceFact.tsx';

/** What the client's own money is told in. Another one changes what the figures are in, not the figures, and says so. */
export function CurrencyFact({ account }: { readonly account: Account }) {
  const { t } = useTranslation(['standards', 'domain']);
  const edit = useAccountEdit(account);
  const wordOf = (currency: Currency) => t(`domain:currency.${currency}`);
  const { currency: before, profile } = account;
  const hasMoney = profile.annualRevenueMinor !== null || hasYearFigures(profile);
  const choose = async (option: string) => {
    const currency = Currency.parse(option);
    if (currency === before) return;
    await edit((draft) => ({ ...draft, currency }));
    notifyUndo(
      t(hasMoney ? 'currency.changedWithSums' : 'currency.changed', { currency: wordOf(currency) }),
      () => {
        // A refused save has already been said.
        edit((draft) => ({ ...draft, currency: before })).catch(() => undefined);
      },
    );
  };
  return (
    <ChoiceFact
      label={t('currency.label')}
      onChoose={choose}
      options={Currency.options}
      value={before}
      wordOf={(option) => wordOf(Currency.parse(option))}
    />
  );
}
