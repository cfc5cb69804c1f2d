import { inOtherLayout } from '../../../shared/domain/keyboardLayout.ts';
import { foldText } from '../../../shared/domain/foldText.ts';
import type { ReadableDb } from './openDatabase.ts';
import { isMendable } from './searchMatch.ts';
import type { Reading } from './searchMatch.ts';
import { digitsIn, mended, soughtIn } from './searchTerms.ts';

/** What was typed, taken as it stands. */
export function asTyped(text: string): Reading {
  return { folded: foldText(text), sought: soughtIn(text), digits: digitsIn(text), way: 'asTyped' };
}

/** What the same keys mean in the other layout; null where no layout was mistaken. */
export function otherLayout(text: string): Reading | null {
  const other = inOtherLayout(text);
  return other === null ? null : asTyped(other);
}

/** The same reading by its sound: the other alphabet, another spelling. */
export function bySound(reading: Reading): Reading | null {
  return reading.sought.some(({ word }) => /\p{L}/u.test(word)) ? { ...reading, way: 'sound' } : null;
}

/** The same reading with its typing errors mended; null where nothing near it is known. */
export function mendedReading(db: ReadableDb, reading: Reading): Reading | null {
  if (!isMendable(reading.sought)) return null;
  const sought = mended(db, reading.sought);
  return sought === null ? null : { ...reading, sought, digits: [], way: 'mended' };
}
