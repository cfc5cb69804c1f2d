import { lossCriteria } from './lossCriteria.ts';
import { shippedRoleOf } from './person.ts';
import type { CriterionKey } from './person.ts';
import type { ProposalContext, Reader } from './proposal.ts';
import { roleCriteria } from './roleCriteria.ts';

/** What the worth of a criterion depends on beside the readers themselves. */
export type ScoreContext = Pick<ProposalContext, 'tender' | 'pastLosses' | 'rivals'> & {
  readonly account: Pick<ProposalContext['account'], 'deliveriesCount' | 'recentComplaints' | 'industry'>;
};
type Rival = ProposalContext['rivals'][number];

/** Influence runs to 5; a reader with the full influence counts by the whole weight of a criterion. */
const fullInfluence = 5;
/** One tender lost on a criterion makes it half as heavy again, two or more twice as heavy. */
const raisePerLoss = 0.5;
const maxRaise = 1;
/** A rival, or a complaint, makes the criteria it touches a quarter heavier, once. */
const rivalFactor = 1.25;
const complaintFactor = 1.25;
const tenderShare = 0.5;
const wholePercent = 100;
/** What the usual criteria of a role weigh for a reader of whom none is known: enough to sort, too little to claim. */
const usualPercent = 10;

/**
 * What to argue against a rival (GLOSSARY: конкуренты в игре). Cheaper than us: the whole cost and what the money
 * buys, never the price itself. Dearer: the price. Equal: people and service decide.
 */
const rivalCriteria: Readonly<Record<Rival['priceLevel'], readonly CriterionKey[]>> = {
  lower: ['ownershipCost', 'payback', 'reliability'],
  higher: ['price'],
  equal: ['serviceLevel', 'relations'],
  unknown: [],
};
/** A complaint is answered by how service and reliability are guaranteed from now on. */
export const complaintCriteria: readonly CriterionKey[] = ['serviceLevel', 'reliability'];

const markedLevels = { weaker: 'lower', equal: 'equal', stronger: 'higher' } as const;

/** A rival's price level: what the comparison says of the price wins over the level of the card. */
function priceLevelOf({ priceLevel, marks }: Rival): Rival['priceLevel'] {
  const mark = marks.find(({ criterion }) => criterion === 'price');
  return mark === undefined ? priceLevel : markedLevels[mark.standing];
}

/** The first rival whose price makes this criterion heavier; null = none does. */
export function rivalOn(
  criterion: CriterionKey,
  context: Pick<ScoreContext, 'rivals'>,
): Pick<Rival, 'name' | 'priceLevel'> | null {
  for (const rival of context.rivals) {
    const priceLevel = priceLevelOf(rival);
    if (rivalCriteria[priceLevel].includes(criterion)) return { name: rival.name, priceLevel };
  }
  return null;
}

/**
 * The rival that the comparison sets us apart from on a criterion: where we are weaker first, for an objection must be
 * answered, then where we are stronger. The price is argued by its level, see `rivalOn`. GLOSSARY: сравнение с конкурентами.
 */
export function standingOn(
  criterion: CriterionKey,
  context: Pick<ScoreContext, 'rivals'>,
): { readonly name: string; readonly standing: 'weaker' | 'stronger' } | null {
  if (criterion === 'price') return null;
  for (const standing of ['weaker', 'stronger'] as const) {
    const rival = context.rivals.find(({ marks }) =>
      marks.some((mark) => mark.criterion === criterion && mark.standing === standing),
    );
    if (rival !== undefined) return { name: rival.name, standing };
  }
  return null;
}

/** How much heavier past losses make a criterion: 1, 1.5 or 2 (GLOSSARY: вес критерия). */
export function lossFactor(criterion: CriterionKey, context: Pick<ScoreContext, 'pastLosses'>): number {
  const losses = context.pastLosses.filter(({ reasons }) =>
    reasons.some((reason) => lossCriteria(reason).includes(criterion)),
  ).length;
  return 1 + Math.min(losses * raisePerLoss, maxRaise);
}

/** Losses × rivals × complaints (GLOSSARY: вес критерия). */
function criterionFactor(criterion: CriterionKey, context: ScoreContext): number {
  const isContested = rivalOn(criterion, context) !== null || standingOn(criterion, context) !== null;
  const rival = isContested ? rivalFactor : 1;
  const complaint =
    context.account.recentComplaints > 0 && complaintCriteria.includes(criterion) ? complaintFactor : 1;
  return lossFactor(criterion, context) * rival * complaint;
}

/** The sum of a reader's weights; above 100 they contradict each other. */
export const weightSum = (reader: Pick<Reader, 'criteria'>): number =>
  reader.criteria.reduce((sum, { weightPercent }) => sum + weightPercent, 0);

/**
 * The weight of a criterion for a reader, percent. Weights that add up to more than 100 are brought down to 100, so
 * that nobody is heard louder for ticking everything; less than 100 is left as it is.
 */
export function weightFor(reader: Pick<Reader, 'criteria'>, criterion: CriterionKey): number {
  const weight = reader.criteria.find(({ key }) => key === criterion)?.weightPercent ?? 0;
  return weight * Math.min(1, wholePercent / Math.max(weightSum(reader), 1));
}

/** The weight of a criterion in the tender, percent; 0 = it is not among its criteria. */
export const tenderWeight = (criterion: CriterionKey, context: Pick<ScoreContext, 'tender'>): number =>
  context.tender?.criteria.find(({ key }) => key === criterion)?.weightPercent ?? 0;

/**
 * The weight of a reader among the readers: influence × the mean of the criteria, each raised by losses, rivals and
 * complaints. Without known criteria it is the influence alone. Orders the sections (GLOSSARY: порядок разделов).
 */
export function readerWeight(reader: Reader, context: ScoreContext): number {
  const sum = weightSum(reader);
  if (sum === 0) return reader.influence;
  const raised = reader.criteria.reduce(
    (total, { key, weightPercent }) => total + weightPercent * criterionFactor(key, context),
    0,
  );
  return (reader.influence * raised) / sum;
}

const heard = (reader: Reader, criterion: CriterionKey): number => {
  if (weightSum(reader) > 0) return weightFor(reader, criterion);
  return roleCriteria[shippedRoleOf(reader.role)].includes(criterion) ? usualPercent : 0;
};

/** What one criterion is worth to these readers and to the tender. */
export function criterionWorth(
  criterion: CriterionKey,
  readers: readonly Reader[],
  context: ScoreContext,
): number {
  const forReaders = readers.reduce(
    (sum, reader) => sum + (reader.influence / fullInfluence) * heard(reader, criterion),
    0,
  );
  return forReaders * criterionFactor(criterion, context) + tenderShare * tenderWeight(criterion, context);
}
