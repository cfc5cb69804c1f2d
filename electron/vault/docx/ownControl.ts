import type { BlockNode } from '../../../shared/document/nodes.ts';
import type { Place, Writing } from './writing.ts';

/** Blocks that plain WordprocessingML cannot tell from a table or an indented paragraph. */
export const ownBlockTypes = [
  'blockquote',
  'letterhead',
  'addressee',
  'priceTable',
  'paymentSchedule',
  'payback',
  'team',
  'references',
  'validity',
  'signature',
  'attachments',
  'callout',
  'columns',
  'tableOfContents',
] as const satisfies readonly BlockNode['type'][];
export type OwnBlockType = (typeof ownBlockTypes)[number];

/** What a control's tag says of the block in it. Nothing of the block's data: a tag travels to the client. */
export type OwnTag = {
  readonly type: OwnBlockType;
  /** The callout's tone, the validity's kind; empty where the type has none. */
  readonly variant: string;
  readonly indentTwips: number;
};

const owns = new Set<string>(ownBlockTypes);
const prefix = 'kamerton';
const tagPattern = /^kamerton:([a-zA-Z]+):([a-z]*):(\d+)$/;

/** Whether a control's tag is of a block of ours, and not of a merge field. */
export function isOwnTag(tag: string): boolean {
  return tag.startsWith(`${prefix}:`);
}

/** Reads a control's tag; null for tags of others. */
export function readOwnTag(tag: string): OwnTag | null {
  const [, type = '', variant = '', indent = ''] = tagPattern.exec(tag) ?? [];
  if (!owns.has(type)) return null;
  // The set holds exactly the types.
  return { type: type as OwnBlockType, variant, indentTwips: Number(indent) };
}

function variantOf(node: BlockNode): string {
  if (node.type === 'callout') return node.attrs.tone;
  return node.type === 'validity' ? node.attrs.offerKind : '';
}

/** `w:tag` of a block that stands in a control of its own already. */
export function ownTag(node: BlockNode, place: Place): string {
  return `<w:tag w:val="${prefix}:${node.type}:${variantOf(node)}:${place.indentTwips}"/>`;
}

/**
 * A block of ours inside a content control that Word neither frames nor highlights, so that a file that comes back
 * from Word is read as what it was. Other blocks stay as they are.
 */
export function ownControl(node: BlockNode, xml: string, place: Place, writing: Writing): string {
  // A table of contents is in Word's own control, which its writer tags.
  if (xml === '' || !owns.has(node.type) || node.type === 'tableOfContents') return xml;
  return (
    `<w:sdt><w:sdtPr>${ownTag(node, place)}<w:id w:val="${writing.collector.nextId()}"/><w15:appearance w15:val="hidden"/></w:sdtPr>` +
    `<w:sdtContent>${xml}</w:sdtContent></w:sdt>`
  );
}
