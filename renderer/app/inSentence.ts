/**
 * A title as it goes on inside a sentence: «Прислать паспорта» → «прислать паспорта». Abbreviations and words with a
 * capital inside stay («КП», «ТЗ», «iPad»), and so does all English: there a capital may be a name.
 */
export function inSentence(title: string, language: 'ru' | 'en'): string {
  if (language !== 'ru' || !/^[А-ЯЁ][а-яё]/.test(title)) return title;
  return title.charAt(0).toLowerCase() + title.slice(1);
}
