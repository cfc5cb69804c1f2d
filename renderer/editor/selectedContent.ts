import type { Editor } from '@tiptap/core';
import { DocumentRoot } from '../../shared/document/nodes.ts';
import type { BlockNode } from '../../shared/document/nodes.ts';
import { ReaderRole } from '../../shared/domain/person.ts';
import { proposalSession } from './session.ts';

/**
 * The selected part of a document as blocks of their own, without the section and the argument around them; null when
 * there is nothing that stands on its own. `role` is the one its section is written for.
 */
export function selectedContent(editor: Editor): { content: BlockNode[]; role: ReaderRole | null } | null {
  const { $from, $to } = editor.state.selection;
  const range = $from.blockRange($to, (node) => ['doc', 'section', 'argument'].includes(node.type.name));
  if (range === null) return null;
  const content: unknown[] = [];
  for (let at = range.startIndex; at < range.endIndex; at += 1) content.push(range.parent.child(at).toJSON());
  const read = DocumentRoot.safeParse({ type: 'doc', content });
  // A whole section is no argument.
  if (!read.success || read.data.content.some(({ type }) => type === 'section')) return null;
  let role: ReaderRole | null = null;
  for (let { depth } = $from; depth > 0; depth -= 1)
    if ($from.node(depth).type.name === 'section')
      role = ReaderRole.nullable().catch(null).parse($from.node(depth).attrs.role);
  return {
    content: read.data.content.flatMap((node) => (node.type === 'argument' ? node.content : node)),
    role,
  };
}

/** The language of the open proposal; null outside one. */
export const openLanguage = () => proposalSession.getState().proposal?.language ?? null;
