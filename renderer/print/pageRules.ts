import type { LookDesign } from '../../shared/domain/look.ts';

/**
 * Sets the margins of the printed pages. Through the object model: the content policy allows no style element, and
 * margins of pages know no variables. The first page has no upper margin, so that its header has no room (the text
 * keeps its distance by a padding of its own, in print.css).
 */
export function setPageRules(look: LookDesign): void {
  const { top, right, bottom, left } = look.marginMm;
  const sheet = new CSSStyleSheet();
  sheet.insertRule(`@page { size: A4; margin: ${top}mm ${right}mm ${bottom}mm ${left}mm; }`);
  sheet.insertRule('@page :first { margin-top: 0; }', 1);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
