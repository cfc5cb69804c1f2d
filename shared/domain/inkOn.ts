/** Black or white, whichever is read on a colour; six hex digits in and out (contrast 4.5, WCAG 2 relative luminance). */
export function inkOn(fill: string): string {
  const channel = (at: number) => {
    const share = Number.parseInt(fill.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
  return 1.05 / (luminance + 0.05) >= 4.5 ? 'FFFFFF' : '1A1A1A';
}
