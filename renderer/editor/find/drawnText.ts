import type { Node as DocumentNode } from '@tiptap/pm/model';
import { textOfBlock } from '../../../shared/document/documentText.ts';
import { fieldValue, MergeFieldKey } from '../../../shared/document/mergeFields.ts';
import { DocumentRoot } from '../../../shared/document/nodes.ts';
import { printedField } from '../../../shared/document/resolveFields.ts';
import { proposalSession } from '../session.ts';

/** Blocks that are drawn from figures, people and dates. A table of contents is not: its lines are found as headings. */
const drawnBlocks = new Set([
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
]);

const attribute = (value: unknown): string[] => (typeof value === 'string' && value !== '' ? [value] : []);

/**
 * What a node shows beside the text that is typed into it: a block of ours its lines, a field its value, a footnote,
 * a picture and a callout their words. Nothing outside of an open proposal but for the last three.
 */
export function drawnText(node: DocumentNode): readonly string[] {
  switch (node.type.name) {
    case 'footnote':
      return attribute(node.attrs.text);
    case 'image':
      return attribute(node.attrs.caption);
    case 'callout':
      return attribute(node.attrs.title);
  }
  const { proposal, context, values, root } = proposalSession.getState();
  if (!proposal || !context || !values) return [];
  const { language, validity } = proposal;
  if (node.type.name === 'mergeField') {
    const key = MergeFieldKey.safeParse(node.attrs.key);
    return key.success && fieldValue(values, key.data) !== null
      ? [printedField(values, key.data, language)]
      : [];
  }
  if (!drawnBlocks.has(node.type.name)) return [];
  const parsed = DocumentRoot.safeParse({ type: 'doc', content: [node.toJSON()] });
  if (!parsed.success) return [];
  // Sums of a schedule come from the price table, which is elsewhere in the document.
  const paper = { values, context, language, validity };
  return parsed.data.content.flatMap((block) => textOfBlock(block, root ?? parsed.data, paper));
}
