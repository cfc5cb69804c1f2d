import { formattedRun, plainFormat } from './inlineFormat.ts';
import type { Format } from './inlineFormat.ts';
import type { WordItem } from './wordLists.ts';

/** The deepest list level of a document. */
export const deepestList = 5;

export type ParagraphKind = {
  readonly tag: 'p' | 'h1' | 'h2' | 'h3';
  readonly align: 'center' | 'right' | 'justify' | null;
};

/** Writes clean blocks one after another into a container; text goes into the paragraph that is open. */
export type BlockWriter = {
  text(text: string, format: Format): void;
  lineBreak(): void;
  /** Ends the open paragraph; the next text begins one of this kind. */
  startParagraph(kind: ParagraphKind): void;
  endParagraph(): void;
  /** Puts a finished block (picture, rule, table) after what is written. */
  block(element: Element): void;
  /** Ends the open paragraph and writes into an element until `inside` returns; a new one is put after what is written. */
  inside(element: Element, write: () => void): void;
  /** The next text belongs to an item of a Word list. */
  startWordItem(item: WordItem): void;
};

const plainParagraph: ParagraphKind = { tag: 'p', align: null };

// Control characters and halves of pairs: no file may hold them, no eye sees them.
// oxlint-disable-next-line no-control-regex -- they are what is sought
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g;

/** Text without what no document may hold. */
export function printable(text: string): string {
  return text.toWellFormed().replace(unprintable, '');
}

type OpenList = { readonly element: Element; readonly list: string; readonly ordered: boolean };

/** A writer into `root`, with elements of `page`. */
export function createBlockWriter(page: Document, root: Element): BlockWriter {
  let container = root;
  let kind = plainParagraph;
  let paragraph: Element | null = null;
  /** The last run, kept apart so that neighbours of one format become one element. */
  let run: { text: string; format: Format } | null = null;
  let endsWithSpace = true;
  let wordLists: OpenList[] = [];
  let wordItem: WordItem | null = null;

  const flushRun = () => {
    if (run && paragraph) paragraph.append(formattedRun(page, run.text, run.format));
    run = null;
  };

  const itemOf = (item: WordItem): Element => {
    const level = Math.min(item.level, deepestList, wordLists.length + 1);
    wordLists = wordLists.slice(0, level);
    const open = wordLists[level - 1];
    if (!open || open.ordered !== item.ordered || (level === 1 && open.list !== item.list)) {
      wordLists = wordLists.slice(0, level - 1);
      const element = page.createElement(item.ordered ? 'ol' : 'ul');
      if (item.number !== null && item.number !== 1) element.setAttribute('start', String(item.number));
      (wordLists.at(-1)?.element.lastElementChild ?? container).append(element);
      wordLists.push({ element, list: item.list, ordered: item.ordered });
    }
    const entry = page.createElement('li');
    wordLists.at(-1)?.element.append(entry);
    return entry;
  };

  const openParagraph = (): Element => {
    if (paragraph) return paragraph;
    paragraph = page.createElement(kind.tag);
    if (kind.align !== null) paragraph.setAttribute('data-align', kind.align);
    endsWithSpace = true;
    if (wordItem) {
      itemOf(wordItem).append(paragraph);
      wordItem = null;
    } else {
      container.append(paragraph);
    }
    return paragraph;
  };

  const endParagraph = () => {
    if (run) run.text = run.text.replace(/ +$/, '');
    if (run?.text === '') run = null;
    flushRun();
    while (paragraph?.lastChild?.nodeName === 'BR') paragraph.lastChild.remove();
    // Empty lines of a source are its spacing; here the styles make it.
    if (paragraph) {
      const parent = paragraph.parentElement;
      if ((paragraph.textContent ?? '').replace(/[\s\u00a0]/g, '') === '') {
        paragraph.remove();
        if (parent !== container && parent?.childNodes.length === 0) parent.remove();
      } else if (parent === container) {
        wordLists = [];
      }
    }
    paragraph = null;
    wordItem = null;
    endsWithSpace = true;
  };

  const sameFormat = (one: Format, other: Format) =>
    // The keys of a format are those of the plain one.
    (Object.keys(plainFormat) as (keyof Format)[]).every((key) => one[key] === other[key]);

  return {
    text: (raw, format) => {
      let text = printable(raw).replace(/[ \t\r\n]+/g, ' ');
      if (endsWithSpace) text = text.replace(/^ /, '');
      if (text === '') return;
      openParagraph();
      if (endsWithSpace) text = text.replace(/^ /, '');
      endsWithSpace = text.endsWith(' ');
      if (run && sameFormat(run.format, format)) run.text += text;
      else {
        flushRun();
        run = { text, format };
      }
    },
    lineBreak: () => {
      if (!paragraph) return;
      if (run) run.text = run.text.replace(/ +$/, '');
      if (run?.text === '') run = null;
      flushRun();
      endsWithSpace = true;
      const last = paragraph.lastChild;
      if (last?.nodeName === 'BR') {
        // Two breaks in a row are how mail parts its paragraphs.
        endParagraph();
        return;
      }
      paragraph.append(page.createElement('br'));
    },
    startParagraph: (next) => {
      endParagraph();
      kind = next;
    },
    endParagraph,
    block: (element) => {
      endParagraph();
      wordLists = [];
      container.append(element);
    },
    inside: (element, write) => {
      endParagraph();
      wordLists = [];
      const outer = { container, kind };
      if (!element.parentElement) container.append(element);
      container = element;
      kind = plainParagraph;
      write();
      endParagraph();
      wordLists = [];
      ({ container, kind } = outer);
    },
    startWordItem: (item) => {
      wordItem = item;
    },
  };
}
