import type { Language } from '../domain/language.ts';
import { meetingWords } from './meetingWords.ts';
import type { BlockNode, CellAttrs, ParagraphNode, TableRowNode } from './nodes.ts';

/** All that a meeting sheet says, as plain texts. */
export type SheetContent = {
  readonly title: string;
  /** Above everything on a private sheet. */
  readonly note: string | null;
  readonly when: string;
  readonly purpose: string;
  readonly people: readonly {
    readonly name: string;
    readonly post: string;
    readonly role: string;
    readonly judges: string;
    /** null = not on this sheet. */
    readonly manner: string | null;
  }[];
  readonly promises: readonly string[];
  readonly complaints: readonly string[];
  readonly dates: readonly string[];
  readonly questions: readonly string[];
  readonly offers: readonly string[];
  readonly objections: readonly string[];
};

type Fit = {
  readonly sizePt: number;
  readonly tightness: number;
  readonly language: Language;
  /** The family of the look's body. */
  readonly font: string;
};

/** Sizes of type tried one after the other, until the page holds all: first with whole texts, then with shorter ones. */
export const sheetSizesPt: readonly number[] = [10.5, 10, 9.5, 9, 8.5, 8, 8, 8, 8, 8, 8, 8];
/** How many people, lines of a list and letters of a line are printed at each of these sizes. */
const limits = [
  { people: 12, items: 8, letters: 300, manner: 600 },
  { people: 12, items: 8, letters: 300, manner: 600 },
  { people: 12, items: 8, letters: 300, manner: 600 },
  { people: 12, items: 8, letters: 300, manner: 600 },
  { people: 12, items: 8, letters: 240, manner: 400 },
  { people: 12, items: 8, letters: 240, manner: 400 },
  { people: 12, items: 8, letters: 240, manner: 330 },
  { people: 12, items: 8, letters: 200, manner: 260 },
  { people: 12, items: 8, letters: 180, manner: 180 },
  { people: 12, items: 6, letters: 130, manner: 110 },
  { people: 8, items: 4, letters: 90, manner: 70 },
  { people: 5, items: 3, letters: 60, manner: 50 },
] as const;
const tightest = limits[11];

/** Between the margins of A4. A height counted here leaves a twentieth of it to what renderers differ by. */
export const sheetRoomPt = 755;
const widthPt = 510;
const columnPt = widthPt / 2 - 12;
/** How much wider than its regular face a family's bold is. */
const boldness = 1.08;

/**
 * How wide a family is against Times New Roman, by texts as they stand in dossiers, and how tall its line, of the size.
 * One that is not known may be as wide and tall as any.
 */
function measuresOf(font: string): { readonly width: number; readonly line: number } {
  const family = font.trim();
  if (/^(times new roman|liberation serif|tinos)$/i.test(family)) return { width: 1, line: 1.21 };
  if (/^(calibri|carlito)$/i.test(family)) return { width: 1, line: 1.29 };
  if (/^(arial|helvetica|liberation sans|arimo)$/i.test(family)) return { width: 1.1, line: 1.21 };
  return { width: 1.25, line: 1.29 };
}

/** Of the size, in Times New Roman and rather too wide: narrow letters and marks, broad ones, and all others. */
function letterWidth(letter: string): number {
  if (/[\s.,:;!'|()[\]«»ilj-]/.test(letter)) return 0.3;
  return /[A-ZА-ЯЁшщжмюфыw@%№—…m]/.test(letter) ? 0.75 : 0.5;
}

const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + letterWidth(letter), 0);
const paragraphGapPt = 3;
const headingGapPt = 15;
const rowGapPt = 6;

const weights = { general: [36, 22, 42], private: [23, 15, 18, 44] } as const;

function shares(isPrivate: boolean): readonly number[] {
  return weights[isPrivate ? 'private' : 'general'];
}

/** Lines of a text in a column: a word that does not fit goes to the next one, a longer one is broken. */
function linesOf(text: string, roomPt: number, { sizePt, font }: Fit, bold = false): number {
  const room = roomPt / (sizePt * measuresOf(font).width * (bold ? boldness : 1));
  let lines = 1;
  let filled = 0;
  for (const word of text.split(/ +/)) {
    const width = widthOf(word);
    const before = filled === 0 ? 0 : filled + letterWidth(' ');
    if (before + width <= room) filled = before + width;
    else {
      lines += (filled === 0 ? 0 : 1) + Math.ceil(width / room) - 1;
      filled = width % room;
    }
  }
  return lines;
}

function cut(text: string, letters: number): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  if (flat.length <= letters) return flat;
  return `${flat.slice(0, letters - 1).replace(/[\s,.;:—-]+\S*$/, '')}…`;
}

type Section = { readonly title: string; readonly items: readonly string[]; readonly marks: boolean };

function listed(title: string, all: readonly string[], none: string, fit: Fit): Section {
  const { items, letters } = limits[fit.tightness] ?? tightest;
  if (all.length === 0) return { title, items: [none], marks: false };
  const shown = all.slice(0, all.length > items ? items - 1 : items).map((item) => cut(item, letters));
  const left = all.length - shown.length;
  return {
    title,
    items: left === 0 ? shown : [...shown, meetingWords[fit.language].more(left)],
    marks: true,
  };
}

function sectionsOf(content: SheetContent, fit: Fit): readonly [readonly Section[], readonly Section[]] {
  const { headings, none } = meetingWords[fit.language];
  return [
    [
      listed(headings.promises, content.promises, none.promises, fit),
      listed(headings.complaints, content.complaints, none.complaints, fit),
      listed(headings.dates, content.dates, none.dates, fit),
    ],
    [
      listed(headings.questions, content.questions, none.typed, fit),
      listed(headings.offers, content.offers, none.typed, fit),
      listed(headings.objections, content.objections, none.typed, fit),
    ],
  ];
}

type PersonRow = readonly (readonly string[])[];

function personRows(content: SheetContent, fit: Fit): { rows: readonly PersonRow[]; left: number } {
  const { people, manner, letters } = limits[fit.tightness] ?? tightest;
  const shown = content.people.slice(0, people);
  const rows = shown.map((person) => [
    [cut(person.name, 80), ...(person.post === '' ? [] : [cut(person.post, 90)])],
    [person.role],
    [cut(person.judges, letters)],
    ...(person.manner === null ? [] : [[cut(person.manner, manner)]]),
  ]);
  return { rows, left: content.people.length - rows.length };
}

/** How tall a sheet gets at a size, in points: counted by kinds of letters, a little too tall rather than too small. */
export function sheetHeightPt(content: SheetContent, fit: Fit): number {
  const { sizePt, font } = fit;
  const line = sizePt * measuresOf(font).line;
  const { rows, left } = personRows(content, fit);
  const columns = shares(content.note !== null);
  const total = columns.reduce((sum, share) => sum + share, 0);
  const rowsPt = rows
    .map((row) => {
      const lines = row.map((texts, at) => {
        const room = (widthPt * (columns[at] ?? 1)) / total - 14;
        return texts.reduce((sum, text) => sum + linesOf(text, room, fit, at === 0), 0);
      });
      return Math.max(1, ...lines) * line + rowGapPt;
    })
    .reduce((sum, height) => sum + height, 0);
  const sidePt = (sections: readonly Section[]) =>
    sections.reduce(
      (sum, { items }) =>
        sum +
        line +
        headingGapPt +
        items.reduce((inner, item) => inner + linesOf(item, columnPt - 22, fit) * line + paragraphGapPt, 0),
      0,
    );
  const [one, other] = sectionsOf(content, fit);
  const head =
    2 * line * 1.45 +
    16 +
    linesOf(content.when, widthPt, fit, true) * line +
    (content.purpose === '' ? 0 : linesOf(content.purpose, widthPt, fit) * line + paragraphGapPt) +
    (content.note === null ? 0 : line + paragraphGapPt);
  const mistakes = 2 * line + headingGapPt + 4 * (line + paragraphGapPt);
  const people = line + rowGapPt + Math.max(line, rowsPt) + (left > 0 ? line : 0);
  return head + people + Math.max(sidePt(one), sidePt(other)) + mistakes;
}

type Face = 'plain' | 'bold' | 'italic';

function said(text: string, face: Face = 'plain'): ParagraphNode {
  return {
    type: 'paragraph',
    content: [{ type: 'text', text, ...(face === 'plain' ? {} : { marks: [{ type: face }] }) }],
  };
}

function cell(widthPx: number): CellAttrs {
  return { colspan: 1, rowspan: 1, colwidth: [widthPx], shade: null, verticalAlign: null };
}

function peopleTable(content: SheetContent, fit: Fit): BlockNode[] {
  const { columns, nobody, more } = meetingWords[fit.language];
  if (content.people.length === 0) return [said(nobody, 'italic')];
  const isPrivate = content.note !== null;
  const { rows, left } = personRows(content, fit);
  const total = shares(isPrivate).reduce((sum, share) => sum + share, 0);
  // 180 mm between the margins, in CSS pixels.
  const widths = shares(isPrivate).map((share) => Math.round((share / total) * 680));
  const heads = [columns.who, columns.role, columns.judges, ...(isPrivate ? [columns.manner] : [])];
  const head: TableRowNode = {
    type: 'tableRow',
    content: heads.map((text, at) => ({
      type: 'tableHeader',
      attrs: cell(widths[at] ?? 100),
      content: [said(text, 'bold')],
    })),
  };
  const body = rows.map((row): TableRowNode => ({
    type: 'tableRow',
    content: row.map((texts, column) => ({
      type: 'tableCell',
      attrs: cell(widths[column] ?? 100),
      content: texts.map((text, at) =>
        text === '' ? { type: 'paragraph' } : said(text, column === 0 && at === 0 ? 'bold' : 'plain'),
      ),
    })),
  }));
  return [{ type: 'table', content: [head, ...body] }, ...(left > 0 ? [said(more(left), 'italic')] : [])];
}

function sectionBlocks({ title, items, marks }: Section): BlockNode[] {
  const heading: BlockNode = {
    type: 'heading',
    attrs: { level: 3, textAlign: null },
    content: [{ type: 'text', text: title }],
  };
  if (!marks) return [heading, ...items.map((item) => said(item, 'italic'))];
  return [
    heading,
    { type: 'bulletList', content: items.map((item) => ({ type: 'listItem', content: [said(item)] })) },
  ];
}

/** The sheet as blocks of a document, at the size that was found to fit. */
export function sheetDocument(content: SheetContent, fit: Fit): BlockNode[] {
  const say = meetingWords[fit.language];
  const [one, other] = sectionsOf(content, fit);
  const boxes = say.mistakes.map((mistake) => said(`☐\u00A0${mistake}`));
  const half = Math.ceil(boxes.length / 2);
  return [
    ...(content.note === null ? [] : [said(content.note, 'italic')]),
    {
      type: 'heading',
      attrs: { level: 1, textAlign: null },
      content: [{ type: 'text', text: cut(content.title, 120) }],
    },
    said(content.when, 'bold'),
    ...(content.purpose === '' ? [] : [said(`${say.purpose}${cut(content.purpose, 240)}`)]),
    ...peopleTable(content, fit),
    {
      type: 'columns',
      content: [
        { type: 'column', content: one.flatMap(sectionBlocks) },
        { type: 'column', content: other.flatMap(sectionBlocks) },
      ],
    },
    {
      type: 'heading',
      attrs: { level: 3, textAlign: null },
      content: [{ type: 'text', text: say.headings.mistakes }],
    },
    {
      type: 'columns',
      content: [
        { type: 'column', content: boxes.slice(0, half) },
        { type: 'column', content: boxes.slice(half) },
      ],
    },
  ];
}
