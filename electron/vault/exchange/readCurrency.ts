import type { Currency } from '../../../shared/domain/money.ts';
import { type Cell, cellText } from './tableFile.ts';

const currencyWords: readonly (readonly [RegExp, Currency])[] = [
  [/^(rub|rur|руб(л[ьейя]+)?|р|₽|643)$/, 'RUB'],
  [/^(usd|\$|долл?(ар[а-я]*)?( сша)?|840)$/, 'USD'],
  [/^(eur|€|евро|978)$/, 'EUR'],
  [/^(cny|rmb|¥|юан[ьейяи]+|156)$/, 'CNY'],
  [/^(gbp|£|фунт[а-я]*( стерлингов)?|826)$/, 'GBP'],
];

/** The currency that a cell names by code, sign or word; null where it names none that is known. */
export function readCurrency(cell: Cell | undefined): Currency | null {
  const text = cellText(cell).toLowerCase().replace(/\.$/, '');
  return currencyWords.find(([words]) => words.test(text))?.[1] ?? null;
}
