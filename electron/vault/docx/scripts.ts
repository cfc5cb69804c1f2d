import type { Language } from '../../../shared/domain/language.ts';

/** What a stretch of text is written in, as far as proofing and direction in Word need to know. */
export type Script = 'own' | 'latin' | 'cyrillic' | 'arabic' | 'hebrew';
export type ScriptRun = { readonly text: string; readonly script: Script };

const latin = 'A-Za-z\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u024F';
const cyrillic = '\\u0400-\\u052F';
const hebrew = '\\u0590-\\u05FF\\uFB1D-\\uFB4F';
const arabic = '\\u0600-\\u08FF\\uFB50-\\uFDFF\\uFE70-\\uFEFC';

/** A stretch of letters, with the spaces and signs between them. */
function stretch(letters: string): string {
  return `[${letters}](?:[${letters}0-9 \\u00A0.,&'’/_-]*[${letters}])?`;
}

// One expression per language of the document: what is foreign in it. Group 1 = letters, 2 = Hebrew, 3 = Arabic.
const foreign: Readonly<Record<Language, RegExp>> = {
  ru: new RegExp(`(${stretch(latin)})|(${stretch(hebrew)})|(${stretch(arabic)})`, 'g'),
  en: new RegExp(`(${stretch(cyrillic)})|(${stretch(hebrew)})|(${stretch(arabic)})`, 'g'),
};
const anyForeign: Readonly<Record<Language, RegExp>> = {
  ru: new RegExp(`[${latin}${hebrew}${arabic}]`),
  en: new RegExp(`[${cyrillic}${hebrew}${arabic}]`),
};
const foreignLetters: Readonly<Record<Language, Script>> = { ru: 'latin', en: 'cyrillic' };

/** Splits a text of a document in `language` where the script changes; almost every text stays whole. */
export function scriptRuns(text: string, language: Language): readonly ScriptRun[] {
  if (!anyForeign[language].test(text)) return [{ text, script: 'own' }];
  const runs: ScriptRun[] = [];
  let from = 0;
  for (const match of text.matchAll(foreign[language])) {
    if (match.index > from) runs.push({ text: text.slice(from, match.index), script: 'own' });
    const script =
      match[1] !== undefined ? foreignLetters[language] : match[2] !== undefined ? 'hebrew' : 'arabic';
    runs.push({ text: match[0], script });
    from = match.index + match[0].length;
  }
  if (from < text.length) runs.push({ text: text.slice(from), script: 'own' });
  return runs;
}

const rightToLeft = new RegExp(`[${hebrew}${arabic}]`);

/** Whether any letter of a text is written from right to left. */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** Whether a text's first letter is written from right to left (Unicode bidi rule P2); null for a text without letters. */
export function startsRightToLeft(text: string): boolean | null {
  const first = /\p{L}/u.exec(text)?.[0];
  return first === undefined ? null : rightToLeft.test(first);
}

/** `w:lang` values. */
export const languageTag: Readonly<Record<Language, string>> = { ru: 'ru-RU', en: 'en-GB' };

/** Run properties that a foreign script needs; `own` needs none. They stand last in `w:rPr`. */
export const scriptProperties: Readonly<Record<Script, string>> = {
  own: '',
  latin: '<w:lang w:val="en-GB"/>',
  cyrillic: '<w:lang w:val="ru-RU"/>',
  arabic: '<w:rtl/><w:lang w:bidi="ar-SA"/>',
  hebrew: '<w:rtl/><w:lang w:bidi="he-IL"/>',
};
