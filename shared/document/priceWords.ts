import { nbsp } from '../domain/formatMoney.ts';
import type { GiveKind } from '../domain/giveGet.ts';
import type { Language } from '../domain/language.ts';
import { pluralRu } from '../domain/plural.ts';

/** Printed words of prices beyond the plain table: discounts, options, rates, payback. GLOSSARY: слова документа. */
export type PriceWords = {
  readonly totalDiscount: (percent: string) => string;
  readonly discountedWithoutVat: string;
  readonly options: string;
  /** Heading of lines that may stand in place of another: its number and name. */
  readonly variants: (number: number, title: string) => string;
  readonly rate: (one: string, rubles: string, day: string, agreed: boolean) => string;
  /** The condition of a discount; `title` null = the discount on the total. */
  readonly give: (percent: string, title: string | null, gives: string) => string;
  readonly gives: Readonly<Record<GiveKind, string>>;
  readonly payback: {
    readonly columns: readonly [string, string, string, string];
    readonly purchase: string;
    readonly perYear: string;
    readonly overYears: (years: number) => string;
    readonly months: (months: number, purchase: string, saving: string) => string;
    readonly tooLong: string;
    readonly never: string;
  };
};

const russianYears = (years: number): string => `${years}${nbsp}${pluralRu(years, ['год', 'года', 'лет'])}`;
const named = (title: string): string => (title === '' ? '' : ` (${title})`);

const ru: PriceWords = {
  totalDiscount: (percent) => `Скидка${nbsp}${percent}`,
  discountedWithoutVat: `Итого без${nbsp}НДС со${nbsp}скидкой`,
  options: `Опции, в${nbsp}итог не${nbsp}входят`,
  variants: (number, title) => `Вместо позиции${nbsp}${number}${named(title)}`,
  rate: (one, rubles, day, agreed) =>
    `Курс пересчёта: ${one}${nbsp}= ${rubles} на${nbsp}${day}` +
    `${agreed ? `, зафиксирован по${nbsp}соглашению сторон` : ''}.`,
  give: (percent, title, gives) =>
    `Скидка ${percent} ${title === null ? `на${nbsp}всё предложение` : `на${nbsp}позицию «${title}»`} ` +
    `действует при${nbsp}условии: ${gives}.`,
  gives: {
    prepayment: 'предоплата',
    volume: 'объём закупки',
    term: 'срок договора',
    reference: `рекомендация по${nbsp}итогам проекта`,
    fastDecision: `решение в${nbsp}назначенный срок`,
    ownTransport: 'самовывоз',
    soleSupplier: 'единственный поставщик',
    other: 'встречные условия',
  },
  payback: {
    columns: ['Расходы', 'Сейчас', `С${nbsp}нашим решением`, 'Экономия'],
    purchase: 'Покупка',
    perYear: `Итого в${nbsp}год`,
    overYears: (years) => `Всего за${nbsp}${russianYears(years)}`,
    months: (months, purchase, saving) =>
      `Срок окупаемости${nbsp}— ${months}${nbsp}${pluralRu(months, ['месяц', 'месяца', 'месяцев'])}: ` +
      `вложение ${purchase} при${nbsp}экономии ${saving} в${nbsp}год.`,
    tooLong: `Экономия не${nbsp}покрывает вложение за${nbsp}обозримый срок.`,
    never: `Ежегодные расходы не${nbsp}снижаются, поэтому срок окупаемости не${nbsp}считается.`,
  },
};

const en: PriceWords = {
  totalDiscount: (percent) => `Discount${nbsp}${percent}`,
  discountedWithoutVat: `Discounted total excluding${nbsp}VAT`,
  options: 'Options, not included in the total',
  variants: (number, title) => `Instead of item${nbsp}${number}${named(title)}`,
  rate: (one, rubles, day, agreed) =>
    `Exchange rate: ${one}${nbsp}= ${rubles} on ${day}${agreed ? ', fixed by agreement' : ''}.`,
  give: (percent, title, gives) =>
    `The ${percent} discount ${title === null ? 'on the whole proposal' : `on “${title}”`} ` +
    `applies subject to: ${gives}.`,
  gives: {
    prepayment: 'prepayment',
    volume: 'purchase volume',
    term: 'contract term',
    reference: 'a reference after the project',
    fastDecision: 'a decision by the agreed date',
    ownTransport: 'collection by the buyer',
    soleSupplier: 'sole supplier status',
    other: 'agreed counter-terms',
  },
  payback: {
    columns: ['Costs', 'Now', 'With our solution', 'Saving'],
    purchase: 'Purchase',
    perYear: 'Total per year',
    overYears: (years) => `Total over ${years}${nbsp}${years === 1 ? 'year' : 'years'}`,
    months: (months, purchase, saving) =>
      `Payback period: ${months}${nbsp}${months === 1 ? 'month' : 'months'} ` +
      `(investment ${purchase}, saving ${saving} a year).`,
    tooLong: 'The saving does not cover the investment within a foreseeable time.',
    never: 'Yearly costs do not fall, so no payback period is stated.',
  },
};

/** The printed words of prices in each language of a proposal. */
export const priceWords: Readonly<Record<Language, PriceWords>> = { ru, en };
