import type { ArgumentNode } from '../document/nodes.ts';
import { argumentReasons } from './argumentReasons.ts';
import type { Judge } from './argumentScore.ts';
import { judgeFor } from './argumentScore.ts';
import { readerWeight } from './criterionWorth.ts';
import type { BlockId } from './ids.ts';
import { knownFields } from './knownFields.ts';
import { shippedRoles } from './person.ts';
import type { CriterionKey, ReaderRole } from './person.ts';
import type { ProposalContext, Reader } from './proposal.ts';
import type { Block, Template } from './template.ts';
import type { ValidityPeriod } from './validity.ts';

/** A section aims at three arguments and holds at most five, not counting more that the template requires. */
export const argumentsPerSection = { min: 3, max: 5 } as const;
/** Beyond the third, an argument must be worth its page: own role and a criterion of noticeable weight. */
const strongScore = 55;
/** A block of another role is taken only for a criterion that a reader gives at least this weight, percent. */
const foreignWeightPercent = 15;
/** A second argument on the same subject persuades less. */
const repeatedShare = 0.4;

export type ComposeInput = {
  readonly template: Template;
  /** The library; blocks of other languages and other trades are passed over. */
  readonly blocks: readonly Block[];
  /** Readers, tender, losses, rivals, references and our company, whose VAT and team are the defaults. */
  readonly context: ProposalContext;
  readonly validity: ValidityPeriod;
};

export type RoleGroup = {
  readonly role: ReaderRole;
  readonly readers: readonly Reader[];
  /** Of its heaviest reader. */
  readonly weight: number;
};
export type Chosen = { readonly block: Block; readonly required: boolean };
export type Ranked = {
  readonly block: Block;
  readonly score: number;
  readonly criterion: CriterionKey | null;
};

/** Readers by role, the heaviest role first; equal ones in the order of the roles, own ones last (GLOSSARY: порядок разделов). */
export function roleGroups(context: ProposalContext): RoleGroup[] {
  const roles = new Set<ReaderRole>([...shippedRoles, ...context.readers.map(({ role }) => role)]);
  return [...roles]
    .map((role) => {
      const readers = context.readers.filter((reader) => reader.role === role);
      return {
        role,
        readers,
        weight: Math.max(0, ...readers.map((reader) => readerWeight(reader, context))),
      };
    })
    .filter(({ readers }) => readers.length > 0)
    .toSorted((a, b) => b.weight - a.weight);
}

/**
 * Blocks that may stand in a proposal of this template for this client: its language, its trade or none,
 * nothing in them out of date, no field without a value.
 */
export function fittingBlocks({ template, blocks, context, validity }: ComposeInput): Block[] {
  const isKnown = knownFields({ context, language: template.language, validity });
  return blocks.filter(
    (block) =>
      block.language === template.language &&
      (block.trade === '' || template.trade === '' || block.trade === template.trade) &&
      block.facts.every(({ validUntil }) => validUntil >= context.today) &&
      isKnown(block.content),
  );
}

/** Blocks of the role, and of others for a criterion that one of the readers gives a noticeable weight. */
function fitsReaders(block: Block, { role, readers }: RoleGroup): boolean {
  if (block.role === role) return true;
  const [subject] = block.criteria;
  return readers.some(({ criteria }) =>
    criteria.some(({ key, weightPercent }) => key === subject && weightPercent >= foreignWeightPercent),
  );
}

function ranked(group: RoleGroup, candidates: readonly Block[], judge: Judge): Ranked[] {
  return candidates
    .filter((block) => fitsReaders(block, group))
    .map((block) => ({ block, criterion: judge.leading(block), score: judge.score(block) }))
    .toSorted((a, b) => b.score - a.score || (a.block.id < b.block.id ? -1 : 1));
}

const subjectOf = (block: Block): CriterionKey | null => block.criteria[0] ?? null;
const worthAfter = ({ block, score }: Ranked, argued: ReadonlySet<CriterionKey | null>): number =>
  score * (argued.has(subjectOf(block)) ? repeatedShare : 1);

/** Required blocks first, then the best of the rest, one at a time, each knowing what was argued before it. */
export function chooseArguments(
  group: RoleGroup,
  required: readonly Block[],
  candidates: readonly Block[],
  context: ProposalContext,
): Chosen[] {
  const judge = judgeFor(group.role, group.readers, context);
  const chosen: Chosen[] = required.map((block) => ({ block, required: true }));
  const argued = new Set<CriterionKey | null>(required.map(subjectOf));
  const rest = ranked(group, candidates, judge);
  while (chosen.length < argumentsPerSection.max) {
    let best: Ranked | undefined;
    let bestWorth = -Infinity;
    // Sorted by score: once the plain score is not above the best worth, nothing further down can be.
    for (const item of rest) {
      if (item.score <= bestWorth) break;
      if (chosen.length >= argumentsPerSection.min && !judge.weighs(item.block)) continue;
      const worth = worthAfter(item, argued);
      if (worth > bestWorth) [best, bestWorth] = [item, worth];
    }
    if (best === undefined) break;
    if (chosen.length >= argumentsPerSection.min && bestWorth < strongScore) break;
    chosen.push({ block: best.block, required: false });
    argued.add(subjectOf(best.block));
    rest.splice(rest.indexOf(best), 1);
  }
  return chosen;
}

/** A block as it stands in the document, with whom it speaks to and why. */
export function argumentNode(
  { block, required }: Chosen,
  group: Pick<RoleGroup, 'role' | 'readers'>,
  context: ProposalContext,
): ArgumentNode {
  const concerned = group.readers.filter(({ criteria }) =>
    criteria.some(({ key, weightPercent }) => weightPercent > 0 && block.criteria.includes(key)),
  );
  const spokenTo = concerned.length > 0 ? concerned : group.readers;
  return {
    type: 'argument',
    attrs: {
      blockId: block.id,
      criterion: judgeFor(group.role, group.readers, context).leading(block),
      personIds: spokenTo.map(({ personId }) => personId),
      reasons: argumentReasons(block, group.role, spokenTo, required, context),
    },
    content: block.content,
  };
}

/** A block that could stand in a section, as it would stand there. */
export type Alternative = { readonly block: Block; readonly score: number; readonly node: ArgumentNode };

/**
 * What else could be argued to these readers, the best first, by the same score as the composition (GLOSSARY: отбор
 * доводов). `used` = blocks that stand in the document already; `argued` = criteria argued in the section, whose second
 * argument counts 0.4. With a `criterion` only blocks that answer it, also those of other roles.
 */
export function rankAlternatives(
  input: ComposeInput,
  ask: {
    readonly role: ReaderRole;
    readonly used: ReadonlySet<BlockId>;
    readonly argued: ReadonlySet<CriterionKey>;
    readonly criterion: CriterionKey | null;
    readonly limit: number;
  },
): Alternative[] {
  const { context } = input;
  const readers = context.readers.filter(({ role }) => role === ask.role);
  const group = { role: ask.role, readers, weight: 0 };
  const judge = judgeFor(ask.role, readers, context);
  const { criterion } = ask;
  const free = fittingBlocks(input).filter(({ id }) => !ask.used.has(id));
  const items =
    criterion === null
      ? ranked(group, free, judge).map((item) => ({ ...item, score: worthAfter(item, ask.argued) }))
      : free
          .filter(({ criteria }) => criteria.includes(criterion))
          .map((block) => ({
            block,
            criterion,
            // What answers the criterion first stands before what only touches it.
            score: judge.score(block) * (block.criteria[0] === criterion ? 1 : 0.5),
          }));
  return items
    .toSorted((a, b) => b.score - a.score || (a.block.id < b.block.id ? -1 : 1))
    .slice(0, ask.limit)
    .map(({ block, score, criterion: leading }) => {
      const node = argumentNode({ block, required: false }, group, context);
      const reasons = [{ kind: 'chosen' as const }, ...node.attrs.reasons];
      return { block, score, node: { ...node, attrs: { ...node.attrs, criterion: leading, reasons } } };
    });
}
