import { z } from 'zod';
import { PriceLevel } from '../domain/competitor.ts';
import { Occasion } from '../domain/occasion.ts';
import { CriterionKey, ReaderRole } from '../domain/person.ts';
import { BlockId, ColleagueId, PersonId, ReferenceId } from '../domain/ids.ts';
import { PaybackPlan } from '../domain/payback.ts';
import { PaymentStage, PriceTable } from '../domain/priceTable.ts';
import { MergeFieldKey } from './mergeFields.ts';

/**
 * The document model: TipTap JSON, checked here and nowhere else. The editor's schema is held equal to this union
 * by a test. Unknown nodes are refused with words, never dropped.
 */

/** Link targets that may leave the program (reliability: no file:, no UNC, no javascript:). */
export const LinkHref = z
  .string()
  .max(2000)
  .regex(/^(https?:\/\/|mailto:|tel:)/i);

/** Six hex digits with #. */
const HexColor = z.string().regex(/^#[0-9a-f]{6}$/i);

export const Mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('underline') }),
  z.strictObject({ type: z.literal('strike') }),
  z.strictObject({ type: z.literal('subscript') }),
  z.strictObject({ type: z.literal('superscript') }),
  z.strictObject({ type: z.literal('textStyle'), attrs: z.strictObject({ color: HexColor.nullable() }) }),
  z.strictObject({ type: z.literal('highlight'), attrs: z.strictObject({ color: HexColor.nullable() }) }),
  z.strictObject({ type: z.literal('link'), attrs: z.strictObject({ href: LinkHref }) }),
]);
export type Mark = z.infer<typeof Mark>;

const marks = z.array(Mark).max(10).optional();

export const TextNode = z.strictObject({ type: z.literal('text'), text: z.string().min(1), marks });
export type TextNode = z.infer<typeof TextNode>;
export const HardBreakNode = z.strictObject({ type: z.literal('hardBreak'), marks });
export type HardBreakNode = z.infer<typeof HardBreakNode>;
export const MergeFieldNode = z.strictObject({
  type: z.literal('mergeField'),
  attrs: z.strictObject({ key: MergeFieldKey }),
  marks,
});
export type MergeFieldNode = z.infer<typeof MergeFieldNode>;

/** A footnote: its mark stands in the line, its plain text at the foot of the page; numbers follow the order. */
export const FootnoteNode = z.strictObject({
  type: z.literal('footnote'),
  attrs: z.strictObject({ text: z.string().max(1000) }),
  marks,
});
export type FootnoteNode = z.infer<typeof FootnoteNode>;

export const InlineNode = z.discriminatedUnion('type', [
  TextNode,
  HardBreakNode,
  MergeFieldNode,
  FootnoteNode,
]);
export type InlineNode = z.infer<typeof InlineNode>;

export const TextAlign = z.enum(['left', 'center', 'right', 'justify']);
export type TextAlign = z.infer<typeof TextAlign>;
const textAttrs = { textAlign: TextAlign.nullable().default(null) };

/** Steps a paragraph can be indented by, each as wide as Word's own: half an inch, 12.5 mm. */
export const deepestIndent = 4;

export const ParagraphNode = z.strictObject({
  type: z.literal('paragraph'),
  attrs: z.strictObject({ ...textAttrs, indent: z.int().min(0).max(deepestIndent).optional() }).optional(),
  content: z.array(InlineNode).optional(),
});
export type ParagraphNode = z.infer<typeof ParagraphNode>;

export const HeadingLevel = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type HeadingLevel = z.infer<typeof HeadingLevel>;
export const HeadingNode = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: HeadingLevel, ...textAttrs }),
  content: z.array(InlineNode).optional(),
});
export type HeadingNode = z.infer<typeof HeadingNode>;

export const PageBreakNode = z.strictObject({ type: z.literal('pageBreak') });
export type PageBreakNode = z.infer<typeof PageBreakNode>;
export const HorizontalRuleNode = z.strictObject({ type: z.literal('horizontalRule') });
export type HorizontalRuleNode = z.infer<typeof HorizontalRuleNode>;

/** Where a picture stands between the margins; null = at the left. */
export const PictureAlign = z.enum(['left', 'center', 'right']);
export type PictureAlign = z.infer<typeof PictureAlign>;

/** PNG or JPEG as a data URL; size in CSS pixels (96 to the inch); null = the picture's own size. */
export const ImageNode = z.strictObject({
  type: z.literal('image'),
  attrs: z.strictObject({
    src: z
      .string()
      .max(8_000_000)
      .regex(/^data:image\/(png|jpeg);base64,/),
    alt: z.string().max(500).nullable().default(null),
    width: z.number().positive().max(4000).nullable().default(null),
    height: z.number().positive().max(4000).nullable().default(null),
    align: PictureAlign.nullable().default(null),
    /** Printed below the picture and kept on its page; null = none. */
    caption: z.string().max(300).nullable().default(null),
  }),
});
export type ImageNode = z.infer<typeof ImageNode>;

// --- our own blocks: drawn from the proposal's context, never from text typed twice ---

/** Letterhead (бланк): our logo, name and requisites. */
export const LetterheadNode = z.strictObject({ type: z.literal('letterhead') });
export type LetterheadNode = z.infer<typeof LetterheadNode>;
/** Outgoing number and date on the left, the addressee in the dative on the right. */
export const AddresseeNode = z.strictObject({ type: z.literal('addressee') });
export type AddresseeNode = z.infer<typeof AddresseeNode>;
/** The price table that computes. */
export const PriceTableNode = z.strictObject({
  type: z.literal('priceTable'),
  attrs: z.strictObject({ table: PriceTable }),
});
export type PriceTableNode = z.infer<typeof PriceTableNode>;
/** Payment schedule; the sums come from the price table's total. */
export const PaymentScheduleNode = z.strictObject({
  type: z.literal('paymentSchedule'),
  attrs: z.strictObject({ stages: z.array(PaymentStage).max(30) }),
});
export type PaymentScheduleNode = z.infer<typeof PaymentScheduleNode>;
/** Total cost of ownership and payback; the purchase comes from the price table unless it is given. */
export const PaybackNode = z.strictObject({
  type: z.literal('payback'),
  attrs: z.strictObject({ plan: PaybackPlan }),
});
export type PaybackNode = z.infer<typeof PaybackNode>;
/** The group that prepared the proposal, with positions and contacts. */
export const TeamNode = z.strictObject({
  type: z.literal('team'),
  attrs: z.strictObject({ colleagueIds: z.array(ColleagueId).max(50) }),
});
export type TeamNode = z.infer<typeof TeamNode>;
/** References: similar projects and people ready to recommend; printed only while their consent holds. */
export const ReferencesNode = z.strictObject({
  type: z.literal('references'),
  attrs: z.strictObject({ referenceIds: z.array(ReferenceId).max(50) }),
});
export type ReferencesNode = z.infer<typeof ReferencesNode>;
/** Validity (срок действия): the dates live on the proposal, the wording here. Always present, at the end. */
export const ValidityNode = z.strictObject({
  type: z.literal('validity'),
  attrs: z.strictObject({ offerKind: z.enum(['offer', 'information']) }),
});
export type ValidityNode = z.infer<typeof ValidityNode>;
/** Signature row: post, line, initials and name; below it who prepared the paper. */
export const SignatureNode = z.strictObject({ type: z.literal('signature') });
export type SignatureNode = z.infer<typeof SignatureNode>;

/** One attached paper: its title, sheets (null = not said) and copies. */
export const Attachment = z.strictObject({
  title: z.string().max(300),
  sheets: z.int().min(1).max(9999).nullable(),
  copies: z.int().min(1).max(999),
});
export type Attachment = z.infer<typeof Attachment>;
/** The papers that go with the document («Приложение: … на 3 л. в 1 экз.»). */
export const AttachmentsNode = z.strictObject({
  type: z.literal('attachments'),
  attrs: z.strictObject({ items: z.array(Attachment).max(50) }),
});
export type AttachmentsNode = z.infer<typeof AttachmentsNode>;

/** Table of contents (оглавление): drawn from the headings; `levels` deep, under its own title or none. */
export const TableOfContentsNode = z.strictObject({
  type: z.literal('tableOfContents'),
  attrs: z.strictObject({ levels: HeadingLevel, title: z.boolean() }),
});
export type TableOfContentsNode = z.infer<typeof TableOfContentsNode>;

// --- containers: recursive, so their types are written out ---

export type ListItemNode = { type: 'listItem'; content: BlockNode[] };
export type BulletListNode = { type: 'bulletList'; content: ListItemNode[] };
export type OrderedListNode = { type: 'orderedList'; attrs: { start: number }; content: ListItemNode[] };
/** Grounds of a cell: a breath of the look's colour, a light grey. */
export const CellShade = z.enum(['accentLight', 'grey']);
export type CellShade = z.infer<typeof CellShade>;
export const CellAlign = z.enum(['top', 'middle', 'bottom']);
export type CellAlign = z.infer<typeof CellAlign>;
export type CellAttrs = {
  colspan: number;
  rowspan: number;
  colwidth: number[] | null;
  shade: CellShade | null;
  /** null = at the top, in a head at the bottom. */
  verticalAlign: CellAlign | null;
};
export type TableCellNode = { type: 'tableCell'; attrs: CellAttrs; content: BlockNode[] };
export type TableHeaderNode = { type: 'tableHeader'; attrs: CellAttrs; content: BlockNode[] };
export type TableRowNode = { type: 'tableRow'; content: (TableCellNode | TableHeaderNode)[] };
export type TableNode = { type: 'table'; content: TableRowNode[] };
/** What a callout (врезка) is for: something to know, something to beware of. */
export const CalloutTone = z.enum(['info', 'attention']);
export type CalloutTone = z.infer<typeof CalloutTone>;
export type CalloutNode = {
  type: 'callout';
  attrs: { tone: CalloutTone; title: string | null };
  content: BlockNode[];
};
export type ColumnNode = { type: 'column'; content: BlockNode[] };
/** Two columns side by side, for signatures and requisites. */
export type ColumnsNode = { type: 'columns'; content: ColumnNode[] };
export type BlockquoteNode = { type: 'blockquote'; content: BlockNode[] };
/** Why an argument is in the document; shown in the margin, never printed. */
export type ArgumentAttrs = {
  blockId: BlockId;
  criterion: CriterionKey | null;
  personIds: PersonId[];
  /** Sentences of reason in the interface's own words are made from these codes. */
  reasons: ArgumentReason[];
};
/** An argument block (довод): a library block that speaks to a criterion of certain readers. */
export type ArgumentNode = { type: 'argument'; attrs: ArgumentAttrs; content: BlockNode[] };
export type SectionAttrs = {
  /** Stable within a document: `frame-offer`, `role-finance`. */
  sectionId: string;
  /** The role this section is written for; null = part of the common frame. */
  role: ReaderRole | null;
  personIds: PersonId[];
  /** Short name in the outline; the printed heading is a heading node inside. */
  outlineTitle: string;
};
/** A section: a part of the document that the outline lists and that moves as a whole. */
export type SectionNode = { type: 'section'; attrs: SectionAttrs; content: BlockNode[] };

export const ArgumentReason = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('role'), personId: PersonId }),
  z.strictObject({
    kind: z.literal('criterion'),
    personId: PersonId,
    criterion: CriterionKey,
    weightPercent: z.int(),
  }),
  z.strictObject({ kind: z.literal('pastLoss'), tenderTitle: z.string(), reason: z.string() }),
  z.strictObject({ kind: z.literal('tenderCriterion'), criterion: CriterionKey, weightPercent: z.int() }),
  z.strictObject({ kind: z.literal('required') }),
  /** A rival at this price makes the criterion heavier. */
  z.strictObject({ kind: z.literal('rival'), name: z.string(), priceLevel: PriceLevel }),
  /** By the comparison of the dossier we are stronger or weaker than a rival on the criterion. */
  z.strictObject({
    kind: z.literal('comparison'),
    name: z.string(),
    criterion: CriterionKey,
    standing: z.enum(['stronger', 'weaker']),
  }),
  /** Doubts ask for proof, favour asks for the next step. */
  z.strictObject({
    kind: z.literal('attitude'),
    personId: PersonId,
    attitude: z.enum(['doubts', 'favours']),
  }),
  z.strictObject({ kind: z.literal('manner'), personId: PersonId }),
  z.strictObject({
    kind: z.literal('experience'),
    experience: z.enum(['newClient', 'worksWithUs', 'complaint']),
  }),
  /** Written for an occasion that this is, or for the client's industry. */
  z.strictObject({ kind: z.literal('occasion'), occasion: Occasion }),
  z.strictObject({ kind: z.literal('industry') }),
  /** Put in by the user instead of what the program chose. */
  z.strictObject({ kind: z.literal('chosen') }),
]);
export type ArgumentReason = z.infer<typeof ArgumentReason>;

export type BlockNode =
  | ParagraphNode
  | HeadingNode
  | BulletListNode
  | OrderedListNode
  | TableNode
  | BlockquoteNode
  | PageBreakNode
  | HorizontalRuleNode
  | ImageNode
  | LetterheadNode
  | AddresseeNode
  | PriceTableNode
  | PaymentScheduleNode
  | PaybackNode
  | TeamNode
  | ReferencesNode
  | ValidityNode
  | SignatureNode
  | AttachmentsNode
  | TableOfContentsNode
  | CalloutNode
  | ColumnsNode
  | ArgumentNode
  | SectionNode;
export type BlockNodeType = BlockNode['type'];

const blocks = z.lazy(() => z.array(BlockNode));

export const ListItemNode: z.ZodType<ListItemNode> = z.strictObject({
  type: z.literal('listItem'),
  content: blocks,
});
export const BulletListNode = z.strictObject({
  type: z.literal('bulletList'),
  content: z.array(ListItemNode),
});
export const OrderedListNode = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z.strictObject({ start: z.int().min(0).max(100_000) }),
  content: z.array(ListItemNode),
});
const CellAttrs = z.strictObject({
  colspan: z.int().min(1).max(100),
  rowspan: z.int().min(1).max(1000),
  colwidth: z.array(z.int().min(0).max(4000)).nullable(),
  shade: CellShade.nullable().default(null),
  verticalAlign: CellAlign.nullable().default(null),
});
export const TableCellNode = z.strictObject({
  type: z.literal('tableCell'),
  attrs: CellAttrs,
  content: blocks,
});
export const TableHeaderNode = z.strictObject({
  type: z.literal('tableHeader'),
  attrs: CellAttrs,
  content: blocks,
});
export const TableRowNode = z.strictObject({
  type: z.literal('tableRow'),
  // A row whose cells all belong to the rows above: the editor writes it without content.
  content: z.array(z.discriminatedUnion('type', [TableCellNode, TableHeaderNode])).default([]),
});
export const TableNode = z.strictObject({ type: z.literal('table'), content: z.array(TableRowNode) });
export const BlockquoteNode = z.strictObject({ type: z.literal('blockquote'), content: blocks });
export const CalloutNode = z.strictObject({
  type: z.literal('callout'),
  attrs: z.strictObject({ tone: CalloutTone, title: z.string().max(200).nullable().default(null) }),
  content: blocks,
});
export const ColumnNode = z.strictObject({ type: z.literal('column'), content: blocks });
export const ColumnsNode = z.strictObject({
  type: z.literal('columns'),
  content: z.array(ColumnNode).length(2),
});
export const ArgumentNode = z.strictObject({
  type: z.literal('argument'),
  attrs: z.strictObject({
    blockId: BlockId,
    criterion: CriterionKey.nullable(),
    personIds: z.array(PersonId),
    reasons: z.array(ArgumentReason),
  }),
  content: blocks,
});
export const SectionNode = z.strictObject({
  type: z.literal('section'),
  attrs: z.strictObject({
    sectionId: z.string().min(1).max(80),
    role: ReaderRole.nullable(),
    personIds: z.array(PersonId),
    outlineTitle: z.string().max(200),
  }),
  content: blocks,
});

export const BlockNode: z.ZodType<BlockNode> = z.discriminatedUnion('type', [
  ParagraphNode,
  HeadingNode,
  BulletListNode,
  OrderedListNode,
  TableNode,
  BlockquoteNode,
  PageBreakNode,
  HorizontalRuleNode,
  ImageNode,
  LetterheadNode,
  AddresseeNode,
  PriceTableNode,
  PaymentScheduleNode,
  PaybackNode,
  TeamNode,
  ReferencesNode,
  ValidityNode,
  SignatureNode,
  AttachmentsNode,
  TableOfContentsNode,
  CalloutNode,
  ColumnsNode,
  ArgumentNode,
  SectionNode,
]);

export const DocumentRoot = z.strictObject({
  type: z.literal('doc'),
  /** Whether headings are numbered; null = as the look has it, which is what documents without the word say. */
  attrs: z.strictObject({ headingNumbers: z.boolean().nullable().default(null) }).optional(),
  content: z.array(BlockNode),
});
export type DocumentRoot = z.infer<typeof DocumentRoot>;

/** The version this program writes. Older ones are lifted by `upgradeDocument.ts`; newer ones are refused. */
export const documentSchemaVersion = 1;

/** A stored document. */
export const ProposalDocument = z.strictObject({
  schemaVersion: z.literal(documentSchemaVersion),
  root: DocumentRoot,
});
export type ProposalDocument = z.infer<typeof ProposalDocument>;
