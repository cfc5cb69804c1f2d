import { writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, HeadingLevel, LevelFormat, Packer, Paragraph, TextRun } from 'docx';
import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportDocx } from '../../electron/vault/docx/exportDocx.ts';
import { readDocx } from '../../electron/vault/docx/readDocx.ts';
import { writeProposal } from '../../electron/vault/docx/writeProposal.ts';
import { documentText } from '../../shared/document/documentText.ts';
import { DocumentRoot, type BlockNode } from '../../shared/document/nodes.ts';
import { resolveFields } from '../../shared/document/resolveFields.ts';
import { findAll } from '../../shared/document/walk.ts';
import { convertToPdf, docxPart, pdfText, unzip, validateDocx } from '../support/docx.ts';
import { sampleProposal } from '../support/sampleProposal.ts';

const source = sampleProposal('ru');
const { root } = source.proposal.document;
let bytes: Uint8Array;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kamerton-docx-test-'));
  bytes = await writeProposal(source);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const bare = (text: string) => text.replaceAll(/\s/gu, '');

describe('a proposal as a Word file', () => {
  test.each(['ru', 'en'] as const)('is valid to the Open XML SDK in %s', async (language) => {
    expect(await validateDocx(await writeProposal(sampleProposal(language)))).toEqual([]);
  });

  test('gives the same bytes for the same proposal', async () => {
    expect(Buffer.from(await writeProposal(sampleProposal('ru'))).equals(Buffer.from(bytes))).toBe(true);
  });

  test('has the document’s whole text in order, to a reader that is not ours', async () => {
    const { proposal, context } = source;
    const values = resolveFields({ proposal, context, root });
    const expected = documentText(root, { values, context, language: 'ru', validity: proposal.validity });
    const read = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    expect(bare(read.value)).toBe(bare(expected.join('')));
    expect(read.value).toContain(
      'Предложение действительно с\u00A023\u00A0ноября 2026\u00A0г. до\u00A031\u00A0декабря 2026\u00A0г. включительно',
    );
    expect(read.value).toContain('22\u00A0098\u00A0800,00');
  });

  test('opens in LibreOffice with headers, footers and every section', async () => {
    const path = join(folder, 'proposal.docx');
    writeFileSync(path, bytes);
    const pages = (await pdfText(await convertToPdf(path, folder)))
      .split('\f')
      .filter((page) => page.trim() !== '');
    expect(pages).toHaveLength(3);
    const [first = '', second = ''] = pages;
    expect(first).toContain('Уважаемый Андрей Николаевич!');
    expect(first.replaceAll('\u00A0', ' ')).toContain('стр. 1 из 3');
    // The letterhead stands on the first page, the running header from the second on.
    expect(first.match(/Ладожская пневматика/g)).toHaveLength(2);
    expect(second.trimStart()).toMatch(/^Ладожская пневматика\s+№\s2026-041/);
  });

  test('names its headings by Word’s own styles and keeps them with what follows', () => {
    const headings = readDocx(bytes).paragraphs.filter(({ headingLevel }) => headingLevel !== null);
    expect(headings.map(({ headingLevel }) => headingLevel)).toEqual(
      findAll(root, 'heading').map(({ attrs }) => attrs.level),
    );
    const styles = docxPart(bytes, 'word/styles.xml');
    for (const level of [1, 2, 3]) {
      const style = new RegExp(
        `w:styleId="Heading${level}"><w:name w:val="heading ${level}"/>.*?</w:style>`,
      ).exec(styles)?.[0];
      expect(style).toContain('<w:keepNext/>');
      expect(style).toContain(`<w:outlineLvl w:val="${level - 1}"/>`);
    }
  });

  test('gives every table a grid as wide as the text, repeats heads and never splits a row', () => {
    const document = docxPart(bytes);
    const textWidth = 11_906 - 1134 - 850;
    for (const table of readDocx(bytes).tables) {
      expect(table.columns.reduce((sum, width) => sum + width, 0)).toBe(textWidth);
    }
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(3);
    expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(document.match(/<w:tr>/g)?.length ?? -1);
  });

  test('keeps the totals, the sum in words and the empty line between them on one page', () => {
    const body = docxPart(bytes);
    const words = body.indexOf('<w:pStyle w:val="InWords"/>');
    const grand = body.lastIndexOf('<w:tr>', words);
    const kept = body.slice(grand, words).match(/<w:p>.*?<\/w:p>/gs) ?? [];
    expect(kept).toHaveLength(3);
    for (const paragraph of kept) expect(paragraph).toContain('<w:keepNext/>');
  });

  test('merges cells down and across', () => {
    const document = docxPart(bytes);
    expect(document.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(1);
    expect(document.match(/<w:vMerge\/>/g)).toHaveLength(1);
    expect(document).toMatch(/<w:gridSpan w:val="2"\/>(?:(?!<\/w:tc>).)*Внимание/);
  });

  test('numbers lists by Word’s numbering: nested ones share it, another list starts at its own number', () => {
    const document = docxPart(bytes);
    const numbering = docxPart(bytes, 'word/numbering.xml');
    const numIdOf = (text: string) =>
      new RegExp(`<w:ilvl w:val="(\\d)"/><w:numId w:val="(\\d+)"/>(?:(?!</w:p>).)*${text}`)
        .exec(document)
        ?.slice(1);
    const [outerLevel, outer] = numIdOf('Склад в\u00A0Волхове') ?? [];
    const [innerLevel, inner] = numIdOf('Ремонтный комплект') ?? [];
    const [lastLevel, last] = numIdOf('Площадь') ?? [];
    expect([outerLevel, innerLevel, lastLevel]).toEqual(['1', '2', '0']);
    expect(inner).toBe(outer);
    expect(last).not.toBe(outer);
    expect(numbering).toMatch(
      new RegExp(
        `w:numId="${last}"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/>`,
      ),
    );
  });

  test('keeps merge fields as content controls that carry their keys', () => {
    const { fields } = readDocx(bytes);
    expect(fields).toContainEqual({ tag: 'addressee.greeting', text: 'Уважаемый Андрей Николаевич' });
    // A field without a value shows a line to fill in, shaded so that it is seen.
    expect(fields).toContainEqual({ tag: 'account.needs', text: '__________' });
    expect(docxPart(bytes)).toMatch(/<w:tag w:val="account\.needs"\/>(?:(?!<\/w:sdt>).)*<w:shd /);
  });

  test('keeps links as relationships and pictures with their description and size', () => {
    const { links, pictures } = readDocx(bytes);
    expect(links).toEqual([
      { text: 'паспорт станции', target: 'https://ladoga-pnevmo.example/pasport?a=1&b=2' },
      { text: 'почта', target: 'mailto:kp@ladoga-pnevmo.example' },
    ]);
    expect(pictures).toEqual(['Ладожская пневматика', 'Схема станции']);
    expect(docxPart(bytes)).toContain(`<wp:extent cx="${640 * 9525}" cy="${240 * 9525}"/>`);
  });

  test('says what it is in its properties, and names no person', () => {
    const core = docxPart(bytes, 'docProps/core.xml');
    expect(core).toContain('<dc:title>Коммерческое предложение</dc:title>');
    expect(core).toContain('<dc:creator>Ладожская пневматика</dc:creator>');
    expect(core).toContain('<dc:language>ru-RU</dc:language>');
    const custom = docxPart(bytes, 'docProps/custom.xml');
    expect(custom).toContain('name="Номер"><vt:lpwstr>2026-041</vt:lpwstr>');
    expect(custom).toContain('name="Редакция"><vt:i4>1</vt:i4>');
    for (const [name, part] of unzip(bytes)) {
      if (name.startsWith('docProps/')) expect(part.toString('utf8')).not.toMatch(/Ильина|Соколов|Вересов/);
    }
  });

  test('sets the language of the document, and of foreign words in it', () => {
    expect(docxPart(bytes, 'word/styles.xml')).toContain('<w:lang w:val="ru-RU"');
    expect(docxPart(bytes)).toMatch(
      /<w:lang w:val="en-GB"\/><\/w:rPr><w:t xml:space="preserve">Shell Corena S4 R<\/w:t>/,
    );
  });

  test('carries Word’s own watermark on every page of a draft that is asked to be marked, and nowhere else', async () => {
    const headers = ['word/header1.xml', 'word/header2.xml'];
    const marked = await writeProposal(source, { draft: true });
    expect(await validateDocx(marked)).toEqual([]);
    for (const header of headers) {
      expect(docxPart(marked, header)).toMatch(/id="PowerPlusWaterMarkObject\d".*string="ЧЕРНОВИК"/);
      expect(docxPart(bytes, header)).not.toContain('w:pict');
    }
    const sent = { ...source, proposal: { ...source.proposal, status: 'sent' as const } };
    for (const header of headers)
      expect(docxPart(await writeProposal(sent, { draft: true }), header)).not.toContain('w:pict');
  });

  test('prints no reference without consent', () => {
    expect(readDocx(bytes).paragraphs.filter(({ text }) => text.includes('Молоко Заонежья'))).toHaveLength(1);
  });
});

describe('beside the usual library for Word files', () => {
  test('the same text, headings and list levels are read from both', async () => {
    const item = (text: string, ...more: BlockNode[]) => ({
      type: 'listItem' as const,
      content: [paragraph(text), ...more],
    });
    const paragraph = (text: string): BlockNode => ({
      type: 'paragraph',
      content: [{ type: 'text', text, marks: [{ type: 'bold' }] }],
    });
    const ours = DocumentRoot.parse({
      type: 'doc',
      content: [
        {
          type: 'heading',
          attrs: { level: 2, textAlign: null },
          content: [{ type: 'text', text: 'Цены & сроки' }],
        },
        paragraph('Абзац с <угловыми> скобками\tи табуляцией'),
        {
          type: 'orderedList',
          attrs: { start: 1 },
          content: [
            item('один', { type: 'orderedList', attrs: { start: 1 }, content: [item('один-один')] }),
            item('два'),
          ],
        },
      ],
    });
    const numbered = (text: string, level: number) =>
      new Paragraph({
        numbering: { reference: 'numbers', level },
        children: [new TextRun({ text, bold: true })],
      });
    const theirs = new Document({
      numbering: {
        config: [
          {
            reference: 'numbers',
            levels: [0, 1].map((level) => ({ level, format: LevelFormat.DECIMAL, text: `%${level + 1}.` })),
          },
        ],
      },
      sections: [
        {
          children: [
            new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun('Цены & сроки')] }),
            new Paragraph({
              children: [new TextRun({ text: 'Абзац с <угловыми> скобками\tи табуляцией', bold: true })],
            }),
            numbered('один', 0),
            numbered('один-один', 1),
            numbered('два', 0),
          ],
        },
      ],
    });
    // Labels are left out: the other library's nested list is set to count by its own number alone.
    const shapes = (file: Uint8Array) => readDocx(file).paragraphs.map(({ mark: _mark, ...shape }) => shape);
    expect(shapes(await exportDocx(ours))).toEqual(shapes(await Packer.toBuffer(theirs)));
  });
});
