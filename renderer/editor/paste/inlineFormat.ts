import { LinkHref } from '../../../shared/document/nodes.ts';
import { hexOf, isInk, isPaper } from '../colors.ts';
import type { Style } from './sourceStyles.ts';

/** How a run of pasted text looks, in the model's terms. */
export type Format = {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly script: 'sub' | 'sup' | null;
  readonly color: string | null;
  readonly highlight: string | null;
  readonly href: string | null;
};

export const plainFormat: Format = {
  bold: false,
  italic: false,
  underline: false,
  strike: false,
  script: null,
  color: null,
  highlight: null,
  href: null,
};

const ofTag: Readonly<Record<string, Partial<Format>>> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  cite: { italic: true },
  u: { underline: true },
  s: { strike: true },
  strike: { strike: true },
  del: { strike: true },
  sub: { script: 'sub' },
  sup: { script: 'sup' },
};

function weightIsBold(weight: string): boolean | null {
  if (/^(?:bold|bolder)$/i.test(weight)) return true;
  if (/^(?:normal|lighter)$/i.test(weight)) return false;
  const figure = Number(weight);
  return Number.isFinite(figure) && figure > 0 ? figure >= 600 : null;
}

/** The format inside an element, from that around it. Office programs write styles where pages write elements. */
export function formatInside(element: Element, style: Style, around: Format): Format {
  const tag = element.localName;
  const own = ofTag[tag];
  const bold = weightIsBold(style.get('font-weight') ?? '');
  const slant = style.get('font-style');
  const lines = `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;
  const lift = style.get('vertical-align');
  const color = hexOf(style.get('color') ?? (tag === 'font' ? (element.getAttribute('color') ?? '') : ''));
  const ground = style.get('mso-highlight') ?? style.get('background-color') ?? style.get('background');
  const highlight = isInline(element) ? hexOf(ground ?? (tag === 'mark' ? '#ffff00' : '')) : null;
  const format: Format = {
    ...around,
    ...own,
    ...(bold === null ? {} : { bold }),
    ...(slant === undefined ? {} : { italic: /italic|oblique/i.test(slant) }),
    ...(/underline/i.test(lines) && tag !== 'a' ? { underline: true } : {}),
    ...(/line-through/i.test(lines) ? { strike: true } : {}),
    ...(lift === 'super' ? { script: 'sup' as const } : lift === 'sub' ? { script: 'sub' as const } : {}),
    ...(color === null ? {} : { color: isInk(color) || isPaper(color) ? null : color }),
    ...(highlight === null ? {} : { highlight: isPaper(highlight) ? null : highlight }),
  };
  // A link has its look from the page's style.
  return format.href === null ? format : { ...format, underline: false, color: null };
}

function isInline(element: Element): boolean {
  return /^(?:span|font|mark|a|b|strong|i|em|u|s|strike|del|ins|sub|sup|code|label|abbr|small|big)$/.test(
    element.localName,
  );
}

/** A link's target where the document may have it; what a search page wraps around it is taken off. */
export function linkTarget(href: string): string | null {
  const wrapped = /^https:\/\/www\.google\.com\/url\?(?:.*&)?q=([^&]+)/.exec(href);
  let target = href.trim();
  if (wrapped?.[1] !== undefined) {
    try {
      target = decodeURIComponent(wrapped[1]);
    } catch {
      // A broken escape: the wrapped address is used as it is.
    }
  }
  return LinkHref.safeParse(target).success ? target : null;
}

/** Wraps a run of text into the elements of its format, in one fixed order. */
export function formattedRun(page: Document, text: string, format: Format): Node {
  let run: Node = page.createTextNode(text);
  const wrap = (tag: string, attribute?: readonly [name: string, value: string]) => {
    const element = page.createElement(tag);
    if (attribute) element.setAttribute(...attribute);
    element.append(run);
    run = element;
  };
  if (format.script !== null) wrap(format.script);
  if (format.strike) wrap('s');
  if (format.underline) wrap('u');
  if (format.italic) wrap('em');
  if (format.bold) wrap('strong');
  if (format.highlight !== null) wrap('mark', ['data-color', format.highlight]);
  if (format.color !== null) wrap('span', ['data-color', format.color]);
  if (format.href !== null) wrap('a', ['href', format.href]);
  return run;
}
