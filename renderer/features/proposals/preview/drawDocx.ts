import type { HElement, Options } from 'docx-preview';
import { paginate } from './paginate.ts';

/** Makes elements in the frame's own document: its policy allows the styles of a drawn file, the window's does not. */
function makerIn(page: Document): Options['h'] {
  const make = (wanted: HElement | Node | string): Node => {
    if (typeof wanted === 'string') return page.createTextNode(wanted);
    if ('nodeType' in wanted) return wanted as Node;
    const { ns, tagName, className, style, children = [], ...properties } = wanted;
    if (tagName === '#fragment') {
      const fragment = page.createDocumentFragment();
      for (const child of children) fragment.append(make(child));
      return fragment;
    }
    if (tagName === '#comment') return page.createComment('');
    // The library draws a no-break hyphen as a place to break, and telephones without their hyphens.
    if (tagName === 'wbr') return page.createTextNode('\u2011');
    const element = ns === undefined ? page.createElement(tagName) : page.createElementNS(ns, tagName);
    if (className !== undefined && className !== '') element.setAttribute('class', className);
    if (typeof style === 'string') element.setAttribute('style', style);
    else if (style !== undefined && 'style' in element) Object.assign(element.style as object, style);
    for (const [name, value] of Object.entries(properties))
      if (value !== undefined) Reflect.set(element, name, value);
    for (const child of children) element.append(make(child));
    return element;
  };
  return make;
}

/**
 * Draws the bytes of a DOCX into a frame, page by page, in the place of what was there. Answers the number of pages.
 * Throws what the drawing library throws at a file it cannot read.
 */
export async function drawDocx(page: Document, docx: Uint8Array): Promise<number> {
  const { parseAsync, renderDocument } = await import('docx-preview');
  const options: Partial<Options> = {
    h: makerIn(page),
    // Blobs would have to be given back one by one.
    useBase64URL: true,
    experimental: true,
    renderAltChunks: false,
  };
  const parsed: unknown = await parseAsync(docx, options);
  addRunningPage(parsed);
  const nodes = await renderDocument(parsed, options);
  const styles = nodes.filter(({ nodeName }) => nodeName === 'STYLE' || nodeName === '#comment');
  const drawn = nodes.filter((node) => !styles.includes(node));
  const scroll = page.scrollingElement;
  const top = scroll?.scrollTop ?? 0;
  for (const old of page.head.querySelectorAll('style')) old.remove();
  page.head.append(...styles);
  page.body.replaceChildren(...drawn);
  const wrapper = page.body.querySelector<HTMLElement>('.docx-wrapper');
  if (wrapper === null) return 0;
  const running = wrapper.querySelector<HTMLElement>(':scope > section:last-of-type');
  running?.remove();
  const pages = paginate(wrapper, running);
  if (scroll !== null) scroll.scrollTop = top;
  return pages.length;
}

type Body = { children: unknown[] };

/** One page more, which shows what headers and footers look like from the second page on; it is taken away again. */
function addRunningPage(parsed: unknown): void {
  // The library's own type says nothing of its documents.
  const body = (parsed as { documentPart?: { body?: Body } }).documentPart?.body;
  body?.children.push(
    { type: 'paragraph', children: [{ type: 'run', children: [{ type: 'break', break: 'page' }] }] },
    { type: 'paragraph', children: [] },
  );
}
