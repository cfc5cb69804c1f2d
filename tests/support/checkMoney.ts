import { stageAmounts } from '../../shared/document/paymentViews.ts';
import { priceTableView } from '../../shared/document/priceViews.ts';
import { moneyInWords } from '../../shared/domain/moneyInWords.ts';
import type { PriceTable } from '../../shared/domain/priceTable.ts';
import { priceTotals } from '../../shared/domain/priceTotals.ts';
import { oracleSums, randomOf, randomTable, readSumInWords, russianUnitOf } from './moneyOracle.ts';

const readPrinted = (text: string): bigint => BigInt(text.replaceAll(/[^\d]/g, ''));

/** Where a table's sums differ from the oracle's; null = they agree. Every answer is checked, not just the total. */
export function moneyTrouble(table: PriceTable): string | null {
  const sums = oracleSums(table);
  const totals = priceTotals(table);
  const limit = 1_000_000_000_000_000n;
  const large = sums.gross > limit || sums.base > limit || sums.bases.some((base) => base > limit);
  if (totals.isTooLarge)
    // A line's VAT on top may also lift it over the limit; then its sum with VAT is over it too.
    return large || table.items.some((_item, at) => (sums.bases[at] ?? 0n) * 2n > limit)
      ? null
      : 'said to be too large and is not';
  if (large) return 'too large and not said so';
  const pairs: readonly (readonly [string, number, bigint])[] = [
    ['base', totals.baseMinor, sums.base],
    ['discount', totals.discountMinor, sums.discount],
    ['net', totals.netMinor, sums.net],
    ['VAT', totals.vatMinor, sums.vat],
    ['gross', totals.grossMinor, sums.gross],
    ...totals.lines.map((line, at) => [`line ${at}`, line.baseMinor, sums.bases[at] ?? 0n] as const),
  ];
  for (const [name, ours, oracle] of pairs)
    if (BigInt(ours) !== oracle) return `${name}: ${ours} instead of ${oracle}`;
  const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  const counted = totals.lines.filter(({ standing }) => standing === 'counted');
  if (add(counted.map(({ grossMinor }) => grossMinor)) !== totals.grossMinor) return 'lines and total';
  if (add(totals.groups.map(({ baseMinor }) => baseMinor)) !== totals.baseMinor) return 'groups and total';
  if (add(totals.vatByRate.map(({ vatMinor }) => vatMinor)) !== totals.vatMinor) return 'rates and VAT';
  if (totals.lines.some(({ netMinor, vatMinor }) => Math.min(netMinor, vatMinor) < 0)) return 'below zero';
  const { grossMinor } = totals;
  const stages = [3333, 3333, 3334].map((percentBp) => ({ title: '', term: '', percentBp }));
  if (add(stageAmounts(stages, grossMinor)) !== grossMinor) return 'stages and total';
  const money = { amountMinor: grossMinor, currency: table.currency };
  const inRussian = moneyInWords(money, 'ru');
  if (readSumInWords(inRussian, 'ru') !== sums.gross) return `words: ${inRussian}`;
  if (!inRussian.includes(` ${russianUnitOf(grossMinor, table.currency)} `)) return `unit: ${inRussian}`;
  const inEnglish = moneyInWords(money, 'en');
  if (readSumInWords(inEnglish, 'en') !== sums.gross) return `words: ${inEnglish}`;
  const view = priceTableView(table, 'ru');
  const grand = view.rows.find((row) => row.kind === 'grand');
  if (grand?.kind !== 'grand' || readPrinted(grand.amount) !== sums.gross) return 'the printed total';
  if (!view.inWords.startsWith(inRussian)) return 'the printed words';
  const items = view.rows.filter((row) => row.kind === 'item');
  const printed = items.map(({ cells }) => (cells[0] === '' ? 0n : readPrinted(cells.at(-1) ?? '')));
  return printed.reduce((sum, value) => sum + value, 0n) === sums.base ? null : 'the printed lines';
}

/** Checks `count` random tables; throws with the table that disagrees. Answers how many could be told to a kopeck. */
export function checkRandomTables(seed: number, count: number): { checked: number; told: number } {
  const random = randomOf(seed);
  let told = 0;
  for (let at = 0; at < count; at += 1) {
    const table = randomTable(random);
    const trouble = moneyTrouble(table);
    if (trouble !== null)
      throw new Error(`Table ${at} of seed ${seed}: ${trouble}\n${JSON.stringify(table)}`);
    if (!priceTotals(table).isTooLarge) told += 1;
  }
  return { checked: count, told };
}
