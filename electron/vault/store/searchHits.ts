import type { z } from 'zod';
import { SearchHit } from '../../../shared/domain/searchHit.ts';
import type { TextMarks } from '../../../shared/domain/searchHit.ts';
import { foldText } from '../../../shared/domain/foldText.ts';
import type { ReadableDb } from './openDatabase.ts';
import type { Candidate } from './searchFind.ts';
import { sourceIdOf } from './searchIndex.ts';
import { digitMarks, pieceMarks, saidIn } from './searchMatch.ts';
import type { Reading } from './searchMatch.ts';
import { readSource } from './searchSources.ts';
import type { SearchSource } from './searchSources.ts';
import { remembered, type Shelf } from './untilSave.ts';

const Hit = SearchHit.omit({ archived: true });

type Marked = { readonly text: string; readonly marks: TextMarks };
const nothing: Marked = { text: '', marks: [] };

/** About as much as one line of the list holds. */
const snippetLength = 96;
const before = 28;

/** The piece of a text around its first mark, cut at words. */
function around({ text, marks }: Marked): Marked {
  const flat = text.replaceAll(/\s/g, ' ');
  const [first] = marks;
  if (first === undefined) return nothing;
  let from = Math.max(0, first[0] - before);
  if (from > 0) {
    const space = flat.indexOf(' ', from);
    from = space >= 0 && space < first[0] ? space + 1 : from;
  }
  let to = Math.min(flat.length, Math.max(from + snippetLength, first[1]));
  if (to < flat.length) {
    const space = flat.lastIndexOf(' ', to);
    if (space > first[1]) to = space;
  }
  const lead = from > 0 ? '…' : '';
  return {
    text: `${lead}${flat.slice(from, to)}${to < flat.length ? '…' : ''}`,
    marks: marks.flatMap(([start, end]): TextMarks => {
      const shift = lead.length - from;
      return start < from || end > to ? [] : [[start + shift, end + shift]];
    }),
  };
}

/** The first text that says most of what was typed; empty where the title, which says `titleWords`, says as much. */
function snippetOf(source: SearchSource, reading: Reading, titleWords: number): Marked {
  if (reading.digits.length > 0) {
    for (const number of source.numbers) {
      const marks = digitMarks(number, reading.digits);
      if (marks.length > 0) return { text: number, marks };
    }
  }
  let best = nothing;
  let most = titleWords;
  for (const text of [...source.names.slice(1), ...source.texts]) {
    // No text says more than all of it: a document has hundreds.
    if (most >= reading.sought.length) break;
    // The title and the line below it say it once; the same words again tell nothing.
    if (text === source.title || source.about.includes(text)) continue;
    const { marks, words } = saidIn(text, reading);
    if (words <= most) continue;
    most = words;
    best = { text, marks };
  }
  return around(best);
}

/** What must hold of a thing beside its words; read from the thing itself. */
export type HitFilter = {
  readonly phrases: readonly string[];
  readonly after: string | null;
  readonly before: string | null;
};

const spaced = (text: string): string => ` ${foldText(text).replaceAll(/[^\p{L}\p{N}]+/gu, ' ')} `;

function passes(source: SearchSource, filter: HitFilter): boolean {
  const { phrases, after, before: until } = filter;
  if ((after !== null || until !== null) && source.on === null) return false;
  if (after !== null && source.on !== null && source.on < after) return false;
  if (until !== null && source.on !== null && source.on > until) return false;
  if (phrases.length === 0) return true;
  const texts = [...source.names, ...source.about, ...source.texts].map(spaced);
  return phrases.every((phrase) => texts.some((text) => text.includes(spaced(phrase))));
}

/** What hits were made of, and how much text that is. */
type KeptSources = { readonly byEntry: Map<number, SearchSource | null>; letters: number };
const shelf: Shelf<KeptSources> = new WeakMap();
/** Some hundred things, among them thirty long documents. */
const mostLetters = 3_000_000;

const lettersOf = (source: SearchSource | null): number =>
  source === null ? 0 : source.texts.reduce((sum, text) => sum + text.length, source.title.length);

/**
 * Reads what hits are made of, each thing once until the next save: with the next letter most of them are found again,
 * and a document is long to read.
 */
export function hitSources(db: ReadableDb): (candidate: Candidate) => SearchSource | null {
  // No source says another thing on another day.
  const kept = remembered<KeptSources>(shelf, db, { today: '', key: '' }, () => ({
    byEntry: new Map<number, SearchSource | null>(),
    letters: 0,
  }));
  return ({ entryId, kind }) => {
    const known = kept.byEntry.get(entryId);
    if (known !== undefined) return known;
    const source = readSource(db, kind, sourceIdOf(db, entryId));
    kept.letters += lettersOf(source);
    if (kept.letters > mostLetters) {
      kept.byEntry.clear();
      kept.letters = lettersOf(source);
    }
    kept.byEntry.set(entryId, source);
    return source;
  };
}

/**
 * A candidate as it is shown, but for whether its client is put away, made of its {@link hitSources source}; null where
 * that is gone or does not pass. `bare` leaves out what stands inside: while the screen is turned to the client a hit
 * shows its name alone.
 */
export function hitOf(
  source: SearchSource | null,
  { kind, reading }: Candidate,
  filter: HitFilter,
  bare: boolean,
): z.infer<typeof Hit> | null {
  if (source === null || !passes(source, filter)) return null;
  const own = saidIn(source.title, reading);
  const titleMarks = own.words > 0 ? own.marks : pieceMarks(source.title, reading.folded);
  const titleWords = own.words > 0 ? own.words : Math.min(1, titleMarks.length);
  const snippet = bare ? nothing : snippetOf(source, reading, titleWords);
  return Hit.parse({
    kind: kind === 'document' ? 'proposal' : kind,
    id: source.sourceId,
    accountId: source.accountId,
    title: source.title,
    titleMarks,
    subtitle: [...source.about, source.accountName].filter((part) => part !== '').join(' · '),
    snippet: snippet.text,
    snippetMarks: snippet.marks,
    on: source.on,
  });
}
