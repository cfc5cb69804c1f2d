import { Editor, Node } from '@tiptap/core';
import type { JSONContent } from '@tiptap/core';
import Image from '@tiptap/extension-image';
import { TableKit } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { focusMiddle } from './middle.ts';
import type { OpenPage } from './middle.ts';

const PageBreak = Node.create({
  name: 'pageBreak',
  group: 'block',
  atom: true,
  parseHTML: () => [{ tag: 'hr.page-break' }],
  renderHTML: () => ['hr', { class: 'page-break' }],
});

const look = `.ProseMirror { width: 700px; font: 11pt/1.35 'Liberation Sans'; white-space: pre-wrap; outline: 0 }
  table { border-collapse: collapse } td, th { border: 1px solid #999; padding: 2px 6px }`;

/** The editor's library with its own node types and nothing else. */
export async function open(root: HTMLElement, source: unknown): Promise<OpenPage> {
  const style = document.createElement('style');
  style.textContent = look;
  document.head.append(style);
  // The server sends a proposal with its context.
  const { proposal } = source as { proposal: { document: { root: JSONContent } } };
  const editor = new Editor({
    element: root,
    extensions: [StarterKit.configure({ link: { openOnClick: false } }), TableKit, Image, PageBreak],
    content: proposal.document.root,
  });
  return { focusMiddle: () => focusMiddle(editor), isWhole: () => true };
}
