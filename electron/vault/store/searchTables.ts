import { kindNumbers } from './searchSources.ts';
import type { IndexKind } from './searchSources.ts';

/** The kind stands above these bits of an entry's number. */
const kindStep = 2 ** 32;

/** Numbers of the entries of a kind: from `first` to `last`. */
export function entryRange(kind: IndexKind): { readonly first: number; readonly last: number } {
  const first = kindNumbers[kind] * kindStep;
  return { first, last: first + kindStep - 1 };
}

// The full-text tables of the schema. Kinds with many rows have one of their own, for a full-text index walks all rows of
// a word; the others share one, in which each kind is a range.
const ownTerms: readonly string[] = [
  'account',
  'person',
  'tender',
  'proposal',
  'document',
  'event',
  'delivery',
];
const ownPieces: readonly string[] = ['account', 'person'];

export const termTables: readonly string[] = [...ownTerms, 'other'].map((group) => `search_terms_${group}`);
export const pieceTables: readonly string[] = [...ownPieces, 'other'].map(
  (group) => `search_pieces_${group}`,
);

/** A full-text table in which a kind stands. */
export type TextTable = {
  readonly table: string;
  /** What an entry's number is above its row there: 0 where other kinds stand in it too. */
  readonly base: number;
};

const tableOf = (name: string, kind: IndexKind, own: readonly string[]): TextTable =>
  own.includes(kind)
    ? { table: `${name}_${kind}`, base: entryRange(kind).first }
    : { table: `${name}_other`, base: 0 };

/** Where the terms of a kind stand. */
export const termsOf = (kind: IndexKind): TextTable => tableOf('search_terms', kind, ownTerms);
/** Where the pieces of names and numbers of a kind stand. */
export const piecesOf = (kind: IndexKind): TextTable => tableOf('search_pieces', kind, ownPieces);

/** Kinds whose names are found by any piece; the others' names are found by their words, their numbers alone by pieces. */
export const inPieces: ReadonlySet<IndexKind> = new Set(['account', 'competitor', 'reference', 'priceItem']);
