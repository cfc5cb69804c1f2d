import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAmount, formatMoney } from './formatMoney.ts';
import type { Currency } from './money.ts';
import { moneyInWords } from './moneyInWords.ts';

/** Shows no-break spaces as ~, so that a wrong space is seen. */
const seen = (text: string): string => text.replaceAll('\u00A0', '~');
const rub = (amountMinor: number) => ({ amountMinor, currency: 'RUB' as const });

describe('money in figures', () => {
  it.each([
    [123_456_789, 'ru', '1~234~567,89~₽'],
    [123_456_789, 'en', 'RUB~1,234,567.89'],
    [5, 'ru', '0,05~₽'],
    [0, 'ru', '0,00~₽'],
    [-10_050, 'ru', '−100,50~₽'],
    [1_000_000_000_000_00, 'ru', '1~000~000~000~000,00~₽'],
  ] as const)('%i in %s', (amount, language, text) => {
    expect(seen(formatMoney(rub(amount), language))).toBe(text);
  });

  it('sets other currencies by the habit of the language', () => {
    const signs = (language: 'ru' | 'en') =>
      (['USD', 'EUR', 'CNY'] as const).map((currency) =>
        seen(formatMoney({ amountMinor: 123_450, currency }, language)),
      );
    expect(signs('ru')).toEqual(['1~234,50~$', '1~234,50~€', '1~234,50~¥']);
    expect(signs('en')).toEqual(['$1,234.50', '€1,234.50', 'CNY~1,234.50']);
  });

  it('can be read back digit for digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e15 }), (amount) => {
        expect(Number(formatAmount(amount, 'ru').replace(/[\u00A0,]/g, ''))).toBe(amount);
        expect(Number(formatAmount(amount, 'en').replace(/[,.]/g, ''))).toBe(amount);
      }),
    );
  });
});

describe('money in words', () => {
  it.each([
    [
      123_456_789,
      'RUB',
      'Один миллион двести тридцать четыре тысячи пятьсот шестьдесят семь рублей 89 копеек',
    ],
    [100, 'RUB', 'Один рубль 00 копеек'],
    [2_201, 'RUB', 'Двадцать два рубля 01 копейка'],
    [1_100_02, 'RUB', 'Одна тысяча сто рублей 02 копейки'],
    [2_000_11, 'RUB', 'Две тысячи рублей 11 копеек'],
    [11_000_00, 'RUB', 'Одиннадцать тысяч рублей 00 копеек'],
    [21_121_00, 'RUB', 'Двадцать одна тысяча сто двадцать один рубль 00 копеек'],
    [0, 'RUB', 'Ноль рублей 00 копеек'],
    [1_000_000_00, 'RUB', 'Один миллион рублей 00 копеек'],
    [100_000_000_000_00, 'RUB', 'Сто миллиардов рублей 00 копеек'],
    [-100, 'RUB', 'Минус один рубль 00 копеек'],
    [102_03, 'USD', 'Сто два доллара США 03 цента'],
    [1_01, 'EUR', 'Один евро 01 цент'],
    [42_07, 'CNY', 'Сорок два китайских юаня 07 фэней'],
    [1_21, 'CNY', 'Один китайский юань 21 фэнь'],
    [2_102_01, 'GBP', 'Две тысячи сто два фунта стерлингов 01 пенс'],
    [5_22, 'GBP', 'Пять фунтов стерлингов 22 пенса'],
  ] as const)('%i %s in Russian', (amountMinor, currency, text) => {
    expect(moneyInWords({ amountMinor, currency }, 'ru')).toBe(text);
  });

  it.each([
    [
      123_456_789,
      'RUB',
      'One million two hundred and thirty-four thousand five hundred and sixty-seven Russian roubles and 89 kopecks',
    ],
    [1_000_005_01, 'EUR', 'One million and five euros and 01 cent'],
    [1_00, 'USD', 'One US dollar and 00 cents'],
    [20_15, 'CNY', 'Twenty Chinese yuan and 15 fen'],
    [1_01, 'GBP', 'One pound sterling and 01 penny'],
    [0, 'RUB', 'Zero Russian roubles and 00 kopecks'],
  ] as const)('%i %s in English', (amountMinor, currency, text) => {
    expect(moneyInWords({ amountMinor, currency }, 'en')).toBe(text);
  });

  const values: Readonly<Record<string, number>> = Object.fromEntries(
    [
      'один|одна:1 два|две:2 три:3 четыре:4 пять:5 шесть:6 семь:7 восемь:8 девять:9 десять:10 одиннадцать:11',
      'двенадцать:12 тринадцать:13 четырнадцать:14 пятнадцать:15 шестнадцать:16 семнадцать:17 восемнадцать:18',
      'девятнадцать:19 двадцать:20 тридцать:30 сорок:40 пятьдесят:50 шестьдесят:60 семьдесят:70 восемьдесят:80',
      'девяносто:90 сто:100 двести:200 триста:300 четыреста:400 пятьсот:500 шестьсот:600 семьсот:700 восемьсот:800',
      'девятьсот:900 ноль:0',
    ]
      .join(' ')
      .split(' ')
      .flatMap((pair) => {
        const [forms = '', value = ''] = pair.split(':');
        return forms.split('|').map((form) => [form, Number(value)]);
      }),
  );
  const scales: readonly [RegExp, number][] = [
    [/^тысяч/, 1e3],
    [/^миллион/, 1e6],
    [/^миллиард/, 1e9],
    [/^триллион/, 1e12],
  ];

  /** Reads a Russian sum in words back: an independent way to the number. */
  function readWords(text: string): number {
    let [whole, triple] = [0, 0];
    for (const word of text.toLowerCase().split(' ')) {
      const scale = scales.find(([form]) => form.test(word));
      if (scale !== undefined) [whole, triple] = [whole + triple * scale[1], 0];
      else if (values[word] !== undefined) triple += values[word];
      else break;
    }
    return (whole + triple) * 100 + Number(/(\d\d) копе/.exec(text)?.[1]);
  }

  it('can be read back to the kopeck', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), (amount) => {
        expect(readWords(moneyInWords(rub(amount), 'ru'))).toBe(amount);
      }),
      { numRuns: 500 },
    );
  });

  it('begins with a capital and names the currency in every language', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e13, max: 1e13 }),
        fc.constantFrom<Currency>('RUB', 'USD', 'EUR', 'CNY'),
        (amountMinor, currency) => {
          const [ru, en] = [
            moneyInWords({ amountMinor, currency }, 'ru'),
            moneyInWords({ amountMinor, currency }, 'en'),
          ];
          expect(ru).toMatch(/^[А-Я].*(рубл|доллар|евро|юан).* \d\d (копе|цент|фэн)/);
          expect(en).toMatch(/^[A-Z].*(rouble|dollar|euro|yuan).* and \d\d (kopeck|cent|fen)/);
          expect(`${ru}${en}`).not.toMatch(/ {2}|undefined/);
        },
      ),
    );
  });
});
