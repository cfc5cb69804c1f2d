/**
 * Text as it is compared: lower case, «ё» as «е», one space between words, no control characters. SQLite's own
 * tokenizers fold case but keep «ё» apart, so both the index and what is searched for go through here.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}
