import { AppError } from '../../../shared/ipc/reply.ts';
import { readNumbering, type Numbering } from './readNumbering.ts';
import { isOwnTag } from './ownControl.ts';
import { unzip } from './unzip.ts';

export type ReadParagraph = {
  readonly text: string;
  /** 1–9 by the style «Heading n»; null = no heading. */
  readonly headingLevel: number | null;
  /** Level in Word's numbering from 0; null = no list item. */
  readonly listLevel: number | null;
  /** What Word draws before it: a number or a bullet, by its own numbering or its style's; null = nothing. */
  readonly mark: string | null;
};
export type ReadRow = { readonly header: boolean; readonly cells: readonly string[] };
/** `columns` = grid widths in twips; a cell's text joins its paragraphs with `\n`. */
export type ReadTable = { readonly columns: readonly number[]; readonly rows: readonly ReadRow[] };
export type ReadDocument = {
  /** Every paragraph of the body in order, those in tables too. */
  readonly paragraphs: readonly ReadParagraph[];
  /** In the order of their beginnings, nested ones too. */
  readonly tables: readonly ReadTable[];
  readonly links: readonly { readonly text: string; readonly target: string }[];
  /** Content controls with a tag. */
  readonly fields: readonly { readonly tag: string; readonly text: string }[];
  /** Texts of the footnotes by their numbers. */
  readonly footnotes: readonly string[];
  /** Alternative texts of the pictures, in order; empty where there is none. */
  readonly pictures: readonly string[];
};

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return entities[name ?? ''] ?? whole;
    },
  );
}

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? null : decode(value);
}

function part(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  const bytes = parts.get(name);
  if (bytes === undefined) throw new AppError('fileUnreadable', `${name} is missing`);
  return Buffer.from(bytes).toString('utf8');
}

function linkTargets(parts: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const [tag] of part(parts, 'word/_rels/document.xml.rels').matchAll(/<Relationship [^>]*>/g)) {
    targets.set(attribute(tag, 'Id') ?? '', attribute(tag, 'Target') ?? '');
  }
  return targets;
}

type OpenTable = { columns: number[]; rows: { header: boolean; cells: string[] }[]; cell: string[] };
type OpenText = { text: string };

/** Reads `word/document.xml` tag by tag: enough for files of our own writer, whose tags it knows. */
class BodyReader {
  readonly paragraphs: ReadParagraph[] = [];
  readonly tables: OpenTable[] = [];
  readonly links: { text: string; target: string }[] = [];
  readonly fields: { tag: string; text: string }[] = [];
  readonly pictures: string[] = [];
  readonly #targets: ReadonlyMap<string, string>;
  #open: OpenTable[] = [];
  #texts: OpenText[] = [];
  readonly #numbering: Numbering;
  #paragraph: { text: string; headingLevel: number | null; listLevel: number | null } | null = null;
  #style = '';
  #numId: string | null = null;
  #inContents = false;
  #link: { text: string; target: string } | null = null;
  /** Controls stand in one another: a merge field in a block of ours. */
  readonly #controls: { tag: string; text: string }[] = [];
  #inText = false;

  constructor(targets: ReadonlyMap<string, string>, numbering: Numbering) {
    this.#targets = targets;
    this.#numbering = numbering;
  }

  read(xml: string): void {
    for (const [token] of xml.matchAll(/<[^>]+>|[^<]+/g)) {
      if (!token.startsWith('<')) {
        if (this.#inText) this.#write(decode(token));
      } else if (token.startsWith('</')) this.#close(token.slice(2, -1));
      else this.#begin(token, /^<([^\s/>]+)/.exec(token)?.[1] ?? '', token.endsWith('/>'));
    }
  }

  #write(text: string): void {
    for (const open of this.#texts) open.text += text;
  }

  #begin(tag: string, name: string, closed: boolean): void {
    const table = this.#open.at(-1);
    switch (name) {
      case 'w:p':
        if (closed) this.paragraphs.push({ text: '', headingLevel: null, listLevel: null, mark: null });
        else {
          this.#paragraph = { text: '', headingLevel: null, listLevel: null };
          this.#texts.push(this.#paragraph);
        }
        return;
      case 'w:pStyle': {
        const style = attribute(tag, 'w:val') ?? '';
        this.#style = style;
        this.#inContents = /^TOC[1-9]$/.test(style);
        const level = /^Heading([1-9])$/.exec(style)?.[1];
        if (this.#paragraph !== null && level !== undefined) this.#paragraph.headingLevel = Number(level);
        return;
      }
      case 'w:ilvl':
        if (this.#paragraph !== null) this.#paragraph.listLevel = Number(attribute(tag, 'w:val'));
        return;
      case 'w:numId':
        this.#numId = attribute(tag, 'w:val');
        return;
      case 'w:t':
        this.#inText = !closed;
        return;
      case 'w:tab':
        // Inside w:tabs of a paragraph's properties it has a value, and no text is open yet.
        if (!tag.includes('w:val=')) this.#write('\t');
        return;
      case 'w:br':
        if (attribute(tag, 'w:type') === null) this.#write('\n');
        return;
      case 'w:softHyphen':
        this.#write('\u00AD');
        return;
      case 'w:noBreakHyphen':
        this.#write('\u2011');
        return;
      case 'w:hyperlink':
        // A link into the document itself has an anchor instead: a line of the table of contents.
        if (attribute(tag, 'w:anchor') !== null) return;
        this.#link = { text: '', target: this.#targets.get(attribute(tag, 'r:id') ?? '') ?? '' };
        this.#texts.push(this.#link);
        return;
      case 'w:sdt': {
        const control = { tag: '', text: '' };
        this.#controls.push(control);
        this.#texts.push(control);
        return;
      }
      case 'w:tag': {
        const control = this.#controls.at(-1);
        if (control === undefined) return;
        control.tag = attribute(tag, 'w:val') ?? '';
        // A block's text is its paragraphs': gathering it once more would only take memory.
        if (isOwnTag(control.tag)) this.#forget(control);
        return;
      }
      case 'wp:docPr':
        this.pictures.push(attribute(tag, 'descr') ?? '');
        return;
      case 'w:tbl': {
        const begun: OpenTable = { columns: [], rows: [], cell: [] };
        this.#open.push(begun);
        this.tables.push(begun);
        return;
      }
      case 'w:gridCol':
        table?.columns.push(Number(attribute(tag, 'w:w')));
        return;
      case 'w:tr':
        table?.rows.push({ header: false, cells: [] });
        return;
      case 'w:tblHeader': {
        const row = table?.rows.at(-1);
        if (row !== undefined) row.header = true;
        return;
      }
      case 'w:tc':
        if (table !== undefined) table.cell = [];
        return;
      default:
    }
  }

  #close(name: string): void {
    const table = this.#open.at(-1);
    switch (name) {
      case 'w:t':
        this.#inText = false;
        return;
      case 'w:p':
        if (this.#paragraph !== null) {
          // What is left of a line of the table of contents after its words is Word's: the number of a page.
          if (this.#inContents) this.#paragraph.text = this.#paragraph.text.replace(/\t[0-9]*$/, '');
          this.#inContents = false;
          this.paragraphs.push({ ...this.#paragraph, mark: this.#mark(this.#paragraph.listLevel) });
          if (this.#paragraph.text !== '') table?.cell.push(this.#paragraph.text);
        }
        this.#forget(this.#paragraph);
        this.#paragraph = null;
        return;
      case 'w:hyperlink':
        if (this.#link !== null) this.links.push(this.#link);
        this.#forget(this.#link);
        this.#link = null;
        return;
      case 'w:sdt': {
        const control = this.#controls.pop() ?? null;
        if (control !== null && control.tag !== '' && !isOwnTag(control.tag)) this.fields.push(control);
        this.#forget(control);
        return;
      }
      case 'w:tc':
        table?.rows.at(-1)?.cells.push(table.cell.join('\n'));
        return;
      case 'w:tbl':
        this.#open.pop();
        return;
      default:
    }
  }

  /** The mark of the paragraph that ends here. */
  #mark(listLevel: number | null): string | null {
    const own = this.#numId === null ? null : { numId: this.#numId, level: listLevel ?? 0 };
    const mark = this.#numbering.next(own, this.#style);
    this.#numId = null;
    this.#style = '';
    return mark;
  }

  #forget(text: OpenText | null): void {
    this.#texts = this.#texts.filter((open) => open !== text);
  }
}

function readFootnotes(parts: ReadonlyMap<string, Uint8Array>): readonly string[] {
  const reader = new BodyReader(new Map(), { next: () => null });
  reader.read(part(parts, 'word/footnotes.xml'));
  // The first two are the separators; a note begins with the space after its number.
  return reader.paragraphs.slice(2).map(({ text }) => text.slice(1));
}

/**
 * Reads back a file that our writer wrote: its text in order, headings, lists, tables, links and fields.
 * Throws AppError fileUnreadable when the archive or one of the parts it needs is not there.
 */
export function readDocx(bytes: Uint8Array): ReadDocument {
  const parts = unzip(bytes);
  const reader = new BodyReader(
    linkTargets(parts),
    readNumbering(part(parts, 'word/numbering.xml'), part(parts, 'word/styles.xml')),
  );
  reader.read(part(parts, 'word/document.xml'));
  const { paragraphs, tables, links, fields, pictures } = reader;
  return { paragraphs, tables, links, fields, footnotes: readFootnotes(parts), pictures };
}
