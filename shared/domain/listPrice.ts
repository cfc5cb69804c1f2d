import { convertMinor, type CurrencyRate, type TableRate } from './currencyRate.ts';
import type { Currency } from './money.ts';
import { floorPrice, type PriceListItem, withVatMode } from './priceListItem.ts';
import type { PriceItem, PriceTable } from './priceTable.ts';

type ForeignPrice = NonNullable<PriceItem['foreign']>;

/** Price and floor in another currency; null where a rate is missing. */
function converted(
  source: ForeignPrice,
  to: Currency,
  rates: readonly CurrencyRate[],
): Pick<PriceItem, 'priceMinor' | 'floorMinor'> | null {
  const priceMinor = convertMinor(source.amountMinor, source.currency, to, rates);
  if (priceMinor === null) return null;
  if (source.floorMinor === undefined) return { priceMinor };
  const floorMinor = convertMinor(source.floorMinor, source.currency, to, rates);
  return floorMinor === null ? null : { priceMinor, floorMinor };
}

/**
 * A line of a price table for an item of the price list, its price and floor in the table's currency and VAT mode.
 * Null where the rate of the item's currency is missing. GLOSSARY: прайс-лист, курс.
 */
export function lineFromList(
  item: PriceListItem,
  table: Pick<PriceTable, 'currency' | 'vatMode' | 'rates'>,
  line: { readonly id: string; readonly quantityMilli: number },
): PriceItem | null {
  const inMode = (amountMinor: number): number =>
    withVatMode(amountMinor, item.vatRate, item.vatMode, table.vatMode);
  const floor = floorPrice(item);
  const source: ForeignPrice = {
    amountMinor: inMode(item.priceMinor),
    ...(floor === null ? {} : { floorMinor: inMode(floor) }),
    currency: item.currency,
  };
  const price = converted(source, table.currency, table.rates ?? []);
  if (price === null) return null;
  return {
    ...line,
    group: item.group,
    title: item.name,
    note: '',
    unit: item.unit,
    ...price,
    discountBp: 0,
    vatRate: item.vatRate,
    ...(item.validUntil === null ? {} : { priceUntil: item.validUntil }),
    ...(item.article === '' ? {} : { article: item.article }),
    ...(item.currency === table.currency ? {} : { foreign: source }),
  };
}

/** Currencies that lines were priced in, other than the table's, each once. */
export function foreignCurrencies(table: PriceTable): readonly Currency[] {
  const all = table.items.flatMap(({ foreign }) => (foreign === undefined ? [] : [foreign.currency]));
  return [...new Set(all)].filter((currency) => currency !== table.currency);
}

/** Currencies that the table's prices come through and that have no rate in it. */
export function currenciesWithoutRate(table: PriceTable): readonly Currency[] {
  const foreign = foreignCurrencies(table);
  const needed = foreign.length === 0 ? [] : [...foreign, table.currency];
  const known = new Set<Currency>((table.rates ?? []).map(({ currency }) => currency));
  return needed.filter((currency) => currency !== 'RUB' && !known.has(currency));
}

/** The table with other rates: prices that came from another currency are converted anew, with their floors. */
export function withRates(table: PriceTable, rates: readonly TableRate[]): PriceTable {
  const items = table.items.map((item): PriceItem => {
    if (item.foreign === undefined || item.foreign.currency === table.currency) return item;
    // Without a rate the last known price stays, and the check names the currency.
    return { ...item, ...converted(item.foreign, table.currency, rates) };
  });
  return { ...table, rates: [...rates], items };
}

/**
 * The table in another currency, every price converted by its rates; a line that came from that very currency gets
 * its own price back. Null where a rate is missing: then nothing changes.
 */
export function inCurrency(table: PriceTable, currency: Currency): PriceTable | null {
  const items: PriceItem[] = [];
  for (const item of table.items) {
    const { foreign, ...rest } = item;
    const source: ForeignPrice = foreign ?? {
      amountMinor: item.priceMinor,
      ...(item.floorMinor === undefined ? {} : { floorMinor: item.floorMinor }),
      currency: table.currency,
    };
    const price = converted(source, currency, table.rates ?? []);
    if (price === null) return null;
    items.push({ ...rest, ...price, ...(source.currency === currency ? {} : { foreign: source }) });
  }
  return { ...table, currency, items };
}
