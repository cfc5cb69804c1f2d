import { z } from 'zod';
import type { ArgumentNode, BlockNode, SectionNode } from '../document/nodes.ts';
import { DocumentRoot } from '../document/nodes.ts';
import { contentKey, sameContent } from '../document/sameContent.ts';
import { findAll, sectionsOf } from '../document/walk.ts';
import { BlockId } from './ids.ts';

/** What the program composed last, and what the user threw out since: the ground on which edits are told apart. */
export const Composition = z.object({
  root: DocumentRoot,
  droppedBlockIds: z.array(BlockId),
  droppedSectionIds: z.array(z.string().max(80)),
});
export type Composition = z.infer<typeof Composition>;

/** What a recomposition did, for a line of words each. */
export const RecompositionChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['sectionAdded', 'sectionRemoved', 'sectionKept']), title: z.string() }),
  z.object({
    kind: z.enum(['argumentAdded', 'argumentRemoved', 'argumentKept']),
    blockId: BlockId,
    title: z.string(),
  }),
  z.object({ kind: z.literal('orderChanged') }),
]);
export type RecompositionChange = z.infer<typeof RecompositionChange>;

export type Recomposition = {
  readonly root: DocumentRoot;
  readonly composition: Composition;
  readonly changes: readonly RecompositionChange[];
};

const isArgument = (node: BlockNode): node is ArgumentNode => node.type === 'argument';
const byId = (section: SectionNode | undefined): ReadonlyMap<BlockId, ArgumentNode> =>
  new Map((section?.content ?? []).filter(isArgument).map((node) => [node.attrs.blockId, node]));
const plainOf = (section: SectionNode): BlockNode[] => section.content.filter((node) => !isArgument(node));
const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, at) => item === b[at]);

/** Keeps the order of `mine` where the user changed it; else takes that of `next`, with the user's own kept in place. */
function mergedOrder(base: readonly string[], mine: readonly string[], next: readonly string[]): string[] {
  const common = mine.filter((id) => base.includes(id));
  const reordered = !sameList(
    common,
    base.filter((id) => mine.includes(id)),
  );
  const [lead, other] = reordered ? [mine, next] : [next, mine];
  const order = [...lead];
  for (const [at, id] of other.entries()) {
    if (order.includes(id)) continue;
    // After the nearest one above it that both know; at the very beginning when there is none.
    const before = other.slice(0, at).findLast((candidate) => order.includes(candidate));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  }
  return order;
}

type Merge = {
  /** Not to be put in: thrown out by the user, or standing where he wrote or moved it. */
  readonly barred: ReadonlySet<BlockId>;
  readonly changes: RecompositionChange[];
};

/** Blocks that the user rewrote, put in or moved to another section: wherever they stand, they stay there. */
function pinnedBlocks(before: Pick<DocumentRoot, 'content'>, mine: Pick<DocumentRoot, 'content'>): BlockId[] {
  const was = new Map(sectionsOf(before).map((section) => [section.attrs.sectionId, byId(section)]));
  return sectionsOf(mine).flatMap((section) =>
    section.content.filter(isArgument).flatMap(({ attrs, content }) => {
      const base = was.get(section.attrs.sectionId)?.get(attrs.blockId);
      return base !== undefined && sameContent(base.content, content) ? [] : [attrs.blockId];
    }),
  );
}

/** Arguments of a section, and how each came to be there. */
function mergedArguments(
  base: SectionNode | undefined,
  mine: SectionNode,
  next: SectionNode,
  merge: Merge,
): ArgumentNode[] {
  const [was, own, fresh] = [byId(base), byId(mine), byId(next)];
  const order = mergedOrder([...was.keys()], [...own.keys()], [...fresh.keys()]);
  return order.flatMap((key) => {
    const id = BlockId.parse(key);
    const [before, present, wanted] = [was.get(id), own.get(id), fresh.get(id)];
    if (present === undefined) {
      if (wanted === undefined || merge.barred.has(id)) return [];
      merge.changes.push({ kind: 'argumentAdded', blockId: id, title: '' });
      return [wanted];
    }
    const touched = before === undefined || !sameContent(before.content, present.content);
    // The text stays his; whom it speaks to and why is told by today's dossier.
    if (wanted !== undefined) return [touched ? { ...present, attrs: { ...wanted.attrs } } : wanted];
    merge.changes.push({
      kind: touched ? 'argumentKept' : 'argumentRemoved',
      blockId: id,
      title: '',
    });
    return touched ? [present] : [];
  });
}

/** Puts arguments where the first of the section's arguments stood, or after its opening. */
function withArguments(
  content: readonly BlockNode[],
  plain: readonly BlockNode[],
  args: readonly ArgumentNode[],
): BlockNode[] {
  const at = content.findIndex(isArgument);
  const opening =
    at === -1 ? content.length : content.slice(0, at).filter((node) => !isArgument(node)).length;
  return [...plain.slice(0, opening), ...args, ...plain.slice(opening)];
}

/** The same paragraphs between the same arguments: nothing was written among them by hand. */
const isInPlace = (section: SectionNode): boolean => {
  const first = section.content.findIndex(isArgument);
  const last = section.content.findLastIndex(isArgument);
  return first === -1 || section.content.slice(first, last + 1).every(isArgument);
};

function mergedSection(
  base: SectionNode | undefined,
  mine: SectionNode,
  next: SectionNode,
  merge: Merge,
): SectionNode {
  const args = mergedArguments(base, mine, next, merge);
  const attrs = {
    ...next.attrs,
    outlineTitle:
      base !== undefined && base.attrs.outlineTitle === mine.attrs.outlineTitle
        ? next.attrs.outlineTitle
        : mine.attrs.outlineTitle,
  };
  const untouchedText = base !== undefined && sameContent(plainOf(base), plainOf(mine));
  if (untouchedText) return { ...mine, attrs, content: withArguments(next.content, plainOf(next), args) };
  if (isInPlace(mine)) return { ...mine, attrs, content: withArguments(mine.content, plainOf(mine), args) };
  // He wrote between the arguments: each stays where it is, new ones follow the last one.
  const left = new Map(args.map((node) => [node.attrs.blockId, node]));
  const content = mine.content.flatMap((node): BlockNode[] => {
    if (!isArgument(node)) return [node];
    const kept = left.get(node.attrs.blockId);
    left.delete(node.attrs.blockId);
    return kept === undefined ? [] : [kept];
  });
  const last = content.findLastIndex(isArgument);
  return { ...mine, attrs, content: content.toSpliced(last + 1, 0, ...left.values()) };
}

/**
 * Composes anew after readers, weights or the dossier changed, and changes only what the user has not touched
 * (GLOSSARY: пересборка). `before` is what the program composed last, `mine` the document as it stands, `next` what
 * it would compose now.
 *
 * - What he wrote, moved, put in or renamed stays; what he threw out stays out, however often this is done.
 * - Untouched arguments that are no longer chosen go, newly chosen ones come; who they speak to and why is refreshed.
 * - The section of a reader who left goes if it is untouched, and is kept and named otherwise.
 * - The frame is taken anew only where it stands as it was composed: prices and terms typed there stay.
 */
export function recomposeProposal(
  before: Composition,
  mine: Pick<DocumentRoot, 'content'>,
  next: DocumentRoot,
): Recomposition {
  const changes: RecompositionChange[] = [];
  const [was, own, fresh] = [sectionsOf(before.root), sectionsOf(mine), sectionsOf(next)].map(
    (sections) => new Map(sections.map((section) => [section.attrs.sectionId, section])),
  );
  if (was === undefined || own === undefined || fresh === undefined) throw new Error('three documents');
  const present = new Set(findAll(mine, 'argument').map(({ attrs }) => attrs.blockId));
  const droppedBlocks = new Set(
    [...before.droppedBlockIds, ...findAll(before.root, 'argument').map(({ attrs }) => attrs.blockId)].filter(
      (id) => !present.has(id),
    ),
  );
  const droppedSections = new Set([...before.droppedSectionIds, ...was.keys()].filter((id) => !own.has(id)));
  const barred = new Set([...droppedBlocks, ...pinnedBlocks(before.root, mine)]);
  const merge: Merge = { barred, changes };

  const order = mergedOrder([...was.keys()], [...own.keys()], [...fresh.keys()]);
  const sections = order.flatMap((id): SectionNode[] => {
    const [base, here, wanted] = [was.get(id), own.get(id), fresh.get(id)];
    if (here === undefined) {
      if (wanted === undefined || droppedSections.has(id)) return [];
      changes.push({ kind: 'sectionAdded', title: wanted.attrs.outlineTitle });
      const content = wanted.content.filter((node) => !isArgument(node) || !barred.has(node.attrs.blockId));
      return [{ ...wanted, content }];
    }
    if (wanted !== undefined) {
      if (wanted.attrs.role === null && base !== undefined)
        return [sameContent([base], [here]) ? wanted : here];
      return [mergedSection(base, here, wanted, merge)];
    }
    if (base === undefined || here.attrs.role === null) return [here];
    const composed = new Set(base.content.map((node) => contentKey([node])));
    // Thrown out or moved around only: nothing of his own would be lost.
    const untouched = here.content.every((node) => composed.has(contentKey([node])));
    changes.push({ kind: untouched ? 'sectionRemoved' : 'sectionKept', title: here.attrs.outlineTitle });
    return untouched ? [] : [here];
  });
  const orderBefore = [...own.keys()].filter((id) => sections.some(({ attrs }) => attrs.sectionId === id));
  const orderNow = sections.map(({ attrs }) => attrs.sectionId).filter((id) => own.has(id));
  if (!sameList(orderBefore, orderNow)) changes.push({ kind: 'orderChanged' });

  const titles = new Map(
    [...findAll(mine, 'argument'), ...findAll(next, 'argument')].map((node) => [
      node.attrs.blockId,
      titleOf(node),
    ]),
  );
  const named = changes.map((change) =>
    'blockId' in change ? { ...change, title: titles.get(change.blockId) ?? '' } : change,
  );
  return {
    root: { type: 'doc', content: inPlace(mine.content, sections) },
    composition: {
      root: next,
      droppedBlockIds: [...droppedBlocks],
      droppedSectionIds: [...droppedSections],
    },
    changes: named,
  };
}

/** The first words of an argument, which by the house's habit are its bold first sentence. */
function titleOf(node: ArgumentNode): string {
  const text = findAll(node, 'text')[0]?.text.trim() ?? '';
  return text.length > 80 ? `${text.slice(0, 79).trimEnd()}…` : text;
}

/** Sections in their new order, with the blocks that stand outside of sections kept behind the same section. */
function inPlace(mine: readonly BlockNode[], sections: readonly SectionNode[]): BlockNode[] {
  const loose = new Map<string, BlockNode[]>();
  let behind = '';
  for (const node of mine) {
    if (node.type === 'section') behind = node.attrs.sectionId;
    else loose.set(behind, [...(loose.get(behind) ?? []), node]);
  }
  const content: BlockNode[] = [...(loose.get('') ?? [])];
  loose.delete('');
  for (const section of sections) {
    content.push(section, ...(loose.get(section.attrs.sectionId) ?? []));
    loose.delete(section.attrs.sectionId);
  }
  return [...content, ...[...loose.values()].flat()];
}

/** Whether a recomposition would change anything that is printed or shown as a reason. */
export const changesDocument = (mine: Pick<DocumentRoot, 'content'>, { root }: Recomposition): boolean =>
  contentKey(mine.content) !== contentKey(root.content);
