import type { Extensions } from '@tiptap/core';
import { Heading } from '@tiptap/extension-heading';
import { OrderedList } from '@tiptap/extension-list';
import { Table, TableCell, TableHeader, TableKit } from '@tiptap/extension-table';
import { TextAlign } from '@tiptap/extension-text-align';
import StarterKit from '@tiptap/starter-kit';
import { CellAlign, CellShade } from '../../../shared/document/nodes.ts';
import { BlockBorders } from './blockBorders.ts';
import { CaretBlock } from './caretBlock.ts';
import { CaretOfKeys } from './caretOfKeys.ts';
import { OwnClipboard } from './clipboard.ts';
import { Argument, Callout, Column, Columns, Section } from './containers.ts';
import { FilledTableView } from './filledTable.ts';
import { Footnote } from './footnote.ts';
import { Find } from '../find/findPlugin.ts';
import { ListLevels } from '../lists/listLevels.ts';
import { Slash } from '../slash/slashPlugin.ts';
import { DocumentWithNumbers, HeadingNumbers } from './headingNumbers.ts';
import { Indent } from './indent.ts';
import { Kept } from './kept.ts';
import { LateBlocks, lateView } from './lateBlocks.ts';
import { MergeField } from './mergeField.ts';
import { PageBreak } from './pageBreak.ts';
import { Picture } from './picture.ts';
import {
  Addressee,
  Attachments,
  Letterhead,
  Payback,
  PaymentSchedule,
  PriceTableBlock,
  References,
  Signature,
  TableOfContents,
  Team,
  Validity,
} from './proposalBlocks.ts';
import { SectionMargins } from './sectionMargins.ts';
import { DocumentLink, Highlight, Subscript, Superscript, TextStyle } from './textMarks.ts';
import { UndoSteps } from './undoSteps.ts';
import { ValidityKept } from './validityKept.ts';
import { WordKeys } from './wordKeys.ts';

// The model knows a list's first number and nothing else of its look: the look decides the rest.
const NumberedList = OrderedList.extend({
  addAttributes() {
    return {
      start: {
        default: 1,
        parseHTML: (element) => Number(element.getAttribute('start') ?? 1) || 1,
        // The page counts by a counter of its own (page.css), which knows nothing of `start`.
        renderHTML: ({ start }: { start?: number }) =>
          start === undefined || start === 1 ? { start: 1 } : { start, style: `--k-first: ${start}` },
      },
    };
  },
});

const alignments = ['left', 'center', 'right', 'justify'];

const BlockAlign = TextAlign.extend({
  addGlobalAttributes() {
    return [
      {
        types: ['paragraph', 'heading'],
        attributes: {
          textAlign: {
            default: null,
            // Pasted pages say it in data: the content policy takes style attributes away before they could be read.
            parseHTML: (element) => {
              const said = element.dataset.align ?? element.style.textAlign;
              return alignments.includes(said) ? said : null;
            },
            renderHTML: ({ textAlign }: { textAlign?: string | null }) =>
              textAlign ? { style: `text-align: ${textAlign}` } : {},
          },
        },
      },
    ];
  },
});

function colwidthOf(element: HTMLElement): number[] | null {
  const widths = element.getAttribute('colwidth')?.split(',').map(Number) ?? [];
  return widths.length > 0 && widths.every((width) => Number.isInteger(width) && width > 0) ? widths : null;
}

const spanOf = (element: HTMLElement, name: 'colspan' | 'rowspan', most: number) =>
  Math.min(most, Math.max(1, Math.trunc(Number(element.getAttribute(name))) || 1));

/** An attribute of few values, kept in the page's data for its style sheet. */
function dataAttribute(name: string, values: typeof CellShade | typeof CellAlign) {
  return {
    default: null,
    parseHTML: (element: HTMLElement) => values.safeParse(element.dataset[name]).data ?? null,
    renderHTML: (attributes: Record<string, unknown>) => {
      const value: unknown = attributes[name === 'valign' ? 'verticalAlign' : name];
      return typeof value === 'string' ? { [`data-${name}`]: value } : {};
    },
  };
}

const cellAttributes = {
  colspan: { default: 1, parseHTML: (element: HTMLElement) => spanOf(element, 'colspan', 63) },
  rowspan: { default: 1, parseHTML: (element: HTMLElement) => spanOf(element, 'rowspan', 1000) },
  colwidth: { default: null, parseHTML: colwidthOf },
  shade: dataAttribute('shade', CellShade),
  verticalAlign: dataAttribute('valign', CellAlign),
};
const DocumentCell = TableCell.extend({
  addAttributes() {
    return cellAttributes;
  },
});
const DocumentHeaderCell = TableHeader.extend({
  addAttributes() {
    return cellAttributes;
  },
});

/** The narrowest column, in pixels. */
const cellMinWidth = 40;

const DocumentTable = Table.extend({
  addNodeView() {
    return ({ node, view, innerDecorations }) =>
      lateView(node, view, innerDecorations, 'div', 'tableWrapper') ??
      new FilledTableView(node, cellMinWidth, view);
  },
});

/**
 * The editor's schema, node by node the union of `shared/document/nodes.ts` (a test holds them equal). Nothing here
 * writes a style element: the styles are in `page.css`, as the content policy demands.
 */
export function documentExtensions(): Extensions {
  return [
    StarterKit.configure({
      code: false,
      document: false,
      codeBlock: false,
      heading: false,
      link: false,
      orderedList: false,
      trailingNode: false,
      undoRedo: { depth: 500, newGroupDelay: 600 },
      dropcursor: { width: 2, color: 'var(--k-accent)' },
    }),
    DocumentWithNumbers,
    Heading.configure({ levels: [1, 2, 3] }),
    HeadingNumbers,
    NumberedList,
    BlockAlign.configure({ types: ['paragraph', 'heading'], alignments }),
    DocumentTable.configure({ resizable: true, cellMinWidth }),
    TableKit.configure({ table: false, tableCell: false, tableHeader: false }),
    DocumentCell,
    DocumentHeaderCell,
    DocumentLink,
    TextStyle,
    Highlight,
    Subscript,
    Superscript,
    Picture,
    PageBreak,
    MergeField,
    Footnote,
    Section,
    Argument,
    Callout,
    Columns,
    Column,
    Letterhead,
    Addressee,
    PriceTableBlock,
    PaymentSchedule,
    Payback,
    Team,
    References,
    Validity,
    Signature,
    Attachments,
    TableOfContents,
    OwnClipboard,
    Find,
    Slash,
    ListLevels,
    Indent,
    SectionMargins,
    BlockBorders,
    CaretBlock,
    CaretOfKeys,
    LateBlocks,
    UndoSteps,
    ValidityKept,
    Kept,
    WordKeys,
  ];
}
