import { deepestList } from './blockWriter.ts';
import type { BlockWriter, ParagraphKind } from './blockWriter.ts';
import { formatInside, linkTarget } from './inlineFormat.ts';
import type { Format } from './inlineFormat.ts';
import type { PasteLosses } from './losses.ts';
import { pictureOf } from './pastedPictures.ts';
import { writeTable } from './pastedTables.ts';
import { styleOf } from './sourceStyles.ts';
import type { Style } from './sourceStyles.ts';
import { alignOf } from './walk.ts';
import type { Spot, Walk } from './walk.ts';
import { markersOf, wordItemOf } from './wordLists.ts';

const objects =
  /^(?:object|embed|applet|svg|math|video|audio|canvas|form|input|button|select|textarea|iframe|frame)$/;
const noContent = /^(?:head|meta|link|base|col|colgroup|map|area|wbr|xml|o:p)$/;
const blocks =
  /^(?:p|div|section|article|header|footer|main|aside|nav|address|figure|figcaption|center|dl|dt|dd|pre|fieldset|details|summary|body|html|caption|li|tr|td|th|thead|tbody|tfoot|h[1-6])$/;
const deepestQuote = 3;
const longestCaption = 300;

function headingOf(element: Element, style: Style): ParagraphKind['tag'] | null {
  const tag = /^h([1-6])$/.exec(element.localName)?.[1];
  const role = element.getAttribute('role') === 'heading' ? element.getAttribute('aria-level') : null;
  const word = /^Mso(?:Heading|TOCHeading)(\d)?$/.exec(element.className)?.[1];
  const outline = /^\d$/.exec(style.get('mso-outline-level') ?? '')?.[0];
  const level = Number(tag ?? role ?? word ?? outline ?? 0);
  if (level > 0) return level === 1 ? 'h1' : level === 2 ? 'h2' : 'h3';
  return element.className.startsWith('MsoTitle') ? 'h1' : null;
}

/** Walks over the inside of an element. */
export function walkInside(element: Element, spot: Spot, walk: Walk): void {
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) writeText(child.textContent ?? '', spot, walk);
    // Node.ELEMENT_NODE: of all nodes only elements have that type.
    else if (child.nodeType === Node.ELEMENT_NODE) walkElement(child as Element, spot, walk);
  }
}

function writeText(text: string, spot: Spot, { writer }: Walk): void {
  if (!spot.keepsLines) {
    writer.text(text, spot.format);
    return;
  }
  text.split(/\r\n?|\n/).forEach((line, at) => {
    if (at > 0) writer.lineBreak();
    writer.text(line, spot.format);
  });
}

function walkElement(element: Element, around: Spot, walk: Walk): void {
  const tag = element.localName;
  const { writer, losses, page } = walk;
  if (noContent.test(tag)) {
    // Word's empty paragraph mark is an element of its own; now and then there is text in it.
    if (tag === 'o:p') walkInside(element, around, walk);
    return;
  }
  const style = styleOf(element, walk.sheet);
  if (style.get('display') === 'none' || /all|yes/i.test(style.get('mso-hide') ?? '')) {
    if ((element.textContent ?? '').trim() !== '') losses.hidden += 1;
    return;
  }
  if (element.className === 'MsoCommentReference') losses.comments += 1;
  if (element.className === 'MsoCommentReference' || style.get('mso-element') === 'comment-list') return;
  if (objects.test(tag)) {
    losses.objects += 1;
    return;
  }
  const breaks = `${style.get('page-break-before') ?? ''} ${style.get('break-before') ?? ''}`;
  if (/always|page/.test(breaks) && around.tableDepth === 0 && around.listDepth === 0) writePageBreak(walk);

  switch (tag) {
    case 'br':
      if (!/always|page/.test(breaks) && element.className !== 'Apple-interchange-newline')
        writer.lineBreak();
      return;
    case 'hr':
      writer.block(page.createElement('hr'));
      return;
    case 'img':
      writePicture(element, style, around, walk);
      return;
    case 'table':
      writeTable(element, around, walk);
      return;
    case 'ul':
    case 'ol':
      writeList(element, style, around, walk);
      return;
    case 'blockquote':
      writeQuote(element, style, around, walk);
      return;
  }
  const format = formatInside(element, style, around.format);
  if (tag === 'a' && element.hasAttribute('href')) {
    walkInside(element, { ...around, format: linked(element, format, losses) }, walk);
    return;
  }
  const spot = {
    ...around,
    format,
    keepsLines: around.keepsLines || tag === 'pre' || (style.get('white-space') ?? '').startsWith('pre'),
  };
  if (blocks.test(tag) || /^(?:block|flex|grid|list-item)$/.test(style.get('display') ?? ''))
    writeBlock(element, style, spot, walk);
  else if (/yes/i.test(style.get('mso-spacerun') ?? '') || style.has('mso-tab-count'))
    writer.text(' ', format);
  else walkInside(element, spot, walk);
}

function linked(element: Element, format: Format, losses: PasteLosses): Format {
  const href = element.getAttribute('href') ?? '';
  const target = linkTarget(href);
  if (target !== null) return { ...format, href: target, underline: false, color: null };
  // A place within the source is no loss a reader would miss.
  if (!href.startsWith('#') && href !== '') losses.links += 1;
  return { ...format, href: null, underline: false, color: null };
}

function writePageBreak({ page, writer }: Walk): void {
  const mark = page.createElement('div');
  mark.setAttribute('data-page-break', '');
  writer.block(mark);
}

function writePicture(image: Element, style: Style, spot: Spot, walk: Walk): void {
  const picture = pictureOf(walk.page, image, style);
  if (picture) {
    const caption = image.closest('figure')?.querySelector('figcaption');
    const words = (caption?.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (caption && words !== '' && words.length <= longestCaption) {
      picture.setAttribute('data-caption', words);
      caption.remove();
    }
    walk.writer.block(picture);
    return;
  }
  // Dots that count openings of a letter are no pictures.
  if (image.getAttribute('width') === '1' || image.getAttribute('height') === '1') return;
  walk.losses.pictures += 1;
  const alt = image.getAttribute('alt')?.trim() ?? '';
  // Word describes its own pictures by their file names.
  if (alt !== '' && !/\.(?:png|jpe?g|gif|bmp|emf|wmf|webp|svg)$/i.test(alt))
    walk.writer.text(alt, spot.format);
}

function writeBlock(element: Element, style: Style, spot: Spot, walk: Walk): void {
  const { writer, sheet } = walk;
  const align = alignOf(element, style, spot.align);
  const heading = headingOf(element, style) ?? spot.heading;
  const kind: ParagraphKind = { tag: heading ?? 'p', align };
  writer.startParagraph(kind);
  const markers = style.has('mso-list') ? markersOf(element, (span) => styleOf(span, sheet)) : [];
  const marker = markers
    .map(({ textContent }) => textContent ?? '')
    .join('')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();
  for (const part of markers) part.remove();
  const item = heading === null && spot.listDepth === 0 ? wordItemOf(style, marker, sheet) : null;
  if (item) writer.startWordItem(item);
  // A heading's number is text in the document: nothing else would keep it.
  else if (marker !== '' && heading !== null && /[\dA-Za-zА-Яа-я]/.test(marker))
    writer.text(`${marker} `, spot.format);
  walkInside(
    element,
    { ...spot, align, heading },
    heading === null ? walk : { ...walk, writer: inHeading(writer) },
  );
  // What follows in the same parent is a paragraph of the parent's kind again.
  writer.startParagraph({ tag: spot.heading ?? 'p', align: spot.align });
}

/** A heading is bold and coloured by its style; a run's own weight in it says nothing. */
function inHeading(writer: BlockWriter): BlockWriter {
  return {
    ...writer,
    text: (text, format) => writer.text(text, { ...format, bold: false, color: null, highlight: null }),
  };
}

function writeQuote(element: Element, style: Style, spot: Spot, walk: Walk): void {
  // Mail programs indent by quotation marks without a border.
  const indentOnly =
    /^(?:none|0)/.test(style.get('border') ?? '') && !element.classList.contains('gmail_quote');
  if (indentOnly || spot.quoteDepth >= deepestQuote) {
    writeBlock(element, style, spot, walk);
    return;
  }
  walk.writer.inside(walk.page.createElement('blockquote'), () =>
    walkInside(element, { ...spot, quoteDepth: spot.quoteDepth + 1 }, walk),
  );
}

function isOrdered(list: Element, style: Style): boolean {
  const type = style.get('list-style-type') ?? '';
  if (type === '') return list.localName === 'ol';
  return /decimal|alpha|latin|roman/.test(type);
}

/** A list of the source; lists right inside of lists (as web editors write them) go into the item before them. */
function writeList(list: Element, style: Style, spot: Spot, walk: Walk): void {
  const { page, writer } = walk;
  const ordered = isOrdered(list, style);
  const target = page.createElement(ordered ? 'ol' : 'ul');
  const start = Number(
    list.getAttribute('start') ?? list.querySelector(':scope > li')?.getAttribute('value') ?? 1,
  );
  if (ordered && Number.isInteger(start) && start > 1 && start <= 100_000)
    target.setAttribute('start', String(start));
  const inside = { ...spot, listDepth: spot.listDepth + 1, align: null };
  writer.inside(target, () => {
    for (const child of list.children) {
      const childStyle = styleOf(child, walk.sheet);
      const format = formatInside(child, childStyle, spot.format);
      if (/^[uo]l$/.test(child.localName)) {
        const last = target.lastElementChild;
        writer.inside(last ?? page.createElement('li'), () => writeList(child, childStyle, inside, walk));
      } else {
        writer.inside(page.createElement('li'), () => walkInside(child, { ...inside, format }, walk));
      }
    }
  });
  for (const entry of Array.from(target.children)) if (entry.childNodes.length === 0) entry.remove();
  if (target.children.length === 0) target.remove();
  else if (spot.listDepth >= deepestList) liftItems(target);
}

/** Items of a level that the document does not have stand beside their parent. */
function liftItems(list: Element): void {
  const parent = list.parentElement;
  if (parent?.localName !== 'li') return;
  parent.after(...list.children);
  list.remove();
}
