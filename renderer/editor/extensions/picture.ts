import { mergeAttributes, Node } from '@tiptap/core';
import { PictureAlign } from '../../../shared/document/nodes.ts';
import { pictureView } from '../pictures/pictureView.ts';

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
      align: {
        default: null,
        parseHTML: (element) => PictureAlign.safeParse(element.dataset.align).data ?? null,
        renderHTML: ({ align }: { align?: string | null }) => (align ? { 'data-align': align } : {}),
      },
      caption: {
        default: null,
        parseHTML: (element) => element.dataset.caption?.slice(0, 300) ?? null,
        renderHTML: ({ caption }: { caption?: string | null }) =>
          caption ? { 'data-caption': caption } : {},
      },
    };
  },
  parseHTML() {
    return [
      {
        tag: 'img[src]',
        getAttrs: (element) => (allowed.test(element.getAttribute('src') ?? '') ? null : false),
      },
    ];
  },
  renderHTML({ HTMLAttributes }) {
    return ['img', mergeAttributes(HTMLAttributes)];
  },
  addNodeView() {
    return pictureView;
  },
});
