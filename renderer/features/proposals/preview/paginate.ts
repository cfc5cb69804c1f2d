/** One column of a page under way: its section, the article in it, and where its text must end. */
type OpenPage = { readonly section: HTMLElement; readonly article: HTMLElement; readonly endPx: number };

const partOf = (section: HTMLElement, name: 'header' | 'article' | 'footer') =>
  section.querySelector<HTMLElement>(`:scope > ${name}`);

/** Rounding of the layout must not send a line to the next page. */
const slackPx = 1;

function openPage(section: HTMLElement, article: HTMLElement): OpenPage {
  const style = getComputedStyle(section);
  const height = Number.parseFloat(style.minHeight) || section.offsetHeight;
  const footer = partOf(section, 'footer');
  // A footer higher than its margin pushes the text up, as in Word.
  const foot = Math.max(Number.parseFloat(style.paddingBottom) || 0, footer?.offsetHeight ?? 0);
  return { section, article, endPx: section.offsetTop + height - foot + slackPx };
}

/** The next page: the same paper with the running header and footer of `running`. */
function nextPage(page: OpenPage, running: HTMLElement | null): OpenPage {
  // A copy is of its original's kind.
  const paper = (running ?? page.section).cloneNode(false) as HTMLElement;
  const article = page.article.cloneNode(false) as HTMLElement;
  const header = running === null ? null : partOf(running, 'header');
  const footer = running === null ? null : partOf(running, 'footer');
  if (header !== null) paper.append(header.cloneNode(true));
  paper.append(article);
  if (footer !== null) paper.append(footer.cloneNode(true));
  page.section.after(paper);
  return openPage(paper, article);
}

const bottomOf = (element: HTMLElement, page: OpenPage) =>
  element.getBoundingClientRect().bottom - page.section.getBoundingClientRect().top + page.section.offsetTop;

/** The drawing library forgets which rows are a head; the style of their letters tells. */
const isHead = (row: HTMLTableRowElement) => row.querySelector('p[class*="tablehead" i]') !== null;

/** Moves the rows of a table that do not fit to a table on the next page; its head is repeated there. */
function splitTable(table: HTMLTableElement, page: OpenPage): HTMLTableElement | null {
  const rows = [...table.rows];
  const first = rows.findIndex((row) => bottomOf(row, page) > page.endPx);
  const heads = rows.slice(
    0,
    Math.max(
      rows.findIndex((row) => !isHead(row)),
      0,
    ),
  );
  if (first <= heads.length) return null;
  // A copy is of its original's kind.
  const rest = table.cloneNode(false) as HTMLTableElement;
  for (const group of table.querySelectorAll(':scope > colgroup')) rest.append(group.cloneNode(true));
  rest.append(...heads.map((head) => head.cloneNode(true)), ...rows.slice(first));
  return rest;
}

/** Puts a block on the page; where it does not fit it begins the next, a table with the rows that do not. */
function place(block: HTMLElement, page: OpenPage, running: HTMLElement | null): OpenPage {
  page.article.append(block);
  if (bottomOf(block, page) <= page.endPx) return page;
  // An element of the frame is no element of this window's classes: only its name can be asked.
  const rest = block.tagName === 'TABLE' ? splitTable(block as HTMLTableElement, page) : null;
  // What is higher than a page stays where it begins.
  if (rest === null && page.article.firstElementChild === block) return page;
  return place(rest ?? block, nextPage(page, running), running);
}

/** Divides one long section into pages of its paper's height. */
function divide(section: HTMLElement, running: HTMLElement | null): void {
  const article = partOf(section, 'article');
  if (article === null) return;
  // HTML of the drawing library: every block is an element with a size.
  const blocks = [...article.children] as HTMLElement[];
  const notes = [...section.querySelectorAll<HTMLElement>(':scope > ol')];
  article.replaceChildren();
  let page = openPage(section, article);
  for (const block of blocks) page = place(block, page, running);
  // Notes at the foot stand on the last page of what was one.
  if (page.section !== section) page.article.after(...notes);
}

/** Texts of nothing but figures, in order. */
function figuresIn(part: HTMLElement | null): Node[] {
  if (part === null) return [];
  const walker = part.ownerDocument.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  const found: Node[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    if (/^\d+$/.test(node.nodeValue ?? '')) found.push(node);
  return found;
}

/** Page numbers in headers and footers: a text of nothing but figures is the page's, a second one their count. */
function numberPages(pages: readonly HTMLElement[]): void {
  pages.forEach((page, at) => {
    for (const part of [partOf(page, 'header'), partOf(page, 'footer')]) {
      const [number, total] = figuresIn(part);
      if (number !== undefined) number.nodeValue = String(at + 1);
      if (total !== undefined) total.nodeValue = String(pages.length);
    }
  });
}

/**
 * Divides what was drawn of a file into pages of its paper: the drawing library only knows breaks that were set by
 * hand. `running` = a page whose header and footer the pages after the first have. Answers the pages.
 */
export function paginate(wrapper: HTMLElement, running: HTMLElement | null): readonly HTMLElement[] {
  const sections = [...wrapper.querySelectorAll<HTMLElement>(':scope > section')];
  for (const section of sections) divide(section, running);
  const pages = [...wrapper.querySelectorAll<HTMLElement>(':scope > section')];
  numberPages(pages);
  return pages;
}
