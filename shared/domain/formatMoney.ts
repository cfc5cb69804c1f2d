import type { Language } from './language.ts';
import type { Currency, Money } from './money.ts';

/** No-break space: keeps thousands, signs and units on one line. */
export const nbsp = '\u00A0';

const signs: Readonly<Record<Currency, string>> = { RUB: '₽', USD: '$', EUR: '€', CNY: '¥', GBP: '£' };
/** English papers name roubles and yuan by code: the rouble sign is rare there, and ¥ is read as yen. */
const englishPrefixes: Readonly<Record<Currency, string>> = {
  RUB: `RUB${nbsp}`,
  USD: '$',
  EUR: '€',
  CNY: `CNY${nbsp}`,
  GBP: '£',
};

/** Splits a row of digits into thousands: no-break spaces in Russian, commas in English. */
export function groupThousands(digits: string, language: Language): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, language === 'ru' ? nbsp : ',');
}

/**
 * An amount in the smallest unit as figures with two decimals: `1 234 567,89` (ru), `1,234,567.89` (en).
 * Negative amounts carry a true minus sign. GLOSSARY: деньги.
 */
export function formatAmount(amountMinor: number, language: Language): string {
  const digits = String(Math.abs(amountMinor)).padStart(3, '0');
  const whole = groupThousands(digits.slice(0, -2), language);
  return `${amountMinor < 0 ? '−' : ''}${whole}${language === 'ru' ? ',' : '.'}${digits.slice(-2)}`;
}

/** `₽`, `$`, `€`, `¥`, `£`; in English roubles and yuan go by code: `RUB`, `CNY`. For column headings. */
export function currencySymbol(currency: Currency, language: Language = 'ru'): string {
  return language === 'ru' ? signs[currency] : englishPrefixes[currency].trim();
}

/** Money as printed: `1 234 567,89 ₽` (ru), `RUB 1,234,567.89`, `€1,234.50` (en). GLOSSARY: деньги. */
export function formatMoney(money: Money, language: Language): string {
  const amount = formatAmount(Math.abs(money.amountMinor), language);
  const minus = money.amountMinor < 0 ? '−' : '';
  return language === 'ru'
    ? `${minus}${amount}${nbsp}${signs[money.currency]}`
    : `${minus}${englishPrefixes[money.currency]}${amount}`;
}
