import type { Language } from '../domain/language.ts';

const nbsp = '\u00A0';
/** Addresses are left alone: a quote or a dash inside them belongs to them. */
const addresses = /(?:https?:\/\/|mailto:|tel:|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+/giu;
/** A private character that stands for an address while the rest is worked on. */
const stand = '\uE000';

type Rule = readonly [find: RegExp, put: string];

const space = `[ ${nbsp}]`;
const shortWords = 'а|без|в|во|для|до|за|и|из|или|к|ко|на|над|не|ни|но|о|об|от|по|под|при|про|с|со|у';
const units =
  'руб|коп|г|гг|кг|т|км|м|мм|см|л|шт|ч|мин|сек|дн|лет|год|года|млн|млрд|тыс|кВт|МВт|бар|стр|чел|мес|недель';

const common: readonly Rule[] = [
  [/\.{3}/g, '…'],
  [new RegExp(`№${space}?(?=[\\p{L}\\d])`, 'gu'), `№${nbsp}`],
  [new RegExp(`(\\d)${space}([₽$€¥])`, 'gu'), `$1${nbsp}$2`],
];

const russian: readonly Rule[] = [
  // A dash between words hangs on the word before it.
  [new RegExp(`(\\S)${space}+[-–—](?=${space})`, 'gu'), `$1${nbsp}—`],
  [new RegExp(`(?<=^|[${space.slice(1, -1)}(«„—])(${shortWords})${space}(?=\\S)`, 'giu'), `$1${nbsp}`],
  [
    new RegExp(`(?<!\\p{L})(\\p{Lu}\\.)${space}?(\\p{Lu}\\.)${space}?(?=\\p{Lu}\\p{Ll})`, 'gu'),
    `$1${nbsp}$2${nbsp}`,
  ],
  [new RegExp(`(\\p{Lu}\\p{Ll}+)${space}(\\p{Lu}\\.)${space}?(\\p{Lu}\\.)`, 'gu'), `$1${nbsp}$2${nbsp}$3`],
  [new RegExp(`(\\d)${space}?%`, 'gu'), `$1${nbsp}%`],
  [new RegExp(`(\\d)${space}(${units})(?![\\p{L}])`, 'gu'), `$1${nbsp}$2`],
  [
    new RegExp(`(?<!\\p{L}|\\d${space})(г|ул|д|стр|рис|табл|п|ст|т|тел)\\.${space}(?=[\\p{L}\\d])`, 'gu'),
    `$1.${nbsp}`,
  ],
];

const english: readonly Rule[] = [
  // British books set a spaced en dash.
  [new RegExp(`(\\S)${space}+[-–—](?=${space})`, 'gu'), `$1${nbsp}–`],
  [/(?<=\p{L})'(?=\p{L})/gu, '’'],
  [new RegExp(`(?<!\\p{L})(Mr|Ms|Mrs|Dr|No|p)(\\.?)${space}(?=[\\p{Lu}\\d])`, 'gu'), `$1$2${nbsp}`],
  [new RegExp(`(\\d)${space}(kg|km|mm|cm|m|kW|MW|bar|h|min|million|billion)(?!\\p{L})`, 'gu'), `$1${nbsp}$2`],
];

/** Spans of figures get a dash: «10–12», «2024–2026»; numbers of papers («2026-041»), dates and phones do not. */
function setSpans(text: string): string {
  return text.replace(
    /(?<![\p{L}\d.,/-])([1-9]\d{0,3})-([1-9]\d{0,3})(?![\p{L}\d/-]|[.,]\d)/gu,
    (span, from: string, to: string) => (Number(from) < Number(to) ? `${from}–${to}` : span),
  );
}

/** Straight quotes become paired ones; a quote opens after a space, a bracket, a dash or another opening quote. */
function pairQuotes(
  text: string,
  outer: readonly [string, string],
  inner: readonly [string, string],
): string {
  let depth = 0;
  let result = '';
  for (const character of text) {
    const before = result.at(-1) ?? ' ';
    if (character === outer[0] || character === inner[0]) depth += 1;
    else if (character === outer[1]) depth = Math.max(depth - 1, 0);
    // The English inner mark is the apostrophe too: it closes only what is open inside.
    else if (character === inner[1] && depth > 1) depth -= 1;
    if (character !== '"') {
      result += character;
      continue;
    }
    const opens = /[\s([{—–«„“\u00A0]/u.test(before) && !(before === '“' && outer[0] === '«');
    if (opens) {
      result += (depth === 0 ? outer : inner)[0];
      depth += 1;
    } else {
      result += (depth > 1 ? inner : outer)[1];
      depth = Math.max(depth - 1, 0);
    }
  }
  return result;
}

/**
 * Sets a line of text as print wants it: paired quotes («…», inside „…“; English “…”, inside ‘…’), dashes instead of
 * hyphens between words, «№», units, initials and short prepositions held by no-break spaces. Web and mail addresses
 * stay as they are. A text set once does not change when set again. GLOSSARY: типографика.
 */
export function typograph(text: string, language: Language): string {
  if (text.includes(stand)) return text;
  const kept: string[] = [];
  let result = text.replace(addresses, (address) => {
    kept.push(address);
    return stand;
  });
  result =
    language === 'ru'
      ? pairQuotes(result, ['«', '»'], ['„', '“'])
      : pairQuotes(result, ['“', '”'], ['‘', '’']);
  for (const [find, put] of [...common, ...(language === 'ru' ? russian : english)]) {
    // Words that follow each other share the space between them, so one pass sees every other of them.
    result = result.replace(find, put).replace(find, put);
  }
  return setSpans(result).replace(new RegExp(stand, 'gu'), () => kept.shift() ?? '');
}
