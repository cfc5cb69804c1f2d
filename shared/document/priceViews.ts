import { formatDay, formatPercent, formatQuantity } from '../domain/formatDate.ts';
import { currencySymbol, formatAmount, formatMoney } from '../domain/formatMoney.ts';
import type { Language } from '../domain/language.ts';
import { largestAmountMinor } from '../domain/money.ts';
import { moneyInWords } from '../domain/moneyInWords.ts';
import { foreignCurrencies } from '../domain/listPrice.ts';
import type { PriceItem, PriceTable } from '../domain/priceTable.ts';
import { priceTotals, type PriceTotals } from '../domain/priceTotals.ts';
import { giveNotes } from './giveNotes.ts';
import { priceWords } from './priceWords.ts';
import { vatPhrase } from './vatPhrase.ts';
import { words } from './words.ts';

export type TableColumn = {
  readonly key: string;
  readonly title: string;
  readonly align: 'left' | 'right' | 'center';
  /** The widths of a table add up to 100. */
  readonly widthPercent: number;
};
export type PriceTableRow =
  | { readonly kind: 'group'; readonly title: string; readonly total: string }
  /** Heading of lines that are not in the total: options, variants of a line. */
  | { readonly kind: 'apart'; readonly title: string }
  | {
      readonly kind: 'item';
      readonly itemId: string;
      /** One text per column. */
      readonly cells: readonly string[];
      /** A second line under the name; empty = none. */
      readonly note: string;
    }
  | { readonly kind: 'total' | 'vat' | 'grand'; readonly label: string; readonly amount: string };
export type PriceTableView = {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly PriceTableRow[];
  /** The sum in words with the VAT it contains; empty for a table without lines. */
  readonly inWords: string;
  /** Paragraphs below the sum in words: rates of conversion, what the client gives for discounts. */
  readonly notes: readonly string[];
};

/** A percent without its sign, for columns that carry the sign in the heading. */
export const barePercent = (bp: number, language: Language): string =>
  formatPercent(bp, language).replace(/[\s\u00A0]?%$/, '');

/** An amount as figures; a dash for one too large to be told to a kopeck. */
export const printedAmount = (amountMinor: number, language: Language): string =>
  Math.abs(amountMinor) > largestAmountMinor ? words[language].noAmount : formatAmount(amountMinor, language);

function priceColumns(table: PriceTable, language: Language): TableColumn[] {
  const { columns } = words[language];
  const currency = currencySymbol(table.currency, language);
  const onTop = table.vatMode === 'onTop' && table.items.some(({ vatRate }) => vatRate !== 'none');
  const others: TableColumn[] = [
    { key: 'number', title: columns.number, align: 'center', widthPercent: 6 },
    { key: 'quantity', title: columns.quantity, align: 'right', widthPercent: 9 },
    { key: 'unit', title: columns.unit, align: 'center', widthPercent: 8 },
    {
      key: 'price',
      title: (onTop ? columns.priceWithoutVat : columns.price)(currency),
      align: 'right',
      widthPercent: 16,
    },
  ];
  if (table.items.some(({ discountBp }) => discountBp > 0)) {
    others.push({ key: 'discount', title: columns.discount, align: 'right', widthPercent: 10 });
  }
  if (new Set(table.items.map(({ vatRate }) => vatRate)).size > 1) {
    others.push({ key: 'vat', title: columns.vat, align: 'right', widthPercent: 7 });
  }
  others.push({
    key: 'sum',
    title: (onTop ? columns.sumWithoutVat : columns.sum)(currency),
    align: 'right',
    widthPercent: 17,
  });
  const taken = others.reduce((sum, column) => sum + column.widthPercent, 0);
  const title: TableColumn = { key: 'title', title: columns.title, align: 'left', widthPercent: 100 - taken };
  return [...others.slice(0, 1), title, ...others.slice(1)];
}

function cellOf(
  key: string,
  item: PriceItem,
  number: number | null,
  sumMinor: number,
  language: Language,
): string {
  switch (key) {
    case 'number':
      return number === null ? '' : String(number);
    case 'title':
      return item.title;
    case 'quantity':
      return formatQuantity(item.quantityMilli, language);
    case 'unit':
      return item.unit;
    case 'price':
      return printedAmount(item.priceMinor, language);
    case 'discount':
      return item.discountBp === 0 ? words[language].noAmount : barePercent(item.discountBp, language);
    case 'vat':
      return item.vatRate === 'none' ? words[language].noAmount : String(item.vatRate);
    default:
      return printedAmount(sumMinor, language);
  }
}

function totalRows(table: PriceTable, totals: PriceTotals, language: Language): PriceTableRow[] {
  const paper = words[language];
  const amount = (minor: number): string => printedAmount(minor, language);
  const taxed = totals.vatByRate.filter(({ rate }) => rate !== 'none');
  const onTop = table.vatMode === 'onTop' && taxed.length > 0;
  const taxes = taxed.map(({ rate, vatMinor }): PriceTableRow => ({
    kind: 'vat',
    label: onTop ? paper.vat(rate) : paper.includingVat(rate),
    amount: amount(vatMinor),
  }));
  if (taxes.length === 0) taxes.push({ kind: 'vat', label: paper.noVat, amount: paper.noAmount });
  const grand: PriceTableRow = { kind: 'grand', label: paper.toPay, amount: amount(totals.grossMinor) };
  const total = (label: string, minor: number): PriceTableRow => ({
    kind: 'total',
    label,
    amount: amount(minor),
  });
  const rows: PriceTableRow[] = [];
  const discountBp = table.totalDiscountBp ?? 0;
  if (discountBp > 0) {
    rows.push(total(onTop ? paper.totalWithoutVat : paper.total, totals.baseMinor));
    rows.push({
      kind: 'total',
      label: priceWords[language].totalDiscount(formatPercent(discountBp, language)),
      amount: amount(-totals.discountMinor),
    });
  }
  if (!onTop) return [...rows, grand, ...taxes];
  const label = discountBp > 0 ? priceWords[language].discountedWithoutVat : paper.totalWithoutVat;
  return [...rows, total(label, totals.netMinor), ...taxes, grand];
}

/** What the printed rates say; only those that a price came through. */
function rateNotes(table: PriceTable, language: Language): string[] {
  const foreign = foreignCurrencies(table);
  if (foreign.length === 0) return [];
  const used = (table.rates ?? []).filter(
    ({ currency }) => currency === table.currency || foreign.includes(currency),
  );
  return used.map(({ currency, rubE4, on, agreed }) => {
    // Four decimals as the Bank of Russia publishes them, without needless zeros beyond kopecks.
    const digits = String(rubE4).padStart(5, '0');
    const tail = digits.slice(-4).replace(/0{1,2}$/, '');
    const rubles = formatMoney(
      { amountMinor: Number(`${digits.slice(0, -4)}00`), currency: 'RUB' },
      language,
    );
    const one = language === 'ru' ? `1\u00A0${currencySymbol(currency, language)}` : `1\u00A0${currency}`;
    return priceWords[language].rate(
      one,
      rubles.replace(/([.,])00/, `$1${tail}`),
      formatDay(on, language),
      agreed,
    );
  });
}

/**
 * The price table as printed. Lines without a group stand first, groups keep the order of their first line, and
 * numbers run through. A discount column appears with the first discount, a VAT column with a second rate. With
 * VAT on top the columns are without VAT and the totals add it. Below the totals stand variants of lines, then options,
 * without numbers, for they are in no total. GLOSSARY: таблица цен, опция, вариант.
 */
export function priceTableView(table: PriceTable, language: Language): PriceTableView {
  const columns = priceColumns(table, language);
  const totals = priceTotals(table);
  const rows: PriceTableRow[] = [];
  const numbers = new Map<PriceItem, number>();
  const line = (item: PriceItem, at: number, number: number | null): PriceTableRow => ({
    kind: 'item',
    itemId: item.id,
    cells: columns.map(({ key }) => cellOf(key, item, number, totals.lines[at]?.baseMinor ?? 0, language)),
    note: item.note.trim(),
  });
  const standing = (at: number) => totals.lines[at]?.standing;
  for (const group of totals.groups) {
    if (group.title !== '')
      rows.push({ kind: 'group', title: group.title, total: printedAmount(group.baseMinor, language) });
    for (const [at, item] of table.items.entries()) {
      if (standing(at) !== 'counted' || item.group.trim() !== group.title) continue;
      numbers.set(item, numbers.size + 1);
      rows.push(line(item, at, numbers.size));
    }
  }
  rows.push(...totalRows(table, totals, language));
  for (const [chosen, number] of numbers) {
    if (chosen.variantSet === undefined) continue;
    const others = table.items.flatMap((item, at) =>
      standing(at) === 'variant' && item.variantSet === chosen.variantSet ? [line(item, at, null)] : [],
    );
    if (others.length > 0)
      rows.push(
        { kind: 'apart', title: priceWords[language].variants(number, chosen.title.trim()) },
        ...others,
      );
  }
  const options = table.items.flatMap((item, at) =>
    standing(at) === 'option' ? [line(item, at, null)] : [],
  );
  if (options.length > 0) rows.push({ kind: 'apart', title: priceWords[language].options }, ...options);
  const silent = table.items.length === 0 || totals.isTooLarge;
  return {
    columns,
    rows,
    inWords: silent ? '' : totalInWords(table, totals, language),
    notes: [...rateNotes(table, language), ...giveNotes(table, language)],
  };
}

function totalInWords(table: PriceTable, totals: PriceTotals, language: Language): string {
  const sum = moneyInWords({ amountMinor: totals.grossMinor, currency: table.currency }, language);
  const vat = formatMoney({ amountMinor: totals.vatMinor, currency: table.currency }, language);
  const phrase = vatPhrase(totals, language);
  if (totals.vatByRate.every(({ rate }) => rate === 'none')) return `${sum}, ${phrase}.`;
  return language === 'ru' ? `${sum}, ${phrase}\u00A0— ${vat}.` : `${sum}, ${phrase} (${vat}).`;
}
