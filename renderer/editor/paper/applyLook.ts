import { fontFacts, fontStack } from '../../../shared/domain/documentFonts.ts';
import { headingShapes } from '../../../shared/domain/headingShapes.ts';
import { inkOn } from '../../../shared/domain/inkOn.ts';
import type { LookDesign } from '../../../shared/domain/look.ts';

/**
 * Sets a look's measures on a page: the style sheets know them by the names of variables and of data attributes only.
 * Word counts line spacing from the font's own line, CSS from its size; the font's facts join the two.
 */
export function applyLook(page: HTMLElement, look: LookDesign): void {
  const { style, dataset } = page;
  const line = fontFacts(look.bodyFont).line;
  const variables: Readonly<Record<string, string>> = {
    'body-font': fontStack(look.bodyFont),
    'heading-font': fontStack(look.headingFont),
    size: `${look.bodySizePt}pt`,
    accent: `#${look.accent}`,
    'on-accent': `#${inkOn(look.accent)}`,
    line: String(Math.round(line * look.lineSpacing * 1000) / 1000),
    'single-line': String(line),
    align: look.textAlign,
    'first-line': `${look.firstLineMm}mm`,
    top: `${look.marginMm.top}mm`,
    right: `${look.marginMm.right}mm`,
    bottom: `${look.marginMm.bottom}mm`,
    left: `${look.marginMm.left}mm`,
  };
  for (const [name, value] of Object.entries(variables)) style.setProperty(`--page-${name}`, value);
  headingShapes(look).forEach((shape, at) => {
    const name = `--page-h${at + 1}`;
    style.setProperty(`${name}-size`, `${shape.sizePt}pt`);
    style.setProperty(`${name}-before`, `${shape.beforePt}pt`);
    style.setProperty(`${name}-after`, `${shape.afterPt}pt`);
    style.setProperty(`${name}-color`, shape.tone === 'accent' ? `#${look.accent}` : 'inherit');
  });
  dataset.headings = look.headings;
  dataset.tables = look.tables;
  dataset.letterhead = look.letterhead;
}
