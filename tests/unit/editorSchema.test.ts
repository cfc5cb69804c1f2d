import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { documentExtensions } from '../../renderer/editor/extensions/index.ts';
import * as model from '../../shared/document/nodes.ts';
import { Block, Template } from '../../shared/domain/template.ts';
import { arbitraryRoot } from '../support/arbitraryDocument.ts';

// The editor and the model must know exactly the same document: what only one of them knows is lost on the way.

const schema = getSchema(documentExtensions());

type Shape = { readonly name: string; readonly attributes: readonly string[] };

/** Name and attributes of a node or mark of the model; null for what is neither. */
function shapeOf(candidate: unknown): Shape | null {
  if (!(candidate instanceof z.ZodObject)) return null;
  const shape: Readonly<Record<string, unknown>> = candidate.shape;
  const { type, attrs } = shape;
  if (!(type instanceof z.ZodLiteral)) return null;
  const own = attrs instanceof z.ZodOptional ? attrs.unwrap() : attrs;
  const attributes = own instanceof z.ZodObject ? Object.keys(own.shape).sort() : [];
  return { name: String(type.value), attributes };
}

const byName = (one: Shape, other: Shape) => one.name.localeCompare(other.name, 'en');
const modelNodes = Object.values(model)
  .flatMap((value) => shapeOf(value) ?? [])
  .sort(byName);
const modelMarks = model.Mark.options.flatMap((option) => shapeOf(option) ?? []).sort(byName);
const shapesOf = (
  types: Readonly<Record<string, { readonly name: string; readonly spec: { readonly attrs?: unknown } }>>,
) =>
  Object.values(types)
    .map(({ name, spec }): Shape => ({ name, attributes: Object.keys(spec.attrs ?? {}).sort() }))
    .sort(byName);

describe('the editor’s schema against the document model', () => {
  test('the same nodes with the same attributes', () => {
    expect(modelNodes.length).toBeGreaterThan(20);
    expect(shapesOf(schema.nodes)).toEqual(modelNodes);
  });

  test('the same marks with the same attributes', () => {
    expect(shapesOf(schema.marks)).toEqual(modelMarks);
  });

  test('every block of the model may stand at the top of the editor’s document', () => {
    const top = schema.nodes.doc?.spec.content;
    expect(top).toBe('block+');
    const blocks = modelNodes.filter(({ name }) => schema.nodes[name]?.isBlock);
    const inside = new Set(['doc', 'listItem', 'tableRow', 'tableCell', 'tableHeader', 'column']);
    for (const { name } of blocks.filter((shape) => !inside.has(shape.name)))
      expect(schema.nodes[name]?.isInGroup('block'), name).toBe(true);
  });
});

/** What the editor would hand over for a document: the JSON of what it took in. */
function throughEditor(root: unknown): unknown {
  const node = schema.nodeFromJSON(root);
  node.check();
  return node.toJSON();
}

function filesIn(folder: string): { readonly name: string; readonly json: unknown }[] {
  const path = join(import.meta.dirname, '../../resources', folder);
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ name, json: JSON.parse(readFileSync(join(path, name), 'utf8')) }));
}

describe('what is shipped opens in the editor', () => {
  const templates = filesIn('templates');
  const blockFiles = filesIn('blocks');

  test('there are templates and blocks', () => {
    expect(templates.length).toBeGreaterThan(0);
    expect(blockFiles.length).toBeGreaterThan(0);
  });

  test.each(templates)('template $name', ({ json }) => {
    const template = Template.parse(json);
    const parts = [
      template.before,
      template.after,
      ...template.roleSections.flatMap(({ opening, closing }) => [opening, closing]),
    ];
    for (const content of parts.filter((part) => part.length > 0)) {
      const root = { type: 'doc', content };
      expect(model.DocumentRoot.safeParse(throughEditor(root)).error).toBeUndefined();
    }
  });

  test.each(blockFiles)('blocks of $name', ({ json }) => {
    for (const block of z.array(Block).parse(json)) {
      const root = { type: 'doc', content: block.content };
      expect(model.DocumentRoot.safeParse(throughEditor(root)).error, block.id).toBeUndefined();
    }
  });
});

const AnyNode = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  attrs: z.record(z.string(), z.unknown()).optional(),
  marks: z.array(z.unknown()).optional(),
  content: z.array(z.unknown()).optional(),
});

/** Everything a document says, flat: its text, and every other node with its attributes and marks. */
function contentsOf(root: unknown): { readonly text: string; readonly nodes: readonly unknown[] } {
  let text = '';
  const nodes: unknown[] = [];
  const look = (raw: unknown): void => {
    const node = AnyNode.parse(raw);
    if (node.type === 'text') text += node.text ?? '';
    else nodes.push({ type: node.type, attrs: node.attrs ?? {}, marks: new Set(node.marks ?? []) });
    for (const child of node.content ?? []) look(child);
  };
  look(root);
  return { text, nodes };
}

/** The editor never leaves these without anything inside: there would be no place for the caret. */
const neverEmpty = new Set([
  'listItem',
  'blockquote',
  'callout',
  'column',
  'argument',
  'section',
  'tableCell',
  'tableHeader',
]);

/** The same document with a paragraph where the editor cannot leave a hole, and without lists and tables of nothing. */
function withoutHoles(raw: unknown): unknown[] {
  const node = AnyNode.parse(raw);
  if (node.content === undefined) return [node];
  const content = node.content.flatMap(withoutHoles);
  if (content.length > 0) return [{ ...node, content }];
  if (neverEmpty.has(node.type))
    return [{ ...node, content: [{ type: 'paragraph', attrs: { textAlign: null, indent: 0 } }] }];
  return node.type === 'bulletList' || node.type === 'orderedList' || node.type === 'table'
    ? []
    : [{ ...node, content }];
}

describe('documents through the editor', () => {
  test('come back with every word, node, attribute and mark', () => {
    fc.assert(
      fc.property(arbitraryRoot, (any) => {
        const [root] = withoutHoles(any);
        const back = model.DocumentRoot.parse(schema.nodeFromJSON(root).toJSON());
        expect(contentsOf(back)).toEqual(contentsOf(root));
      }),
      { numRuns: 200 },
    );
  });

  test('a node that the model does not know is refused, not dropped', () => {
    expect(() => schema.nodeFromJSON({ type: 'doc', content: [{ type: 'codeBlock' }] })).toThrow(
      /Unknown node type/,
    );
  });
});
