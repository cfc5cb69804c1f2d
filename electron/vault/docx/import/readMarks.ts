import { LinkHref, type Mark } from '../../../../shared/document/nodes.ts';
import { attribute, child, switchOf, valueOf, type XmlElement } from './xmlTree.ts';

/** `w:highlight` knows these colours by name (ECMA-376 part 1, §17.18.40). */
const highlights: Readonly<Record<string, string>> = {
  black: '#000000',
  blue: '#0000ff',
  cyan: '#00ffff',
  darkBlue: '#000080',
  darkCyan: '#008080',
  darkGray: '#808080',
  darkGreen: '#008000',
  darkMagenta: '#800080',
  darkRed: '#800000',
  darkYellow: '#808000',
  green: '#00ff00',
  lightGray: '#c0c0c0',
  magenta: '#ff00ff',
  red: '#ff0000',
  white: '#ffffff',
  yellow: '#ffff00',
};

/** Six hex digits as a colour of ours; null for «auto» and what is none. */
export function colorOf(value: string | null): string | null {
  return value !== null && /^[0-9a-f]{6}$/i.test(value) ? `#${value.toLowerCase()}` : null;
}

/** How light a colour is, from 0 black to 1 white. */
export function lightness(color: string): number {
  const value = Number.parseInt(color.slice(1), 16);
  return (0.299 * (value >> 16) + 0.587 * ((value >> 8) & 255) + 0.114 * (value & 255)) / 255;
}

function fillOf(properties: XmlElement): string | null {
  const named = valueOf(properties, 'w:highlight');
  if (named !== null && named !== 'none') return highlights[named] ?? null;
  return colorOf(attribute(child(properties, 'w:shd'), 'w:fill'));
}

/** Behind highlighted text that names no colour, and behind a field without a value: colours of our own writer. */
const ownMarker = '#fff2a8';
export const ownHole = '#fbe3e1';

/** Raised and lowered text; LibreOffice says it as a shift in half-points. */
function raisedOf(properties: XmlElement): 'subscript' | 'superscript' | null {
  const said = valueOf(properties, 'w:vertAlign');
  if (said === 'subscript' || said === 'superscript') return said;
  const shift = Number(valueOf(properties, 'w:position') ?? 0);
  return shift === 0 || Number.isNaN(shift) ? null : shift > 0 ? 'superscript' : 'subscript';
}

export type MarkSource = {
  /** `w:rPr` of the run, then of its character style, then of its paragraph's style. */
  readonly properties: readonly XmlElement[];
  readonly own: boolean;
  /** Whether the run is part of a heading: its weight and colour are the look's. */
  readonly heading: boolean;
  readonly href: string | null;
};

function first<Value>(
  properties: readonly XmlElement[],
  read: (element: XmlElement) => Value | null,
): Value | null {
  for (const element of properties) {
    const value = read(element);
    if (value !== null) return value;
  }
  return null;
}

/** A colour that says something: black is the text's own, and white was made for a ground that is not here. */
function inkOf({ properties, own }: MarkSource): string | null {
  const color = first(properties, (element) => colorOf(valueOf(element, 'w:color')));
  if (color === null || own) return color;
  return lightness(color) < 0.08 || lightness(color) > 0.92 ? null : color;
}

/** The marks of a run. A link that may not leave the program is none. */
export function marksOf(source: MarkSource): Mark[] {
  const { properties, own, heading, href } = source;
  const marks: Mark[] = [];
  const on = (name: string) => first(properties, (element) => switchOf(element, name)) === true;
  const looks = !heading || own;
  if (looks && on('w:b')) marks.push({ type: 'bold' });
  if (on('w:i')) marks.push({ type: 'italic' });
  const isLink = href !== null && LinkHref.safeParse(href).success;
  const dressedAsLink = isLink && !own;
  const underline = first(properties, (element) => valueOf(element, 'w:u'));
  if (looks && !dressedAsLink && underline !== null && underline !== 'none')
    marks.push({ type: 'underline' });
  if (on('w:strike') || on('w:dstrike')) marks.push({ type: 'strike' });
  const raised = first(properties, raisedOf);
  if (raised !== null) marks.push({ type: raised });
  const color = looks && !dressedAsLink ? inkOf(source) : null;
  if (color !== null) marks.push({ type: 'textStyle', attrs: { color } });
  const fill = first(properties, fillOf);
  if (fill !== null && (own || fill !== '#ffffff'))
    marks.push({ type: 'highlight', attrs: { color: own && fill === ownMarker ? null : fill } });
  if (isLink) marks.push({ type: 'link', attrs: { href } });
  return marks;
}
