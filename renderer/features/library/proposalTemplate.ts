import type { BlockNode, DocumentRoot, SectionNode } from '../../../shared/document/nodes.ts';
import type { TemplateDraft } from '../../../shared/domain/library.ts';
import { frameSection } from './wordDrafts.ts';

type RoleSection = TemplateDraft['roleSections'][number];

/** A reader's section: its own words before and after the arguments, and which arguments those were. */
function roleSectionOf(
  { attrs, content }: SectionNode,
  role: RoleSection['role'],
  untitled: string,
): RoleSection {
  const own = (nodes: readonly BlockNode[]) => nodes.filter(({ type }) => type !== 'argument');
  const from = content.findIndex(({ type }) => type === 'argument');
  const cut = from === -1 ? content.length : from;
  const blockIds = content.flatMap((node) => (node.type === 'argument' ? [node.attrs.blockId] : []));
  return {
    role,
    outlineTitle: attrs.outlineTitle === '' ? untitled : attrs.outlineTitle,
    opening: content.slice(0, cut),
    closing: own(content.slice(cut)),
    requiredBlockIds: [...new Set(blockIds)],
  };
}

/**
 * A template of a proposal: its frame with the words, fields and prices as they stand, a section for each role with the
 * arguments that stood there, by the library's own text. Which persons read it stays behind. `untitled` names a section
 * without a name, and what stands in none.
 */
export function templateOfProposal(
  root: DocumentRoot,
  of: Pick<TemplateDraft, 'language' | 'title' | 'purpose'>,
  untitled: string,
): TemplateDraft {
  const roles = new Map<string, RoleSection>();
  const before: SectionNode[] = [];
  const after: SectionNode[] = [];
  for (const node of root.content) {
    const frame = roles.size === 0 ? before : after;
    const last = frame.at(-1);
    if (node.type !== 'section') {
      if (last === undefined) frame.push(frameSection(untitled, [node]));
      else frame[frame.length - 1] = { ...last, content: [...last.content, node] };
      continue;
    }
    const { role, outlineTitle } = node.attrs;
    if (role !== null && !roles.has(role)) roles.set(role, roleSectionOf(node, role, untitled));
    else frame.push(frameSection(outlineTitle === '' ? untitled : outlineTitle, node.content));
  }
  return { ...of, trade: '', before, roleSections: [...roles.values()], after };
}
