import { LinkHref, type InlineNode, type Mark } from '../../../../shared/document/nodes.ts';
import { MergeFieldKey } from '../../../../shared/document/mergeFields.ts';
import { marksOf, ownHole } from './readMarks.ts';
import { contentsOf, isContents } from './readContents.ts';
import { readDrawing, readOldPicture } from './readPicture.ts';
import type { OpenField, Piece, Reading } from './reading.ts';
import type { WordStyle } from './wordStyles.ts';
import {
  attribute,
  child,
  descendants,
  elementsOf,
  switchOf,
  textOf,
  valueOf,
  type XmlElement,
} from './xmlTree.ts';

/** What a run stands in. */
type Line = {
  readonly reading: Reading;
  readonly style: WordStyle;
  readonly href: string | null;
  readonly pieces: Piece[];
};

/** Signs of the fonts Symbol and Wingdings that stand in running text; others have no meaning without their font. */
const symbols: Readonly<Record<string, string>> = {
  F0B7: '•',
  F0A7: '▪',
  F0D8: '➢',
  F0FC: '✓',
  F0FB: '✗',
  F0FE: '☒',
  F0A8: '☐',
  F06F: '☐',
  F0E0: '→',
  F0DF: '←',
  F02D: '–',
};

const sameMarks = (one: readonly Mark[] = [], other: readonly Mark[] = []) =>
  JSON.stringify(one) === JSON.stringify(other);

function pushText(text: string, marks: Mark[], { pieces }: Line): void {
  if (text === '') return;
  const last = pieces.at(-1);
  if (last?.type === 'text' && sameMarks(last.marks, marks)) last.text += text;
  else pieces.push(marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks });
}

function withMarks<Node extends InlineNode>(node: Node, marks: Mark[]): Node {
  return marks.length === 0 ? node : { ...node, marks };
}

/** Whether what a field shows is text; a table of contents shows lines that are none. */
function isShown(fields: readonly OpenField[]): boolean {
  return fields.every(({ shows, code }) => shows && !isContents(code));
}

/** The address of a HYPERLINK field; null for other fields and for places of the document. */
function hrefOfCode(code: string): string | null {
  const [, quoted, bare] = /^\s*HYPERLINK\s+(?:"([^"]*)"|([^\s\\]\S*))/.exec(code) ?? [];
  const anchor = /\\l\s+"([^"]*)"/.exec(code)?.[1];
  const target = quoted ?? bare;
  return target === undefined ? null : anchor === undefined ? target : `${target}#${anchor}`;
}

/** An address that may leave the program; others are counted. */
function allowedHref(href: string | null, reading: Reading): string | null {
  if (href === null) return null;
  if (LinkHref.safeParse(href).success) return href;
  reading.losses.note('links');
  return null;
}

/** Whether a field leads to a place of the document, which is no address. */
const leadsInside = (code: string) => /^\s*HYPERLINK\s+\\l\s/.test(code);

/** The address that an open field gives its words; what it may not be was counted when the field began to show. */
function fieldHref({ fields }: Reading): string | null {
  const hrefs = fields.map(({ code }) => hrefOfCode(code));
  return hrefs.find((href) => LinkHref.safeParse(href).success) ?? null;
}

function propertiesOf(run: XmlElement, { reading, style }: Line): readonly XmlElement[] {
  const own = child(run, 'w:rPr');
  if (reading.own) return own === null ? [] : [own];
  const named = reading.styles.runs(valueOf(own, 'w:rStyle'));
  const ofParagraph = style.role.kind === 'text' || style.role.kind === 'list' ? style.runs : [];
  return [...(own === null ? [] : [own]), ...named, ...ofParagraph];
}

function readField(run: XmlElement, line: Line): void {
  const { reading } = line;
  const { fields } = reading;
  switch (attribute(run, 'w:fldCharType')) {
    case 'begin':
      fields.push({ code: '', shows: false });
      return;
    case 'separate': {
      const field = fields.at(-1);
      if (field === undefined) return;
      field.shows = true;
      // Drawn anew from the headings; what the field shows is left out.
      if (isContents(field.code)) line.pieces.push(contentsOf(field.code, false));
      if (leadsInside(field.code) && isShown(fields)) reading.losses.note('links');
      allowedHref(hrefOfCode(field.code), reading);
      return;
    }
    case 'end':
      fields.pop();
      return;
    default:
  }
}

/** A footnote of a document holds no more characters (`FootnoteNode`). */
const longestFootnote = 1000;

function readNote(texts: ReadonlyMap<string, string>, element: XmlElement, line: Line): void {
  const text = texts.get(attribute(element, 'w:id') ?? '');
  if (text === undefined) return;
  const marks: Mark[] = line.href === null ? [] : [{ type: 'link', attrs: { href: line.href } }];
  if (text.length > longestFootnote) line.reading.losses.note('longFootnotes');
  line.pieces.push(withMarks({ type: 'footnote', attrs: { text: text.slice(0, longestFootnote) } }, marks));
}

/** A text box's paragraphs, as blocks after the line they hang on. */
function readBoxes(element: XmlElement, { reading, pieces }: Line): void {
  for (const box of descendants(element, 'w:txbxContent')) {
    reading.losses.note('textBoxes');
    const inside = { ...reading, fields: [] };
    // Containers of the composition do not come out of a Word file.
    for (const block of reading.blocks(elementsOf(box), 0, inside)) pieces.push(block as Piece);
  }
}

function readRunChild(element: XmlElement, marks: Mark[], line: Line): void {
  const { reading, pieces } = line;
  switch (element.name) {
    case 'w:fldChar':
      readField(element, line);
      return;
    case 'w:instrText': {
      const field = reading.fields.at(-1);
      if (field !== undefined && !field.shows) field.code += textOf(element);
      return;
    }
    default:
  }
  if (!isShown(reading.fields)) return;
  switch (element.name) {
    case 'w:t': {
      const text = textOf(element);
      // Only the spaces of XML go; Word and others leave a no-break space at the edge without a word.
      const kept = attribute(element, 'xml:space') === 'preserve';
      pushText(kept ? text : text.replaceAll(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''), marks, line);
      return;
    }
    case 'w:tab':
    case 'w:ptab':
      pushText('\t', marks, line);
      return;
    case 'w:br': {
      const kind = attribute(element, 'w:type');
      // A column's end has no columns to end here.
      if (kind === 'page') pieces.push({ type: 'pageBreak' });
      else if (kind !== 'column') pieces.push(withMarks({ type: 'hardBreak' }, marks));
      return;
    }
    case 'w:cr':
      pieces.push(withMarks({ type: 'hardBreak' }, marks));
      return;
    case 'w:noBreakHyphen':
      pushText('\u2011', marks, line);
      return;
    case 'w:softHyphen':
      pushText('\u00AD', marks, line);
      return;
    case 'w:sym':
      pushText(symbols[(attribute(element, 'w:char') ?? '').toUpperCase()] ?? '', marks, line);
      return;
    case 'w:footnoteReference':
      readNote(reading.footnotes, element, line);
      return;
    case 'w:endnoteReference':
      readNote(reading.endnotes, element, line);
      return;
    case 'w:drawing':
      pieces.push(...readDrawing(element, reading));
      readBoxes(element, line);
      return;
    case 'w:pict':
      if (descendants(element, 'v:rect').some((rect) => attribute(rect, 'o:hr') === 't'))
        pieces.push({ type: 'horizontalRule' });
      else pieces.push(...readOldPicture(element, reading));
      readBoxes(element, line);
      return;
    case 'w:object':
      reading.losses.note('objects');
      return;
    case 'w:ruby':
      for (const run of elementsOf(child(element, 'w:rubyBase'))) readLineElement(run, line);
      return;
    case 'mc:AlternateContent':
      for (const inner of alternative(element)) readRunChild(inner, marks, line);
      return;
    default:
  }
}

/** Of several ways to say the same the first: it is the newest, and its words are the same. */
function alternative(element: XmlElement): readonly XmlElement[] {
  return elementsOf(child(element, 'mc:Choice') ?? child(element, 'mc:Fallback'));
}

function readRun(run: XmlElement, line: Line): void {
  const { reading, style } = line;
  const properties = propertiesOf(run, line);
  const hidden = properties.some((element) => switchOf(element, 'w:vanish') === true);
  if (hidden && textOf(run).trim() !== '') reading.losses.note('hidden');
  if (!reading.own && properties.some((element) => child(element, 'w:rFonts') !== null))
    reading.losses.noteOnce('fonts');
  const href = line.href ?? fieldHref(reading);
  const heading = style.role.kind === 'heading';
  const marks = marksOf({ properties, own: reading.own, heading, href });
  for (const element of elementsOf(run)) {
    const isField = element.name === 'w:fldChar' || element.name === 'w:instrText';
    if (!hidden || isField) readRunChild(element, marks, { ...line, href });
  }
}

/** A merge field of ours: its value is what the dossier says, whatever stood there. */
function readMergeField(key: MergeFieldKey, content: readonly XmlElement[], line: Line): void {
  const inner: Line = { ...line, pieces: [] };
  for (const element of content) readLineElement(element, inner);
  const [first] = inner.pieces;
  const marks = first?.type === 'text' ? (first.marks ?? []) : [];
  const kept = marks.filter((mark) => mark.type !== 'highlight' || mark.attrs.color !== ownHole);
  const text = plainText(inner.pieces).trim();
  const { fieldTexts } = line.reading;
  // A shaded hole says the field's name, which is no value.
  if (
    kept.length === marks.length &&
    text !== '' &&
    !fieldTexts.some((known) => known.key === key && known.text === text)
  )
    fieldTexts.push({ key, text });
  line.pieces.push(withMarks({ type: 'mergeField', attrs: { key } }, kept));
}

function readControl(control: XmlElement, line: Line): void {
  const properties = child(control, 'w:sdtPr');
  const content = elementsOf(child(control, 'w:sdtContent'));
  const key = MergeFieldKey.safeParse(valueOf(properties, 'w:tag'));
  if (key.success) readMergeField(key.data, content, line);
  else if (switchOf(properties, 'w:showingPlcHdr') !== true)
    for (const element of content) readLineElement(element, line);
}

/** Reads something that stands in a line: a run, a link, a field, a control, a change. */
function readLineElement(element: XmlElement, line: Line): void {
  const { reading } = line;
  const inside = (into: Line = line) => {
    for (const each of elementsOf(element)) readLineElement(each, into);
  };
  switch (element.name) {
    case 'w:r':
      readRun(element, line);
      return;
    case 'w:hyperlink': {
      const target = reading.relationships.get(attribute(element, 'r:id') ?? '');
      const anchor = attribute(element, 'w:anchor');
      const href =
        target === undefined ? null : anchor === null ? target.target : `${target.target}#${anchor}`;
      // Lines of a table of contents lead to their headings, and are drawn anew.
      if (target === undefined && anchor !== null && isShown(reading.fields)) reading.losses.note('links');
      inside({ ...line, href: allowedHref(href, reading) });
      return;
    }
    case 'w:fldSimple': {
      const code = attribute(element, 'w:instr') ?? '';
      if (isContents(code)) line.pieces.push(contentsOf(code, false));
      else inside({ ...line, href: allowedHref(hrefOfCode(code), reading) ?? line.href });
      return;
    }
    case 'w:ins':
    case 'w:moveTo':
      reading.losses.note('insertions');
      inside();
      return;
    case 'w:del':
    case 'w:moveFrom':
      reading.losses.note('deletions');
      return;
    case 'w:sdt':
      readControl(element, line);
      return;
    case 'm:oMath':
    case 'm:oMathPara':
      reading.losses.note('equations');
      pushText(descendants(element, 'm:t').map(textOf).join(''), [], line);
      return;
    case 'w:smartTag':
    case 'w:customXml':
    case 'w:dir':
    case 'w:bdo':
      inside();
      return;
    case 'mc:AlternateContent':
      for (const each of alternative(element)) readLineElement(each, line);
      return;
    default:
  }
}

/** The content of a paragraph: words in the line, and pictures, breaks and boxes that stand between paragraphs. */
export function readInline(paragraph: XmlElement, style: WordStyle, reading: Reading): Piece[] {
  const line: Line = { reading, style, href: null, pieces: [] };
  for (const element of elementsOf(paragraph)) readLineElement(element, line);
  return line.pieces;
}

/** A line as plain text, for captions and notes. */
export function plainText(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (piece.type === 'text' ? piece.text : piece.type === 'hardBreak' ? '\n' : ''))
    .join('');
}
