import type { CalendarDate } from './calendarDate.ts';
import type { Finding, Severity } from './finding.ts';
import { formatMoney } from './formatMoney.ts';
import type { Language } from './language.ts';
import { currenciesWithoutRate } from './listPrice.ts';
import { underFloor } from './priceFloor.ts';
import type { PriceTable } from './priceTable.ts';
import { priceTotals } from './priceTotals.ts';

/**
 * What the price rules say of a table: sums too large to be told, prices under the floor (without a reason they stop),
 * discounts for nothing in return, currencies without a rate, prices that end before the proposal does. GLOSSARY:
 * порог цены, что взамен, курс.
 */
export function checkPriceLines(
  table: PriceTable,
  about: {
    readonly sectionId: string | null;
    readonly language: Language;
    readonly validUntil: CalendarDate;
  },
): Finding[] {
  const { sectionId, language } = about;
  const at = (severity: Severity, quote = '') => ({
    severity,
    sectionId,
    quote,
    place: 'priceTable' as const,
  });
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency: table.currency }, language);
  const findings: Finding[] = [];
  if (priceTotals(table).isTooLarge) findings.push({ kind: 'amountTooLarge', ...at('stop'), params: {} });
  for (const { title, floorMinor, priceMinor, hasReason } of underFloor(table))
    findings.push({
      kind: hasReason ? 'underFloorKnown' : 'underFloor',
      ...at(hasReason ? 'note' : 'stop', title),
      params: { title, price: money(priceMinor), floor: money(floorMinor) },
    });
  for (const { title, discountBp, gives } of table.items)
    if (discountBp > 0 && (gives ?? []).length === 0)
      findings.push({
        kind: 'discountForNothing',
        ...at('note', title.trim()),
        params: { title: title.trim() },
      });
  if ((table.totalDiscountBp ?? 0) > 0 && (table.totalGives ?? []).length === 0)
    findings.push({ kind: 'totalDiscountForNothing', ...at('note'), params: {} });
  for (const currency of currenciesWithoutRate(table))
    findings.push({ kind: 'rateMissing', ...at('stop'), params: { currency } });
  for (const { title, priceUntil } of table.items)
    if (priceUntil !== undefined && priceUntil < about.validUntil)
      findings.push({
        kind: 'priceEnds',
        ...at('warn', title.trim()),
        params: { title: title.trim(), until: priceUntil },
      });
  return findings;
}
