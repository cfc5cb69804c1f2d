const latin = '`qwertyuiop[]asdfghjkl;\'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?';
const cyrillic = 'ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,';

const toCyrillic = new Map(Array.from(latin).map((letter, at) => [letter, cyrillic[at] ?? letter]));
const toLatin = new Map(Array.from(cyrillic).map((letter, at) => [letter, latin[at] ?? letter]));

const swapped = (text: string, map: ReadonlyMap<string, string>): string =>
  Array.from(text, (letter) => map.get(letter) ?? letter).join('');

/**
 * What the same keys write in the other layout (ЙЦУКЕН ↔ QWERTY): «njdfh» → «товар», «ыгззды» → «supply». Text with
 * letters of both alphabets, or of neither, was not typed in a wrong layout: null.
 */
export function inOtherLayout(text: string): string | null {
  const hasLatin = /[a-z]/i.test(text);
  const hasCyrillic = /[а-яё]/i.test(text);
  if (hasLatin === hasCyrillic) return null;
  return swapped(text, hasLatin ? toCyrillic : toLatin);
}
