import { foldText } from '../domain/foldText.ts';
import { currencySymbol } from '../domain/formatMoney.ts';
import { Language } from '../domain/language.ts';
import { Currency } from '../domain/money.ts';
import { words } from './words.ts';

/** Columns of a price table as `priceTableView` prints them. */
export const priceColumnKeys = [
  'number',
  'title',
  'quantity',
  'unit',
  'price',
  'discount',
  'vat',
  'sum',
] as const;
export type PriceColumnKey = (typeof priceColumnKeys)[number];

/** The columns that every price table has. */
const always = [
  'number',
  'title',
  'quantity',
  'unit',
  'price',
  'sum',
] as const satisfies readonly PriceColumnKey[];

/** What the head of a printed price table says of it. */
export type PriceHead = {
  readonly language: Language;
  readonly currency: Currency;
  /** Whether its prices are without VAT, which is added below. */
  readonly isOnTop: boolean;
  /** In the order they stand in. */
  readonly columns: readonly PriceColumnKey[];
};

/** The sign of a currency and what else people write for it beside a figure. */
export const moneySigns = (currency: Currency): readonly string[] => [
  ...(currency === 'RUB' ? ['руб.', 'руб', 'р.'] : []),
  currencySymbol(currency, 'ru'),
  currency,
];

type Title = { readonly key: PriceColumnKey; readonly currency?: Currency; readonly isOnTop?: boolean };

function titlesIn(language: Language): ReadonlyMap<string, Title> {
  const { columns } = words[language];
  const plain = ['number', 'title', 'quantity', 'unit', 'discount', 'vat'] as const;
  const titles: [string, Title][] = plain.map((key) => [columns[key], { key }]);
  for (const currency of Currency.options) {
    const sign = currencySymbol(currency, language);
    titles.push([columns.price(sign), { key: 'price', currency, isOnTop: false }]);
    titles.push([columns.priceWithoutVat(sign), { key: 'price', currency, isOnTop: true }]);
    titles.push([columns.sum(sign), { key: 'sum', currency, isOnTop: false }]);
    titles.push([columns.sumWithoutVat(sign), { key: 'sum', currency, isOnTop: true }]);
  }
  return new Map(titles.map(([title, meaning]) => [foldText(title), meaning]));
}

const titlesOf = new Map(Language.options.map((language) => [language, titlesIn(language)]));

export type ReadHead =
  | { readonly ok: true; readonly head: PriceHead }
  /** `other` = a title that none of ours says so; `missing` = a column that is not there. */
  | { readonly ok: false; readonly other: string }
  | { readonly ok: false; readonly missing: PriceColumnKey };

/**
 * Knows the head of a price table by its titles. To the letter, apart from case and spaces: «Цена с НДС» written over
 * «Цена» would be another price.
 */
export function readPriceHead(titles: readonly string[]): ReadHead {
  const found = Language.options.map((language) => ({
    language,
    known: titles.map((title) => titlesOf.get(language)?.get(foldText(title))),
  }));
  const count = (known: readonly unknown[]) => known.filter((each) => each !== undefined).length;
  const [best] = found.toSorted((one, other) => count(other.known) - count(one.known));
  const known = best?.known ?? [];
  const at = known.findIndex(
    (meaning, index) =>
      meaning === undefined || known.some((other, before) => before < index && other?.key === meaning.key),
  );
  if (at !== -1) return { ok: false, other: titles[at] ?? '' };
  const missing = always.find((key) => !known.some((meaning) => meaning?.key === key));
  if (missing !== undefined) return { ok: false, missing };
  const price = known.find((meaning) => meaning?.key === 'price');
  const sum = known.findIndex((meaning) => meaning?.key === 'sum');
  // Prices of one kind and sums of another are nobody's table.
  if (known[sum]?.currency !== price?.currency || known[sum]?.isOnTop !== price?.isOnTop)
    return { ok: false, other: titles[sum] ?? '' };
  return {
    ok: true,
    head: {
      language: best?.language ?? 'ru',
      currency: price?.currency ?? 'RUB',
      isOnTop: price?.isOnTop === true,
      columns: known.flatMap((meaning) => meaning?.key ?? []),
    },
  };
}
