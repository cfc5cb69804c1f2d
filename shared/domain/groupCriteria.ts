import type { CriterionKey, PersonDraft } from './person.ts';
import { criterionKeys } from './person.ts';

/**
 * What a decision group judges by: each criterion's part of all weights × influence, whole percent, the heaviest
 * first (GLOSSARY: критерии группы).
 */
export function topCriteria(
  people: readonly Pick<PersonDraft, 'influence' | 'criteria'>[],
): { key: CriterionKey; percent: number }[] {
  const weights = new Map<CriterionKey, number>();
  for (const { influence, criteria } of people) {
    for (const { key, weightPercent } of criteria)
      weights.set(key, (weights.get(key) ?? 0) + weightPercent * influence);
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return [];
  return [...new Set<CriterionKey>([...criterionKeys, ...weights.keys()])]
    .map((key) => ({ key, percent: Math.round(((weights.get(key) ?? 0) / total) * 100) }))
    .filter(({ percent }) => percent > 0)
    .toSorted((a, b) => b.percent - a.percent);
}
