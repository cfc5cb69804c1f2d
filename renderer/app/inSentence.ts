/**
 * A title as it goes on inside a sentence: «Прислать паспорта» → «прислать паспорта». Abbreviations and words with a
 * capital inside stay («КП», «ТЗ», «iPad»), and so does all English: there a capital may be a name.
 */
export function inSentence(title: string, language: 'ru' | 'en'): string {
  return language === 'ru' ? termInSentence(title) : title;
}

/** A term of ours inside a sentence of either language: «Соответствие ТЗ» → «соответствие ТЗ», “Price” → “price”. */
export function termInSentence(term: string): string {
  return /^\p{Lu}\p{Ll}/u.test(term) ? term.charAt(0).toLowerCase() + term.slice(1) : term;
}
