import type { DocumentLook } from '../../../shared/domain/company.ts';

type Margins = DocumentLook['marginMm'];

const a4WidthMm = 210;
const pxPerMm = 96 / 25.4;

/** Room between the margins of a page, in CSS pixels; 640 while the look is not known. */
export function textWidthPx(margins: Margins | undefined): number {
  return margins === undefined ? 640 : (a4WidthMm - margins.left - margins.right) * pxPerMm;
}

/** A picture's width in whole percent of the text's; a picture of its own size counts as 100. */
export function percentOfText(widthPx: number | null, margins: Margins | undefined): number {
  return widthPx === null
    ? 100
    : Math.min(100, Math.max(1, Math.round((widthPx / textWidthPx(margins)) * 100)));
}

/** Width and height of a picture that takes so many percent of the text's width, in proportion where it is known. */
export function pictureOfPercent(
  percent: number,
  size: { readonly width: number | null; readonly height: number | null },
  margins: Margins | undefined,
): { readonly width: number; readonly height: number | null } {
  const width = Math.max(1, Math.round((textWidthPx(margins) * Math.min(100, percent)) / 100));
  if (size.width === null || size.height === null) return { width, height: null };
  return { width, height: Math.max(1, Math.round((width * size.height) / size.width)) };
}
