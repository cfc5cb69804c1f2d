export type FindOptions = {
  readonly matchCase: boolean;
  readonly wholeWord: boolean;
  /** «ё» and «е» are one letter, as most people type them. */
  readonly foldYo: boolean;
};

/** One code unit as it is compared; lengths stay, so that places in the text stay. */
function folded(text: string, { matchCase, foldYo }: FindOptions): string {
  let result = '';
  for (const unit of text.split('')) {
    const lower = matchCase ? unit : unit.toLowerCase();
    let one = lower.length === 1 ? lower : unit;
    // What typography sets is found by what people type.
    if (one === '\u00a0' || one === '\u202f') one = ' ';
    else if (one === '\u2011') one = '-';
    else if (foldYo && one === 'ё') one = 'е';
    else if (foldYo && one === 'Ё') one = 'Е';
    result += one;
  }
  return result;
}

const inWord = /[\p{L}\p{N}_]/u;

/** Places where a text holds the sought words, from left to right and without overlaps, as offsets in code units. */
export function findInText(text: string, query: string, options: FindOptions): number[] {
  const sought = folded(query, options);
  if (sought === '') return [];
  const source = folded(text, options);
  const found: number[] = [];
  for (let at = source.indexOf(sought); at >= 0;) {
    const end = at + sought.length;
    const isWhole = !inWord.test(text[at - 1] ?? '') && !inWord.test(text[end] ?? '');
    if (!options.wholeWord || isWhole) found.push(at);
    at = source.indexOf(sought, !options.wholeWord || isWhole ? end : at + 1);
  }
  return found;
}
