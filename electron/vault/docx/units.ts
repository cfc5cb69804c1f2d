/** Sizes in the units of WordprocessingML (ECMA-376 part 1, §17.18.90 ST_TwipsMeasure, §20.1.10.16 ST_Coordinate). */

/** Twentieths of a point. */
export function twipsOfMm(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}

/** Twips of CSS pixels, 96 to the inch. */
export function twipsOfPx(px: number): number {
  return Math.round(px * 15);
}

/** English metric units of CSS pixels, 96 to the inch. */
export function emuOfPx(px: number): number {
  return Math.round(px * 9525);
}

export function emuOfTwips(twips: number): number {
  return twips * 635;
}

/** Half-points, the unit of `w:sz`. */
export function halfPointsOf(pt: number): number {
  return Math.round(pt * 2);
}

/** Twips of points, the unit of `w:spacing`. */
export function twipsOfPt(pt: number): number {
  return Math.round(pt * 20);
}

/** A4 in twips. */
export const a4 = { widthTwips: 11_906, heightTwips: 16_838 } as const;
