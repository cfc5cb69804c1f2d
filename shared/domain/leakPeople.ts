import { inclineFirstname, inclineLastname } from 'lvovich';
import type { NameSpan } from './leakCompanies.ts';
import { isCommonSurname } from './commonSurnames.ts';
import type { Token } from './leakTokens.ts';
import { foldWord, latinKey, nameKeys, wordKey, wordsIn } from './leakTokens.ts';
import { genderOf } from './nameForms.ts';
import type { Gender } from './person.ts';

/** A person as a guard knows them. */
export type GuardedPerson = {
  readonly owner: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly gender: Gender;
};

type PersonName = {
  readonly owner: string;
  readonly lastName: string;
  readonly gender: Gender;
  /** Keys of each word of the surname; more than one for «Кузнецова-Белых». */
  readonly surname: readonly (readonly string[])[];
  readonly latin: readonly string[];
  readonly first: string;
  readonly firstLatin: string;
  readonly middleKey: string;
};

export type PeopleIndex = {
  readonly bySurname: Map<string, PersonName[]>;
  readonly byLatin: Map<string, PersonName[]>;
  /** A form of a first name → its nominatives. */
  readonly firstNames: Map<string, Set<string>>;
  /** `first|middle` → owners. */
  readonly byGivenNames: Map<string, string[]>;
};

const cases = ['genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const;

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

function noteFirstName(forms: PeopleIndex['firstNames'], name: string, gender: Gender): void {
  const nominative = foldWord(name);
  if (forms.get(nominative)?.has(nominative) === true) return;
  const declined =
    gender === 'unknown' || !/[а-яё]/i.test(name)
      ? []
      : cases.map((form) => foldWord(inclineFirstname(name, form, gender)));
  for (const form of [nominative, ...declined]) {
    const known = forms.get(form);
    if (known === undefined) forms.set(form, new Set([nominative]));
    else known.add(nominative);
  }
}

/** Prepares people for {@link personSpans}. */
export function indexPeople(people: readonly GuardedPerson[]): PeopleIndex {
  const index: PeopleIndex = {
    bySurname: new Map(),
    byLatin: new Map(),
    firstNames: new Map(),
    byGivenNames: new Map(),
  };
  for (const person of people) {
    const words = wordsIn(person.lastName);
    const first = wordsIn(person.firstName)[0] ?? '';
    const middle = wordsIn(person.middleName)[0] ?? '';
    const gender = genderOf(person);
    if (first.length > 1) noteFirstName(index.firstNames, person.firstName.trim(), gender);
    if (first.length > 1 && middle.length > 4)
      put(index.byGivenNames, `${first}|${wordKey(middle)}`, person.owner);
    if (words.length === 0) continue;
    const name: PersonName = {
      owner: person.owner,
      lastName: person.lastName.trim(),
      gender,
      surname: words.map(nameKeys),
      latin: words.map(latinKey),
      first,
      firstLatin: latinKey(first),
      middleKey: middle.length > 1 ? wordKey(middle) : middle,
    };
    for (const key of name.surname[0] ?? []) put(index.bySurname, key, name);
    put(index.byLatin, name.latin[0] ?? '', name);
  }
  return index;
}

const isInitial = (token: Token): boolean =>
  token.folded.length === 1 && /\p{L}/u.test(token.folded) && (token.capital || token.dotted);

/** Whether a token is the first name of a person, in any case, or its initial. */
function isFirst(token: Token | undefined, name: PersonName, index: PeopleIndex): boolean {
  if (token === undefined || name.first === '') return false;
  if (isInitial(token))
    return (
      token.folded === name.first.charAt(0) || latinKey(token.folded).charAt(0) === name.firstLatin.charAt(0)
    );
  if (name.first.length === 1) return false;
  if (index.firstNames.get(token.folded)?.has(name.first) === true) return true;
  if (token.capital && token.key === wordKey(name.first)) return true;
  return /[a-z]/.test(token.folded) && token.capital && latinKey(token.folded) === name.firstLatin;
}

function isMiddle(token: Token | undefined, name: PersonName): boolean {
  if (token === undefined || name.middleKey === '') return false;
  if (isInitial(token)) return token.folded === name.middleKey.charAt(0);
  return token.key === name.middleKey;
}

/** Where a surname at tokens `from`–`to` belongs to given names or initials around it; null = it stands alone. */
function withGivenNames(
  tokens: readonly Token[],
  from: number,
  to: number,
  name: PersonName,
  index: PeopleIndex,
): { readonly from: number; readonly to: number } | null {
  const [after, second] = [tokens[to + 1], tokens[to + 2]];
  if (isFirst(after, name, index)) {
    if (isMiddle(second, name)) return { from, to: to + 2 };
    // «Иванов И. С.» is not Иван Петрович.
    const otherMiddle =
      after !== undefined && isInitial(after) && second !== undefined && isInitial(second) && second.dotted;
    if (!otherMiddle || name.middleKey === '') return { from, to: to + 1 };
  }
  const [before, earlier] = [tokens[from - 1], tokens[from - 2]];
  if (isMiddle(before, name) && isFirst(earlier, name, index)) return { from: from - 2, to };
  if (!isFirst(before, name, index)) return null;
  // «П. И. Иванов» is not И. Иванов.
  const otherFirst =
    before !== undefined &&
    isInitial(before) &&
    earlier !== undefined &&
    isInitial(earlier) &&
    earlier.dotted;
  return otherFirst ? null : { from: from - 1, to };
}

function surnameLength(tokens: readonly Token[], at: number, name: PersonName, latin: boolean): number {
  for (let step = 0; step < name.surname.length; step += 1) {
    const token = tokens[at + step];
    if (token === undefined) return 0;
    const fits = latin
      ? latinKey(token.folded) === name.latin[step]
      : name.surname[step]?.includes(token.key) === true;
    if (!fits) return 0;
  }
  return name.surname.length;
}

// Forms are asked for only where a surname stands alone: a few per document. Bounded like every cache of names.
const surnameForms = new Map<string, ReadonlySet<string>>();

/** Whether a word is exactly a case of the surname: an ending more would make it another word. */
function isFormOf(token: Token, { lastName, gender }: PersonName): boolean {
  const nominative = foldWord(lastName);
  if (token.folded === nominative) return true;
  if (!/^[а-я]+$/.test(nominative) || gender === 'unknown') return false;
  const id = `${gender} ${nominative}`;
  let forms = surnameForms.get(id);
  if (forms === undefined) {
    forms = new Set(cases.map((form) => foldWord(inclineLastname(lastName, form, gender))));
    if (surnameForms.size > 5000) surnameForms.clear();
    surnameForms.set(id, forms);
  }
  return forms.has(token.folded);
}

const titles = new Set(
  (
    'г гн гжа господин госпожа директор руководитель инженер бухгалтер начальник юрист заместитель менеджер врач ' +
    'mr mrs ms dr director manager engineer'
  )
    .split(' ')
    .map(wordKey),
);

/** A surname on its own tells of a person when it is rare, or a title stands before it. */
function standsForPerson(
  tokens: readonly Token[],
  at: number,
  names: readonly PersonName[],
  vocabulary: ReadonlySet<string>,
): boolean {
  const token = tokens[at];
  const [first] = names;
  if (token === undefined || first === undefined || !token.capital || token.folded.length < 4) return false;
  const before = tokens[at - 1];
  const titled = before?.place === token.place && titles.has(before.key);
  const known = vocabulary.has(token.key) || names.length > 3 || token.folded.length < 5;
  if (!titled && (known || isCommonSurname(foldWord(first.lastName)))) return false;
  if (!titled && token.opensSentence && !/(?:ов|ев|ин|ск|енко|ук|юк|дзе|швил|ян)/.test(token.folded.slice(3)))
    return false;
  return names.some((name) => isFormOf(token, name));
}

/**
 * Where people are named: a surname with first name or initials in any order and case, first name and patronymic, or
 * a rare surname alone. A name that fits somebody in `allowed` counts as theirs.
 */
export function personSpans(
  tokens: readonly Token[],
  index: PeopleIndex,
  allowed: ReadonlySet<string>,
  vocabulary: ReadonlySet<string>,
): NameSpan[] {
  const spans: NameSpan[] = [];
  tokens.forEach((token, at) => {
    const cyrillic = index.bySurname.get(token.key);
    const latin = /^[a-z]/.test(token.folded) ? index.byLatin.get(latinKey(token.folded)) : undefined;
    if (cyrillic !== undefined || latin !== undefined) {
      const named = [
        ...(cyrillic ?? []).map((name) => ({ name, length: surnameLength(tokens, at, name, false) })),
        ...(latin ?? []).map((name) => ({ name, length: surnameLength(tokens, at, name, true) })),
      ].filter(({ length }) => length > 0);
      spans.push(...surnameSpans(tokens, at, named, index, allowed, vocabulary));
    }
    const nominatives = index.firstNames.get(token.folded);
    if (nominatives !== undefined) spans.push(...givenNameSpans(tokens, at, nominatives, index, allowed));
  });
  return spans;
}

function surnameSpans(
  tokens: readonly Token[],
  at: number,
  named: readonly { readonly name: PersonName; readonly length: number }[],
  index: PeopleIndex,
  allowed: ReadonlySet<string>,
  vocabulary: ReadonlySet<string>,
): NameSpan[] {
  const spans: NameSpan[] = [];
  for (const { name, length } of named) {
    const whole = withGivenNames(tokens, at, at + length - 1, name, index);
    if (whole !== null) spans.push({ ...whole, owner: name.owner, kind: 'person' });
    if (allowed.has(name.owner))
      spans.push({ from: at, to: at + length - 1, owner: name.owner, kind: 'surname' });
  }
  const names = named.map(({ name }) => name);
  const [first] = names;
  const single = first !== undefined && names.every((name) => name.surname.length === 1);
  if (
    single &&
    !names.some((name) => allowed.has(name.owner)) &&
    standsForPerson(tokens, at, names, vocabulary)
  )
    spans.push({ from: at, to: at, owner: first.owner, kind: 'surname' });
  return spans;
}

function givenNameSpans(
  tokens: readonly Token[],
  at: number,
  nominatives: ReadonlySet<string>,
  index: PeopleIndex,
  allowed: ReadonlySet<string>,
): NameSpan[] {
  const next = tokens[at + 1];
  if (next === undefined || next.folded.length < 5) return [];
  return [...nominatives].flatMap((nominative): NameSpan[] => {
    const owners = index.byGivenNames.get(`${nominative}|${next.key}`) ?? [];
    const ours = owners.find((owner) => allowed.has(owner));
    const owner = ours ?? owners[0];
    // Given names that many people bear point at none of them.
    const points = ours !== undefined || owners.length <= 3;
    return owner === undefined || !points ? [] : [{ from: at, to: at + 1, owner, kind: 'givenNames' }];
  });
}
