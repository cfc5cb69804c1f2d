import { Node, Schema } from '@tiptap/pm/model';
import type { MarkSpec, NodeSpec } from '@tiptap/pm/model';
import { Step } from '@tiptap/pm/transform';
import { z } from 'zod';
import { documentSchemaVersion } from '../../../shared/document/nodes.ts';
import type { ProposalDocument } from '../../../shared/document/nodes.ts';
import { nodeShapes } from '../../../shared/document/steps.ts';
import type { DocumentStep, NodeShape } from '../../../shared/document/steps.ts';
import { readDocument } from '../../../shared/document/upgradeDocument.ts';
import { AppError } from '../../../shared/ipc/reply.ts';

// The only file of the vault that knows the editor's arithmetic of places and steps. The editor itself stays in the
// window: what a step does depends on a node being a leaf or not, inline or not, and on its attributes, and all
// that is read from the model. What may stand in what was decided where the step was made, and is checked again
// by the model when the document is written.

/** In the editor's order: it decides in which order several marks of one text are written. */
const markSpecs: Readonly<Record<string, MarkSpec>> = {
  link: { attrs: { href: { default: null } } },
  bold: {},
  italic: {},
  strike: {},
  underline: {},
  textStyle: { attrs: { color: { default: null } } },
  highlight: { attrs: { color: { default: null } } },
  subscript: { excludes: 'subscript superscript' },
  superscript: { excludes: 'superscript subscript' },
};

function specOf(name: string, { attrs, holds, isInline }: NodeShape): NodeSpec {
  // What a node means by leaving an attribute out; undefined where it may stay out.
  const meant = (value: unknown): unknown => {
    const parsed = value instanceof z.ZodType ? value.safeParse(undefined) : null;
    return parsed?.success === true ? parsed.data : null;
  };
  const defaults = Object.entries(attrs?.shape ?? {}).map(([attr, value]): [string, { default: unknown }] => [
    attr,
    { default: meant(value) },
  ]);
  return {
    ...(name === 'doc' ? {} : { group: isInline ? 'inline' : 'block', inline: isInline }),
    ...(holds === 'nothing' ? {} : { content: holds === 'inline' ? 'inline*' : 'block*' }),
    ...(defaults.length > 0 ? { attrs: Object.fromEntries(defaults) } : {}),
  };
}

const schema = new Schema({
  nodes: Object.fromEntries([...nodeShapes].map(([name, shape]) => [name, specOf(name, shape)])),
  marks: markSpecs,
});

/** A document that steps can be applied to; it is never changed, each step gives a new one. */
export type SteppedDocument = Node;

export function toStepped(document: ProposalDocument): SteppedDocument {
  return Node.fromJSON(schema, document.root);
}

/** Throws documentInvalid when the steps left what the model does not know. */
export function fromStepped(document: SteppedDocument): ProposalDocument {
  const root: unknown = document.toJSON();
  return readDocument({ schemaVersion: documentSchemaVersion, root });
}

const refused = (path: string): AppError =>
  new AppError('documentInvalid', 'the step does not fit the document', { path });

/** What a step that sets an attribute leaves must still be of the model. */
function requireAttrs(node: Node | null, attr: string): void {
  const known = nodeShapes.get(node?.type.name ?? '')?.attrs;
  if (node === null || known?.shape[attr] === undefined || !known.safeParse(node.attrs).success)
    throw refused(attr);
}

function applyStep(document: SteppedDocument, json: DocumentStep): SteppedDocument {
  const { doc, failed } = Step.fromJSON(schema, json).apply(document);
  if (doc === null) throw refused(failed ?? '');
  if (json.stepType === 'attr') requireAttrs(doc.nodeAt(json.pos), json.attr);
  if (json.stepType === 'docAttr') requireAttrs(doc, json.attr);
  return doc;
}

/** The document after the steps, in their order. Throws documentInvalid when one of them does not fit. */
export function applySteps(document: SteppedDocument, steps: readonly DocumentStep[]): SteppedDocument {
  try {
    return steps.reduce(applyStep, document);
  } catch (error) {
    // Places beyond the document's end, unknown marks: the library says it in words that may quote the text.
    throw error instanceof AppError ? error : refused('');
  }
}
