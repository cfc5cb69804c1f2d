import { z } from 'zod';
import type { Proposal, ProposalContext } from '../domain/proposal.ts';
import { fontStack } from '../domain/documentFonts.ts';
import type { Paper } from '../domain/paper.ts';
import { addresseeView, footerLine } from './blockViews.ts';
import type { FieldValues } from './mergeFields.ts';
import { words } from './words.ts';

/** A piece of a header or footer: words, or a number that is counted while the pages are printed. */
export const FramePiece = z.union([
  z.strictObject({ text: z.string().max(1000) }),
  z.strictObject({ counter: z.enum(['page', 'pages']) }),
]);
export type FramePiece = z.infer<typeof FramePiece>;

/** Six hex digits. */
const Colour = z.string().regex(/^[0-9A-Fa-f]{6}$/);
const lightLine = 'CFCFCF';

const Line = z.strictObject({
  left: z.array(FramePiece).max(10),
  centre: z.array(FramePiece).max(10),
  right: z.array(FramePiece).max(10),
  /** The colour of a thin line between it and the text; null = no line. */
  rule: Colour.nullable(),
});

/** On which page headings stand: headings by their place among all of the document, pages from 1. */
export const HeadingPages = z.array(z.object({ at: z.int().min(0), page: z.int().min(1) }));
export type HeadingPages = z.infer<typeof HeadingPages>;

/** What stands around the text of every page, as plain data. The header is not printed on the first page. */
export const PageFrame = z.strictObject({
  header: Line,
  footer: Line,
  font: z.string().max(500),
  sizePt: z.number().min(4).max(20),
  ink: Colour,
  marginMm: z.strictObject({
    top: z.number().min(0).max(100),
    right: z.number().min(0).max(100),
    bottom: z.number().min(0).max(100),
    left: z.number().min(0).max(100),
  }),
});
export type PageFrame = z.infer<typeof PageFrame>;

const said = (text: string): FramePiece[] => (text === '' ? [] : [{ text }]);

/** The frame of a proposal's pages: the same words in the same places as in the Word file. */
export function pageFrame(proposal: Proposal, context: ProposalContext, values: FieldValues): PageFrame {
  const { look } = context.company;
  const { language } = proposal;
  const onTop = look.pageNumbers === 'topCentre';
  const [before = '', between = '', after = ''] = words[language].page('\u0000', '\u0000').split('\u0000');
  const number: FramePiece[] = [
    ...said(before),
    { counter: 'page' },
    ...said(between),
    { counter: 'pages' },
    ...said(after),
  ];
  return {
    header: onTop
      ? { left: [], centre: [{ counter: 'page' }], right: [], rule: null }
      : {
          left: said(context.company.name),
          centre: [],
          right: said(addresseeView(values, context, language).numberLine),
          rule: lightLine,
        },
    footer: {
      left: look.footer === 'company' ? said(footerLine(context.company)) : [],
      centre: [],
      right: onTop ? [] : number,
      rule: look.footer === 'company' ? look.accent : null,
    },
    font: fontStack(onTop ? look.bodyFont : look.headingFont),
    sizePt: onTop ? look.bodySizePt - 2 : Math.min(look.bodySizePt - 2, 8),
    ink: onTop ? '1A1A1A' : '5F5F5F',
    marginMm: look.marginMm,
  };
}

const blank = { left: [], centre: [], right: [], rule: null };

/** The frame of a paper of our own: only the number of the page, above the second and those after it. */
export function paperFrame({ look, header }: Pick<Paper, 'look' | 'header'>): PageFrame {
  return {
    header: {
      left: said(header.left),
      centre: [],
      right: [...said(header.right), { text: '\u00A0\u00A0' }, { counter: 'page' }],
      rule: lightLine,
    },
    footer: blank,
    font: fontStack(look.bodyFont),
    sizePt: 8,
    ink: '5F5F5F',
    marginMm: look.marginMm,
  };
}
