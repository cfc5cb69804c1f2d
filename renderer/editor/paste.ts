import type { EditorProps } from '@tiptap/pm/view';

/** Beyond this a paste is refused with words: it would freeze the window (reliability: hostile input). */
export const largestPasteBytes = 2 * 1024 * 1024;

// Word hides its own comments and data islands in the clipboard; nothing of them is content.
const dropped = 'script, style, meta, link, title, base, iframe, object, embed, form, input, button, xml, svg, math, template, noscript';

const kept = new Set(['data-field', 'data-page-break', 'data-pm-slice', 'data-section', 'data-argument']);

/** Leaves of a pasted page only what can be content. The schema then keeps what the model knows. */
export function cleanPastedHtml(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const element of page.querySelectorAll(dropped)) element.remove();
  for (const element of page.querySelectorAll('*')) {
    for (const { name } of [...element.attributes]) {
      // Our own marks survive a copy within the document: chips, page breaks, and ProseMirror's note of the slice.
      if (kept.has(name)) continue;
      if (name.startsWith('on') || name.startsWith('data-') || name === 'id' || name === 'class' || name === 'srcset')
        element.removeAttribute(name);
    }
  }
  return page.body.innerHTML;
}

/** Paste handlers of the editor: size limit first, then cleaning. */
export function pasteProps(onRefused: (bytes: number) => void): Pick<EditorProps, 'handlePaste' | 'transformPastedHTML'> {
  return {
    handlePaste: (_view, event) => {
      const html = event.clipboardData?.getData('text/html') ?? '';
      const text = event.clipboardData?.getData('text/plain') ?? '';
      const bytes = Math.max(html.length, text.length);
      if (bytes <= largestPasteBytes) return false;
      onRefused(bytes);
      return true;
    },
    transformPastedHTML: (html) => cleanPastedHtml(html),
  };
}
