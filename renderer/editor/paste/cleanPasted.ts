import { createBlockWriter } from './blockWriter.ts';
import { plainFormat } from './inlineFormat.ts';
import { noLosses } from './losses.ts';
import type { PasteLosses } from './losses.ts';
import { cleanOwnPage } from './ownPage.ts';
import { separateStyles } from './separateStyles.ts';
import { readStyleSheet } from './sourceStyles.ts';
import type { Spot, Walk } from './walk.ts';
import { walkInside } from './walkPasted.ts';

const start: Spot = {
  format: plainFormat,
  align: null,
  heading: null,
  listDepth: 0,
  tableDepth: 0,
  quoteDepth: 0,
  keepsLines: false,
};

export type CleanPaste = { readonly html: string; readonly losses: PasteLosses };

/**
 * Turns what Word, Excel, LibreOffice, Google Docs, mail and web pages put into the clipboard into plain elements of
 * the document model: real lists, tables with widths and merged cells, runs with marks; everything else is left out
 * and counted. The result carries no style attribute, no script, no remote address.
 */
export function cleanPasted(source: string): CleanPaste {
  const { html, css } = separateStyles(source);
  const page = new DOMParser().parseFromString(html, 'text/html');
  const losses = noLosses();
  if (page.querySelector('[data-pm-slice]')) return { html: cleanOwnPage(page), losses };
  const sheet = readStyleSheet(css);
  // A page of its own for the result: nothing of the source can slip into it.
  const result = document.implementation.createHTMLDocument('');
  const walk: Walk = {
    page: result,
    sheet,
    losses,
    fromSheet: isSheet(page),
    writer: createBlockWriter(result, result.body),
    inside: (element, spot) => walkInside(element, spot, walk),
  };
  walk.inside(page.body, start);
  return { html: result.body.innerHTML, losses };
}

/** Whether a spreadsheet wrote this. */
function isSheet(page: Document): boolean {
  const generator = page.querySelector('meta[name="generator" i]')?.getAttribute('content') ?? '';
  const program = page.querySelector('meta[name="ProgId" i]')?.getAttribute('content') ?? '';
  return (
    /excel/i.test(`${generator} ${program}`) ||
    page.querySelector(
      'td[sdval], td[sdnum], google-sheets-html-origin, [data-sheets-root], [data-sheets-value]',
    ) !== null
  );
}
