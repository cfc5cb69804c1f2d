import { mergeAttributes, Node } from '@tiptap/core';

const allowed = /^data:image\/(png|jpeg);base64,/;

/** A picture inside the document: PNG or JPEG as data, never a remote address. */
export const Picture = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes() {
    return {
      src: { default: '' },
      alt: { default: null },
      width: { default: null, parseHTML: (element) => Number(element.getAttribute('width')) || null },
      height: { default: null, parseHTML: (element) => Number(element.getAttribute('height')) || null },
    };
  },
  parseHTML() {
    return [{ tag: 'img[src]', getAttrs: (element) => (allowed.test(element.getAttribute('src') ?? '') ? null : false) }];
  },
  renderHTML({ HTMLAttributes }) {
    return ['img', mergeAttributes(HTMLAttributes)];
  },
});
