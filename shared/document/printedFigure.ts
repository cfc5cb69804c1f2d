import type { Language } from '../domain/language.ts';

const ownMarks: Readonly<Record<Language, ',' | '.'>> = { ru: ',', en: '.' };
/** Digits, parted into thousands by spaces or not at all. */
const wholePattern = /^(?:\d+|\d{1,3}(?: \d{3})+)$/;

/** The figure's whole and broken part; null where it is no number or may be two. */
function partsOf(figure: string, places: number, language: Language): readonly [string, string] | null {
  const marks = figure.replaceAll(/[^.,]/g, '');
  const last = marks.at(-1);
  if (last === undefined) return [figure, ''];
  const at = figure.lastIndexOf(last);
  const [before, after] = [figure.slice(0, at), figure.slice(at + 1)];
  if (marks.length === 1) {
    const own = last === ownMarks[language];
    // The other language's sign before three digits may part thousands; in English it does.
    if (after.length <= (own ? places : Math.min(places, 2))) return [before, after];
    return !own && language === 'en' && /^\d{1,3}$/.test(before) && after.length === 3
      ? [before + after, '']
      : null;
  }
  const thousands = (text: string, mark: string) =>
    new RegExp(`^\\d{1,3}(?:\\${mark}\\d{3})+$`).test(text) ? text.replaceAll(mark, '') : null;
  if (new Set(marks).size === 1) {
    const whole = thousands(figure, last);
    return whole === null ? null : [whole, ''];
  }
  const whole = thousands(before, last === ',' ? '.' : ',');
  return whole === null ? null : [whole, after];
}

/** Text as it is compared: one plain space between words, plain hyphens. */
export const plainWords = (text: string): string =>
  text.replaceAll('\u00AD', '').replaceAll('\u2011', '-').replaceAll(/\s+/g, ' ').trim();

/**
 * A figure that a document printed and somebody may have typed over, as whole parts of `1 / 10^places`: `1 234,56`,
 * `1234.5`, `1.234,56`, with one of `signs` before or behind it («₽», «шт.»). Strict, since nobody is asked: null where
 * it is no number, has more places, or may be two numbers («1.100» in Russian). Beyond what a double counts the value
 * is only near. Below zero too.
 */
export function readPrintedFigure(
  text: string,
  places: number,
  language: Language,
  signs: readonly string[] = [],
): number | null {
  let figure = plainWords(text)
    .toLowerCase()
    .replace(/^[−–]/, '-');
  for (const sign of signs.map((each) => plainWords(each).toLowerCase())) {
    if (sign === '') continue;
    if (figure.endsWith(sign)) figure = figure.slice(0, -sign.length).trim();
    else if (figure.startsWith(sign)) figure = figure.slice(sign.length).trim();
    else continue;
    break;
  }
  const [, minus = '', digits = ''] = /^(-?) ?(\d[\d., ]*)$/.exec(figure) ?? [];
  const [whole, fraction] = partsOf(digits, places, language) ?? ['', ''];
  if (!wholePattern.test(whole) || fraction.length > places || !/^\d*$/.test(fraction)) return null;
  // A sign without digits behind it ends a sentence, not a number.
  if (/[.,]$/.test(digits)) return null;
  const value = Number(whole.replaceAll(' ', '') + fraction.padEnd(places, '0'));
  return minus === '' || value === 0 ? value : -value;
}
