import { Node, Schema } from '@tiptap/pm/model';
import type { MarkSpec, NodeSpec } from '@tiptap/pm/model';
import { Step } from '@tiptap/pm/transform';
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
  const names = Object.keys(attrs?.shape ?? {});
  return {
    ...(name === 'doc' ? {} : { group: isInline ? 'inline' : 'block', inline: isInline }),
    ...(holds === 'nothing' ? {} : { content: holds === 'inline' ? 'inline*' : 'block*' }),
    ...(names.length > 0
      ? { attrs: Object.fromEntries(names.map((attr) => [attr, { default: null }])) }
      : {}),
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

function applyStep(document: SteppedDocument, json: DocumentStep): SteppedDocument {
  if (json.stepType === 'attr') {
    const name = document.nodeAt(json.pos)?.type.name ?? '';
    const attr: unknown = nodeShapes.get(name)?.attrs?.shape[json.attr];
    if (attr === undefined) throw refused(json.attr);
  }
  const { doc, failed } = Step.fromJSON(schema, json).apply(document);
  if (doc === null) throw refused(failed ?? '');
  if (json.stepType === 'attr') {
    const node = doc.nodeAt(json.pos);
    const shape = nodeShapes.get(node?.type.name ?? '');
    if (node === null || shape?.attrs?.safeParse(node.attrs).success === false) throw refused(json.attr);
  }
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
