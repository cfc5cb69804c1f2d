import type { Language } from './language.ts';
import type { Currency, Money } from './money.ts';
import { type PluralForms, pluralRu } from './plural.ts';

type Unit = { readonly forms: PluralForms; readonly feminine: boolean };

const russianUnits: Readonly<Record<Currency, { readonly major: Unit; readonly minor: PluralForms }>> = {
  RUB: {
    major: { forms: ['рубль', 'рубля', 'рублей'], feminine: false },
    minor: ['копейка', 'копейки', 'копеек'],
  },
  USD: {
    major: { forms: ['доллар США', 'доллара США', 'долларов США'], feminine: false },
    minor: ['цент', 'цента', 'центов'],
  },
  EUR: {
    // «Евро» does not change.
    major: { forms: ['евро', 'евро', 'евро'], feminine: false },
    minor: ['цент', 'цента', 'центов'],
  },
  CNY: {
    major: { forms: ['китайский юань', 'китайских юаня', 'китайских юаней'], feminine: false },
    minor: ['фэнь', 'фэня', 'фэней'],
  },
  GBP: {
    major: { forms: ['фунт стерлингов', 'фунта стерлингов', 'фунтов стерлингов'], feminine: false },
    minor: ['пенс', 'пенса', 'пенсов'],
  },
};

const russianOnes = ['', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'];
const russianFeminineOnes = ['', 'одна', 'две'];
const russianTeens = [
  'десять',
  'одиннадцать',
  'двенадцать',
  'тринадцать',
  'четырнадцать',
  'пятнадцать',
  'шестнадцать',
  'семнадцать',
  'восемнадцать',
  'девятнадцать',
];
const russianTens = [
  '',
  '',
  'двадцать',
  'тридцать',
  'сорок',
  'пятьдесят',
  'шестьдесят',
  'семьдесят',
  'восемьдесят',
  'девяносто',
];
const russianHundreds = [
  '',
  'сто',
  'двести',
  'триста',
  'четыреста',
  'пятьсот',
  'шестьсот',
  'семьсот',
  'восемьсот',
  'девятьсот',
];
/** From thousands upwards; only «тысяча» is feminine. */
const russianScales: readonly Unit[] = [
  { forms: ['тысяча', 'тысячи', 'тысяч'], feminine: true },
  { forms: ['миллион', 'миллиона', 'миллионов'], feminine: false },
  { forms: ['миллиард', 'миллиарда', 'миллиардов'], feminine: false },
  { forms: ['триллион', 'триллиона', 'триллионов'], feminine: false },
];

const englishOnes = [
  '',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const englishTens = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const englishScales = ['thousand', 'million', 'billion', 'trillion'];
const englishUnits: Readonly<
  Record<Currency, readonly [major: string, majors: string, minor: string, minors: string]>
> = {
  RUB: ['Russian rouble', 'Russian roubles', 'kopeck', 'kopecks'],
  USD: ['US dollar', 'US dollars', 'cent', 'cents'],
  EUR: ['euro', 'euros', 'cent', 'cents'],
  CNY: ['Chinese yuan', 'Chinese yuan', 'fen', 'fen'],
  GBP: ['pound sterling', 'pounds sterling', 'penny', 'pence'],
};

const filled = (words: readonly string[]): string => words.filter((word) => word !== '').join(' ');

function russianTriple(value: number, feminine: boolean): string {
  const tens = Math.floor(value / 10) % 10;
  const ones = value % 10;
  const hundreds = russianHundreds[Math.floor(value / 100)] ?? '';
  if (tens === 1) return filled([hundreds, russianTeens[ones] ?? '']);
  const one = (feminine ? russianFeminineOnes[ones] : undefined) ?? russianOnes[ones] ?? '';
  return filled([hundreds, russianTens[tens] ?? '', one]);
}

function englishTriple(value: number, withAnd: boolean): string {
  const rest = value % 100;
  const hundreds = value >= 100 ? `${englishOnes[Math.floor(value / 100)] ?? ''} hundred` : '';
  const tens = englishTens[Math.floor(rest / 10)] ?? '';
  const ones =
    rest < 20 ? (englishOnes[rest] ?? '') : filled([tens, englishOnes[rest % 10] ?? '']).replace(' ', '-');
  if (ones === '') return hundreds;
  // British habit: «one hundred and five», and «and» before the last part of a larger number.
  return hundreds !== '' || withAnd ? filled([hundreds, 'and', ones]) : ones;
}

/** Threes of digits, the lowest first. */
function triplesOf(whole: number): number[] {
  const triples: number[] = [];
  for (let rest = whole; rest > 0; rest = Math.floor(rest / 1000)) triples.push(rest % 1000);
  return triples;
}

function wholeInRussian(whole: number, unit: Unit): string {
  const triples = triplesOf(whole);
  const words = triples.map((triple, at) => {
    if (at === 0) return russianTriple(triple, unit.feminine);
    const scale = russianScales[at - 1];
    if (triple === 0 || scale === undefined) return '';
    return `${russianTriple(triple, scale.feminine)} ${pluralRu(triple, scale.forms)}`;
  });
  // Only the last two digits choose the form, so a plain remainder is enough for any size.
  return `${filled(words.toReversed()) || 'ноль'} ${pluralRu(whole % 100, unit.forms)}`;
}

function wholeInEnglish(whole: number): string {
  const triples = triplesOf(whole);
  const words = triples.map((triple, at) => {
    if (triple === 0) return '';
    if (at === 0) return englishTriple(triple, triples.length > 1);
    return `${englishTriple(triple, false)} ${englishScales[at - 1] ?? ''}`;
  });
  return filled(words.toReversed()) || 'zero';
}

/**
 * A sum in words with a capital letter, the small unit in two figures: «Один миллион двести тридцать четыре тысячи
 * пятьсот шестьдесят семь рублей 89 копеек»; English `One million … Russian roubles and 89 kopecks`. Exact up to
 * 10^15 minor units; a negative sum begins with «Минус» / `Minus`. GLOSSARY: сумма прописью.
 */
export function moneyInWords(money: Money, language: Language): string {
  const total = Math.abs(money.amountMinor);
  const whole = Math.floor(total / 100);
  const small = total % 100;
  const smallFigures = String(small).padStart(2, '0');
  const minus = money.amountMinor < 0;
  let text: string;
  if (language === 'ru') {
    const unit = russianUnits[money.currency];
    const words = wholeInRussian(whole, unit.major);
    text = `${minus ? 'минус ' : ''}${words} ${smallFigures} ${pluralRu(small, unit.minor)}`;
  } else {
    const [major, majors, minor, minors] = englishUnits[money.currency];
    const units = `${whole === 1 ? major : majors} and ${smallFigures} ${small === 1 ? minor : minors}`;
    text = `${minus ? 'minus ' : ''}${wholeInEnglish(whole)} ${units}`;
  }
  return text.charAt(0).toUpperCase() + text.slice(1);
}
