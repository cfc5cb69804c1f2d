import { AppError } from '../../../../shared/ipc/reply.ts';

/** An element: its name with the customary prefix (`w:p`), its attributes likewise, what stands in it in order. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];
};

/**
 * The customary prefix of a namespace, whatever a file calls it; the second form of a pair is that of the strict
 * variant of the standard (ECMA-376 part 1, annex A).
 */
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing': 'wp',
  'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing': 'wp',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/picture': 'pic',
  'http://purl.oclc.org/ooxml/drawingml/picture': 'pic',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  'http://purl.oclc.org/ooxml/drawingml/chart': 'c',
  'http://schemas.openxmlformats.org/drawingml/2006/diagram': 'dgm',
  'http://purl.oclc.org/ooxml/drawingml/diagram': 'dgm',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup': 'wpg',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'http://purl.org/dc/elements/1.1/': 'dc',
};

/** Word itself nests far less deep; what goes deeper was made to exhaust a reader. */
const deepest = 400;
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function damaged(why: string): AppError {
  return new AppError('wordDamaged', why);
}

function character(code: number): string {
  const allowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0x10_ffff && (code & 0xfffe) !== 0xfffe);
  if (!allowed || (code >= 0xd800 && code <= 0xdfff)) throw damaged('a character that XML forbids');
  return String.fromCodePoint(code);
}

/** Text with its references resolved: the five of XML and numbers; no document can define others here. */
function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,5}));|&/gi,
    (_whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return character(Number.parseInt(hex, 16));
      if (decimal !== undefined) return character(Number(decimal));
      const meant = named[name ?? ''];
      if (meant === undefined) throw damaged('an entity that XML does not define');
      return meant;
    },
  );
}

type Scope = ReadonlyMap<string, string>;
type Open = {
  readonly element: XmlElement;
  readonly children: (XmlElement | string)[];
  readonly raw: string;
  readonly scope: Scope;
};

const attributePattern = /\s+([^\s=/>"'<]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gy;
const namePattern = /[^\s/>"'<=]+/y;

/** The customary name of what a file calls `raw`; attributes without a prefix belong to their element. */
function nameOf(raw: string, scope: Scope, isAttribute: boolean): string {
  const colon = raw.indexOf(':');
  if (colon === -1) {
    const prefix = isAttribute ? undefined : scope.get('');
    return prefix === undefined || prefix === '' ? raw : `${prefix}:${raw}`;
  }
  const prefix = scope.get(raw.slice(0, colon));
  return prefix === undefined || prefix === '' ? raw : `${prefix}:${raw.slice(colon + 1)}`;
}

function readAttributes(
  tag: string,
  from: number,
  scope: Scope,
): { attributes: Map<string, string>; scope: Scope; end: number } {
  const raw: [string, string][] = [];
  let inner: Map<string, string> | null = null;
  let end = from;
  attributePattern.lastIndex = from;
  for (let match = attributePattern.exec(tag); match !== null; match = attributePattern.exec(tag)) {
    end = attributePattern.lastIndex;
    const [, name = '', double, single] = match;
    // Line ends and tabs of an attribute are spaces (XML 1.0 §3.3.3).
    const value = decode((double ?? single ?? '').replaceAll(/[\t\n\r]/g, ' '));
    if (name === 'xmlns' || name.startsWith('xmlns:')) {
      inner ??= new Map(scope);
      inner.set(name.slice(6), prefixes[value] ?? name.slice(6));
    } else raw.push([name, value]);
  }
  const present = inner ?? scope;
  const attributes = new Map<string, string>();
  for (const [name, value] of raw) {
    const known = nameOf(name, present, true);
    if (attributes.has(known)) throw damaged('an attribute twice');
    attributes.set(known, value);
  }
  return { attributes, scope: present, end };
}

/** Where a piece of markup that begins at `at` ends, past its last sign. */
function endOf(xml: string, mark: string, at: number): number {
  const found = xml.indexOf(mark, at);
  if (found === -1) throw damaged('markup without an end');
  return found + mark.length;
}

/** The end of a tag: the first `>` outside quotes. */
function tagEnd(xml: string, at: number): number {
  let quote = '';
  for (let index = at + 1; index < xml.length; index += 1) {
    const sign = xml.charAt(index);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return index;
    else if (sign === '<') break;
  }
  throw damaged('a tag without an end');
}

/**
 * Reads a part of a Word file into elements. Strict on purpose: tags must match, references must be those of XML
 * itself, and a document type is refused, so that nothing can be defined, fetched or multiplied.
 * Throws AppError wordDamaged.
 */
export function readXml(xml: string): XmlElement {
  const outside: (XmlElement | string)[] = [];
  const open: Open[] = [];
  const root = (): Open | undefined => open.at(-1);
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < xml.length) {
    const next = xml.indexOf('<', at);
    const text = next === -1 ? xml.slice(at) : xml.slice(at, next);
    if (text !== '') {
      const top = root();
      if (top !== undefined) top.children.push(decode(text).replaceAll(/\r\n?/g, '\n'));
      else if (text.trim() !== '') throw damaged('text outside the root');
    }
    if (next === -1) break;
    if (xml.startsWith('<?', next)) at = endOf(xml, '?>', next);
    else if (xml.startsWith('<!--', next)) at = endOf(xml, '-->', next);
    else if (xml.startsWith('<![CDATA[', next)) {
      at = endOf(xml, ']]>', next);
      root()?.children.push(xml.slice(next + 9, at - 3));
    } else if (xml.startsWith('<!', next)) throw damaged('a document type');
    else if (xml.startsWith('</', next)) {
      const end = tagEnd(xml, next);
      const top = open.pop();
      if (top === undefined || xml.slice(next + 2, end).trimEnd() !== top.raw)
        throw damaged('tags that do not match');
      at = end + 1;
    } else {
      const end = tagEnd(xml, next);
      const closed = xml.charAt(end - 1) === '/';
      const tag = xml.slice(next + 1, closed ? end - 1 : end);
      namePattern.lastIndex = 0;
      const raw = namePattern.exec(tag)?.[0] ?? '';
      if (raw === '') throw damaged('a tag without a name');
      const top = root();
      const read = readAttributes(tag, raw.length, top?.scope ?? new Map());
      if (tag.slice(read.end).trim() !== '') throw damaged('an attribute without a value');
      const children: (XmlElement | string)[] = [];
      const element: XmlElement = {
        name: nameOf(raw, read.scope, false),
        attributes: read.attributes,
        children,
      };
      if (top === undefined && outside.length > 0) throw damaged('more than one root');
      (top?.children ?? outside).push(element);
      if (!closed) {
        if (open.length >= deepest) throw damaged('nested too deep');
        open.push({ element, children, raw, scope: read.scope });
      }
      at = end + 1;
    }
  }
  const [only] = outside;
  if (open.length > 0 || only === undefined || typeof only === 'string')
    throw damaged('it ends in the middle');
  return only;
}

/** The elements among an element's children. */
export function elementsOf(element: XmlElement | null): readonly XmlElement[] {
  if (element === null) return [];
  return element.children.filter((child) => typeof child !== 'string');
}

/** The first child of a name; null where there is none. */
export function child(element: XmlElement | null, name: string): XmlElement | null {
  for (const each of element?.children ?? []) if (typeof each !== 'string' && each.name === name) return each;
  return null;
}

/** An attribute; null where there is none. */
export function attribute(element: XmlElement | null, name: string): string | null {
  return element?.attributes.get(name) ?? null;
}

/** `w:val` of a child: how WordprocessingML says nearly everything. */
export function valueOf(element: XmlElement | null, name: string): string | null {
  return attribute(child(element, name), 'w:val');
}

/** An on/off property (ECMA-376 part 1, §17.17.4): null where it is not named. */
export function switchOf(element: XmlElement | null, name: string): boolean | null {
  const found = child(element, name);
  if (found === null) return null;
  return !['0', 'false', 'off', 'none'].includes(attribute(found, 'w:val') ?? '1');
}

/** A whole number of an attribute; null where there is none. */
export function numberOf(text: string | null): number | null {
  const value = Number.parseInt(text ?? '', 10);
  return Number.isFinite(value) ? value : null;
}

/** The text in an element, elements in it too. */
export function textOf(element: XmlElement | null): string {
  return (element?.children ?? []).map((each) => (typeof each === 'string' ? each : textOf(each))).join('');
}

/** Every element of a name at any depth, in order. */
export function descendants(element: XmlElement | null, name: string): XmlElement[] {
  return elementsOf(element).flatMap((each) => [
    ...(each.name === name ? [each] : []),
    ...descendants(each, name),
  ]);
}
