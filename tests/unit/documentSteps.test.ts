import { getSchema } from '@tiptap/core';
import { Fragment, Slice } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { Transform } from '@tiptap/pm/transform';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applySteps, fromStepped, toStepped } from '../../electron/vault/store/documentSteps.ts';
import { documentExtensions } from '../../renderer/editor/extensions/index.ts';
import { DocumentRoot } from '../../shared/document/nodes.ts';
import { DocumentStep } from '../../shared/document/steps.ts';
import { AppError } from '../../shared/ipc/reply.ts';
import { arbitraryRoot } from '../support/arbitraryDocument.ts';

// The vault applies steps without the editor. Whatever the editor makes of its steps, the vault must make the same.

const schema = getSchema(documentExtensions());
const inVault = (root: unknown) => toStepped({ schemaVersion: 1, root: DocumentRoot.parse(root) });

/** A change at places given as shares of the document (0–1); one that does not fit there does nothing. */
type Change = { readonly kind: number; readonly at: number; readonly long: number };
const arbitraryChanges = fc.array(
  fc.record({ kind: fc.nat(10), at: fc.double({ min: 0, max: 1, noNaN: true }), long: fc.nat(30) }),
  { minLength: 1, maxLength: 12 },
);

/** The nearest place in a line of text. */
function lineAt(doc: Node, at: number): number | null {
  const from = Math.min(doc.content.size, Math.floor(at * doc.content.size));
  let found: number | null = null;
  doc.nodesBetween(from, doc.content.size, (node, pos) => {
    if (found === null && node.isTextblock)
      found = Math.max(pos + 1, Math.min(from, pos + 1 + node.content.size));
    return found === null;
  });
  return found;
}

function change(tr: Transform, { kind, at, long }: Change): void {
  const place = lineAt(tr.doc, at);
  if (place === null) return;
  const end = Math.min(tr.doc.content.size, place + long);
  const { nodes, marks } = schema;
  const $place = tr.doc.resolve(place);
  switch (kind) {
    case 0:
      tr.insert(place, schema.text('правка «ё» 😀'));
      break;
    case 1:
      tr.delete(place, end);
      break;
    case 2:
      tr.split(place);
      break;
    case 3:
      if (marks['bold'] !== undefined) tr.addMark(place, end, marks['bold'].create());
      break;
    case 4:
      if (marks['link'] !== undefined)
        tr.addMark(place, end, marks['link'].create({ href: 'https://firma.example' }));
      break;
    case 5:
      tr.removeMark(place, end);
      break;
    case 6:
      if (marks['superscript'] !== undefined) tr.addMark(place, end, marks['superscript'].create());
      break;
    case 7:
      if (nodes['heading'] !== undefined) tr.setBlockType(place, end, nodes['heading'], { level: 2 });
      break;
    case 8: {
      const range = $place.blockRange();
      if (range && nodes['blockquote'] !== undefined) tr.wrap(range, [{ type: nodes['blockquote'] }]);
      break;
    }
    case 9:
      tr.setDocAttribute('headingNumbers', true);
      break;
    default:
      tr.setNodeAttribute($place.before(), 'textAlign', 'right');
      tr.replaceRange(
        place,
        end,
        new Slice(Fragment.from(tr.doc.firstChild?.copy(tr.doc.firstChild.content)), 0, 0),
      );
  }
}

describe('steps in the vault', () => {
  test('leave the document that they leave in the editor', () => {
    let steps = 0;
    fc.assert(
      fc.property(arbitraryRoot, arbitraryChanges, (root, changes) => {
        let doc: Node;
        try {
          doc = schema.nodeFromJSON(root);
          doc.check();
        } catch {
          // The generator also makes lists of nothing, which no editor opens.
          return fc.pre(false);
        }
        const start: unknown = doc.toJSON();
        const tr = new Transform(doc);
        for (const one of changes) {
          const before = tr.steps.length;
          try {
            change(tr, one);
          } catch {
            // A change that cannot be made there; what it made of itself stays, as in the editor.
            expect(tr.steps.length).toBeGreaterThanOrEqual(before);
          }
        }
        const sent = tr.steps.map((step) => DocumentStep.parse(JSON.parse(JSON.stringify(step.toJSON()))));
        steps += sent.length;
        const after = applySteps(inVault(start), sent);
        expect(after.content.size).toBe(tr.doc.content.size);
        expect(fromStepped(after).root).toEqual(DocumentRoot.parse(tr.doc.toJSON()));
      }),
      { numRuns: 150 },
    );
    // Otherwise nothing was compared.
    expect(steps).toBeGreaterThan(150);
  });

  const start = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Текст' }] }] };
  const refusedSteps: readonly [string, DocumentStep][] = [
    ['beyond the end', { stepType: 'replace', from: 50, to: 60 }],
    ['into the middle of a node', { stepType: 'replace', from: 0, to: 3 }],
    ['an attribute that is none', { stepType: 'attr', pos: 0, attr: 'onclick', value: 'x' }],
    ['a word the document does not know', { stepType: 'docAttr', attr: 'onclick', value: 'x' }],
    ['an attribute of another value', { stepType: 'attr', pos: 0, attr: 'textAlign', value: 'sideways' }],
  ];
  test.each(refusedSteps)('that do not fit are refused: %s', (_, step) => {
    expect(() => applySteps(inVault(start), [step])).toThrow(AppError);
  });

  test.each([
    ['an unknown node', { type: 'codeBlock' }],
    ['an unknown attribute', { type: 'paragraph', attrs: { onclick: 'x' } }],
    [
      'a link that may not leave',
      { type: 'text', text: 'а', marks: [{ type: 'link', attrs: { href: 'file:///etc' } }] },
    ],
    ['a picture from outside', { type: 'image', attrs: { src: 'https://firma.example/a.png' } }],
    ['text without text', { type: 'text' }],
  ])('with %s do not parse', (_, node) => {
    const step = { stepType: 'replace', from: 0, to: 0, slice: { content: [node] } };
    expect(DocumentStep.safeParse(step).success).toBe(false);
  });
});
