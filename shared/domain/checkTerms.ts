import type { DocumentRoot } from '../document/nodes.ts';
import type { PrintedPlace } from '../document/printedPlaces.ts';
import { stageAmounts } from '../document/paymentViews.ts';
import type { DocumentNode } from '../document/walk.ts';
import { findAll, walk } from '../document/walk.ts';
import type { CalendarDate } from './calendarDate.ts';
import { daysBetween } from './calendarDate.ts';
import { checkPriceLines } from './checkPriceLines.ts';
import type { Finding, Severity } from './finding.ts';
import { formatMoney } from './formatMoney.ts';
import { amountsIn } from './leakNumbers.ts';
import type { PriceItem, PriceTable } from './priceTable.ts';
import type { Proposal } from './proposal.ts';
import { priceTotals } from './priceTotals.ts';
import type { ValidityPeriod } from './validity.ts';
import { russianVatLaw, vatChangeWithin, type VatLaw, vatRatesOn } from './vatRates.ts';

/** A validity shorter than this leaves a group of readers no time. */
export const shortValidityDays = 5;

const sectionIdOf = (parents: readonly DocumentNode[]): string | null => {
  const section = parents.find((node) => node.type === 'section');
  return section?.type === 'section' ? section.attrs.sectionId : null;
};

/** Whether the dated rates speak of this paper: prices in roubles with VAT, or no prices yet. */
function usesRussianVat(root: DocumentRoot): boolean {
  const tables = findAll(root, 'priceTable').map(({ attrs }) => attrs.table);
  const items = tables.flatMap((table) => (table.currency === 'RUB' ? table.items : []));
  return items.some(({ vatRate }) => vatRate !== 'none') || tables.every((table) => table.items.length === 0);
}

/** Validity: there, not over, not too short, begun on the day of the paper, and within one rate of VAT. */
export function checkValidity(
  root: DocumentRoot,
  validity: ValidityPeriod,
  documentDate: CalendarDate,
  today: CalendarDate,
  law: VatLaw = russianVatLaw,
): Finding[] {
  const findings: Finding[] = [];
  let sectionId: string | null = null;
  let present = false;
  walk(root, (node, parents) => {
    if (node.type !== 'validity') return;
    present = true;
    sectionId = sectionIdOf(parents);
  });
  const at = (severity: Severity) => ({ severity, sectionId, quote: '', place: 'validity' as const });
  if (!present) findings.push({ kind: 'validityMissing', ...at('stop'), place: 'page', params: {} });
  const { validFrom, validUntil } = validity;
  if (validUntil < today)
    findings.push({ kind: 'validityPast', ...at('stop'), params: { until: validUntil } });
  else {
    const start = validFrom > today ? validFrom : today;
    // Both days count.
    const days = daysBetween(start, validUntil) + 1;
    if (days < shortValidityDays)
      findings.push({ kind: 'validityShort', ...at('warn'), params: { days, until: validUntil } });
  }
  if (validFrom < documentDate && validUntil >= today)
    findings.push({
      kind: 'validityBeforeDate',
      ...at('note'),
      params: { from: validFrom, date: documentDate },
    });
  const change = vatChangeWithin(validity, law);
  if (change !== null && usesRussianVat(root))
    findings.push({ kind: 'vatChange', ...at('warn'), params: change });
  return findings;
}

function checkTable(
  table: PriceTable,
  sectionId: string | null,
  documentDate: CalendarDate,
  law: VatLaw,
): Finding[] {
  const at = (severity: Severity, quote = '') => ({
    severity,
    sectionId,
    quote,
    place: 'priceTable' as const,
  });
  if (table.items.length === 0) return [{ kind: 'priceTableEmpty', ...at('stop'), params: {} }];
  const rates = vatRatesOn(documentDate, law);
  const known = (rate: PriceItem['vatRate']): boolean => table.currency !== 'RUB' || rates.includes(rate);
  const strange = [...new Set(table.items.map(({ vatRate }) => vatRate))].filter((rate) => !known(rate));
  const rateFindings = strange.flatMap((rate): Finding[] =>
    rate === 'none'
      ? []
      : [{ kind: 'vatRateNotInForce', ...at('warn'), params: { rate, date: documentDate } }],
  );
  const itemFindings = table.items.flatMap((item, index): Finding[] => {
    const title = item.title.trim();
    const findings: Finding[] = [];
    if (title === '') findings.push({ kind: 'untitledItem', ...at('stop'), params: { number: index + 1 } });
    if (item.priceMinor === 0) findings.push({ kind: 'zeroPrice', ...at('stop', title), params: { title } });
    if (item.quantityMilli === 0)
      findings.push({ kind: 'zeroQuantity', ...at('stop', title), params: { title } });
    return findings;
  });
  return [...itemFindings, ...rateFindings];
}

/** Every amount that a document's tables make: lines, groups, totals, taxes, stages. */
export function amountsOf(root: DocumentRoot): ReadonlySet<number> {
  const amounts = new Set<number>();
  const tables = findAll(root, 'priceTable').map(({ attrs }) => attrs.table);
  for (const table of tables) {
    const totals = priceTotals(table);
    for (const { priceMinor } of table.items) amounts.add(priceMinor);
    for (const line of totals.lines)
      for (const amount of [
        line.baseMinor,
        line.netMinor,
        line.vatMinor,
        line.grossMinor,
        line.discountedPriceMinor,
      ])
        amounts.add(amount);
    for (const { grossMinor, netMinor } of [...totals.groups, totals]) amounts.add(grossMinor).add(netMinor);
    for (const { baseMinor } of [...totals.groups, totals]) amounts.add(baseMinor);
    amounts.add(totals.vatMinor).add(totals.discountMinor);
    for (const { netMinor, vatMinor } of totals.vatByRate) amounts.add(netMinor).add(vatMinor);
    for (const { attrs } of findAll(root, 'paymentSchedule'))
      for (const amount of stageAmounts(attrs.stages, totals.grossMinor)) amounts.add(amount);
  }
  return amounts;
}

const totalWords =
  /(?:итог|всего к оплате|общая (?:стоимость|сумма|цена)|(?:стоимость|сумма|цена) предложения|total (?:price|cost|amount|payable)|grand total)/i;

/** Prices: a table with lines that cost something, shares that make a whole, and sums in the text that agree with it. */
export function checkPrices(
  root: DocumentRoot,
  places: readonly PrintedPlace[],
  proposal: Pick<Proposal, 'documentDate' | 'language' | 'validity'>,
  law: VatLaw = russianVatLaw,
): Finding[] {
  const { documentDate, language } = proposal;
  const findings: Finding[] = [];
  const tables: PriceTable[] = [];
  walk(root, (node, parents) => {
    const sectionId = sectionIdOf(parents);
    if (node.type === 'priceTable') {
      tables.push(node.attrs.table);
      const { table } = node.attrs;
      findings.push(...checkTable(table, sectionId, documentDate, law));
      findings.push(
        ...checkPriceLines(table, { sectionId, language, validUntil: proposal.validity.validUntil }),
      );
    }
    if (node.type !== 'paymentSchedule' || node.attrs.stages.length === 0) return;
    const percentBp = node.attrs.stages.reduce((sum, stage) => sum + stage.percentBp, 0);
    if (percentBp !== 10_000)
      findings.push({
        kind: 'paymentShares',
        severity: 'stop',
        sectionId,
        quote: '',
        place: 'paymentSchedule',
        params: { percentBp },
      });
  });
  const onPage = { sectionId: null, quote: '', place: 'page' } as const;
  if (tables.length === 0)
    findings.push({ kind: 'priceTableMissing', severity: 'warn', ...onPage, params: {} });
  if (tables.length > 1)
    findings.push({
      kind: 'severalPriceTables',
      severity: 'warn',
      ...onPage,
      params: { count: tables.length },
    });
  const [first] = tables;
  if (first === undefined || first.items.length === 0) return findings;
  const amounts = amountsOf(root);
  const total = formatMoney(
    { amountMinor: priceTotals(first).grossMinor, currency: first.currency },
    language,
  );
  for (const { kind, text, sectionId } of places) {
    if (kind !== 'text' || !totalWords.test(text)) continue;
    const from = totalWords.exec(text)?.index ?? 0;
    for (const { amountMinor, start, end } of amountsIn(text)) {
      // A sum in whole roubles may leave the kopecks out; a year or a quantity is no sum.
      const whole = [...amounts].some((amount) => Math.trunc(amount / 100) * 100 === amountMinor);
      if (start < from || amountMinor < 1_000_000 || whole || amounts.has(amountMinor)) continue;
      const written = text.slice(start, end);
      findings.push({
        kind: 'totalDisagrees',
        severity: 'warn',
        sectionId,
        quote: written,
        place: 'text',
        params: { written, total },
      });
    }
  }
  return findings;
}
