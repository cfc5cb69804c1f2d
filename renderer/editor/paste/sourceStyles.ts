import { styleData } from './separateStyles.ts';

/** Declarations of CSS by lower-case name, Word's own `mso-…` among them. */
export type Style = ReadonlyMap<string, string>;

/** Style sheets of a pasted page: rules by simple selector, and Word's list levels by `l0:level1`. */
export type StyleSheet = {
  readonly rules: ReadonlyMap<string, Style>;
  readonly lists: ReadonlyMap<string, Style>;
};

/** Parts of a text between separators that stand outside of quotes and brackets. */
function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let quote = '';
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quote !== '') {
      if (character === '\\') at += 1;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === separator && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** Reads `name: value; …`; a later declaration of a name wins. */
export function readDeclarations(text: string): Style {
  const style = new Map<string, string>();
  for (const part of splitOutside(text, ';')) {
    const colon = part.indexOf(':');
    if (colon <= 0) continue;
    const name = part.slice(0, colon).trim().toLowerCase();
    const value = part
      .slice(colon + 1)
      .replace(/!important/i, '')
      .trim();
    if (name !== '' && value !== '') style.set(name, value);
  }
  return style;
}

/** Reads style sheets: element, class and element.class selectors, and `@list`; everything else is left aside. */
export function readStyleSheet(css: string): StyleSheet {
  const rules = new Map<string, Style>();
  const lists = new Map<string, Style>();
  const text = css.replace(/<!--|-->/g, '');
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('{', at);
    const close = open < 0 ? -1 : text.indexOf('}', open);
    if (close < 0) break;
    // A comment before a rule belongs to its selector here; it ends with the last «*/».
    const selectors = text.slice(at, open);
    const style = readDeclarations(text.slice(open + 1, close));
    const comment = selectors.lastIndexOf('*/');
    for (const raw of (comment < 0 ? selectors : selectors.slice(comment + 2)).split(',')) {
      const selector = raw.trim();
      const list = /^@list\s+(l\d+:level\d+)$/i.exec(selector);
      if (list?.[1] !== undefined) lists.set(list[1].toLowerCase(), style);
      else if (/^[\w-]*(?:\.[\w-]+)?$/.test(selector) && selector !== '')
        rules.set(selector, new Map([...(rules.get(selector) ?? []), ...style]));
    }
    at = close + 1;
  }
  return { rules, lists };
}

const none: Style = new Map();

/** An element's own style: what the sheets say of its name and classes, then its style attribute. */
export function styleOf(element: Element, { rules }: StyleSheet): Style {
  const own = element.getAttribute(styleData);
  const tag = element.localName;
  const found: Style[] = [];
  if (rules.size > 0)
    for (const selector of [
      tag,
      ...[...element.classList].flatMap((name) => [`.${name}`, `${tag}.${name}`]),
    ]) {
      const style = rules.get(selector);
      if (style) found.push(style);
    }
  if (own !== null) found.push(readDeclarations(own));
  if (found.length <= 1) return found[0] ?? none;
  return new Map(found.flatMap((style) => [...style]));
}

const pxPerUnit: Readonly<Record<string, number>> = {
  px: 1,
  pt: 96 / 72,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  pc: 16,
};

/** A length in CSS pixels (96 to the inch); null for percentages and everything that is no length. */
export function pxOf(length: string | null | undefined): number | null {
  const parts = /^\s*(\d*\.?\d+)\s*(px|pt|in|cm|mm|pc)?\s*$/i.exec(length ?? '');
  const scale = pxPerUnit[parts?.[2]?.toLowerCase() ?? 'px'];
  return parts?.[1] === undefined || scale === undefined ? null : Number(parts[1]) * scale;
}
