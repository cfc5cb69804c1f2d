import { BrowserWindow } from 'electron';
import type { PrintToPDFOptions, WebContents } from 'electron';
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts';
import { AppError } from '../../shared/ipc/reply.ts';
import { guardContents } from './guards.ts';
import { nameCreator } from './pdfCreator.ts';
import { pagesOfPlaces } from './pdfPlaces.ts';
import { pageTemplates } from './pageTemplates.ts';
import { pagesUrl } from './protocol.ts';
import { webPreferencesOf } from './window.ts';

type Answer = ParsedInputOf<'shell.pagesReady'>;
type HeadingPages = OutputOf<'shell.pagesReady'>['pages'];
/** What the hidden page said, and how to answer it. */
type Heard = { readonly answer: Answer; reply(pages: HeadingPages): void };
type Job = { readonly window: BrowserWindow; readonly hear: (heard: Heard) => void };

const jobs = new Map<WebContents, Job>();
/** Four hundred pages are laid out in seconds; a page that says nothing for so long never will. */
const longestLayoutMs = 90_000;
/** So long an export waits to learn its pages, and then goes without them. */
const longestLookMs = 20_000;
const mmPerInch = 25.4;

/** Whether a page is the hidden one that draws pages for printing. */
export function drawsPages(contents: WebContents): boolean {
  return jobs.has(contents);
}

/** Takes what the hidden page says of itself and answers what it asks. Throws unavailable when another page says it. */
export function settlePages(contents: WebContents, answer: Answer): Promise<HeadingPages> {
  const job = jobs.get(contents);
  if (job === undefined) throw new AppError('unavailable', 'no pages are being drawn here');
  return new Promise((reply) => job.hear({ answer, reply }));
}

/** Ends all printing at once: a vault that locks leaves no page of it behind. */
export function endPrinting(): void {
  for (const { window, hear } of jobs.values()) {
    hear({ answer: { code: 'locked' }, reply: () => undefined });
    if (!window.isDestroyed()) window.destroy();
  }
}

/**
 * What to draw: a proposal by its id, `draft` with a mark on every page, or the copy of one `reader`, or a paper of our own as it was asked for. Only ids and choices,
 * no words.
 */
export type Pages =
  | { readonly id: string; readonly draft?: boolean; readonly reader?: string }
  | { readonly request: ParsedInputOf<'shell.exportPaper'>['request'] };

function queryOf(pages: Pages): string {
  if ('request' in pages) return `paper=${encodeURIComponent(JSON.stringify(pages.request))}`;
  const { id, draft, reader } = pages;
  return new URLSearchParams({
    id,
    ...(draft === true ? { draft: '1' } : {}),
    ...(reader === undefined ? {} : { reader }),
  }).toString();
}

/** Waits for the page to say that it is drawn, after `begin`. Throws AppError: what it says it failed by, or unavailable. */
async function drawn(
  window: BrowserWindow,
  begin: () => unknown,
): Promise<{ answer: Extract<Answer, { frame: unknown }>; reply: Heard['reply'] }> {
  const { webContents } = window;
  const { promise, resolve } = Promise.withResolvers<Heard>();
  const fail = () => resolve({ answer: { code: 'unavailable' }, reply: () => undefined });
  jobs.set(webContents, { window, hear: resolve });
  const late = setTimeout(fail, longestLayoutMs);
  webContents.once('render-process-gone', fail);
  Promise.resolve(begin()).catch(fail);
  try {
    const { answer, reply } = await promise;
    if ('code' in answer) throw new AppError(answer.code, 'the pages could not be drawn');
    return { answer, reply };
  } finally {
    clearTimeout(late);
    webContents.off('render-process-gone', fail);
  }
}

/** Where the headings of a table of contents stand in a PDF; the drawn page names them by their place among all. */
function placedIn(pdf: Buffer): HeadingPages {
  return [...pagesOfPlaces(pdf)].flatMap(([name, page]) => {
    const at = /^heading-(\d+)$/.exec(name)?.[1];
    return at === undefined ? [] : [{ at: Number(at), page }];
  });
}

/** A PDF, and the pages that its table of contents names; none where it has no such table. */
export type PrintedPages = { readonly pdf: Uint8Array; readonly headingPages: HeadingPages };

/**
 * Prints a proposal or a paper to the bytes of a tagged PDF: a hidden window draws it with the editor's own styles, Chromium
 * makes the pages. One with a table of contents is printed twice: the first time tells on which pages its headings
 * stand. `over` lends its session, where our pages are served. Throws AppError: what the vault answered the
 * hidden window, locked, or unavailable.
 */
export function printPages(over: BrowserWindow, pages: Pages): Promise<PrintedPages> {
  return print(over, pages);
}

/**
 * On which pages the headings of a proposal stand, for the table of contents of another file of it; empty where that is
 * not to be learnt in good time. Throws AppError locked.
 */
export async function findHeadingPages(over: BrowserWindow, pages: Pages): Promise<HeadingPages> {
  try {
    return (await print(over, pages, AbortSignal.timeout(longestLookMs))).headingPages;
  } catch (error) {
    if (error instanceof AppError && error.code !== 'locked') return [];
    throw error;
  }
}

/** `look` = print only to learn the pages, until it is aborted: the PDF is then not one to keep. */
async function print(over: BrowserWindow, pages: Pages, look?: AbortSignal): Promise<PrintedPages> {
  const { session } = over.webContents;
  const window = new BrowserWindow({
    show: false,
    webPreferences: { ...webPreferencesOf(session), backgroundThrottling: false },
  });
  const { webContents } = window;
  guardContents(webContents);
  const gone = new Promise<never>((_resolve, reject) => {
    webContents.once('destroyed', () => reject(new AppError('locked', 'the vault locked while printing')));
    look?.addEventListener('abort', () => reject(new AppError('unavailable', 'the pages came too late')));
  });
  // Heard below, or not at all when all went well.
  gone.catch(() => undefined);
  try {
    const drawing = drawn(window, () => window.loadURL(`${pagesUrl}?${queryOf(pages)}`));
    const { answer, reply } = await Promise.race([drawing, gone]);
    const { marginMm } = answer.frame;
    const options: PrintToPDFOptions = {
      pageSize: 'A4',
      margins: {
        top: marginMm.top / mmPerInch,
        right: marginMm.right / mmPerInch,
        bottom: marginMm.bottom / mmPerInch,
        left: marginMm.left / mmPerInch,
      },
      // The page's own style sheet says the margins again, for the first page without the upper one.
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: true,
      ...pageTemplates(answer.frame),
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    };
    const makePages = () => Promise.race([webContents.printToPDF(options), gone]);
    const first = await makePages();
    const headingPages = answer.asksPages ? placedIn(first) : [];
    if (look !== undefined || !answer.asksPages) {
      reply([]);
      return { pdf: look === undefined ? nameCreator(first) : first, headingPages };
    }
    await Promise.race([drawn(window, () => reply(headingPages)), gone]);
    return { pdf: nameCreator(await makePages()), headingPages };
  } finally {
    jobs.delete(webContents);
    // Not closed: the program would take that for the end of its own window.
    if (!window.isDestroyed()) window.destroy();
  }
}
