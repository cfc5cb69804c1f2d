import { z } from 'zod';
import * as model from './nodes.ts';

/** What a node of the document is made of, read from its schema: so a new node needs no second list. */
export type NodeShape = {
  readonly attrs: z.ZodObject | null;
  /** `nothing` = a leaf, which counts one place in the document. */
  readonly holds: 'nothing' | 'inline' | 'blocks';
  readonly isInline: boolean;
};

const without = (schema: unknown): unknown => (schema instanceof z.ZodOptional ? schema.unwrap() : schema);
const inlineNames = new Set(model.InlineNode.options.map((option) => option.shape.type.value));

function holdsOf(content: unknown): NodeShape['holds'] {
  if (content === undefined) return 'nothing';
  const list = without(content);
  return list instanceof z.ZodArray && list.element === model.InlineNode ? 'inline' : 'blocks';
}

/** The document itself and all that may stand in it, by name. */
export const nodeShapes: ReadonlyMap<string, NodeShape> = new Map(
  Object.values(model).flatMap((candidate: unknown): [string, NodeShape][] => {
    if (!(candidate instanceof z.ZodObject)) return [];
    const shape: Readonly<Record<string, unknown>> = candidate.shape;
    const { type, attrs, content } = shape;
    if (!(type instanceof z.ZodLiteral)) return [];
    const own = without(attrs);
    const name = String(type.value);
    const isInline = (inlineNames as ReadonlySet<string>).has(name);
    return [[name, { attrs: own instanceof z.ZodObject ? own : null, holds: holdsOf(content), isInline }]];
  }),
);

/** A node inside a step: its attributes are whole, its content may be cut where the step's slice is open. */
export type StepNode = {
  type: string;
  attrs?: Record<string, unknown> | undefined;
  text?: string | undefined;
  marks?: model.Mark[] | undefined;
  content?: StepNode[] | undefined;
};

const StepNode: z.ZodType<StepNode> = z.lazy(() =>
  z
    .strictObject({
      type: z.string().max(40),
      attrs: z.record(z.string(), z.unknown()).optional(),
      text: z.string().min(1).optional(),
      marks: z.array(model.Mark).max(10).optional(),
      content: z.array(StepNode).optional(),
    })
    .refine(({ type, attrs, text }) => {
      const shape = nodeShapes.get(type);
      if (shape === undefined || (type === 'text') !== (text !== undefined)) return false;
      return shape.attrs === null ? attrs === undefined : shape.attrs.safeParse(attrs ?? {}).success;
    }),
);

/** A place in the document, counted as the editor counts. */
const place = z.int().min(0).max(100_000_000);
const slice = z
  .strictObject({
    content: z.array(StepNode),
    openStart: z.int().min(0).max(400).optional(),
    openEnd: z.int().min(0).max(400).optional(),
  })
  .optional();
const structure = z.literal(true).optional();

/**
 * One change of a document, as the editor makes it: what stands between two places is replaced, marked, or gets
 * another attribute. Steps follow one another: each counts its places in the document that the one before left.
 */
export const DocumentStep = z.discriminatedUnion('stepType', [
  z.strictObject({ stepType: z.literal('replace'), from: place, to: place, slice, structure }),
  z.strictObject({
    stepType: z.literal('replaceAround'),
    from: place,
    to: place,
    gapFrom: place,
    gapTo: place,
    insert: place,
    slice,
    structure,
  }),
  z.strictObject({ stepType: z.literal('addMark'), mark: model.Mark, from: place, to: place }),
  z.strictObject({ stepType: z.literal('removeMark'), mark: model.Mark, from: place, to: place }),
  z.strictObject({ stepType: z.literal('addNodeMark'), mark: model.Mark, pos: place }),
  z.strictObject({ stepType: z.literal('removeNodeMark'), mark: model.Mark, pos: place }),
  z.strictObject({ stepType: z.literal('attr'), pos: place, attr: z.string().max(40), value: z.unknown() }),
  z.strictObject({ stepType: z.literal('docAttr'), attr: z.string().max(40), value: z.unknown() }),
]);
export type DocumentStep = z.infer<typeof DocumentStep>;
