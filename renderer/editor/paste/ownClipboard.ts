import { DOMSerializer, Fragment, Slice } from '@tiptap/pm/model';
import type { Node as DocumentNode, Schema } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';

/**
 * What was copied here is remembered as it is: sections, prices and the other blocks of the dossier have no HTML that
 * could carry them, and a page from outside must not be able to forge one. The clipboard holds a number only this
 * window knows; locking ends the window and the memory with it.
 */
export function ownClipboard(schema: Schema): Plugin {
  const plain = DOMSerializer.fromSchema(schema);
  let remembered: { readonly id: string; readonly slice: Slice } | null = null;
  let arriving: Slice | null = null;

  const serializer = Object.assign(Object.create(plain) as DOMSerializer, {
    serializeFragment: (
      fragment: Fragment,
      options?: { document?: Document },
      target?: HTMLElement | DocumentFragment,
    ) => {
      const result = plain.serializeFragment(fragment, options, target);
      const first = result.firstChild;
      if (remembered && first instanceof HTMLElement) first.setAttribute('data-copy', remembered.id);
      return result;
    },
  });

  return new Plugin({
    props: {
      clipboardSerializer: serializer,
      transformCopied: (slice) => {
        remembered = { id: crypto.randomUUID(), slice };
        return slice;
      },
      transformPastedHTML: (html) => {
        const id = /data-copy="([0-9a-f-]{36})"/.exec(html.slice(0, 2000))?.[1];
        arriving = remembered !== null && id === remembered.id ? remembered.slice : null;
        return html;
      },
      transformPasted: (slice, view) => {
        const whole = arriving;
        arriving = null;
        return whole ? withOwnSections(whole, view.state.doc) : slice;
      },
    },
  });
}

/** A copy of a section gets an id of its own where the document still has the first one. */
function withOwnSections(slice: Slice, doc: DocumentNode): Slice {
  const taken = new Set<string>();
  doc.descendants((node) => {
    if (node.type.name === 'section') taken.add(String(node.attrs.sectionId));
    return false;
  });
  const freed: DocumentNode[] = [];
  slice.content.forEach((node) => {
    if (node.type.name !== 'section') {
      freed.push(node);
      return;
    }
    const base = String(node.attrs.sectionId).replace(/~\d+$/, '').slice(0, 70);
    let id = String(node.attrs.sectionId);
    for (let copy = 2; taken.has(id); copy += 1) id = `${base}~${copy}`;
    taken.add(id);
    freed.push(node.type.create({ ...node.attrs, sectionId: id }, node.content, node.marks));
  });
  return new Slice(Fragment.from(freed), slice.openStart, slice.openEnd);
}
