import type { TextAlign } from '../../../../shared/document/nodes.ts';
import { attribute, child, elementsOf, numberOf, switchOf, valueOf, type XmlElement } from './xmlTree.ts';

/** What a paragraph style means to us, whatever it looks like. */
export type StyleRole =
  | { readonly kind: 'heading'; readonly level: number }
  | { readonly kind: 'contents' | 'quote' | 'caption' | 'text' }
  | { readonly kind: 'list'; readonly numbered: boolean | null; readonly level: number };

/** `w:numPr`: null = says nothing of that. */
export type NumberingReference = { readonly numId: string | null; readonly level: number | null };

/** A style with what it inherited. */
export type WordStyle = {
  readonly id: string;
  readonly role: StyleRole;
  readonly numbering: NumberingReference | null;
  readonly align: TextAlign | null;
  /** `w:rPr` elements, the style's own first. */
  readonly runs: readonly XmlElement[];
  readonly pageBreakBefore: boolean;
};

export type WordStyles = {
  paragraph(id: string | null): WordStyle;
  /** `w:rPr` elements of a character style, its own first. */
  runs(id: string | null): readonly XmlElement[];
  /** Whether the styles of headings carry numbers. */
  readonly numberedHeadings: boolean;
  /** Whether the file came from our own writer. */
  readonly own: boolean;
};

const headingName = /^(?:heading|заголовок|überschrift|titre|título)[ _]?([1-9])$/;
// Styles keep their English names in Word's own files; other programs write the names they show.
const namedRoles: readonly (readonly [RegExp, StyleRole])[] = [
  [/^(?:title|название|заголовок документа)$/, { kind: 'heading', level: 1 }],
  [/^(?:subtitle|подзаголовок)$/, { kind: 'heading', level: 2 }],
  [/^(?:toc|оглавление|contents)[ _]?[1-9]$/, { kind: 'contents' }],
  [/^(?:quote|intense quote|цитата|выделенная цитата|цитата 2|quotations|block text)$/, { kind: 'quote' }],
  [/^(?:caption|название объекта|подпись к рисунку|figure|illustration)$/, { kind: 'caption' }],
];
const listName =
  /^(list paragraph|абзац списка|list bullet|маркированный список|list number|нумерованный список|list continue|продолжение списка)(?: ([2-5]))?$/;

function roleOfName(name: string): StyleRole | null {
  const heading = headingName.exec(name)?.[1];
  if (heading !== undefined) return { kind: 'heading', level: Number(heading) };
  const list = listName.exec(name);
  if (list !== null) {
    const [, words = '', level] = list;
    const numbered = /number|нумерованный/.test(words)
      ? true
      : /bullet|маркированный/.test(words)
        ? false
        : null;
    return { kind: 'list', numbered, level: Number(level ?? 1) - 1 };
  }
  return namedRoles.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

const aligns: Readonly<Record<string, TextAlign>> = {
  left: 'left',
  start: 'left',
  center: 'center',
  right: 'right',
  end: 'right',
  both: 'justify',
  distribute: 'justify',
};

/** `w:jc` of paragraph properties; null = says nothing. */
export function alignOf(properties: XmlElement | null): TextAlign | null {
  return aligns[valueOf(properties, 'w:jc') ?? ''] ?? null;
}

/** `w:numPr` of paragraph properties; null = says nothing. */
export function numberingOf(properties: XmlElement | null): NumberingReference | null {
  const found = child(properties, 'w:numPr');
  if (found === null) return null;
  return { numId: valueOf(found, 'w:numId'), level: numberOf(valueOf(found, 'w:ilvl')) };
}

const plain: WordStyle = {
  id: '',
  role: { kind: 'text' },
  numbering: null,
  align: null,
  runs: [],
  pageBreakBefore: false,
};

function readStyle(element: XmlElement, based: WordStyle, isBase: boolean): WordStyle {
  const properties = child(element, 'w:pPr');
  const run = child(element, 'w:rPr');
  const outline = numberOf(valueOf(properties, 'w:outlineLvl'));
  const name = (valueOf(element, 'w:name') ?? '').trim().toLowerCase();
  const named = roleOfName(name);
  // The ninth outline level is body text. A style made on a heading is a heading, unless it says otherwise.
  const outlined: StyleRole | null =
    outline === null ? null : outline < 9 ? { kind: 'heading', level: outline + 1 } : { kind: 'text' };
  return {
    id: attribute(element, 'w:styleId') ?? '',
    role: named ?? outlined ?? based.role,
    numbering: numberingOf(properties) ?? based.numbering,
    // What the default style says is the look of all text, which here is ours.
    align: isBase ? null : (alignOf(properties) ?? based.align),
    runs: isBase || run === null ? based.runs : [run, ...based.runs],
    pageBreakBefore: switchOf(properties, 'w:pageBreakBefore') ?? based.pageBreakBefore,
  };
}

const ownTableStyle = 'KamertonPlain';

/** Reads `styles.xml`; without one every style is plain text. */
export function readWordStyles(root: XmlElement | null): WordStyles {
  const elements = new Map<string, XmlElement>();
  let defaultId: string | null = null;
  for (const each of elementsOf(root)) {
    const id = attribute(each, 'w:styleId');
    if (each.name !== 'w:style' || id === null) continue;
    elements.set(`${attribute(each, 'w:type') ?? 'paragraph'} ${id}`, each);
    const isDefault = ['1', 'true', 'on'].includes(attribute(each, 'w:default') ?? '');
    if (isDefault && attribute(each, 'w:type') === 'paragraph') defaultId = id;
  }
  const read = new Map<string, WordStyle>();
  const paragraph = (id: string | null, seen: ReadonlySet<string> = new Set()): WordStyle => {
    const wanted = id ?? defaultId;
    if (wanted === null) return plain;
    const known = read.get(wanted);
    if (known !== undefined) return known;
    const element = elements.get(`paragraph ${wanted}`);
    // A style that rests on itself, in a circle: it ends there.
    if (element === undefined || seen.has(wanted)) return id === defaultId ? plain : { ...plain, id: wanted };
    const base = valueOf(element, 'w:basedOn');
    const style = readStyle(
      element,
      base === null ? plain : paragraph(base, new Set([...seen, wanted])),
      wanted === defaultId,
    );
    read.set(wanted, style);
    return style;
  };
  const runs = (id: string | null, seen: ReadonlySet<string> = new Set()): readonly XmlElement[] => {
    const element = id === null ? undefined : elements.get(`character ${id}`);
    if (id === null || element === undefined || seen.has(id)) return [];
    const own = child(element, 'w:rPr');
    const inherited = runs(valueOf(element, 'w:basedOn'), new Set([...seen, id]));
    return own === null ? inherited : [own, ...inherited];
  };
  return {
    paragraph: (id) => paragraph(id),
    runs: (id) => runs(id),
    numberedHeadings: [...elements.keys()].some((key) => {
      if (!key.startsWith('paragraph ')) return false;
      const { role, numbering } = paragraph(key.slice('paragraph '.length));
      return role.kind === 'heading' && ![null, '0'].includes(numbering?.numId ?? null);
    }),
    own: elements.has(`table ${ownTableStyle}`),
  };
}
