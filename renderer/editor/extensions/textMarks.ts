import { Mark, mergeAttributes } from '@tiptap/core';
import { Link } from '@tiptap/extension-link';
import { LinkHref } from '../../../shared/document/nodes.ts';
import { hexOf } from '../colors.ts';

/** Whether a link target may stand in a document: web, mail and telephone only, so no `file:` and no UNC share. */
export function isAllowedHref(href: string): boolean {
  return LinkHref.safeParse(href.trim()).success;
}

/** Links carry their target and nothing else; what a paste brings beyond the allow-list becomes plain text. */
export const DocumentLink = Link.extend({
  inclusive: () => false,
  addAttributes() {
    return { href: { default: null } };
  },
}).configure({
  autolink: false,
  linkOnPaste: true,
  openOnClick: false,
  protocols: ['mailto', 'tel'],
  isAllowedUri: (url) => isAllowedHref(url),
  HTMLAttributes: { target: null, rel: null, class: null },
});

/** Text colour. Black is no colour of its own: pasted pages are full of it. */
export const TextStyle = Mark.create({
  name: 'textStyle',
  addAttributes() {
    return {
      color: {
        default: null,
        // Pasted pages say it in data: the content policy takes style attributes away before they could be read.
        parseHTML: (element: HTMLElement) => hexOf(element.dataset.color ?? element.style.color),
        renderHTML: ({ color }: { color?: string | null }) => (color ? { style: `color: ${color}` } : {}),
      },
    };
  },
  parseHTML() {
    return [
      {
        tag: 'span[data-color], span[style*="color"]',
        getAttrs: (element) => {
          const color = hexOf(element.dataset.color ?? element.style.color);
          return color === null || color === '#000000' ? false : { color };
        },
      },
    ];
  },
  renderHTML({ HTMLAttributes }) {
    return ['span', mergeAttributes(HTMLAttributes), 0];
  },
});

/** Highlight behind text. */
export const Highlight = Mark.create({
  name: 'highlight',
  addAttributes() {
    return {
      color: {
        default: null,
        parseHTML: (element: HTMLElement) => hexOf(element.dataset.color ?? element.style.backgroundColor),
        renderHTML: ({ color }: { color?: string | null }) =>
          color ? { style: `background-color: ${color}` } : {},
      },
    };
  },
  parseHTML() {
    return [{ tag: 'mark' }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['mark', mergeAttributes(HTMLAttributes), 0];
  },
});

function scriptMark(name: 'subscript' | 'superscript', tag: 'sub' | 'sup', excludes: string) {
  return Mark.create({
    name,
    excludes: `${name} ${excludes}`,
    parseHTML() {
      return [{ tag }];
    },
    renderHTML() {
      return [tag, 0];
    },
  });
}

export const Subscript = scriptMark('subscript', 'sub', 'superscript');
export const Superscript = scriptMark('superscript', 'sup', 'subscript');
