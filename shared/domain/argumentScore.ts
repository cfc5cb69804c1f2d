import type { ArgumentReason } from '../document/nodes.ts';
import type { CriterionKey } from './person.ts';
import { lossCriteria } from './lossCriteria.ts';
import type { ProposalContext, Reader } from './proposal.ts';
import type { Block } from './template.ts';

/** What the score of an argument depends on beside the readers themselves. */
export type ScoreContext = Pick<ProposalContext, 'tender' | 'pastLosses'>;

/** Influence runs to 5; a reader with the full influence counts by the whole weight of a criterion. */
const fullInfluence = 5;
/** The first criterion of a block is its subject, the others it touches. */
const secondaryShare = 0.5;
/** One tender lost on a criterion makes it half as heavy again, two or more twice as heavy. */
const raisePerLoss = 0.5;
const maxRaise = 1;
const tenderShare = 0.5;
const ownRolePoints = 40;
const psychotypePoints = 10;
const maxReasons = 8;

/** How much heavier past losses make a criterion: 1, 1.5 or 2 (GLOSSARY: вес критерия). */
export function lossFactor(criterion: CriterionKey, context: ScoreContext): number {
  const losses = context.pastLosses.filter(({ reasons }) =>
    reasons.some((reason) => lossCriteria(reason).includes(criterion)),
  ).length;
  return 1 + Math.min(losses * raisePerLoss, maxRaise);
}

const weightFor = (reader: Reader, criterion: CriterionKey): number =>
  reader.criteria.find(({ key }) => key === criterion)?.weightPercent ?? 0;

const tenderWeight = (criterion: CriterionKey, context: ScoreContext): number =>
  context.tender?.criteria.find(({ key }) => key === criterion)?.weightPercent ?? 0;

/**
 * The weight of a reader among the readers: influence × the mean of the criteria, each raised by past losses. Without
 * known criteria it is the influence alone. Orders the sections (GLOSSARY: порядок разделов).
 */
export function readerWeight(reader: Reader, context: ScoreContext): number {
  const sum = reader.criteria.reduce((total, { weightPercent }) => total + weightPercent, 0);
  if (sum === 0) return reader.influence;
  const raised = reader.criteria.reduce(
    (total, { key, weightPercent }) => total + weightPercent * lossFactor(key, context),
    0,
  );
  return (reader.influence * raised) / sum;
}

/** What one criterion is worth to these readers and to the tender. */
function criterionScore(criterion: CriterionKey, readers: readonly Reader[], context: ScoreContext): number {
  const forReaders = readers.reduce(
    (sum, reader) => sum + (reader.influence / fullInfluence) * weightFor(reader, criterion),
    0,
  );
  return forReaders * lossFactor(criterion, context) + tenderShare * tenderWeight(criterion, context);
}

/**
 * How well a block argues to the readers of one section (GLOSSARY: отбор доводов):
 * Σ over its criteria of `criterionScore` (the first in full, the others by half),
 * + 40 when it is written for their role, ± 10 when it is written for psychotypes and one of theirs is (is not) among
 * them; readers of unknown psychotype neither add nor take.
 */
export function argumentScore(
  block: Block,
  role: Block['role'],
  readers: readonly Reader[],
  context: ScoreContext,
): number {
  let score = block.role === role ? ownRolePoints : 0;
  for (const [at, criterion] of block.criteria.entries()) {
    score += criterionScore(criterion, readers, context) * (at === 0 ? 1 : secondaryShare);
  }
  const known = readers.filter(({ psychotype }) => psychotype !== 'unknown');
  if (block.psychotypes.length > 0 && known.length > 0) {
    const fits = known.some(({ psychotype }) => block.psychotypes.includes(psychotype));
    score += fits ? psychotypePoints : -psychotypePoints;
  }
  return score;
}

/** The criterion by which a block speaks to these readers: the one worth most to them, else the block's subject. */
export function leadingCriterion(
  block: Block,
  readers: readonly Reader[],
  context: ScoreContext,
): CriterionKey | null {
  let best = block.criteria[0] ?? null;
  let bestScore = 0;
  for (const [at, criterion] of block.criteria.entries()) {
    const score = criterionScore(criterion, readers, context) * (at === 0 ? 1 : secondaryShare);
    if (score > bestScore) [best, bestScore] = [criterion, score];
  }
  return best;
}

/**
 * Why a block stands where it stands, the strongest first: required by the template, criteria of the readers by
 * weight, the latest loss each criterion is known from, criteria of the tender, the readers' role.
 */
export function argumentReasons(
  block: Block,
  role: Block['role'],
  readers: readonly Reader[],
  required: boolean,
  context: ScoreContext,
): ArgumentReason[] {
  const criteria = readers
    .flatMap((reader) =>
      block.criteria.map((criterion) => ({
        kind: 'criterion' as const,
        personId: reader.personId,
        criterion,
        weightPercent: weightFor(reader, criterion),
      })),
    )
    .filter(({ weightPercent }) => weightPercent > 0)
    .toSorted((a, b) => b.weightPercent - a.weightPercent);
  const losses = block.criteria.flatMap((criterion): ArgumentReason[] => {
    for (const { tenderTitle, reasons } of context.pastLosses) {
      const reason = reasons.find((candidate) => lossCriteria(candidate).includes(criterion));
      if (reason !== undefined) return [{ kind: 'pastLoss', tenderTitle, reason }];
    }
    return [];
  });
  const lossTexts = new Set<string>();
  const ownLosses = losses.filter((loss) => {
    const text = JSON.stringify(loss);
    return !lossTexts.has(text) && lossTexts.add(text);
  });
  const tender = block.criteria
    .map((criterion) => ({
      kind: 'tenderCriterion' as const,
      criterion,
      weightPercent: tenderWeight(criterion, context),
    }))
    .filter(({ weightPercent }) => weightPercent > 0);
  const roles =
    block.role === role ? readers.map(({ personId }) => ({ kind: 'role' as const, personId })) : [];
  const all: ArgumentReason[] = [
    ...(required ? [{ kind: 'required' as const }] : []),
    ...criteria,
    ...ownLosses,
    ...tender,
    ...roles,
  ];
  return all.slice(0, maxReasons);
}
