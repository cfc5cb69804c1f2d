import type { z } from 'zod';
import { SearchHit } from '../../../shared/domain/searchHit.ts';
import type { TextMarks } from '../../../shared/domain/searchHit.ts';
import { foldText } from '../../../shared/domain/foldText.ts';
import type { ReadableDb } from './openDatabase.ts';
import type { Candidate } from './searchFind.ts';
import { sourceIdOf } from './searchIndex.ts';
import { digitMarks, marksIn, pieceMarks } from './searchMatch.ts';
import type { Reading } from './searchMatch.ts';
import { readSource } from './searchSources.ts';
import type { SearchSource } from './searchSources.ts';

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

const differentWords = (text: string, marks: TextMarks): number =>
  new Set(marks.map(([from, to]) => foldText(text.slice(from, to)))).size;

/** The text that says most of what was typed; empty where the title says as much. */
function snippetOf(source: SearchSource, reading: Reading, titleMarks: TextMarks): Marked {
  if (reading.digits.length > 0) {
    for (const number of source.numbers) {
      const marks = digitMarks(number, reading.digits);
      if (marks.length > 0) return { text: number, marks };
    }
  }
  let best = nothing;
  let most = differentWords(source.title, titleMarks);
  for (const text of [...source.names.slice(1), ...source.texts]) {
    // The title and the line below it say it once; the same words again tell nothing.
    if (text === source.title || source.about.includes(text)) continue;
    const marks = marksIn(text, reading);
    const words = differentWords(text, marks);
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

/**
 * A candidate as it is shown, but for whether its client is put away; null where it is gone or does not pass. `bare`
 * leaves out what stands inside: while the screen is turned to the client a hit shows its name alone.
 */
export function hitOf(
  db: ReadableDb,
  { entryId, kind, reading }: Candidate,
  filter: HitFilter,
  bare: boolean,
): z.infer<typeof Hit> | null {
  const source = readSource(db, kind, sourceIdOf(db, entryId));
  if (source === null || !passes(source, filter)) return null;
  const ownMarks = marksIn(source.title, reading);
  const titleMarks = ownMarks.length > 0 ? ownMarks : pieceMarks(source.title, reading.folded);
  const snippet = bare ? nothing : snippetOf(source, reading, titleMarks);
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
