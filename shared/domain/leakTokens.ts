/** A word or number of a checked text: as it stands, and as it is compared. */
export type Token = {
  /** Which of the given texts it stands in. */
  readonly place: number;
  /** Offsets in that text. */
  readonly start: number;
  readonly end: number;
  /** Lower case, «ё» as «е», without soft hyphens and other invisible marks. */
  readonly folded: string;
  /** The word without its ending: equal for all cases of a noun. */
  readonly key: string;
  readonly capital: boolean;
  /** Every letter is a capital one; false for one letter. */
  readonly allCapitals: boolean;
  /** First in its text or after a mark that ends a sentence: a capital there says nothing. */
  readonly opensSentence: boolean;
  /** A quotation mark stands right before it. */
  readonly quoted: boolean;
  /** A full stop follows at once: «И.». */
  readonly dotted: boolean;
};

/** Latin letters that look like Cyrillic ones: a word may mix both by a slip of the keyboard. */
const lookAlikes: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  b: 'в',
  h: 'н',
};

// Texts repeat their words. Bounded, for the caches hold words of the vault; they die with the process.
const cacheLimit = 200_000;
const folds = new Map<string, string>();

/** One word as it is compared. */
export function foldWord(word: string): string {
  const known = folds.get(word);
  if (known !== undefined) return known;
  const folded = computeFold(word);
  if (folds.size > cacheLimit) folds.clear();
  folds.set(word, folded);
  return folded;
}

function computeFold(word: string): string {
  const plain = word
    .replace(/\p{Cf}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е');
  if (!/[а-я]/.test(plain) || !/[a-z]/.test(plain)) return plain;
  const cyrillic = plain.replace(/[a-z]/g, (letter) => lookAlikes[letter] ?? letter);
  return /[a-z]/.test(cyrillic) ? plain : cyrillic;
}

// Endings of nouns, adjectives and participles in all cases; two words are one when they differ by these alone.
const russianEndings = new Set(
  (
    'а я о е у ю ы и ь й ой ей ом ем ам ям ах ях ов ев ою ею ый ий ая яя ое ее ую юю ые ие ым им ых их ого его ому ему ' +
    'ыми ими ами ями ией ией иям иях иями ии ия ие ию ием ью ья ье ьи ьем ьям ьях ьями ьев'
  ).split(' '),
);

function russianKey(word: string): string {
  let stem = word;
  for (;;) {
    const before = stem;
    for (let length = Math.min(4, stem.length - 2); length > 0; length -= 1) {
      if (!russianEndings.has(stem.slice(-length))) continue;
      stem = stem.slice(0, -length);
      break;
    }
    if (stem === before) return stem;
  }
}

function englishKey(word: string): string {
  if (word.length < 5) return word;
  return word.replace(/(?:ies|y)$/, 'i').replace(/(?:ings?|ed|es|s|e)$/, '');
}

const keys = new Map<string, string>();

/** A folded word without its ending. At least two letters stay; numbers and other scripts stay whole. */
export function wordKey(folded: string): string {
  const known = keys.get(folded);
  if (known !== undefined) return known;
  const key = /^[а-я]+$/.test(folded)
    ? russianKey(folded)
    : /^[a-z]+$/.test(folded)
      ? englishKey(folded)
      : folded;
  if (keys.size > cacheLimit) keys.clear();
  keys.set(folded, key);
  return key;
}

/** Keys a name's word may have: the nominative's, and with a fleeting vowel dropped («Ветер» → «Ветра»). */
export function nameKeys(folded: string): readonly string[] {
  const key = wordKey(folded);
  const fleeting = /^([а-я]*[бвгджзклмнпрстфхцчшщ])[ео]([бвгджзклмнпрстфхцчшщ])ь?$/.exec(folded);
  if (fleeting === null || folded.length < 4) return [key];
  const dropped = wordKey(`${fleeting[1]}${fleeting[2]}а`);
  // «лев» → «льва», «орел» → «орла»: after «л» a soft sign may take the vowel's place.
  return [...new Set([key, dropped, wordKey(`${fleeting[1]}ь${fleeting[2]}а`)])];
}

const latinOf: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
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
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'y',
  ь: '',
  э: 'e',
  ю: 'yu',
  я: 'ya',
};

/** What remains of a Latin spelling when the ways of transliteration are made one: `Veresov`, `Jurij` = `Yuriy`. */
export function latinKey(folded: string): string {
  const latin = folded.replace(/[а-я]/g, (letter) => latinOf[letter] ?? '');
  return latin
    .replace(/shch|sch/g, 'sh')
    .replace(/kh/g, 'h')
    .replace(/ts|tz/g, 'c')
    .replace(/ks/g, 'x')
    .replace(/w/g, 'v')
    .replace(/j/g, 'y')
    .replace(/[yi]([aeou])/g, '$1')
    .replace(/[yi]+/g, 'i')
    .replace(/([aeou])i(?![a-z])/g, '$1i')
    .replace(/ii+$/, 'i')
    .replace(/(.)\1/g, '$1');
}

const words = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}\p{Cf}]*[\p{L}\p{N}\p{M}])?/gu;
const openingMarks = new Set(['«', '„', '“', '"', '”', "'", '‘']);
const endsSentence = /[.!?:;…•\n]/;

/** The words and numbers of texts, one run for all, in order. Hyphens part words, invisible marks do not. */
export function tokensOf(texts: readonly string[]): Token[] {
  const tokens: Token[] = [];
  texts.forEach((text, place) => {
    let opens = true;
    let last = 0;
    for (const match of text.matchAll(words)) {
      const [word] = match;
      const start = match.index;
      const end = start + word.length;
      // Most words are parted by one space.
      if (last > 0)
        opens = start - last > 1 ? endsSentence.test(text.slice(last, start)) : text.charAt(last) === '\n';
      last = end;
      const folded = foldWord(word);
      const first = word.charAt(0);
      const capital = first !== first.toLowerCase();
      tokens.push({
        place,
        start,
        end,
        folded,
        key: wordKey(folded),
        capital,
        allCapitals: capital && word.length > 1 && word === word.toUpperCase(),
        opensSentence: opens,
        quoted: openingMarks.has(text.charAt(start - 1)),
        dotted: text.charAt(end) === '.',
      });
    }
  });
  return tokens;
}

/** Folded words of a text, for what is prepared once. */
export function wordsIn(text: string): string[] {
  return (text.match(words) ?? []).map(foldWord);
}

/** A text in which words broken by a hyphen at a line's end are whole again; null when there are none. */
export function withoutLineHyphens(text: string): string | null {
  const whole = text.replace(/(\p{L})[-‐]\s*\n\s*(?=\p{Ll})/gu, '$1');
  return whole === text ? null : whole;
}
