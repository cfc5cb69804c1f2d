/** Words of a list as one phrase: «Условия оплаты, цена, соответствие ТЗ». Only the first keeps its capital. */
export function joinWords(words: readonly string[]): string {
  return words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toLowerCase() + word.slice(1)))
    .join(', ');
}
