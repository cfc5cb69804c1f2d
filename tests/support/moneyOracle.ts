import type { Currency } from '../../shared/domain/money.ts';
import type { PriceItem, PriceTable } from '../../shared/domain/priceTable.ts';

// A second way to every sum, in whole numbers of any length and with rules written anew: what it says does not come
// from the code under test.

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const currencies: readonly Currency[] = ['RUB', 'USD', 'EUR', 'CNY', 'GBP'];
const rates: readonly PriceItem['vatRate'][] = [22, 20, 18, 10, 7, 5, 0, 'none'];

/** A table of up to a dozen lines: everyday prices, prices of a kopeck, prices of a trillion. */
export function randomTable(random: () => number): PriceTable {
  const whole = (limit: number): number => Math.floor(random() * (limit + 1));
  const oneOf = <Value>(values: readonly [Value, ...Value[]] | readonly Value[]): Value => {
    const value = values[whole(values.length - 1)];
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  };
  const items = Array.from({ length: 1 + whole(11) }, (_, at): PriceItem => {
    const variant = random() < 0.15;
    return {
      id: String(at),
      group: oneOf(['', 'Оборудование', 'Сервис']),
      title: `Позиция ${at}`,
      note: '',
      unit: 'шт.',
      quantityMilli: oneOf([1000, 2000, 12_000, 0, 1, 333, whole(100_000)]),
      priceMinor: oneOf([whole(10_000_000), whole(100), 0, 99, 1_234_567_89, whole(1e14)]),
      discountBp: oneOf([0, 0, 500, 1250, 3333, 10_000, whole(10_000)]),
      vatRate: oneOf(rates),
      ...(random() < 0.1 ? { isOption: true as const } : {}),
      ...(variant ? { variantSet: oneOf(['a', 'b']) } : {}),
      ...(variant && random() < 0.5 ? { isChosen: true as const } : {}),
    };
  });
  const discount = oneOf([0, 0, 300, 777, whole(10_000)]);
  return {
    currency: oneOf(currencies),
    vatMode: random() < 0.5 ? 'included' : 'onTop',
    items,
    ...(discount === 0 ? {} : { totalDiscountBp: discount }),
  };
}

/** The nearest whole number to a fraction ≥ 0, up from the half. */
function nearest(numerator: bigint, denominator: bigint): bigint {
  const rest = numerator % denominator;
  const down = (numerator - rest) / denominator;
  return rest * 2n >= denominator ? down + 1n : down;
}

export type OracleSums = {
  readonly bases: readonly bigint[];
  readonly base: bigint;
  readonly discount: bigint;
  readonly net: bigint;
  readonly vat: bigint;
  readonly gross: bigint;
};

function counts(items: readonly PriceItem[], at: number): boolean {
  const item = items[at];
  if (item === undefined || item.isOption === true) return false;
  if (item.variantSet === undefined) return true;
  const set = items.filter((other) => other.variantSet === item.variantSet && other.isOption !== true);
  return item === (set.find((other) => other.isChosen === true) ?? set[0]);
}

/** What a table comes to, counted anew. */
export function oracleSums(table: PriceTable): OracleSums {
  const bases = table.items.map((item) => {
    const unit = nearest(BigInt(item.priceMinor) * BigInt(10_000 - item.discountBp), 10_000n);
    return nearest(unit * BigInt(item.quantityMilli), 1000n);
  });
  let [base, discount, net, vat] = [0n, 0n, 0n, 0n];
  for (const [at, item] of table.items.entries()) {
    if (!counts(table.items, at)) continue;
    const line = bases[at] ?? 0n;
    base += line;
    const all = nearest(base * BigInt(table.totalDiscountBp ?? 0), 10_000n);
    const paid = line - (all - discount);
    discount = all;
    const rate = item.vatRate === 'none' ? 0n : BigInt(item.vatRate);
    const tax = nearest(paid * rate, table.vatMode === 'included' ? 100n + rate : 100n);
    vat += tax;
    net += table.vatMode === 'included' ? paid - tax : paid;
  }
  return { bases, base, discount, net, vat, gross: net + vat };
}

const russian: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'ноль:0 один:1 одна:1 два:2 две:2 три:3 четыре:4 пять:5 шесть:6 семь:7 восемь:8 девять:9 десять:10',
    'одиннадцать:11 двенадцать:12 тринадцать:13 четырнадцать:14 пятнадцать:15 шестнадцать:16 семнадцать:17',
    'восемнадцать:18 девятнадцать:19 двадцать:20 тридцать:30 сорок:40 пятьдесят:50 шестьдесят:60 семьдесят:70',
    'восемьдесят:80 девяносто:90 сто:100 двести:200 триста:300 четыреста:400 пятьсот:500 шестьсот:600',
    'семьсот:700 восемьсот:800 девятьсот:900',
  ]
    .join(' ')
    .split(' ')
    .map((pair) => pair.split(':'))
    .map(([word = '', value]) => [word, Number(value)]),
);
const english: Readonly<Record<string, number>> = Object.fromEntries(
  [
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
    'eighteen nineteen',
  ]
    .join(' ')
    .split(' ')
    .map((word, value): [string, number] => [word, value])
    .concat(
      ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map(
        (word, at): [string, number] => [word, (at + 2) * 10],
      ),
    ),
);
const scaleOf = (word: string): bigint | null => {
  if (/^тысяч|^thousand$/.test(word)) return 1000n;
  if (/^миллион|^million$/.test(word)) return 1_000_000n;
  if (/^миллиард|^billion$/.test(word)) return 1_000_000_000n;
  return /^триллион|^trillion$/.test(word) ? 1_000_000_000_000n : null;
};

/** A sum in words read back in the smallest unit; throws at a word it does not know. */
export function readSumInWords(text: string, language: 'ru' | 'en'): bigint {
  const small = /(\d\d) \p{L}+$/u.exec(text)?.[1];
  const unit = /( рубл| доллар| евро| китайск| фунт| Russian | US | euro| Chinese | pound)/.exec(text);
  if (small === undefined || unit === null) throw new Error(`No sum in words: ${text}`);
  const parts = text.slice(0, unit.index).toLowerCase().split(/[ -]/);
  let [whole, triple] = [0n, 0n];
  for (const word of parts) {
    const scale = scaleOf(word);
    const value = (language === 'ru' ? russian : english)[word];
    if (scale !== null) [whole, triple] = [whole + triple * scale, 0n];
    else if (word === 'hundred') triple *= 100n;
    else if (value !== undefined) triple += BigInt(value);
    else if (word !== 'and') throw new Error(`A word of no number: ${word}`);
  }
  return (whole + triple) * 100n + BigInt(small);
}

const plural = new Intl.PluralRules('ru');
const forms: Readonly<Record<Currency, Readonly<Record<string, string>>>> = {
  RUB: { one: 'рубль', few: 'рубля', many: 'рублей' },
  USD: { one: 'доллар США', few: 'доллара США', many: 'долларов США' },
  EUR: { one: 'евро', few: 'евро', many: 'евро' },
  CNY: { one: 'китайский юань', few: 'китайских юаня', many: 'китайских юаней' },
  GBP: { one: 'фунт стерлингов', few: 'фунта стерлингов', many: 'фунтов стерлингов' },
};

/** The form in which a currency must stand after a sum, by the plural rules of the language's own tables. */
export function russianUnitOf(amountMinor: number, currency: Currency): string {
  return forms[currency][plural.select(Math.trunc(amountMinor / 100))] ?? '';
}
