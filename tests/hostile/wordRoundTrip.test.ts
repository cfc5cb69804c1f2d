import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWordFile } from '../../electron/vault/docx/import/readWordFile.ts';
import { writeProposal } from '../../electron/vault/docx/writeProposal.ts';
import { documentText, textOfBlock } from '../../shared/document/documentText.ts';
import { fieldValue } from '../../shared/document/mergeFields.ts';
import type { BlockNode, DocumentRoot } from '../../shared/document/nodes.ts';
import { readReturnedPrices } from '../../shared/document/readReturnedPrices.ts';
import { resolveFields } from '../../shared/document/resolveFields.ts';
import { takeReturnedPrices } from '../../shared/document/takeReturnedPrices.ts';
import { findAll, walk } from '../../shared/document/walk.ts';
import { arbitraryPriceTable, arbitraryRoot } from '../support/arbitraryDocument.ts';
import { sampleProposal } from '../support/sampleProposal.ts';
import { wordSaid } from '../support/wordXml.ts';

/** More by `KAMERTON_DOCUMENTS=1000`. */
const documents = Number(process.env['KAMERTON_DOCUMENTS'] ?? 60);

/** Drawn from figures and people that no tag carries: they come back as they were printed. */
const printedOnly = new Set([
  'priceTable',
  'paymentSchedule',
  'payback',
  'team',
  'references',
  'attachments',
]);
const paragraph: BlockNode = { type: 'paragraph' };

/** A broken picture is left out by the writer, and its caption stays behind. */
function isBroken(block: BlockNode): boolean {
  return block.type === 'image' && block.attrs.src.length < 60;
}

/** A list without items, a table without cells: the editor has none, and nothing is printed. */
function isNothing(block: BlockNode): boolean {
  if (block.type === 'table') return block.content.every(({ content }) => content.length === 0);
  return (block.type === 'bulletList' || block.type === 'orderedList') && block.content.length === 0;
}

/** A table of contents prints nothing where there are no headings. */
const prints = ({ type }: BlockNode) => type !== 'tableOfContents';

/** Wider cells than that leave no column for their neighbours: the writer cuts them. */
const mostSpan = 12;

/** The same document as Word holds it: parts that order our composition are not Word's. */
function asWordHolds(blocks: readonly BlockNode[]): BlockNode[] {
  return blocks.flatMap((block): BlockNode[] => {
    if (printedOnly.has(block.type) || isBroken(block) || isNothing(block)) return [];
    switch (block.type) {
      case 'section':
      case 'argument':
        return asWordHolds(block.content);
      case 'bulletList':
      case 'orderedList':
        return [
          {
            ...block,
            content: block.content.map((item) => {
              const content = asWordHolds(item.content);
              // The editor begins an item with a paragraph, and so does Word.
              return { ...item, content: content[0]?.type === 'heading' ? [paragraph, ...content] : content };
            }),
          },
        ];
      case 'table':
        return [
          {
            ...block,
            content: block.content.map((row) => ({
              ...row,
              content: row.content.map((cell) => ({
                ...cell,
                attrs: { ...cell.attrs, colspan: Math.min(cell.attrs.colspan, mostSpan) },
                content: asWordHolds(cell.content),
              })),
            })),
          },
        ];
      case 'columns':
        return [
          {
            ...block,
            content: block.content.map((column) => ({ ...column, content: asWordHolds(column.content) })),
          },
        ];
      case 'blockquote':
      case 'callout': {
        const content = asWordHolds(block.content);
        return [{ ...block, content: content.some(prints) ? content : [...content, paragraph] }];
      }
      default:
        return [block];
    }
  });
}

function withRoot(root: DocumentRoot) {
  const { proposal, context } = sampleProposal('ru');
  return { proposal: { ...proposal, document: { ...proposal.document, root } }, context };
}

function printedWith({ proposal, context }: ReturnType<typeof sampleProposal>) {
  const { language, validity } = proposal;
  return {
    values: resolveFields({ proposal, context, root: proposal.document.root }),
    context,
    language,
    validity,
  };
}

test(`${documents} generated documents come back from their Word files as they went`, async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryRoot, async (any) => {
      const root: DocumentRoot = { ...any, content: asWordHolds(any.content) };
      const first = await writeProposal(withRoot(root));
      const back = readWordFile(first);
      const second = await writeProposal(withRoot(back.root));
      const [there, here] = [wordSaid(first), wordSaid(second)];
      expect(here.body).toBe(there.body);
      expect(here.columns).toEqual(there.columns);
      expect(here.extents).toEqual(there.extents);
      expect(back.losses).toEqual([]);
    }),
    { numRuns: documents, endOnFailure: true },
  );
});

test('lists of bullets that follow one another stay apart', async () => {
  const listOf = (...texts: string[]): BlockNode => ({
    type: 'bulletList',
    content: texts.map((text) => ({
      type: 'listItem',
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    })),
  });
  const content = [listOf('Насосы', 'Фильтры'), listOf('Монтаж')];
  const back = readWordFile(await writeProposal(withRoot({ type: 'doc', content })));
  expect(back.root.content).toMatchObject(content);
});

test('blocks of figures and people come back as they were printed, and that is said', async () => {
  const source = sampleProposal('ru');
  const back = readWordFile(await writeProposal(source));
  expect(back.losses).toEqual([
    { kind: 'priceTables', count: 1 },
    { kind: 'ownBlocks', count: expect.any(Number) },
  ]);
  const kinds = new Set<string>();
  walk(back.root, ({ type }) => void kinds.add(type));
  for (const type of ['letterhead', 'addressee', 'validity', 'signature', 'table', 'mergeField'])
    expect(kinds, type).toContain(type);
  const { values, context, language, validity } = printedWith(source);
  for (const { key, text } of back.fieldTexts) expect(fieldValue(values, key)?.trim()).toBe(text);
  const { root: printed } = source.proposal.document;
  expect(back.blockTexts.map(({ type }) => type)).toEqual([
    'letterhead',
    'addressee',
    'validity',
    'signature',
  ]);
  for (const { type, lines } of back.blockTexts) {
    const [node] = findAll(printed, type);
    const drawn =
      node === undefined ? [] : textOfBlock(node, printed, { values, context, language, validity });
    expect(lines).toEqual(drawn.filter((line) => line.trim() !== ''));
  }
  const said = (root: DocumentRoot) => documentText(root, { values, context, language, validity }).join('\n');
  for (const line of said(source.proposal.document.root).split('\n'))
    if (line.trim() !== '') expect(said(back.root)).toContain(line);
});

/** Names as people give them, one of them more than once: what an export has to clean is not told apart from an edit. */
const titles = ['Насос', 'Насос', 'Насос\u00A0ЦН\u201140', 'A & B «2×4»', '', 'Фильтр,\nдва', 'Итого'];

test(`${documents} generated price tables that nobody touched are ours to the letter when they return`, async () => {
  const tables = fc
    .tuple(arbitraryPriceTable, fc.array(fc.constantFrom(...titles), { minLength: 6, maxLength: 6 }))
    .map(([table, names]) => ({
      ...table,
      items: table.items.map((item, at) => ({ ...item, title: names[at] ?? '', note: names[at + 1] ?? '' })),
    }));
  await fc.assert(
    fc.asyncProperty(tables, async (table) => {
      const root: DocumentRoot = { type: 'doc', content: [{ type: 'priceTable', attrs: { table } }] };
      const [printed] = readWordFile(await writeProposal(withRoot(root))).priceTables;
      const read = printed === undefined ? null : readReturnedPrices(printed);
      if (read?.ok !== true) throw new Error(JSON.stringify(read));
      const taken = takeReturnedPrices(table, read.prices, () => 'new');
      expect(taken).toEqual({ ok: true, table, changes: [], otherSums: [] });
    }),
    { numRuns: documents, endOnFailure: true },
  );
});
