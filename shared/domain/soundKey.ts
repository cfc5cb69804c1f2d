const letters: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ё: 'e',
  ж: 'Z',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'C',
  ш: 'S',
  щ: 'S',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'u',
  я: 'a',
};

/** Latin spellings of one sound, the longest first: «shch», «sch» and «sh» are all written for «щ» and «ш». */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, 'S'],
  [/tch|ch/g, 'C'],
  [/zh/g, 'Z'],
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ts|tz|cz/g, 'c'],
  [/ck|q/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/c(?![eiyv])/g, 'k'],
  [/[yj]([aou])/g, '$1'],
  [/[yj]e/g, 'e'],
  [/[yj]/g, 'i'],
];

/**
 * How a word sounds, the same in both alphabets: «Ромашка» and «Romashka», «Ёлкин», «Elkin» and «Yolkin» have one key.
 * By the common ways of writing Russian names in Latin letters (ГОСТ 7.79-2000 B, the passport rules, everyday habit),
 * brought to one letter a sound. Digits stay; a word of other letters keeps what it has of these.
 */
export function soundKey(word: string): string {
  const plain = word
    .normalize('NFD')
    .replaceAll(/[\u0300-\u0305\u0307\u0309-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase();
  // The sounds of one word are told in one alphabet; a mixed word is a code.
  let key = '';
  if (/[а-яё]/.test(plain))
    for (const letter of plain.replaceAll('йо', 'е')) key += letters[letter] ?? letter;
  else {
    // «yo» is «ё», while «o» alone is «о».
    key = plain.replaceAll(/[yj]o/g, 'e');
    for (const [spelling, sound] of spellings) key = key.replaceAll(spelling, sound);
  }
  return key.replaceAll(/(.)\1+/g, '$1');
}

/**
 * The keys under which a typed word may stand: its own, and the one where the soft «ья» of «Татьяна» is written as the
 * «ia» of Tatiana or the other way round. What is kept has one key; only what is sought has two.
 */
export function soundKeys(typed: string): readonly string[] {
  const soft = typed
    .toLowerCase()
    .replaceAll(/i(?=[au])/g, 'y')
    .replaceAll(/ь(?=[яю])/g, 'и');
  return [...new Set([soundKey(typed), soundKey(soft)])];
}
