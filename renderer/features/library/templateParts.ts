import type { BlockNode, BlockNodeType, SectionNode } from '../../../shared/document/nodes.ts';
import { findFirst } from '../../../shared/document/walk.ts';
import type { TemplateDraft } from '../../../shared/domain/library.ts';
import type { ReaderRole } from '../../../shared/domain/person.ts';

/** A section of a template: of the frame by its id, of a reader by their role. */
export type PartKey =
  | { readonly place: 'before' | 'after'; readonly sectionId: string }
  | { readonly place: 'role'; readonly role: ReaderRole };

export const samePart = (a: PartKey, b: PartKey): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Blocks that a finished proposal needs; a template without one is completed by hand every time. */
export const neededNodes = [
  'letterhead',
  'addressee',
  'priceTable',
  'validity',
  'signature',
] as const satisfies readonly BlockNodeType[];

/** Those of {@link neededNodes} that a template does not have. */
export function missingNodes(draft: TemplateDraft): (typeof neededNodes)[number][] {
  const content = [
    ...draft.before,
    ...draft.roleSections.flatMap(({ opening, closing }) => [...opening, ...closing]),
    ...draft.after,
  ];
  return neededNodes.filter((type) => findFirst({ content }, type) === null);
}

const isSection = (node: BlockNode): node is SectionNode => node.type === 'section';

/** The sections of a frame's half, in order. */
export const frameSections = (nodes: readonly BlockNode[]): SectionNode[] => nodes.filter(isSection);

function moved<Item>(items: readonly Item[], at: number, step: -1 | 1): Item[] {
  const item = items[at];
  const other = items[at + step];
  if (item === undefined || other === undefined) return [...items];
  return items.with(at, other).with(at + step, item);
}

/** Moves a section one up or down within its part of the template. */
export function movePart(draft: TemplateDraft, key: PartKey, step: -1 | 1): TemplateDraft {
  if (key.place === 'role') {
    const at = draft.roleSections.findIndex(({ role }) => role === key.role);
    return { ...draft, roleSections: moved(draft.roleSections, at, step) };
  }
  const nodes = draft[key.place];
  const at = nodes.findIndex((node) => isSection(node) && node.attrs.sectionId === key.sectionId);
  return { ...draft, [key.place]: moved(nodes, at, step) };
}

export function removePart(draft: TemplateDraft, key: PartKey): TemplateDraft {
  if (key.place === 'role')
    return { ...draft, roleSections: draft.roleSections.filter(({ role }) => role !== key.role) };
  const kept = draft[key.place].filter((node) => !isSection(node) || node.attrs.sectionId !== key.sectionId);
  return { ...draft, [key.place]: kept };
}

/** Changes a section of the frame. */
export function changeFrame(
  draft: TemplateDraft,
  key: Extract<PartKey, { sectionId: string }>,
  change: (section: SectionNode) => SectionNode,
): TemplateDraft {
  const nodes = draft[key.place].map((node) =>
    isSection(node) && node.attrs.sectionId === key.sectionId ? change(node) : node,
  );
  return { ...draft, [key.place]: nodes };
}

/** Changes the section of a role. */
export function changeRole(
  draft: TemplateDraft,
  role: ReaderRole,
  part: Partial<TemplateDraft['roleSections'][number]>,
): TemplateDraft {
  return {
    ...draft,
    roleSections: draft.roleSections.map((section) =>
      section.role === role ? { ...section, ...part } : section,
    ),
  };
}

const heading = (text: string): BlockNode => ({
  type: 'heading',
  attrs: { level: 2, textAlign: null },
  content: [{ type: 'text', text }],
});

/** Adds a section of the frame with its heading; answers its key too. */
export function addFrame(
  draft: TemplateDraft,
  place: 'before' | 'after',
  title: string,
): { draft: TemplateDraft; key: PartKey } {
  const sectionId = `frame-${crypto.randomUUID()}`;
  const section: SectionNode = {
    type: 'section',
    attrs: { sectionId, role: null, personIds: [], outlineTitle: title },
    content: [heading(title), { type: 'paragraph' }],
  };
  return { draft: { ...draft, [place]: [...draft[place], section] }, key: { place, sectionId } };
}

/** Adds the section of a role, before its arguments a heading. */
export function addRole(draft: TemplateDraft, role: ReaderRole, title: string): TemplateDraft {
  const section = { role, outlineTitle: title, opening: [heading(title)], closing: [], requiredBlockIds: [] };
  return { ...draft, roleSections: [...draft.roleSections, section] };
}
