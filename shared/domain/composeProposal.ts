import type { BlockNode, DocumentRoot, SectionNode } from '../document/nodes.ts';
import { findFirst } from '../document/walk.ts';
import { roleHeading } from '../document/roleHeading.ts';
import type { Chosen, ComposeInput, RoleGroup } from './chooseArguments.ts';
import { argumentNode, chooseArguments, fittingBlocks, roleGroups } from './chooseArguments.ts';
import { fillNodes } from './fillNodes.ts';
import type { BlockId, ReferenceId } from './ids.ts';
import type { ReaderRole } from './person.ts';
import type { Block, RoleSection } from './template.ts';
import { unwrittenPart } from './unwrittenPart.ts';

function roleSection(
  group: RoleGroup,
  section: RoleSection | undefined,
  chosen: readonly Chosen[],
  input: ComposeInput,
): SectionNode {
  const heading = roleHeading(group.role, input.template.language, input.context.roleNames);
  const opening: readonly BlockNode[] = section?.opening ?? [
    { type: 'heading', attrs: { level: 2, textAlign: null }, content: [{ type: 'text', text: heading }] },
  ];
  const closing = section?.closing ?? [];
  // Nobody is dropped because the library has nothing for them: the place is kept and the check asks for words.
  const body: readonly BlockNode[] =
    chosen.length > 0
      ? chosen.map((one) => argumentNode(one, group, input.context))
      : unwrittenPart(group, closing, input.template.language, input.context);
  const content = [...opening, ...body, ...closing];
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
 *   one role share a section. A role unknown to the template gets a heading and what the library has for it; where the
 *   library has nothing, a place to write in for each criterion (`unwrittenPart`).
 * - Order: by the weight of a role's heaviest reader, see `readerWeight`; equal weights in the order of the roles.
 * - Arguments: the blocks a section requires come first, then the best by their score (`judgeFor`) up to three, and up to five
 *   while an argument scores 55. A criterion argued already counts 0.4. Blocks of a role that does not read
 *   this proposal are taken for a criterion of 15 % or more. A block is used once; only a requirement repeats it.
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
  const fitting = fittingBlocks(input);

  const roles = groups.map(({ role }) => role);
  const sections = groups.map((group) => {
    // What is written for another reader here stays for their section.
    const candidates = fitting.filter(
      ({ id, role }) => !taken.has(id) && (role === group.role || !roles.includes(role)),
    );
    const chosen = chooseArguments(group, requiredOf(group.role), candidates, context);
    for (const { block } of chosen) taken.add(block.id);
    return roleSection(group, sectionOf(group.role), chosen, input);
  });
  const used = new Set<ReferenceId>();
  const content = fillNodes([...template.before, ...sections, ...template.after], paper, roles, used);
  return { type: 'doc', content: withValidity(content) };
}
