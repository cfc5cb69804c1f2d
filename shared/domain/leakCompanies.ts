import type { Token } from './leakTokens.ts';
import { latinKey, nameKeys, wordsIn } from './leakTokens.ts';

/** A company as a guard knows it: every way it is named, with or without legal form and quotation marks. */
export type GuardedCompany = { readonly owner: string; readonly names: readonly string[] };

/** A run of tokens that names somebody; `to` is the last token. */
export type NameSpan = {
  readonly from: number;
  readonly to: number;
  readonly owner: string;
  readonly kind: 'company' | 'person' | 'givenNames' | 'surname';
};

type CompanyName = {
  readonly owner: string;
  readonly keys: readonly (readonly string[])[];
  readonly latin: readonly string[];
};

export type CompanyIndex = {
  /** By a key of the first word. */
  readonly byFirst: Map<string, CompanyName[]>;
  readonly byFirstLatin: Map<string, CompanyName[]>;
};

const forms =
  'ооо ао пао зао оао нао ип гк тоо чп фгуп муп гуп ltd llc llp plc inc corp gmbh ag bv nv sa srl spa kg oy ab jsc pjsc co';
export const legalForms: ReadonlySet<string> = new Set(forms.split(' '));
const longForms =
  /(?:(?:непубличн|публичн|закрыт|открыт)[а-яё]+\s+)?(?:обществ[а-яё]+\s+с\s+ограниченной\s+ответственностью|акционерн[а-яё]+\s+обществ[а-яё]+)|индивидуальн[а-яё]+\s+предпринимател[а-яё]+/giu;

/** The words of a company's name that are its own: without legal form. */
function ownWords(name: string): string[] {
  const words = wordsIn(name.replace(longForms, ' '));
  const own = words.filter((word) => !legalForms.has(word));
  return own.length > 0 ? own : words;
}

const isBare = (words: readonly string[]): boolean => {
  const [only] = words;
  return only === undefined || (words.length === 1 && (only.length < 3 || /^\d+$/.test(only)));
};

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

/** Prepares companies for {@link companySpans}; a name of one or two letters or of a number alone cannot be guarded. */
export function indexCompanies(companies: readonly GuardedCompany[]): CompanyIndex {
  const index: CompanyIndex = { byFirst: new Map(), byFirstLatin: new Map() };
  for (const { owner, names } of companies) {
    const known = new Set<string>();
    for (const name of names) {
      const words = ownWords(name);
      if (isBare(words) || known.has(words.join(' '))) continue;
      known.add(words.join(' '));
      const entry = { owner, keys: words.map(nameKeys), latin: words.map(latinKey) };
      for (const key of entry.keys[0] ?? []) put(index.byFirst, key, entry);
      if (entry.latin.join('').length >= 4) put(index.byFirstLatin, entry.latin[0] ?? '', entry);
      // «Волга-Авто» is also written «ВолгаАвто».
      if (words.length > 1 && /\p{L}-\p{L}/u.test(name)) {
        const joined = { owner, keys: [nameKeys(words.join(''))], latin: [latinKey(words.join(''))] };
        for (const key of joined.keys[0] ?? []) put(index.byFirst, key, joined);
      }
    }
  }
  return index;
}

const isLatin = (token: Token): boolean => /[a-z]/.test(token.folded);

function lengthOf(tokens: readonly Token[], at: number, name: CompanyName): number {
  for (let step = 0; step < name.keys.length; step += 1) {
    const token = tokens[at + step];
    if (token === undefined || name.keys[step]?.includes(token.key) !== true) return 0;
  }
  return name.keys.length;
}

function latinLengthOf(tokens: readonly Token[], at: number, name: CompanyName): number {
  for (let step = 0; step < name.latin.length; step += 1) {
    const token = tokens[at + step];
    if (token === undefined || latinKey(token.folded) !== name.latin[step]) return 0;
  }
  return name.latin.length;
}

/** Whether a name's words, as they stand here, mean the company and not just the thing: «ваша энергия», ООО «Энергия». */
function meansCompany(
  tokens: readonly Token[],
  from: number,
  to: number,
  vocabulary: ReadonlySet<string>,
): boolean {
  const first = tokens[from];
  if (first === undefined) return false;
  if (first.quoted) return true;
  const before = tokens[from - 1];
  const after = tokens[to + 1];
  if (before?.place === first.place && legalForms.has(before.folded)) return true;
  if (after?.place === first.place && legalForms.has(after.folded) && isLatin(after)) return true;
  const run = tokens.slice(from, to + 1);
  if (run.length === 1 && first.folded.length <= 3) return first.allCapitals;
  if (run.some(({ key }) => !vocabulary.has(key))) return true;
  if (run.length > 1)
    return run.every(({ capital }) => capital) && !run.every(({ allCapitals }) => allCapitals);
  return first.capital && !first.opensSentence && !(first.allCapitals && before?.allCapitals === true);
}

/**
 * Where companies are named, in any case, with or without legal form and marks, parted by any space or line. A name
 * made of words that proposals use anyway counts only when it stands as a name does. Owners in `allowed` always count.
 */
export function companySpans(
  tokens: readonly Token[],
  index: CompanyIndex,
  allowed: ReadonlySet<string>,
  vocabulary: ReadonlySet<string>,
): NameSpan[] {
  const spans: NameSpan[] = [];
  const add = (from: number, length: number, owner: string): void => {
    const to = from + length - 1;
    if (length > 0 && (allowed.has(owner) || meansCompany(tokens, from, to, vocabulary)))
      spans.push({ from, to, owner, kind: 'company' });
  };
  tokens.forEach((token, at) => {
    for (const name of index.byFirst.get(token.key) ?? []) add(at, lengthOf(tokens, at, name), name.owner);
    if (!isLatin(token)) return;
    for (const name of index.byFirstLatin.get(latinKey(token.folded)) ?? [])
      add(at, latinLengthOf(tokens, at, name), name.owner);
  });
  return spans;
}
