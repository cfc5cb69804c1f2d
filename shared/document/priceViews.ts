import { formatPercent, formatQuantity } from '../domain/formatDate.ts';
import { currencySymbol, formatAmount, formatMoney } from '../domain/formatMoney.ts';
import type { Language } from '../domain/language.ts';
import type { Currency } from '../domain/money.ts';
import { moneyInWords } from '../domain/moneyInWords.ts';
import type { PaymentStage, PriceItem, PriceTable } from '../domain/priceTable.ts';
import { priceTotals, type PriceTotals, scaleHalfUp } from '../domain/priceTotals.ts';
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
};

/** A percent without its sign, for columns that carry the sign in the heading. */
const bare = (bp: number, language: Language): string =>
  formatPercent(bp, language).replace(/[\s\u00A0]?%$/, '');

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
    others.push({ key: 'discount', title: columns.discount, align: 'right', widthPercent: 9 });
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

function cellOf(key: string, item: PriceItem, number: number, sumMinor: number, language: Language): string {
  switch (key) {
    case 'number':
      return String(number);
    case 'title':
      return item.title;
    case 'quantity':
      return formatQuantity(item.quantityMilli, language);
    case 'unit':
      return item.unit;
    case 'price':
      return formatAmount(item.priceMinor, language);
    case 'discount':
      return item.discountBp === 0 ? words[language].noAmount : bare(item.discountBp, language);
    case 'vat':
      return item.vatRate === 'none' ? words[language].noAmount : String(item.vatRate);
    default:
      return formatAmount(sumMinor, language);
  }
}

function totalRows(table: PriceTable, totals: PriceTotals, language: Language): PriceTableRow[] {
  const paper = words[language];
  const amount = (minor: number): string => formatAmount(minor, language);
  const taxed = totals.vatByRate.filter(({ rate }) => rate !== 'none');
  const grand: PriceTableRow = { kind: 'grand', label: paper.toPay, amount: amount(totals.grossMinor) };
  if (taxed.length === 0) return [grand, { kind: 'vat', label: paper.noVat, amount: paper.noAmount }];
  if (table.vatMode === 'included') {
    return [
      grand,
      ...taxed.map(({ rate, vatMinor }): PriceTableRow => ({
        kind: 'vat',
        label: paper.includingVat(rate),
        amount: amount(vatMinor),
      })),
    ];
  }
  return [
    { kind: 'total', label: paper.totalWithoutVat, amount: amount(totals.netMinor) },
    ...taxed.map(({ rate, vatMinor }): PriceTableRow => ({
      kind: 'vat',
      label: paper.vat(rate),
      amount: amount(vatMinor),
    })),
    grand,
  ];
}

/**
 * The price table as printed. Lines without a group stand first, groups keep the order of their first line, and
 * numbers run through. A discount column appears with the first discount, a VAT column with a second rate. With
 * VAT on top the columns are without VAT and the totals add it. GLOSSARY: таблица цен.
 */
export function priceTableView(table: PriceTable, language: Language): PriceTableView {
  const columns = priceColumns(table, language);
  const totals = priceTotals(table);
  const included = table.vatMode === 'included';
  const items = new Map(table.items.map((item, at) => [item, totals.lines[at]]));
  const rows: PriceTableRow[] = [];
  let number = 0;
  for (const group of totals.groups) {
    if (group.title !== '') {
      const total = formatAmount(included ? group.grossMinor : group.netMinor, language);
      rows.push({ kind: 'group', title: group.title, total });
    }
    for (const [item, line] of items) {
      if (item.group.trim() !== group.title) continue;
      number += 1;
      const sumMinor = (included ? line?.grossMinor : line?.netMinor) ?? 0;
      rows.push({
        kind: 'item',
        itemId: item.id,
        cells: columns.map(({ key }) => cellOf(key, item, number, sumMinor, language)),
        note: item.note.trim(),
      });
    }
  }
  rows.push(...totalRows(table, totals, language));
  return { columns, rows, inWords: table.items.length === 0 ? '' : totalInWords(table, totals, language) };
}

function totalInWords(table: PriceTable, totals: PriceTotals, language: Language): string {
  const sum = moneyInWords({ amountMinor: totals.grossMinor, currency: table.currency }, language);
  const vat = formatMoney({ amountMinor: totals.vatMinor, currency: table.currency }, language);
  const phrase = vatPhrase(totals, language);
  if (totals.vatByRate.every(({ rate }) => rate === 'none')) return `${sum}, ${phrase}.`;
  return language === 'ru' ? `${sum}, ${phrase}\u00A0— ${vat}.` : `${sum}, ${phrase} (${vat}).`;
}

export type PaymentScheduleView = {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (
    | { readonly kind: 'item'; readonly cells: readonly string[] }
    | { readonly kind: 'grand'; readonly label: string; readonly share: string; readonly amount: string }
  )[];
  /** Hundredths of a percent; a whole schedule has 10 000. */
  readonly percentTotalBp: number;
};

const wholeBp = 10_000;

/**
 * The sum of each stage in the smallest unit, rounded half up. In a whole schedule (100 %) the last stage that has
 * a share takes what rounding left, so that the stages agree with the total to a kopeck.
 */
export function stageAmounts(stages: readonly PaymentStage[], totalMinor: number): readonly number[] {
  const amounts = stages.map(({ percentBp }) => scaleHalfUp(totalMinor, percentBp, wholeBp));
  const percents = stages.reduce((sum, { percentBp }) => sum + percentBp, 0);
  const last = stages.findLastIndex(({ percentBp }) => percentBp > 0);
  if (percents === wholeBp && last >= 0) {
    const others = amounts.reduce((sum, amount, at) => (at === last ? sum : sum + amount), 0);
    amounts[last] = totalMinor - others;
  }
  return amounts;
}

/** The payment schedule as printed; `totalMinor` null = no price table yet, sums are shown as a dash. */
export function paymentScheduleView(
  stages: readonly PaymentStage[],
  totalMinor: number | null,
  currency: Currency,
  language: Language,
): PaymentScheduleView {
  const paper = words[language];
  const amounts = totalMinor === null ? [] : stageAmounts(stages, totalMinor);
  const percentTotalBp = stages.reduce((sum, { percentBp }) => sum + percentBp, 0);
  const amount = (minor: number | undefined): string =>
    minor === undefined ? paper.noAmount : formatAmount(minor, language);
  const items = stages.map((stage, at) => ({
    kind: 'item' as const,
    cells: [stage.title, stage.term, bare(stage.percentBp, language), amount(amounts[at])],
  }));
  const sum = totalMinor === null ? undefined : amounts.reduce((total, minor) => total + minor, 0);
  return {
    columns: [
      { key: 'stage', title: paper.columns.stage, align: 'left', widthPercent: 36 },
      { key: 'term', title: paper.columns.term, align: 'left', widthPercent: 32 },
      { key: 'share', title: paper.columns.share, align: 'right', widthPercent: 12 },
      {
        key: 'sum',
        title: paper.columns.sum(currencySymbol(currency, language)),
        align: 'right',
        widthPercent: 20,
      },
    ],
    rows: [
      ...items,
      {
        kind: 'grand' as const,
        label: paper.total,
        share: bare(percentTotalBp, language),
        amount: amount(sum),
      },
    ],
    percentTotalBp,
  };
}
