const folded = (text: string) => text.toLowerCase().replaceAll('ё', 'е');

/** Whether every word of the query stands in the text, in any order; «ё» and «е» are alike. */
export function matchesWords(text: string, query: string): boolean {
  const target = folded(text);
  return folded(query)
    .split(/\s+/)
    .every((word) => target.includes(word));
}
