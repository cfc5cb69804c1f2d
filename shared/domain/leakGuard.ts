import type { LeakKind } from './finding.ts';
import type { CompanyIndex, GuardedCompany, NameSpan } from './leakCompanies.ts';
import { companySpans, indexCompanies } from './leakCompanies.ts';
import type { GuardedNumbers, NumberIndex } from './leakNumbers.ts';
import { amountsIn, indexNumbers, numberSpans } from './leakNumbers.ts';
import type { GuardedPerson, PeopleIndex } from './leakPeople.ts';
import { indexPeople, personSpans } from './leakPeople.ts';
import type { GuardedText, TextIndex } from './leakTexts.ts';
import { indexTexts, secretSpans } from './leakTexts.ts';
import type { Token } from './leakTokens.ts';
import { tokensOf, withoutLineHyphens, wordKey, wordsIn } from './leakTokens.ts';
import { adviceTexts, privateWordsAt } from './privateWords.ts';

/** Whom and what a vault keeps for itself, as it stands in the store. `owner` is the id of a client. */
export type GuardSources = {
  readonly companies: readonly GuardedCompany[];
  readonly people: readonly GuardedPerson[];
  readonly numbers: readonly GuardedNumbers[];
  readonly secrets: readonly GuardedText[];
  /** Templates, blocks and other texts that proposals are made of. */
  readonly open: readonly string[];
};

/** {@link GuardSources} made quick to look up; good until the dossiers change. */
export type LeakGuard = {
  readonly companies: CompanyIndex;
  readonly people: PeopleIndex;
  readonly numbers: NumberIndex;
  readonly texts: TextIndex;
  /** Keys of words that stand in {@link GuardSources.open}. */
  readonly vocabulary: ReadonlySet<string>;
};

/** Something confidential that stands in a checked text. */
export type Leak = {
  readonly kind: LeakKind;
  /** Index of the text. */
  readonly place: number;
  /** The words as they stand there. */
  readonly quote: string;
};

/** What a proposal may name although the guard knows it. */
export type LeakPermission = {
  /** Owners whose names, people and numbers are at home here: the client, its parent and branches. */
  readonly owners: ReadonlySet<string>;
  /** Our company, colleagues and the referees who agreed. */
  readonly companies: readonly string[];
  readonly people: readonly Omit<GuardedPerson, 'owner'>[];
  readonly addresses: readonly string[];
  readonly phones: readonly string[];
  readonly requisites: readonly string[];
  /** Texts of the client and of this proposal: their words are no secret here. */
  readonly open: readonly string[];
  /** Totals of other clients' proposals and bids, smallest units; amounts of this one are taken out by the caller. */
  readonly otherAmounts: ReadonlySet<number>;
};

/** Prepares a guard. With 10,000 people it takes about half a second: keep it while the dossiers stay. */
export function prepareLeakGuard(sources: GuardSources): LeakGuard {
  const vocabulary = new Set<string>();
  for (const text of sources.open) for (const word of wordsIn(text)) vocabulary.add(wordKey(word));
  const advice = adviceTexts.map((text): GuardedText => ({ kind: 'advice', text }));
  return {
    companies: indexCompanies(sources.companies),
    people: indexPeople(sources.people),
    numbers: indexNumbers(sources.numbers),
    texts: indexTexts([...sources.secrets, ...advice], sources.open, vocabulary),
    vocabulary,
  };
}

/** Nobody's owner: what the permission itself names. */
const ours = '';
const quoteLength = 160;
/** Our own view of a client uses the words of its trade: only a longer run is a copy of it. */
const internalLength = 6;

type Found = { readonly from: number; readonly to: number; readonly kind: LeakKind };

/** Takes out what lies within a longer find of the same sort and what is named with permission. */
function uncovered(found: readonly NameSpan[], masks: readonly NameSpan[]): readonly NameSpan[] {
  const within = (inner: NameSpan, outer: NameSpan): boolean =>
    inner.from >= outer.from && inner.to <= outer.to;
  const longest = found.toSorted((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const kept: NameSpan[] = [];
  for (const span of longest) {
    if (masks.some((mask) => within(span, mask)) || kept.some((other) => within(span, other))) continue;
    kept.push(span);
  }
  return kept;
}

const kindOfName: Readonly<Record<NameSpan['kind'], LeakKind>> = {
  company: 'otherCompany',
  person: 'otherPerson',
  givenNames: 'otherPerson',
  surname: 'otherSurname',
};

function nameLeaks(
  tokens: readonly Token[],
  guard: LeakGuard,
  permission: LeakPermission,
): {
  readonly leaks: readonly Found[];
  /** Whether a token is part of a person's name. */
  readonly isNamed: (at: number) => boolean;
  /** Whether a token is part of a name that may stand here. */
  readonly isAllowed: (at: number) => boolean;
} {
  const allowed = new Set([...permission.owners, ours]);
  const own = {
    companies: indexCompanies([{ owner: ours, names: permission.companies }]),
    people: indexPeople(permission.people.map((person) => ({ ...person, owner: ours }))),
  };
  const { vocabulary } = guard;
  const people = [
    ...personSpans(tokens, guard.people, allowed, vocabulary),
    ...personSpans(tokens, own.people, allowed, vocabulary),
  ];
  const spans = [
    ...people,
    ...companySpans(tokens, guard.companies, allowed, vocabulary),
    ...companySpans(tokens, own.companies, allowed, vocabulary),
  ];
  const masks = spans.filter(({ owner }) => allowed.has(owner));
  const leaks = uncovered(
    spans.filter(({ owner }) => !allowed.has(owner)),
    masks,
  );
  const tokensIn = (of: readonly NameSpan[]): ReadonlySet<number> =>
    new Set(of.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, step) => from + step)));
  const [named, masked] = [tokensIn(people), tokensIn(masks)];
  return {
    leaks: leaks.map(({ from, to, kind }) => ({ from, to, kind: kindOfName[kind] })),
    isNamed: (at) => named.has(at),
    isAllowed: (at) => masked.has(at),
  };
}

const kindOfSecret = {
  private: 'privateNote',
  internal: 'internalNote',
  guessed: 'guessedFact',
  advice: 'psychotype',
} as const;

function secretLeaks(
  tokens: readonly Token[],
  guard: LeakGuard,
  permission: LeakPermission,
  isAllowed: (at: number) => boolean,
): Found[] {
  const free = new Set(permission.open.flatMap((text) => wordsIn(text).map(wordKey)));
  return secretSpans(tokens, guard.texts).flatMap(({ from, to, kind, word }): Found[] => {
    // The client's own words are known to the client.
    if (tokens.slice(from, to + 1).every(({ key }, step) => free.has(key) || isAllowed(from + step)))
      return [];
    if ((kind === 'internal' || kind === 'guessed') && to - from + 1 < internalLength) return [];
    return [{ from, to, kind: word ? 'privateWord' : kindOfSecret[kind] }];
  });
}

function numberLeaks(texts: readonly string[], guard: LeakGuard, permission: LeakPermission): Leak[] {
  const own = indexNumbers([
    {
      owner: ours,
      requisites: permission.requisites,
      phones: permission.phones,
      addresses: permission.addresses,
    },
  ]);
  const isOurs = new Set(numberSpans(texts, own).map(({ place, start, end }) => `${place} ${start} ${end}`));
  const byPlace = new Map<string, { allowed: boolean; leak: Leak }>();
  for (const { place, start, end, owner, kind } of numberSpans(texts, guard.numbers)) {
    const id = `${place} ${start} ${end}`;
    const allowed = permission.owners.has(owner) || isOurs.has(id) || byPlace.get(id)?.allowed === true;
    const quote = (texts[place] ?? '').slice(start, end);
    byPlace.set(id, {
      allowed,
      leak: { kind: kind === 'requisite' ? 'otherRequisite' : 'otherContact', place, quote },
    });
  }
  return [...byPlace.values()].filter(({ allowed }) => !allowed).map(({ leak }) => leak);
}

function priceLeaks(texts: readonly string[], amounts: ReadonlySet<number>): Leak[] {
  if (amounts.size === 0) return [];
  return texts.flatMap((text, place) =>
    amountsIn(text)
      .filter(({ amountMinor }) => amounts.has(amountMinor))
      .map(({ start, end }): Leak => ({ kind: 'otherPrice', place, quote: text.slice(start, end) })),
  );
}

function tokenLeaks(texts: readonly string[], guard: LeakGuard, permission: LeakPermission): Leak[] {
  const tokens = tokensOf(texts);
  const { leaks, isNamed, isAllowed } = nameLeaks(tokens, guard, permission);
  const words = privateWordsAt(tokens, isNamed).map((at): Found => ({
    from: at,
    to: at,
    kind: 'psychotype',
  }));
  return [...leaks, ...secretLeaks(tokens, guard, permission, isAllowed), ...words].flatMap(
    ({ from, to, kind }): Leak[] => {
      const [first, last] = [tokens[from], tokens[to]];
      if (first === undefined || last === undefined) return [];
      const text = texts[first.place] ?? '';
      // A name parted between two cells is shown by its beginning.
      const end = last.place === first.place ? last.end : text.length;
      return [
        {
          kind,
          place: first.place,
          quote: text.slice(first.start, Math.min(end, first.start + quoteLength)),
        },
      ];
    },
  );
}

/**
 * Finds in the texts of a proposal what must not leave the vault: other clients, their people, numbers and prices,
 * private notes, our words for people. Case, «ё», spaces, line and page breaks, soft hyphens and quotation marks do
 * not hide it; neighbouring texts are read on, so that a name parted between two cells is found. GLOSSARY: защита от
 * утечек.
 */
export function findLeaks(texts: readonly string[], guard: LeakGuard, permission: LeakPermission): Leak[] {
  const leaks = [
    ...tokenLeaks(texts, guard, permission),
    ...numberLeaks(texts, guard, permission),
    ...priceLeaks(texts, permission.otherAmounts),
  ];
  // Words broken at a line's end are tried whole as well; the quote is then the whole text's beginning.
  texts.forEach((text, place) => {
    const whole = withoutLineHyphens(text);
    if (whole === null) return;
    for (const leak of tokenLeaks([whole], guard, permission))
      if (!leaks.some(({ place: at, quote }) => at === place && quote === leak.quote))
        leaks.push({ ...leak, place });
  });
  return leaks;
}
