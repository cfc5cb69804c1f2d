import type { Language } from '../domain/language.ts';
import type { ShippedRole } from '../domain/person.ts';
import { formatPercent } from '../domain/formatDate.ts';
import { nbsp } from '../domain/formatMoney.ts';
import type { VatRate } from '../domain/vat.ts';

/**
 * Every printed word that is not in the document's own text: tables, totals, validity, signature. The editor and
 * the Word writer take them from here, never from the texts of the window. GLOSSARY: слова документа.
 */
export type PaperWords = {
  readonly numberLine: (number: string, date: string) => string;
  readonly requestLine: (request: string) => string;
  readonly edition: (edition: number) => string;
  readonly columns: {
    readonly number: string;
    readonly title: string;
    readonly quantity: string;
    readonly unit: string;
    readonly price: (currency: string) => string;
    readonly priceWithoutVat: (currency: string) => string;
    readonly discount: string;
    readonly vat: string;
    readonly sum: (currency: string) => string;
    readonly sumWithoutVat: (currency: string) => string;
    readonly stage: string;
    readonly term: string;
    readonly share: string;
  };
  readonly totalWithoutVat: string;
  readonly total: string;
  readonly toPay: string;
  readonly noVat: string;
  readonly vat: (rate: VatRate) => string;
  readonly includingVat: (rate: VatRate) => string;
  /** Across the pages of what is not final yet. */
  readonly draft: string;
  /** Above a table of contents. */
  readonly contents: string;
  readonly validityHeading: string;
  readonly validity: (from: string, until: string) => string;
  readonly validityWhy: string;
  readonly offer: (until: string) => string;
  readonly information: string;
  readonly preparedBy: (name: string) => string;
  readonly attachments: {
    readonly one: string;
    readonly many: string;
    /** A title with its sheets (null = not said) and copies. */
    readonly line: (title: string, sheets: number | null, copies: number) => string;
  };
  readonly phone: string;
  readonly inn: string;
  readonly kpp: string;
  /** Printed where a field has no value: a line to fill in by hand. */
  readonly hole: string;
  /** Printed instead of a sum that cannot be told. */
  readonly noAmount: string;
  readonly page: (page: string, pages: string) => string;
  /** The short letter a proposal travels with. */
  readonly mail: {
    readonly subject: (number: string, company: string) => string;
    readonly greeting: (greeting: string) => string;
    readonly nobody: string;
    readonly enclosed: (number: string, date: string, subject: string) => string;
    readonly regards: string;
  };
  /** Headings of sections for roles that a template says nothing of. */
  readonly roleHeadings: Readonly<Record<ShippedRole, string>>;
  /** Short name of the validity's part in the outline. */
  readonly validityOutline: string;
  /** The table of changes between two editions. */
  readonly changes: {
    readonly columns: readonly [string, string, string];
    readonly line: (quantity: string, price: string, sum: string) => string;
    readonly text: string;
    /** Stands where a line or paragraph is not in this edition. */
    readonly none: string;
  };
};

const rateText = (rate: VatRate, language: Language): string =>
  rate === 'none' ? '' : formatPercent(rate * 100, language);

const ru: PaperWords = {
  numberLine: (number, date) => `№${nbsp}${number} от${nbsp}${date}`,
  requestLine: (request) => `На №${nbsp}${request.replace(/^№\s*/, '').replace(' от ', ` от${nbsp}`)}`,
  edition: (edition) => `ред.${nbsp}${edition}`,
  columns: {
    number: '№',
    title: 'Наименование',
    quantity: 'Кол-во',
    unit: 'Ед.',
    price: (currency) => `Цена,${nbsp}${currency}`,
    priceWithoutVat: (currency) => `Цена без${nbsp}НДС,${nbsp}${currency}`,
    discount: `Скидка,${nbsp}%`,
    vat: `НДС,${nbsp}%`,
    sum: (currency) => `Сумма,${nbsp}${currency}`,
    sumWithoutVat: (currency) => `Сумма без${nbsp}НДС,${nbsp}${currency}`,
    stage: 'Платёж',
    term: 'Срок',
    share: `Доля,${nbsp}%`,
  },
  totalWithoutVat: `Итого без${nbsp}НДС`,
  total: 'Итого',
  toPay: `Всего к${nbsp}оплате`,
  noVat: `Без${nbsp}НДС`,
  vat: (rate) => (rate === 'none' ? `Без${nbsp}НДС` : `НДС${nbsp}${rateText(rate, 'ru')}`),
  includingVat: (rate) => `В${nbsp}том числе НДС${nbsp}${rateText(rate, 'ru')}`,
  draft: 'ЧЕРНОВИК',
  contents: 'Содержание',
  validityHeading: 'Срок действия предложения',
  validity: (from, until) => `Предложение действительно с${nbsp}${from} до${nbsp}${until} включительно.`,
  validityWhy:
    `За${nbsp}этими условиями стоят ресурсы наших партнёров и${nbsp}подвижный рынок, ` +
    `поэтому срок ограничен. До${nbsp}его окончания мы${nbsp}гарантируем цены и${nbsp}условия, названные в${nbsp}предложении.`,
  offer: (until) => `Настоящее предложение является офертой до${nbsp}${until} включительно.`,
  information: `Настоящее предложение носит информационный характер и${nbsp}не${nbsp}является офертой.`,
  preparedBy: (name) => `Исполнитель: ${name}`,
  attachments: {
    one: 'Приложение:',
    many: 'Приложения:',
    line: (title, sheets, copies) =>
      `${title} ${sheets === null ? '' : `на${nbsp}${sheets}${nbsp}л. `}в${nbsp}${copies}${nbsp}экз.`,
  },
  phone: 'тел.',
  inn: 'ИНН',
  kpp: 'КПП',
  hole: '__________',
  noAmount: '—',
  page: (page, pages) => `стр.${nbsp}${page} из${nbsp}${pages}`,
  mail: {
    subject: (number, company) =>
      `Коммерческое предложение №${nbsp}${number}${company === '' ? '' : `${nbsp}— ${company}`}`,
    greeting: (greeting) => `${greeting}!`,
    nobody: 'Уважаемые коллеги',
    enclosed: (number, date, subject) =>
      `Направляем коммерческое предложение №${nbsp}${number} от${nbsp}${date}` +
      `${subject === '' ? '' : ` (${subject})`}. Файлы${nbsp}— во${nbsp}вложении.`,
    regards: 'С уважением,',
  },
  roleHeadings: {
    ceo: 'Особые условия',
    hr: 'Рекомендации и люди',
    finance: 'Стоимость, окупаемость и порядок оплаты',
    technical: 'Техническое решение',
    procurement: 'Условия закупки и поставки',
    security: 'Безопасность',
    legal: 'Правовые условия',
    user: 'Работа с решением',
    other: 'Дополнительные сведения',
  },
  validityOutline: 'Срок действия',
  changes: {
    columns: ['Что изменилось', 'Было', 'Стало'],
    line: (quantity, price, sum) => `${quantity} по${nbsp}${price}, итого${nbsp}${sum}`,
    text: 'Текст',
    none: '—',
  },
};

const en: PaperWords = {
  numberLine: (number, date) => `Ref. ${number}, ${date}`,
  requestLine: (request) => `Your ref. ${request.replace(/^(ref\.|no\.|№)\s*/i, '')}`,
  edition: (edition) => `rev.${nbsp}${edition}`,
  columns: {
    number: 'No.',
    title: 'Description',
    quantity: 'Qty',
    unit: 'Unit',
    price: (currency) => `Unit price, ${currency}`,
    priceWithoutVat: (currency) => `Unit price excl.${nbsp}VAT, ${currency}`,
    discount: 'Discount, %',
    vat: 'VAT, %',
    sum: (currency) => `Amount, ${currency}`,
    sumWithoutVat: (currency) => `Amount excl.${nbsp}VAT, ${currency}`,
    stage: 'Payment',
    term: 'Due',
    share: 'Share, %',
  },
  totalWithoutVat: `Total excluding${nbsp}VAT`,
  total: 'Total',
  toPay: 'Total payable',
  noVat: `VAT not${nbsp}applicable`,
  vat: (rate) => (rate === 'none' ? `VAT not${nbsp}applicable` : `VAT${nbsp}${rateText(rate, 'en')}`),
  includingVat: (rate) => `Including VAT${nbsp}${rateText(rate, 'en')}`,
  draft: 'DRAFT',
  contents: 'Contents',
  validityHeading: 'Validity of this proposal',
  validity: (from, until) => `This proposal is valid from ${from} to ${until} inclusive.`,
  validityWhy:
    'The price rests on resources of our partners and on a moving market, which is why it is offered for a set period. ' +
    'Until that date we guarantee the prices and terms stated here.',
  offer: (until) => `This proposal is a binding offer until ${until} inclusive.`,
  information: 'This proposal is for information only and does not constitute a binding offer.',
  preparedBy: (name) => `Prepared by: ${name}`,
  attachments: {
    one: 'Enclosure:',
    many: 'Enclosures:',
    line: (title, sheets, copies) => {
      const count = (number: number, one: string, more: string) =>
        `${number}${nbsp}${number === 1 ? one : more}`;
      const pages = sheets === null ? '' : `${count(sheets, 'page', 'pages')}, `;
      return `${title}, ${pages}${count(copies, 'copy', 'copies')}`;
    },
  },
  phone: 'tel.',
  inn: 'Tax ID (INN)',
  kpp: 'KPP',
  hole: '__________',
  noAmount: '—',
  page: (page, pages) => `page ${page} of ${pages}`,
  mail: {
    subject: (number, company) => `Proposal ${number}${company === '' ? '' : ` from ${company}`}`,
    greeting: (greeting) => `${greeting},`,
    nobody: 'Dear colleagues',
    enclosed: (number, date, subject) =>
      `Please find enclosed our proposal ${number} of ${date}${subject === '' ? '' : ` (${subject})`}.`,
    regards: 'Kind regards,',
  },
  roleHeadings: {
    ceo: 'Terms reserved for you',
    hr: 'References and people',
    finance: 'Cost, payback and payment schedule',
    technical: 'Technical solution',
    procurement: 'Purchasing and delivery terms',
    security: 'Security',
    legal: 'Legal terms',
    user: 'Day-to-day use',
    other: 'Further information',
  },
  validityOutline: 'Validity',
  changes: {
    columns: ['What changed', 'Before', 'Now'],
    line: (quantity, price, sum) => `${quantity} at${nbsp}${price}, total${nbsp}${sum}`,
    text: 'Text',
    none: '—',
  },
};

/** The printed words of each language of a proposal. */
export const words: Readonly<Record<Language, PaperWords>> = { ru, en };
