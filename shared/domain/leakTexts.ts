import type { Token } from './leakTokens.ts';
import { wordKey, wordsIn } from './leakTokens.ts';

/** What a confidential text is: private of a person, our own view of a client, a guess, words of our own advice. */
export type SecretKind = 'private' | 'internal' | 'guessed' | 'advice';
export type GuardedText = { readonly kind: SecretKind; readonly text: string };

/** A run of tokens that repeats a confidential text; `word` = one rare word alone. */
export type SecretSpan = {
  readonly from: number;
  readonly to: number;
  readonly kind: SecretKind;
  readonly word: boolean;
};

export type TextIndex = {
  readonly ids: Map<string, number>;
  /** Hashes of runs of two to four words → kind. */
  readonly shingles: Map<number, SecretKind>;
  readonly rare: ReadonlySet<string>;
};

const shingleLength = 4;
const rareLength = 7;
/** A word in more notes than this is a habit of the writer. */
const rareInNotes = 3;

/** Words a manager writes anywhere: one of them alone betrays no note. */
const ordinary = new Set(
  (
    'вопрос встреча говорить говорит работа работает работать предприятие компания решение директор руководитель сотрудник ' +
    'поставка поставщик качество стоимость договор предложение производство оборудование специалист интересует интересен ' +
    'считает обычно никогда сейчас сначала последний следующий несколько человек времени отношения команда партнер проверить ' +
    'подробно внимание возможно ответить ответит недоступен доступен команду обсудить написать письмо звонить позвонить ' +
    'отдельно заранее подготовить показать получить начинать закупка закупки конкурент холдинг название полдень неделя ' +
    'because between company meeting meetings question questions nothing another usually always looking speaks director ' +
    'working manager contract general purchase purchases thinking himself herself without praise building buildings'
  )
    .split(' ')
    .map((word) => wordKey(word)),
);

const functionWords = new Set(
  (
    'и а но или что как так же бы ли не ни из от до по на за под над при про для без через между о об в во к ко с со у он она ' +
    'они оно мы вы его ее их ему ей им нас вас это этот эта эти тот та те том все весь всего если когда где чтобы который ' +
    'the a an of to in on at by for with from and or but not is are was were be been he she it they his her its their this ' +
    'that as if when who which has have had do does'
  ).split(' '),
);

function hashOf(ids: readonly number[], from = 0, length = ids.length): number {
  let high = length;
  let low = 17;
  for (let at = from; at < from + length; at += 1) {
    const id = ids[at] ?? 0;
    high = Math.imul(high ^ (id + 0x9e37), 0x85eb_ca6b) >>> 0;
    low = Math.imul(low ^ (id + 0x7f4a), 0xc2b2_ae35) >>> 0;
  }
  // 32 and 21 bits: what a double holds exactly.
  return high * 0x20_0000 + (low & 0x1f_ffff);
}

/** Hashes of all four-word runs of texts, for what may be repeated freely: the library, the client's own words. */
function runsOf(texts: readonly string[], idOf: (key: string) => number): Set<number> {
  const runs = new Set<number>();
  for (const text of texts) {
    const ids = wordsIn(text).map((word) => idOf(wordKey(word)));
    for (let length = 2; length <= shingleLength; length += 1)
      for (let at = 0; at + length <= ids.length; at += 1) runs.add(hashOf(ids, at, length));
  }
  return runs;
}

const isContent = (word: string): boolean => word.length >= 4 && !functionWords.has(word);

/**
 * Prepares confidential texts for {@link secretSpans}. `open` are texts that proposals are made of: their words are
 * not rare and their runs no secret. `vocabulary` are the keys of more such words.
 */
export function indexTexts(
  secrets: readonly GuardedText[],
  open: readonly string[],
  vocabulary: ReadonlySet<string>,
): TextIndex {
  const ids = new Map<string, number>();
  const idOf = (key: string): number => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, ids.size + 1);
    return ids.size;
  };
  const free = runsOf(open, idOf);
  const shingles = new Map<number, SecretKind>();
  const notes = new Map<string, number>();
  const note = (run: readonly number[], kind: SecretKind): void => {
    const hash = hashOf(run);
    if (!free.has(hash) && !shingles.has(hash)) shingles.set(hash, kind);
  };
  for (const { kind, text } of secrets) {
    const words = wordsIn(text);
    const keyIds = words.map((word) => idOf(wordKey(word)));
    for (let at = 0; at + shingleLength <= words.length; at += 1)
      if (words.slice(at, at + shingleLength).filter(isContent).length >= 2)
        note(keyIds.slice(at, at + shingleLength), kind);
    if (kind !== 'private') continue;
    // «Триатлон, любит коньяк»: parts too short for a run of four are taken whole.
    for (const clause of text.split(/[.,;:!?\n—–()]/)) {
      const own = wordsIn(clause);
      const telling = own.some((word) => isContent(word) && !vocabulary.has(wordKey(word)));
      if (own.length >= 2 && own.length < shingleLength && telling)
        note(
          own.map((word) => idOf(wordKey(word))),
          kind,
        );
    }
    for (const word of new Set(words)) {
      const key = wordKey(word);
      if (word.length >= rareLength && !/\d/.test(word) && !vocabulary.has(key) && !ordinary.has(key))
        notes.set(key, (notes.get(key) ?? 0) + 1);
    }
  }
  const rare = new Set([...notes].filter(([, count]) => count <= rareInNotes).map(([key]) => key));
  return { ids, shingles, rare };
}

/** Where texts repeat what is confidential: runs of words in any case, grown together, and rare words. */
export function secretSpans(tokens: readonly Token[], index: TextIndex): SecretSpan[] {
  const ids = tokens.map(({ key }) => index.ids.get(key) ?? 0);
  const spans: SecretSpan[] = [];
  let last: { from: number; to: number; kind: SecretKind } | null = null;
  tokens.forEach((token, at) => {
    let found: { to: number; kind: SecretKind } | null = null;
    let known = 0;
    while (known < shingleLength && (ids[at + known] ?? 0) !== 0) known += 1;
    for (let length = shingleLength; length >= 2 && found === null; length -= 1) {
      // A word that no secret holds ends every run over it.
      if (length > known || tokens[at + length - 1]?.place !== token.place) continue;
      const kind = index.shingles.get(hashOf(ids, at, length));
      if (kind !== undefined) found = { to: at + length - 1, kind };
    }
    if (found === null) return;
    if (
      last !== null &&
      last.kind === found.kind &&
      at <= last.to + 1 &&
      tokens[last.to]?.place === token.place
    )
      last.to = Math.max(last.to, found.to);
    else {
      if (last !== null) spans.push({ ...last, word: false });
      last = { from: at, ...found };
    }
  });
  if (last !== null) spans.push({ ...(last as SecretSpan), word: false });
  tokens.forEach((token, at) => {
    if (token.folded.length < rareLength || !index.rare.has(token.key)) return;
    if (!spans.some(({ from, to }) => at >= from && at <= to))
      spans.push({ from: at, to: at, kind: 'private', word: true });
  });
  return spans;
}
