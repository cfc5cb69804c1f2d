import { CurrencyRate } from '../../../shared/domain/currencyRate.ts';
import { DatedVatRate } from '../../../shared/domain/vatRates.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';

/** The dated rates of VAT of this vault, in the user's order. */
export function readVatLaw(db: ReadableDb): DatedVatRate[] {
  return db
    .prepare(/* sql */ `
      SELECT kind, rate, fromDay AS "from", untilDay AS until FROM vat_rates ORDER BY place`)
    .all()
    .map((row) => DatedVatRate.parse(row));
}

/** The dated rates of currencies, the newest first. */
export function readCurrencyRates(db: ReadableDb): CurrencyRate[] {
  return db
    .prepare(/* sql */ `
      SELECT currency, onDay AS "on", rubE4 FROM currency_rates ORDER BY onDay DESC, currency`)
    .all()
    .map((row) => CurrencyRate.parse(row));
}

/** Replaces all rates by these. Two rates of a currency on one day: the last one counts. */
export function saveRates(
  db: WritableDb,
  vat: readonly DatedVatRate[],
  currencies: readonly CurrencyRate[],
): void {
  db.prepare(/* sql */ `DELETE FROM vat_rates`).run();
  const putVat = db.prepare(/* sql */ `
    INSERT INTO vat_rates (place, kind, rate, fromDay, untilDay) VALUES (:place, :kind, :rate, :from, :until)`);
  for (const [place, rate] of vat.entries()) putVat.run({ ...rate, place: place + 1 });
  db.prepare(/* sql */ `DELETE FROM currency_rates`).run();
  const putCurrency = db.prepare(/* sql */ `
    INSERT INTO currency_rates (currency, onDay, rubE4) VALUES (:currency, :on, :rubE4)
    ON CONFLICT (currency, onDay) DO UPDATE SET rubE4 = :rubE4`);
  for (const rate of currencies) putCurrency.run(rate);
  // Sums of the clients table are converted by these rates: no line holds until it is counted anew.
  db.prepare(/* sql */ `UPDATE account_listing SET holdsUntil = '' WHERE holdsUntil <> ''`).run();
}
