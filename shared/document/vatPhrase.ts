import { formatPercent } from '../domain/formatDate.ts';
import type { Language } from '../domain/language.ts';
import type { PriceTotals } from '../domain/priceTotals.ts';
import { words } from './words.ts';

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** «в том числе НДС 22 %», with several rates «… 22 % и 10 %», without VAT «без НДС»; begins without a capital. */
export function vatPhrase(totals: PriceTotals, language: Language): string {
  const rates = totals.vatByRate.map(({ rate }) => rate).filter((rate) => rate !== 'none');
  const [first, ...others] = rates;
  // «VAT» is an abbreviation and keeps its capitals.
  if (first === undefined) return language === 'ru' ? lowerFirst(words.ru.noVat) : words.en.noVat;
  const more = others.map(
    (rate) => ` ${language === 'ru' ? 'и' : 'and'} ${formatPercent(rate * 100, language)}`,
  );
  return lowerFirst(words[language].includingVat(first)) + more.join('');
}
