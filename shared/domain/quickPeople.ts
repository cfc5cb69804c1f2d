import { inclineFirstname, inclineLastname, inclineMiddlename } from 'lvovich';
import type { PersonId } from './ids.ts';
import { genderOf } from './nameForms.ts';
import type { NameParts } from './nameForms.ts';
import type { Gender } from './person.ts';
import { soundKey, soundKeys } from './soundKey.ts';

/** Somebody of the dossier who may be named in a line. */
export type NamedPerson = NameParts & { readonly id: PersonId; readonly gender: Gender };

/** People named at a place of the line: usually one; several where the line does not tell them apart, the likeliest first. */
export type Mention = {
  readonly from: number;
  readonly to: number;
  readonly ids: readonly PersonId[];
  /** Whether the name may stand as who does something: «Вересов», and not «Вересову». */
  readonly maySubject: boolean;
};

const cases = ['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const;
type Case = (typeof cases)[number];
type Part = 'last' | 'first' | 'middle';
type Form = { readonly id: PersonId; readonly part: Part; readonly cases: ReadonlySet<Case> };

const fold = (text: string): string => text.normalize('NFC').toLowerCase().replaceAll('ё', 'е').trim();

function formsOf(word: string, part: Part, gender: Gender): Map<string, Set<Case>> {
  const forms = new Map<string, Set<Case>>();
  const put = (form: string, grammatical: Case) => {
    const key = fold(form);
    if (key !== '') forms.set(key, (forms.get(key) ?? new Set()).add(grammatical));
  };
  if (!/[а-яё]/i.test(word)) {
    put(word, 'nominative');
    return forms;
  }
  // Of an unknown gender either may have been meant.
  const genders = gender === 'unknown' ? (['male', 'female'] as const) : [gender];
  for (const one of genders) {
    for (const grammatical of cases) {
      if (part === 'last') put(inclineLastname(word, grammatical, one), grammatical);
      else if (part === 'first') put(inclineFirstname(word, grammatical, one), grammatical);
      else put(inclineMiddlename(word, grammatical, one), grammatical);
    }
  }
  return forms;
}

/** How a name sounds, for one written in the other alphabet: «Petrova» is Петрова. Apart from every written form. */
const sounding = (key: string): string => `≈${key}`;
const isLatin = (word: string): boolean => /[a-z]/i.test(word);

/** What a line may call people: by each form of their names, and by its sound in the other alphabet. */
function indexForms(people: readonly NamedPerson[]): Map<string, Form[]> {
  const index = new Map<string, Form[]>();
  const put = (key: string, form: Form) => index.set(key, [...(index.get(key) ?? []), form]);
  for (const person of people) {
    const gender = genderOf(person);
    const parts = [
      ['last', person.lastName],
      ['first', person.firstName],
      ['middle', person.middleName],
    ] as const;
    for (const [part, word] of parts) {
      const name = word.trim();
      for (const [form, known] of formsOf(name, part, gender))
        put(form, { id: person.id, part, cases: known });
      // A foreign line does not decline: the name stands as it is.
      if (name !== '') put(sounding(soundKey(name)), { id: person.id, part, cases: new Set(['nominative']) });
    }
  }
  return index;
}

/** The people a word may name: as it is written, else by its sound where the names stand in the other alphabet. */
function namedBy(
  word: string,
  index: ReadonlyMap<string, readonly Form[]>,
  people: ReadonlyMap<PersonId, NamedPerson>,
): readonly Form[] {
  const written = index.get(fold(word));
  if (written !== undefined) return written;
  const alike = soundKeys(word).flatMap((key) => index.get(sounding(key)) ?? []);
  return alike.filter(({ id, part }) => {
    const person = people.get(id);
    const name = person === undefined ? '' : person[`${part}Name`];
    return isLatin(name) !== isLatin(word);
  });
}

/** The case a word before a name asks for; a name right after «звонок» or «позвонил» stands in the dative. */
function caseAfter(word: string): Case | null {
  if (/^(с|со)$/.test(word)) return 'instrumental';
  if (/^(от|у|для|без)$/.test(word)) return 'genitive';
  if (/^(к|ко|звонок|звонил[аи]?|позвонил[аи]?|письмо|написал[аи]?|обещал[аи]?|обещание|подарок)$/.test(word))
    return 'dative';
  return /^(о|об|обо)$/.test(word) ? 'prepositional' : null;
}

const token = /\p{L}[\p{L}'’-]*/gu;

/**
 * The people of a dossier that a line names, in any Russian case: «Петровой», «Ольге Андреевне», «с Шадриным». A first
 * name alone counts with a capital letter only («вера» may be no Vera), a patronymic never begins a name.
 */
export function mentionsIn(line: string, people: readonly NamedPerson[]): Mention[] {
  const index = indexForms(people);
  const known = new Map(people.map((person) => [person.id, person]));
  const words = [...line.matchAll(token)].map((match) => {
    const text = match[0].replace(/['’]s$/, '');
    return { text, folded: fold(text), from: match.index, to: match.index + match[0].length };
  });
  const order = new Map(people.map(({ id }, at) => [id, at]));
  const mentions: Mention[] = [];
  let at = 0;
  while (at < words.length) {
    const word = words[at];
    const starts =
      word === undefined ? [] : namedBy(word.text, index, known).filter(({ part }) => part !== 'middle');
    const capital = word !== undefined && /^\p{Lu}/u.test(word.text);
    let forms = starts.filter(({ part }) => capital || (part === 'last' && (word?.folded.length ?? 0) >= 4));
    if (word === undefined || forms.length === 0) {
      at += 1;
      continue;
    }
    let last = at;
    // «Ольге Андреевне Петровой»: every further word narrows the choice down.
    for (let next = at + 1; next < words.length; next += 1) {
      const more = words[next];
      const before = words[next - 1];
      if (more === undefined || before === undefined) break;
      if (!/^[\s.]*$/.test(line.slice(before.to, more.from))) break;
      const isInitial = more.text.length === 1 && /^\p{Lu}$/u.test(more.text);
      const meant = namedBy(more.text, index, known);
      const kept = forms.filter(({ id }) =>
        isInitial ? startsLike(people, id, more.text) : meant.some((form) => form.id === id),
      );
      if (kept.length === 0) break;
      forms = kept;
      last = next;
    }
    const wanted = caseAfter(words[at - 1]?.folded ?? '');
    const fits = (form: Form): number => (wanted !== null && form.cases.has(wanted) ? 0 : 1);
    const sure = forms.filter(({ part }) => part === 'last');
    const ids = (sure.length > 0 ? sure : forms)
      .toSorted((a, b) => fits(a) - fits(b) || (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
      .map(({ id }) => id);
    const end = words[last];
    const dot = line.slice(end?.to ?? word.to, (end?.to ?? word.to) + 1) === '.' && end?.text.length === 1;
    mentions.push({
      from: word.from,
      to: (end?.to ?? word.to) + (dot ? 1 : 0),
      ids: [...new Set(ids)],
      maySubject: forms.some((form) => form.cases.has('nominative')),
    });
    at = last + 1;
  }
  return mentions;
}

function startsLike(people: readonly NamedPerson[], id: PersonId, letter: string): boolean {
  const person = people.find((one) => one.id === id);
  return [person?.firstName, person?.middleName].some((name) => name?.trim().startsWith(letter) === true);
}
