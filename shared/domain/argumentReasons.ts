import type { ArgumentReason } from '../document/nodes.ts';
import { attitudeSide, experienceOf, isOfIndustry, occasionOf } from './argumentScore.ts';
import { complaintCriteria, rivalOn, standingOn, tenderWeight } from './criterionWorth.ts';
import type { ScoreContext } from './criterionWorth.ts';
import { lossCriteria } from './lossCriteria.ts';
import type { ReaderRole } from './person.ts';
import type { Reader } from './proposal.ts';
import type { Block } from './template.ts';

const maxReasons = 8;

/** The latest loss that each of the block's criteria is known from, each loss once. */
function lossReasons(block: Block, context: ScoreContext): ArgumentReason[] {
  const losses = block.criteria.flatMap((criterion): ArgumentReason[] => {
    for (const { tenderTitle, reasons } of context.pastLosses) {
      const reason = reasons.find((candidate) => lossCriteria(candidate).includes(criterion));
      if (reason !== undefined) return [{ kind: 'pastLoss', tenderTitle, reason }];
    }
    return [];
  });
  const seen = new Set<string>();
  return losses.filter((loss) => {
    const text = JSON.stringify(loss);
    return !seen.has(text) && seen.add(text);
  });
}

/** What of the client's experience and of rivals speaks for the block's subject. */
function situationReasons(block: Block, context: ScoreContext): ArgumentReason[] {
  const [subject] = block.criteria;
  const rival = subject === undefined ? null : rivalOn(subject, context);
  const compared = subject === undefined ? null : standingOn(subject, context);
  const experience = experienceOf(block, context);
  const occasion = occasionOf(block, context);
  const complaint =
    subject !== undefined && context.account.recentComplaints > 0 && complaintCriteria.includes(subject);
  return [
    ...(rival === null ? [] : [{ kind: 'rival' as const, ...rival }]),
    ...(compared === null || subject === undefined
      ? []
      : [{ kind: 'comparison' as const, criterion: subject, ...compared }]),
    ...(complaint ? [{ kind: 'experience' as const, experience: 'complaint' as const }] : []),
    ...(experience === null ? [] : [{ kind: 'experience' as const, experience }]),
    ...(occasion === null ? [] : [{ kind: 'occasion' as const, occasion }]),
    ...(isOfIndustry(block, context) === true ? [{ kind: 'industry' as const }] : []),
  ];
}

/**
 * Why a block stands where it stands, the strongest first: required by the template, criteria of the readers by
 * weight, the latest loss each criterion is known from, criteria of the tender, rivals and experience with the client,
 * the readers' attitude and manner, their role.
 */
export function argumentReasons(
  block: Block,
  role: ReaderRole,
  readers: readonly Reader[],
  required: boolean,
  context: ScoreContext,
): ArgumentReason[] {
  const criteria = readers
    .flatMap(({ personId, criteria: weights }) =>
      block.criteria.flatMap((criterion) => {
        const weightPercent = weights.find(({ key }) => key === criterion)?.weightPercent ?? 0;
        return weightPercent > 0 ? [{ kind: 'criterion' as const, personId, criterion, weightPercent }] : [];
      }),
    )
    .toSorted((a, b) => b.weightPercent - a.weightPercent);
  const tender = block.criteria
    .map((criterion) => ({
      kind: 'tenderCriterion' as const,
      criterion,
      weightPercent: tenderWeight(criterion, context),
    }))
    .filter(({ weightPercent }) => weightPercent > 0);
  const attitudes = readers.flatMap((reader): ArgumentReason[] => {
    const attitude = attitudeSide(reader, block);
    return attitude === null ? [] : [{ kind: 'attitude', personId: reader.personId, attitude }];
  });
  const manners = readers
    .filter(({ psychotype }) => psychotype !== 'unknown' && block.psychotypes.includes(psychotype))
    .map(({ personId }) => ({ kind: 'manner' as const, personId }));
  const roles =
    block.role === role ? readers.map(({ personId }) => ({ kind: 'role' as const, personId })) : [];
  const all: ArgumentReason[] = [
    ...(required ? [{ kind: 'required' as const }] : []),
    ...criteria,
    ...lossReasons(block, context),
    ...tender,
    ...situationReasons(block, context),
    ...attitudes,
    ...manners,
    ...roles,
  ];
  return all.slice(0, maxReasons);
}
