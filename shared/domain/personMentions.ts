import { inclineLastname } from 'lvovich';
import type { NameSpan } from './leakCompanies.ts';
import type { GuardedPerson, PeopleIndex } from './leakPeople.ts';
import { indexPeople, personSpans } from './leakPeople.ts';
import type { Token } from './leakTokens.ts';
import { foldWord, latinKey, nameKeys, tokensOf, wordsIn } from './leakTokens.ts';
import { genderOf } from './nameForms.ts';

/** A person who is looked for in texts: by name in every case and order, by telephone, by address. */
export type MentionedPerson = GuardedPerson & {
  readonly phone: string;
  readonly email: string;
  /** Forms of the name written by hand: «Иванову И. П.». */
  readonly forms: readonly string[];
};

/** How a text tells of a person: the surer first. */
export type MentionKind = 'contact' | 'fullName' | 'givenNames' | 'surname';

/** A place where a person is named. */
export type Mention = {
  /** Which of the given texts. */
  readonly place: number;
  /** Offsets in that text. */
  readonly start: number;
  readonly end: number;
  readonly owner: string;
  readonly by: MentionKind;
};

export type MentionIndex = {
  readonly people: PeopleIndex;
  readonly targets: ReadonlyMap<string, MentionedPerson>;
  /** Exact case forms of each target's surname. */
  readonly surnames: ReadonlyMap<string, ReadonlySet<string>>;
  /** Beginnings that a text must hold for a name to be worth looking for. */
  readonly needles: readonly string[];
  /** The same for names in Latin letters, as `latinKey` writes them. */
  readonly latinNeedles: readonly string[];
};

const cases = ['genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const;

function surnameForms(person: GuardedPerson): ReadonlySet<string> {
  const name = person.lastName.trim();
  const told = genderOf(person);
  const genders = told === 'unknown' ? (['male', 'female'] as const) : [told];
  const declined = /[а-яё]/i.test(name)
    ? genders.flatMap((gender) => cases.map((form) => foldWord(inclineLastname(name, form, gender))))
    : [];
  return new Set([foldWord(name), ...declined]);
}

function needlesOf(person: MentionedPerson): string[] {
  const surname = wordsIn(person.lastName).flatMap((word) => nameKeys(word).map((key) => key.slice(0, 5)));
  const given = [wordsIn(person.middleName)[0] ?? ''].filter((word) => word.length > 4);
  const phones = phonesOf(person.phone).map((phone) => phone.slice(-2));
  const forms = person.forms.map((form) => form.trim().toLowerCase());
  return [
    ...surname,
    ...given.map((word) => word.slice(0, 4)),
    person.email.toLowerCase(),
    ...phones,
    ...forms,
  ]
    .map((needle) => needle.trim().replaceAll('ё', 'е'))
    .filter((needle) => needle !== '');
}

/** Prepares people to be looked for; `namesakes` are others whose names must not be taken for theirs. */
export function indexMentions(
  targets: readonly MentionedPerson[],
  namesakes: readonly GuardedPerson[] = [],
): MentionIndex {
  return {
    people: indexPeople([...targets, ...namesakes]),
    targets: new Map(targets.map((person) => [person.owner, person])),
    surnames: new Map(targets.map((person) => [person.owner, surnameForms(person)])),
    needles: [...new Set(targets.flatMap(needlesOf))],
    latinNeedles: [
      ...new Set(
        targets
          .flatMap(({ lastName }) => wordsIn(lastName).map((word) => latinKey(word).slice(0, 4)))
          .filter((needle) => needle !== ''),
      ),
    ],
  };
}

const latinNames = /[A-Z][A-Za-z]+/g;

/** Whether a text is worth looking through at all: cheap, and never wrong about a text that names a target. */
export function mayMention(text: string, index: MentionIndex): boolean {
  const plain = text.toLowerCase().replaceAll('ё', 'е');
  if (index.needles.some((needle) => plain.includes(needle))) return true;
  return (text.match(latinNames) ?? []).some((word) => {
    const key = latinKey(word.toLowerCase());
    return index.latinNeedles.some((needle) => key.startsWith(needle));
  });
}

const phonePattern = /\+?\d[\d\s\u00a0().-]{8,}\d/g;

/** The last ten digits: with and without +7 or 8 a number is the same. */
function phonesOf(text: string): string[] {
  return (text.match(phonePattern) ?? []).map((phone) => phone.replace(/\D/g, '').slice(-10));
}

function contactMentions(texts: readonly string[], index: MentionIndex): Mention[] {
  const found: Mention[] = [];
  for (const [owner, person] of index.targets) {
    const phones = new Set(phonesOf(person.phone));
    const literals = [person.email, ...person.forms].map((text) => text.trim().toLowerCase());
    texts.forEach((text, place) => {
      const plain = text.toLowerCase();
      for (const literal of literals.filter((one) => one.length > 3))
        for (let at = plain.indexOf(literal); at >= 0; at = plain.indexOf(literal, at + literal.length))
          found.push({ place, start: at, end: at + literal.length, owner, by: 'contact' });
      for (const match of phones.size === 0 ? [] : text.matchAll(phonePattern))
        if (phones.has(match[0].replace(/\D/g, '').slice(-10)))
          found.push({ place, start: match.index, end: match.index + match[0].length, owner, by: 'contact' });
    });
  }
  return found;
}

/** A surname alone counts in its exact forms with a capital: «мороз» does not tell of Морозов. */
function isSurname(tokens: readonly Token[], span: NameSpan, index: MentionIndex): boolean {
  const token = tokens[span.from];
  if (token === undefined || !token.capital) return false;
  if (span.to > span.from || /^[a-z]/.test(token.folded)) return true;
  return index.surnames.get(span.owner)?.has(token.folded) === true;
}

function kindOf(span: NameSpan): MentionKind {
  return span.kind === 'person' ? 'fullName' : span.kind === 'givenNames' ? 'givenNames' : 'surname';
}

/** The parts of the texts that a run of tokens covers, with the full stop of an initial at its end. */
function partsOf(tokens: readonly Token[], span: NameSpan, texts: readonly string[]): Mention[] {
  const parts: Mention[] = [];
  for (const token of tokens.slice(span.from, span.to + 1)) {
    const isInitial = token.dotted && token.folded.length === 1;
    const end = isInitial && (texts[token.place] ?? '').charAt(token.end) === '.' ? token.end + 1 : token.end;
    const last = parts.at(-1);
    if (last !== undefined && last.place === token.place) parts[parts.length - 1] = { ...last, end };
    else parts.push({ place: token.place, start: token.start, end, owner: span.owner, by: kindOf(span) });
  }
  return parts;
}

/**
 * Where texts name one of the people of an index, in order. Neighbouring texts are read on, so that a name parted
 * between a bold and a plain piece is found in both. Case, order, initials, «ё» and Latin letters do not hide a name
 * (GLOSSARY: упоминание).
 */
export function findMentions(texts: readonly string[], index: MentionIndex): Mention[] {
  const tokens = tokensOf(texts);
  const targets = new Set(index.targets.keys());
  const spans = personSpans(tokens, index.people, targets, new Set())
    .filter((span) => span.kind !== 'surname' || !targets.has(span.owner) || isSurname(tokens, span, index))
    .toSorted(
      (a, b) =>
        b.to - b.from - (a.to - a.from) || Number(targets.has(b.owner)) - Number(targets.has(a.owner)),
    );
  const kept: NameSpan[] = [];
  for (const span of spans)
    if (!kept.some((other) => span.from <= other.to && other.from <= span.to)) kept.push(span);
  const named = kept
    .filter(({ owner }) => targets.has(owner))
    .flatMap((span) => partsOf(tokens, span, texts));
  const contacts = contactMentions(texts, index);
  const apart = named.filter(
    (mention) =>
      !contacts.some(
        (other) => other.place === mention.place && other.start < mention.end && mention.start < other.end,
      ),
  );
  return [...contacts, ...apart].toSorted((a, b) => a.place - b.place || a.start - b.start);
}

/** Shortest of the lengths that fields of the vault are bound by: a longer text may not become longer still. */
const safeLength = 80;

/** Texts with their mentions replaced by a word; a long text never becomes longer than it was. */
export function replaceMentions(
  texts: readonly string[],
  mentions: readonly Mention[],
  wordFor: (mention: Mention) => string,
): string[] {
  const put = (text: string, place: number, word: (mention: Mention) => string): string => {
    let result = '';
    let from = 0;
    for (const mention of mentions) {
      if (mention.place !== place || mention.start < from) continue;
      result += text.slice(from, mention.start) + word(mention);
      from = mention.end;
    }
    return result + text.slice(from);
  };
  return texts.map((text, place) => {
    const replaced = put(text, place, wordFor);
    return replaced.length <= Math.max(text.length, safeLength) ? replaced : put(text, place, () => '…');
  });
}
