import fc from 'fast-check';
import mammoth from 'mammoth';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compareDocx } from '../../electron/vault/docx/compareDocx.ts';
import { readDocx } from '../../electron/vault/docx/readDocx.ts';
import { writeProposal } from '../../electron/vault/docx/writeProposal.ts';
import { documentText } from '../../shared/document/documentText.ts';
import type { BlockNode, DocumentRoot, TableCellNode } from '../../shared/document/nodes.ts';
import { resolveFields } from '../../shared/document/resolveFields.ts';
import { arbitraryRoot } from '../support/arbitraryDocument.ts';
import { convertToPdf, docxPart, unzip, validateDocx } from '../support/docx.ts';
import { sampleProposal } from '../support/sampleProposal.ts';

/** More by `KAMERTON_DOCUMENTS=1000`; the seed of a failure is printed and can be given back. */
const documents = Number(process.env['KAMERTON_DOCUMENTS'] ?? 60);
const seed = process.env['KAMERTON_SEED'];
/** LibreOffice prints one of so many; 60 of a thousand. What it makes of them stays in `samplesFolder` to be looked at. */
const sampledOneOf = 16;
const mostSamples = 60;
/**
 * Tables in tables as deep as a paste brings them into the editor (pastedTables.ts); callouts and columns are tables
 * too. Of what nests deeper LibreOffice 7.4 often never ends making pages: it is checked like everything here but not
 * printed.
 */
const deepestPrinted = 2;

/** How many tables of a file stand one inside the other. */
function tablesInTables(bytes: Buffer): number {
  let [depth, deepest] = [0, 0];
  for (const [tag] of docxPart(bytes).matchAll(/<\/?w:tbl>/g)) {
    depth += tag === '<w:tbl>' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
const samplesFolder = join(import.meta.dirname, '../../out/hostile');

function withRoot(root: DocumentRoot, language: 'ru' | 'en' = 'ru') {
  const { proposal, context } = sampleProposal(language);
  return { proposal: { ...proposal, document: { ...proposal.document, root } }, context };
}

/** What XML 1.0 cannot hold, said anew here rather than taken from the writer. */
function withoutForbidden(text: string): string {
  return [...text]
    .filter((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      if (code < 0x20) return code === 9 || code === 10 || code === 13;
      return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
    })
    .join('');
}

/** Texts without any white space, so that two readers' ideas of paragraphs and breaks do not matter. */
function bare(text: string): string {
  return withoutForbidden(text).replaceAll(/[\s\u0085\u2028\u2029]/gu, '');
}

async function expectValid(root: DocumentRoot, language: 'ru' | 'en'): Promise<void> {
  expect(await validateDocx(await writeProposal(withRoot(root, language)))).toEqual([]);
}

/** The validator starts for a second before it reads: it reads as many documents at once, one after the other in a file. */
const validatedAtOnce = 6;

async function expectAllValid(roots: readonly DocumentRoot[], language: 'ru' | 'en'): Promise<void> {
  const [first] = roots;
  if (first === undefined) return;
  const content = roots.flatMap((root, at) =>
    // Each ends alike, and one end is enough.
    at + 1 < roots.length ? root.content.filter(({ type }) => type !== 'validity') : root.content,
  );
  const found = await validateDocx(await writeProposal(withRoot({ ...first, content }, language)));
  if (found.length === 0) return;
  // Which of them it is.
  for (const root of roots) await expectValid(root, language);
  expect(found).toEqual([]);
}

/** Everything but what the validator says. */
async function expectFaithful(source: ReturnType<typeof withRoot>): Promise<Buffer> {
  const { proposal, context } = source;
  const bytes = Buffer.from(await writeProposal(source));

  // Word's own rule beyond the schema: every drawing and control has a number of its own.
  const document = docxPart(bytes);
  for (const ids of [/<wp:docPr id="(\d+)"/g, /<w:id w:val="(\d+)"/g]) {
    const found = [...document.matchAll(ids)].map(([, id]) => id);
    expect(new Set(found).size).toBe(found.length);
  }
  // A cell must end with a paragraph, or Word offers to repair the file.
  expect(document).not.toMatch(/<\/w:(?:tbl|tcPr)><\/w:tc>/);

  const relationships = docxPart(bytes, 'word/_rels/document.xml.rels');
  for (const [tag, target] of relationships.matchAll(/<Relationship [^>]*Target="([^"]*)"[^>]*>/g)) {
    if (tag.includes('External')) expect(target).toMatch(/^(?:https?:\/\/|mailto:|tel:)/);
    else expect(unzip(bytes).has(`word/${target}`)).toBe(true);
  }

  // A link whose address no reader could parse and a broken picture are named by the comparison; nothing else differs.
  const { differences } = compareDocx(source, readDocx(bytes));
  expect(differences.filter(({ part }) => part !== 'link' && part !== 'file')).toEqual([]);

  // A reader that is not ours sees the same text.
  const { language, validity } = proposal;
  const values = resolveFields({ proposal, context, root: proposal.document.root });
  const expected = documentText(proposal.document.root, { values, context, language, validity });
  const read = await mammoth.extractRawText({ buffer: bytes });
  expect(bare(read.value)).toBe(expected.map(bare).join(''));
  return bytes;
}

async function expectSound(source: ReturnType<typeof withRoot>): Promise<void> {
  expect(await validateDocx(await expectFaithful(source))).toEqual([]);
}

describe('documents over every node and mark', () => {
  test(
    `${documents} generated documents are valid, keep their text, and samples of them open in LibreOffice`,
    async () => {
      rmSync(samplesFolder, { recursive: true, force: true });
      mkdirSync(samplesFolder, { recursive: true });
      const samples: string[] = [];
      const together: DocumentRoot[] = [];
      let made = 0;
      await fc.assert(
        fc.asyncProperty(
          arbitraryRoot,
          fc.constantFrom('ru' as const, 'en' as const),
          async (root, language) => {
            const bytes = await expectFaithful(withRoot(root, language));
            made += 1;
            together.push(root);
            if (together.length === validatedAtOnce || made === documents)
              await expectAllValid(together.splice(0), language);
            // The first that can be printed of every sixteen.
            if (samples.length === Math.min(mostSamples, Math.ceil(made / sampledOneOf))) return;
            if (tablesInTables(bytes) > deepestPrinted) return;
            const path = join(samplesFolder, `${String(made).padStart(4, '0')}.docx`);
            writeFileSync(path, bytes);
            samples.push(path);
          },
        ),
        { numRuns: documents, endOnFailure: true, ...(seed === undefined ? {} : { seed: Number(seed) }) },
      );
      expect(samples.length).toBe(Math.min(mostSamples, Math.ceil(documents / sampledOneOf)));
      for (const path of samples) await convertToPdf(path, samplesFolder);
    },
    documents * 10_000,
  );
});

const paragraph = (text: string): BlockNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });

describe('documents at the edge', () => {
  test('ten levels of mixed lists', async () => {
    let inner: BlockNode = paragraph('дно');
    for (let level = 10; level > 0; level -= 1) {
      const content = [{ type: 'listItem' as const, content: [paragraph(`уровень ${level}`), inner] }];
      inner =
        level % 3 === 0
          ? { type: 'bulletList', content }
          : { type: 'orderedList', attrs: { start: 1 }, content };
    }
    await expectSound(
      withRoot({ type: 'doc', content: [inner, { type: 'validity', attrs: { offerKind: 'offer' } }] }),
    );
  });

  test('a table of 100 rows and 20 columns', async () => {
    const cell = (text: string): TableCellNode => ({
      type: 'tableCell',
      attrs: { colspan: 1, rowspan: 1, colwidth: null, shade: null, verticalAlign: null },
      content: [paragraph(text)],
    });
    const content = Array.from({ length: 100 }, (_, row) => ({
      type: 'tableRow' as const,
      content: Array.from({ length: 20 }, (__, column) => cell(`${row}.${column}`)),
    }));
    await expectSound(
      withRoot({
        type: 'doc',
        content: [
          { type: 'table', content },
          { type: 'validity', attrs: { offerKind: 'offer' } },
        ],
      }),
    );
  });

  test('every character below U+0020, both non-characters and every lone surrogate class', async () => {
    const control = Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code)).join('я');
    const text = `${control}\uFFFE\uFFFF\uD800\uDBFF\uDC00x\uDFFF👍\uD83D`;
    await expectSound(
      withRoot({
        type: 'doc',
        content: [
          paragraph(text),
          {
            type: 'heading',
            attrs: { level: 1, textAlign: null },
            content: [
              {
                type: 'text',
                text,
                marks: [{ type: 'link', attrs: { href: `https://example.org/${text}` } }],
              },
            ],
          },
          { type: 'validity', attrs: { offerKind: 'offer' } },
        ],
      }),
    );
  });

  test('company, title and number full of markup stay text', async () => {
    const source = withRoot({
      type: 'doc',
      content: [{ type: 'letterhead' }, { type: 'validity', attrs: { offerKind: 'offer' } }],
    });
    const hostile = '</w:t>&lt;"\u0000\uFFFE\uD800<script>';
    source.proposal.title = hostile;
    source.proposal.number = hostile;
    source.context.company = {
      ...source.context.company,
      name: hostile,
      tagline: hostile,
      look: { ...source.context.company.look, bodyFont: '"><x', headingFont: hostile },
    };
    await expectSound(source);
  });
});
