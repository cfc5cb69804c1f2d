import type { ArgumentNode, BlockNode, DocumentRoot, SectionNode } from '../document/nodes.ts';
import { findFirst } from '../document/walk.ts';
import { words } from '../document/words.ts';
import { argumentReasons, argumentScore, leadingCriterion, readerWeight } from './argumentScore.ts';
import { fillNodes } from './fillNodes.ts';
import type { BlockId, ReferenceId } from './ids.ts';
import { fieldsKnown } from './knownFields.ts';
import type { CriterionKey } from './person.ts';
import { ReaderRole } from './person.ts';
import type { ProposalContext, Reader } from './proposal.ts';
import type { Block, RoleSection, Template } from './template.ts';
import type { ValidityPeriod } from './validity.ts';

/** A section aims at three arguments and holds at most five, not counting more that the template requires. */
export const argumentsPerSection = { min: 3, max: 5 } as const;
/** Beyond the third, an argument must be worth its page: own role and a criterion of noticeable weight. */
const strongScore = 55;
/** A block of another role is taken only for a criterion that a reader gives at least this weight, percent. */
const foreignWeightPercent = 15;
/** A second argument on the same criterion persuades less. */
const repeatedShare = 0.4;

type RoleGroup = { readonly role: ReaderRole; readonly readers: readonly Reader[]; readonly weight: number };
type Chosen = { readonly block: Block; readonly required: boolean };

export type ComposeInput = {
  readonly template: Template;
  /** The library; blocks of other languages and other trades are passed over. */
  readonly blocks: readonly Block[];
  /** Readers, tender, losses, references and our company, whose VAT and team are the defaults. */
  readonly context: ProposalContext;
  readonly validity: ValidityPeriod;
};

/** Readers by role, the heaviest role first; a role weighs as much as its heaviest reader. */
function roleGroups(context: ProposalContext): RoleGroup[] {
  return ReaderRole.options
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

function fitsReaders(block: Block, { role, readers }: RoleGroup): boolean {
  if (block.role === role) return true;
  const [subject] = block.criteria;
  return readers.some(({ criteria }) =>
    criteria.some(({ key, weightPercent }) => key === subject && weightPercent >= foreignWeightPercent),
  );
}

/** Required blocks first, then the best of the rest, one at a time, each knowing what was argued before it. */
function chooseArguments(
  group: RoleGroup,
  required: readonly Block[],
  candidates: readonly Block[],
  context: ProposalContext,
): Chosen[] {
  const chosen: Chosen[] = required.map((block) => ({ block, required: true }));
  const argued = new Set<CriterionKey | null>(
    required.map((block) => leadingCriterion(block, group.readers, context)),
  );
  let rest = candidates
    .filter((block) => fitsReaders(block, group))
    .map((block) => ({
      block,
      criterion: leadingCriterion(block, group.readers, context),
      score: argumentScore(block, group.role, group.readers, context),
    }));
  while (chosen.length < argumentsPerSection.max && rest.length > 0) {
    const worth = (item: (typeof rest)[number]): number =>
      item.score * (argued.has(item.criterion) ? repeatedShare : 1);
    const [best] = rest.toSorted((a, b) => worth(b) - worth(a) || (a.block.id < b.block.id ? -1 : 1));
    if (best === undefined) break;
    if (chosen.length >= argumentsPerSection.min && worth(best) < strongScore) break;
    chosen.push({ block: best.block, required: false });
    argued.add(best.criterion);
    rest = rest.filter(({ block }) => block !== best.block);
  }
  return chosen;
}

function argumentNode({ block, required }: Chosen, group: RoleGroup, context: ProposalContext): ArgumentNode {
  const concerned = group.readers.filter(({ criteria }) =>
    criteria.some(({ key, weightPercent }) => weightPercent > 0 && block.criteria.includes(key)),
  );
  const spokenTo = concerned.length > 0 ? concerned : group.readers;
  return {
    type: 'argument',
    attrs: {
      blockId: block.id,
      criterion: leadingCriterion(block, group.readers, context),
      personIds: spokenTo.map(({ personId }) => personId),
      reasons: argumentReasons(block, group.role, spokenTo, required, context),
    },
    content: block.content,
  };
}

function roleSection(
  group: RoleGroup,
  section: RoleSection | undefined,
  chosen: readonly Chosen[],
  input: ComposeInput,
): SectionNode | null {
  const heading = words[input.template.language].roleHeadings[group.role];
  const opening: readonly BlockNode[] = section?.opening ?? [
    { type: 'heading', attrs: { level: 2, textAlign: null }, content: [{ type: 'text', text: heading }] },
  ];
  const content = [
    ...opening,
    ...chosen.map((one) => argumentNode(one, group, input.context)),
    ...(section?.closing ?? []),
  ];
  // A heading with nothing under it would be printed; coverage shows the reader without arguments instead.
  if (section === undefined && chosen.length === 0) return null;
  return {
    type: 'section',
    attrs: {
      sectionId: `role-${group.role}`,
      role: group.role,
      personIds: group.readers.map(({ personId }) => personId),
      outlineTitle: section?.outlineTitle ?? heading,
    },
    content,
  };
}

/** A validity block at the end of the last section, above a closing signature; nothing to do when there is one. */
function withValidity(content: readonly BlockNode[]): BlockNode[] {
  if (findFirst({ content: [...content] }, 'validity') !== null) return [...content];
  const at = content.findLastIndex(({ type }) => type === 'section');
  const last = content[at];
  const nodes = last?.type === 'section' ? last.content : content;
  const end = nodes.at(-1)?.type === 'signature' ? nodes.length - 1 : nodes.length;
  const validity: BlockNode = { type: 'validity', attrs: { offerKind: 'information' } };
  const filled = nodes.toSpliced(end, 0, validity);
  return last?.type === 'section' ? content.toSpliced(at, 1, { ...last, content: filled }) : filled;
}

/**
 * Composes a proposal for a group of readers. The same input gives the same document.
 *
 * - Frame: the template's `before`, then a section per reader role, then its `after` (GLOSSARY: состав КП). Readers of
 *   one role share a section. A role unknown to the template gets a heading and what the library has for it.
 * - Order: by the weight of a role's heaviest reader, see `readerWeight`; equal weights in the order of the roles.
 * - Arguments: the blocks a section requires come first, then the best by `argumentScore` up to three, and up to five
 *   while an argument scores 55. A criterion argued already counts 0.4. Blocks of another role are taken for a
 *   criterion of 15 % or more. A block is used once; only a requirement repeats it.
 * - Trade: blocks of the template's trade and blocks of no trade, since a claim of another trade would be false.
 * - Blocks with a field that nobody knows here («с … года» for a new client) are passed over, unless required.
 * - Empty `references`, `team` and the VAT of price tables are filled by `fillNodes`, and a validity block is added
 *   where the template has none.
 */
export function composeProposal(input: ComposeInput): DocumentRoot {
  const { template, context, validity } = input;
  const groups = roleGroups(context);
  const sectionOf = (role: ReaderRole): RoleSection | undefined =>
    template.roleSections.find((section) => section.role === role);
  const library = input.blocks.filter(({ language }) => language === template.language);
  const byId = new Map(library.map((block) => [block.id, block]));
  const requiredOf = (role: ReaderRole): Block[] =>
    [...new Set(sectionOf(role)?.requiredBlockIds ?? [])].flatMap((id) => byId.get(id) ?? []);
  // What any section requires is kept for it, so that no section above takes it for itself.
  const taken = new Set<BlockId>(groups.flatMap(({ role }) => requiredOf(role).map(({ id }) => id)));
  const paper = { context, language: template.language, validity };
  const fitting = library
    .filter(({ trade }) => trade === '' || template.trade === '' || trade === template.trade)
    .filter(({ content }) => fieldsKnown(content, paper));

  const sections = groups.flatMap((group) => {
    const candidates = fitting.filter(({ id }) => !taken.has(id));
    const chosen = chooseArguments(group, requiredOf(group.role), candidates, context);
    for (const { block } of chosen) taken.add(block.id);
    return roleSection(group, sectionOf(group.role), chosen, input) ?? [];
  });
  const used = new Set<ReferenceId>();
  const roles = groups.map(({ role }) => role);
  const content = fillNodes([...template.before, ...sections, ...template.after], paper, roles, used);
  return { type: 'doc', content: withValidity(content) };
}
