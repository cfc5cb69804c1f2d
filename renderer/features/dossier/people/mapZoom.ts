/** How large the map may be drawn: from more room for all to closer than life. */
export const zooms: readonly number[] = [0.6, 0.75, 0.9, 1, 1.25, 1.5, 2];

/** The next size up (1) or down (-1); at an end the same. */
export function zoomStep(zoom: number, by: 1 | -1): number {
  const at = zooms.findIndex((one) => one >= zoom - 0.001);
  return zooms[Math.max(0, Math.min(zooms.length - 1, (at < 0 ? zooms.length - 1 : at) + by))] ?? 1;
}
