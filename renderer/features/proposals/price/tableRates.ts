import type { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import { type CurrencyRate, rateOn, type TableRate } from '../../../../shared/domain/currencyRate.ts';
import { Currency } from '../../../../shared/domain/money.ts';
import type { PriceTable } from '../../../../shared/domain/priceTable.ts';

/** The vault's rates that hold on a day, one a currency. */
export function vaultRatesOn(rates: readonly CurrencyRate[], day: CalendarDate): CurrencyRate[] {
  return Currency.options.flatMap((currency) => rateOn(rates, currency, day) ?? []);
}

/** The table with every rate that is known: its own first, then the vault's of the day. */
export function ratesOfDay(table: PriceTable, rates: readonly CurrencyRate[]): PriceTable {
  const own = table.rates ?? [];
  const fresh: TableRate[] = rates
    .filter(({ currency }) => own.every((rate) => rate.currency !== currency))
    .map((rate) => ({ ...rate, agreed: false }));
  return fresh.length === 0 ? table : { ...table, rates: [...own, ...fresh] };
}

/** The table with only those rates that its prices came through: others would be kept and printed for nothing. */
export function withUsedRates(table: PriceTable): PriceTable {
  const foreign = new Set(
    table.items.flatMap(({ foreign: price }) => (price === undefined ? [] : [price.currency])),
  );
  if (foreign.size > 0) foreign.add(table.currency);
  const { rates = [], ...rest } = table;
  const used = rates.filter(({ currency, agreed }) => agreed || foreign.has(currency));
  return used.length === 0 ? rest : { ...rest, rates: used };
}
