import { criterionWorth } from './criterionWorth.ts';
import type { ScoreContext } from './criterionWorth.ts';
import type { CriterionKey, ReaderRole } from './person.ts';
import type { Reader } from './proposal.ts';
import type { Block, Occasion } from './template.ts';

/** The first criterion of a block is its subject, the others it touches. */
const secondaryShare = 0.5;
const ownRolePoints = 40;
/** Of the role, but on a subject that nobody weighs. */
const besideSubjectPoints = 15;
const mannerPoints = 10;
const doubtPoints = 12;
const favourPoints = 6;
const experiencePoints = 8;
const occasionPoints = 8;
const industryPoints = 8;

/** Who doubts asks for proof first, who is for us asks what comes next (GLOSSARY: отношение и довод). */
const proof: readonly CriterionKey[] = ['references', 'reliability', 'compliance', 'safety'];
const nextStep: readonly CriterionKey[] = ['exclusiveTerms', 'launchTime', 'training', 'businessKnowledge'];
/** A new client knows us by others' words, one who buys by what we have done together (GLOSSARY: опыт с клиентом). */
const proofForNew: readonly CriterionKey[] = ['references', 'reliability'];
const proofForOurs: readonly CriterionKey[] = ['relations', 'businessKnowledge'];

export type AttitudeSide = 'doubts' | 'favours';
export type Experience = 'newClient' | 'worksWithUs';

/** What a reader's attitude asks of a block on this subject; null = nothing. */
export function attitudeSide(reader: Pick<Reader, 'attitude'>, block: Block): AttitudeSide | null {
  const [subject] = block.criteria;
  if (subject === undefined) return null;
  const { attitude } = reader;
  const proves = proof.includes(subject) || block.evidence === 'document' || block.evidence === 'referee';
  if ((attitude === 'against' || attitude === 'wary') && proves) return 'doubts';
  if ((attitude === 'disposed' || attitude === 'supporter') && nextStep.includes(subject)) return 'favours';
  return null;
}

/** Whether the block leans on what was, or was not yet, between the client and us; null = neither. */
export function experienceOf(block: Block, { account }: Pick<ScoreContext, 'account'>): Experience | null {
  const [subject] = block.criteria;
  if (subject === undefined) return null;
  if (account.deliveriesCount === 0) return proofForNew.includes(subject) ? 'newClient' : null;
  return proofForOurs.includes(subject) ? 'worksWithUs' : null;
}

/** On what occasions a proposal is written, by what is known of it. */
function occasionsNow({ tender, account, pastLosses }: ScoreContext): Occasion[] {
  const isNew = account.deliveriesCount === 0;
  return [
    ...(tender === null ? [] : ['tender' as const]),
    isNew ? ('firstDeal' as const) : ('expansion' as const),
    ...(isNew || account.recentComplaints === 0 ? [] : ['afterComplaint' as const]),
    ...(pastLosses.length > 0 ? ['winBack' as const] : []),
  ];
}

/** The occasion that a block is written for and that this is; null = none, or it is for any. */
export const occasionOf = (block: Block, context: ScoreContext): Occasion | null =>
  block.occasions.find((occasion) => occasionsNow(context).includes(occasion)) ?? null;

/** Whether a block written for certain industries is written for the client's; null = for any, or theirs is not known. */
export function isOfIndustry(
  { industries }: Block,
  { account }: Pick<ScoreContext, 'account'>,
): boolean | null {
  const sought = account.industry.trim().toLowerCase();
  if (industries.length === 0 || sought === '') return null;
  return industries.some((one) => one.trim().toLowerCase() === sought);
}

/** Judges blocks for the readers of one section; what is the same for all blocks is counted once. */
export type Judge = {
  readonly score: (block: Block) => number;
  /** Whether somebody, or the tender, weighs the block's subject. */
  readonly weighs: (block: Block) => boolean;
  /** The criterion by which a block speaks to these readers: the one worth most to them, else its subject. */
  readonly leading: (block: Block) => CriterionKey | null;
};

/**
 * How well a block argues to the readers of one section (GLOSSARY: отбор доводов):
 * Σ over its criteria of `criterionWorth` (the first in full, the others by half),
 * + 40 when it is written for their role (15 where nobody weighs its subject), ± 10 when it is written for psychotypes and one of theirs is (is not) among
 * them; + 12 for proof before a reader who doubts us, + 6 for the next step before one who is for us; + 8 for what
 * our experience with the client makes believable; ± 8 for the occasion and for the client's industry. What is unknown neither adds nor takes.
 */
export function judgeFor(role: ReaderRole, readers: readonly Reader[], context: ScoreContext): Judge {
  const worths = new Map<CriterionKey, number>();
  const worth = (criterion: CriterionKey): number => {
    const known = worths.get(criterion);
    if (known !== undefined) return known;
    const counted = criterionWorth(criterion, readers, context);
    worths.set(criterion, counted);
    return counted;
  };
  const share = (at: number): number => (at === 0 ? 1 : secondaryShare);
  const manners = readers.map(({ psychotype }) => psychotype).filter((manner) => manner !== 'unknown');

  const weighs = ({ criteria: [subject] }: Block): boolean => subject !== undefined && worth(subject) > 0;
  const score = (block: Block): number => {
    const ownPoints = weighs(block) ? ownRolePoints : besideSubjectPoints;
    let points = block.role === role ? ownPoints : 0;
    for (const [at, criterion] of block.criteria.entries()) points += worth(criterion) * share(at);
    if (block.psychotypes.length > 0 && manners.length > 0)
      points += manners.some((manner) => block.psychotypes.includes(manner)) ? mannerPoints : -mannerPoints;
    const sides = readers.map((reader) => attitudeSide(reader, block));
    if (sides.includes('doubts')) points += doubtPoints;
    else if (sides.includes('favours')) points += favourPoints;
    if (experienceOf(block, context) !== null) points += experiencePoints;
    if (block.occasions.length > 0)
      points += occasionOf(block, context) === null ? -occasionPoints : occasionPoints;
    const ofIndustry = isOfIndustry(block, context);
    if (ofIndustry !== null) points += ofIndustry ? industryPoints : -industryPoints;
    return points;
  };
  const leading = (block: Block): CriterionKey | null => {
    let best = block.criteria[0] ?? null;
    let bestWorth = 0;
    for (const [at, criterion] of block.criteria.entries()) {
      const counted = worth(criterion) * share(at);
      if (counted > bestWorth) [best, bestWorth] = [criterion, counted];
    }
    return best;
  };
  return { score, leading, weighs };
}
