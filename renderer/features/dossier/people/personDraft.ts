import { PersonDraft } from '../../../../shared/domain/person.ts';
import type { Person } from '../../../../shared/domain/person.ts';

/** A stored person as a draft: without id, revision and time. */
export function draftOf(person: Person): PersonDraft {
  return PersonDraft.parse(person);
}

/** Weights that add up to 100 in the same proportion; the rest of the rounding goes to the heaviest. */
export function evenWeights(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (weights.length === 0) return [];
  const even = weights.map((weight) => Math.round(sum === 0 ? 100 / weights.length : (weight * 100) / sum));
  const rest = 100 - even.reduce((total, weight) => total + weight, 0);
  const heaviest = even.indexOf(Math.max(...even));
  return even.map((weight, index) => (index === heaviest ? weight + rest : weight));
}
