import { z } from 'zod';

/** How headings stand out: by weight alone, by a rule in the accent, or in the middle of the line. */
export const HeadingLook = z.enum(['plain', 'ruled', 'centred']);
export type HeadingLook = z.infer<typeof HeadingLook>;

/** How tables are drawn: light rules between the rows, a filled head, or a full grid. */
export const TableLook = z.enum(['rules', 'shaded', 'grid']);
export type TableLook = z.infer<typeof TableLook>;

/** How the letterhead stands: logo left and requisites right, everything centred, or a block in the left corner. */
export const LetterheadLook = z.enum(['sides', 'centred', 'corner']);
export type LetterheadLook = z.infer<typeof LetterheadLook>;

/**
 * How our documents look (GLOSSARY: оформление). Sizes in points, lengths in millimetres. What was added after the
 * first stored companies has a default, so that they still parse and look as they did.
 */
export const LookDesign = z.object({
  bodyFont: z.string().max(80),
  headingFont: z.string().max(80),
  bodySizePt: z.number().min(8).max(16),
  /** Six hex digits without #. */
  accent: z.string().regex(/^[0-9A-Fa-f]{6}$/),
  marginMm: z.object({
    top: z.number().min(5).max(60),
    right: z.number().min(5).max(60),
    bottom: z.number().min(5).max(60),
    left: z.number().min(5).max(60),
  }),
  /** Of a line, 1 = single. */
  lineSpacing: z.number().min(1).max(2).default(1.12),
  textAlign: z.enum(['left', 'justify']).default('left'),
  /** Indent of a paragraph's first line. */
  firstLineMm: z.number().min(0).max(30).default(0),
  headings: HeadingLook.default('plain'),
  /** Headings of documents that do not decide themselves: without numbers, or «1.», «1.1». */
  headingNumbers: z.enum(['none', 'decimal']).default('none'),
  tables: TableLook.default('rules'),
  letterhead: LetterheadLook.default('sides'),
  /** «стр. 1 из 3» at the foot of every page, or the bare number at the top from the second page on. */
  pageNumbers: z.enum(['footer', 'topCentre']).default('footer'),
  /** Whether our name, telephone and site stand at the foot of every page. */
  footer: z.enum(['none', 'company']).default('none'),
});
export type LookDesign = z.infer<typeof LookDesign>;

/** The look in use, and our own one, kept while a designed one is being tried. */
export const DocumentLook = LookDesign.extend({ own: LookDesign.nullable().default(null) });
export type DocumentLook = z.infer<typeof DocumentLook>;

/** A4 margins 20/10/20/20 mm are an office habit from GOST R 7.0.97 (GLOSSARY: поля страницы); right 15 reads better with tables. */
export const defaultLook: DocumentLook = {
  bodyFont: 'Times New Roman',
  headingFont: 'Arial',
  bodySizePt: 11.5,
  accent: '1F4E4A',
  marginMm: { top: 20, right: 15, bottom: 20, left: 20 },
  lineSpacing: 1.12,
  textAlign: 'left',
  firstLineMm: 0,
  headings: 'plain',
  headingNumbers: 'none',
  tables: 'rules',
  letterhead: 'sides',
  pageNumbers: 'footer',
  footer: 'none',
  own: null,
};

/** Looks that come with the program. */
export const DesignedLookId = z.enum(['strict', 'modern', 'classic']);
export type DesignedLookId = z.infer<typeof DesignedLookId>;

/** A designed look as `resources/looks/<id>.json` holds it. */
export const DesignedLook = z.strictObject({
  id: DesignedLookId,
  name: z.strictObject({ ru: z.string().min(1).max(60), en: z.string().min(1).max(60) }),
  /** What it suits, one sentence. */
  description: z.strictObject({ ru: z.string().min(1).max(200), en: z.string().min(1).max(200) }),
  look: LookDesign,
});
export type DesignedLook = z.infer<typeof DesignedLook>;

/** A look as a file that offices hand to each other. */
export const LookFile = z.strictObject({
  kind: z.literal('kamerton-look'),
  version: z.literal(1),
  look: LookDesign,
});
export type LookFile = z.infer<typeof LookFile>;

/** A look without the one kept beside it. */
export function designOf(look: DocumentLook): LookDesign {
  const { own: _own, ...design } = look;
  return design;
}

/** Whether two looks print the same. */
export function sameDesign(one: LookDesign, other: LookDesign): boolean {
  const text = (look: LookDesign) => JSON.stringify(LookDesign.parse(look));
  return text(one) === text(other);
}
