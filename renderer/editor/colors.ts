/** Names that office programs write instead of figures; Word's highlighter has no others. */
const named: Readonly<Record<string, string>> = {
  yellow: '#ffff00',
  lime: '#00ff00',
  aqua: '#00ffff',
  cyan: '#00ffff',
  fuchsia: '#ff00ff',
  magenta: '#ff00ff',
  blue: '#0000ff',
  red: '#ff0000',
  navy: '#000080',
  darkblue: '#000080',
  teal: '#008080',
  darkcyan: '#008080',
  green: '#008000',
  darkgreen: '#006400',
  purple: '#800080',
  darkmagenta: '#800080',
  maroon: '#800000',
  darkred: '#8b0000',
  olive: '#808000',
  orange: '#ffa500',
  gray: '#808080',
  grey: '#808080',
  darkgray: '#a9a9a9',
  lightgrey: '#d3d3d3',
  silver: '#c0c0c0',
  black: '#000000',
  white: '#ffffff',
};

/** A colour as six hex digits with #; null for what is no colour of its own (`windowtext`, `inherit`, transparent). */
export function hexOf(color: string): string | null {
  const text = color.trim().toLowerCase();
  const hex = /^#([0-9a-f]{6})$/.exec(text);
  if (hex) return text;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(text);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  const rgb = /^rgba?\(\s*(\d{1,3})[,\s]+(\d{1,3})[,\s]+(\d{1,3})(?:[,/\s]+([\d.]+%?))?\s*\)$/.exec(text);
  if (!rgb) return named[text] ?? null;
  if (rgb[4] !== undefined && Number.parseFloat(rgb[4]) === 0) return null;
  return `#${rgb
    .slice(1, 4)
    .map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0'))
    .join('')}`;
}

function channelsOf(hex: string): readonly [number, number, number] {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

/** Without a tint that the eye sees. */
export function isGrey(hex: string): boolean {
  const channels = channelsOf(hex);
  return Math.max(...channels) - Math.min(...channels) <= 0x0c;
}

/** Black and the dark greys that pages are set in: a text's own colour, not an emphasis. */
export function isInk(hex: string): boolean {
  const channels = channelsOf(hex);
  return Math.max(...channels) <= 0x66 && Math.max(...channels) - Math.min(...channels) <= 0x18;
}

/** White and what the eye takes for it: a ground, not a highlight. */
export function isPaper(hex: string): boolean {
  return Math.min(...channelsOf(hex)) >= 0xf2;
}
