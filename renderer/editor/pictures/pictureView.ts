import type { NodeViewRenderer } from '@tiptap/core';
import type { Node as DocumentNode } from '@tiptap/pm/model';
import { ImageNode } from '../../../shared/document/nodes.ts';

const leastPx = 24;

/** Width of a picture after its handle moved by `deltaPx` of the screen; within the place, in document pixels. */
export function draggedWidth(fromPx: number, deltaPx: number, zoom: number, placePx: number): number {
  return Math.round(Math.min(placePx, Math.max(leastPx, fromPx + deltaPx / zoom)));
}

/**
 * A picture on the page: its place between the margins, its caption, and a handle at the corner that changes its
 * width in proportion. Drawn by hand, like the chips: a document can hold many.
 */
export const pictureView: NodeViewRenderer = ({ node: first, getPos, editor }) => {
  let node = first;
  const dom = document.createElement('figure');
  const box = document.createElement('div');
  const image = document.createElement('img');
  const handle = document.createElement('span');
  const caption = document.createElement('figcaption');
  dom.className = 'k-picture';
  dom.contentEditable = 'false';
  box.className = 'k-picture-box';
  handle.className = 'k-picture-handle';
  handle.setAttribute('aria-hidden', 'true');
  box.append(image, handle);
  dom.append(box, caption);

  const draw = () => {
    const attrs = ImageNode.shape.attrs.safeParse(node.attrs).data;
    if (!attrs) return;
    if (image.src !== attrs.src) image.src = attrs.src;
    image.alt = attrs.alt ?? '';
    // Set by script: the policy forbids style attributes in markup, not the style object.
    image.style.width = attrs.width === null ? '' : `${attrs.width}px`;
    image.style.aspectRatio =
      attrs.width === null || attrs.height === null ? '' : `${attrs.width} / ${attrs.height}`;
    dom.dataset.align = attrs.align ?? 'left';
    caption.textContent = attrs.caption ?? '';
    caption.hidden = (attrs.caption ?? '') === '';
  };
  draw();

  handle.addEventListener('pointerdown', (event) => {
    if (!editor.isEditable) return;
    event.preventDefault();
    event.stopPropagation();
    handle.setPointerCapture(event.pointerId);
    const from = {
      x: event.clientX,
      width: image.offsetWidth,
      ratio: image.offsetHeight / Math.max(1, image.offsetWidth),
    };
    const zoom = image.getBoundingClientRect().width / Math.max(1, image.offsetWidth);
    // A centred picture grows to both sides.
    const reach = dom.dataset.align === 'center' ? 2 : dom.dataset.align === 'right' ? -1 : 1;
    let width = from.width;
    const move = (moved: PointerEvent) => {
      width = draggedWidth(from.width, (moved.clientX - from.x) * reach, zoom, dom.clientWidth);
      image.style.width = `${width}px`;
    };
    const drop = () => {
      handle.removeEventListener('pointermove', move);
      const position = getPos();
      if (position === undefined || width === from.width) return;
      const { tr } = editor.state;
      tr.setNodeMarkup(position, null, {
        ...node.attrs,
        width,
        height: Math.max(1, Math.round(width * from.ratio)),
      });
      editor.view.dispatch(tr);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', drop, { once: true });
  });

  return {
    dom,
    update: (next: DocumentNode) => {
      if (next.type !== node.type) return false;
      node = next;
      draw();
      return true;
    },
    stopEvent: (event) => event.target === handle,
    ignoreMutation: () => true,
  };
};
