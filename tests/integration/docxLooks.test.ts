import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDesignedLooks } from '../../electron/vault/actions/readDesignedLooks.ts';
import { compareDocx } from '../../electron/vault/docx/compareDocx.ts';
import { readDocx } from '../../electron/vault/docx/readDocx.ts';
import { writeProposal } from '../../electron/vault/docx/writeProposal.ts';
import type { DesignedLook, LookDesign } from '../../shared/domain/look.ts';
import { convertToPdf, docxPart, pdfText, validateDocx } from '../support/docx.ts';
import { sampleProposal } from '../support/sampleProposal.ts';

const looks = readDesignedLooks(join(import.meta.dirname, '../../resources'));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kamerton-looks-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function inLook(look: LookDesign, language: 'ru' | 'en' = 'ru') {
  const { proposal, context } = sampleProposal(language);
  return { proposal, context: { ...context, company: { ...context.company, look: { ...look, own: null } } } };
}

const look = (id: DesignedLook['id']): LookDesign => {
  const found = looks.find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`There is no look ${id}`);
  return found.look;
};

const styleOf = (styles: string, id: string): string =>
  new RegExp(`<w:style [^>]*w:styleId="${id}">.*?</w:style>`, 's').exec(styles)?.[0] ?? '';
const mm = (value: number) => Math.round((value * 1440) / 25.4);

describe.each(looks)('a proposal in the look $id', ({ look: design }) => {
  test('is valid and equal to the document', async () => {
    for (const language of ['ru', 'en'] as const) {
      const source = inLook(design, language);
      const bytes = await writeProposal(source);
      expect(await validateDocx(bytes)).toEqual([]);
      expect(compareDocx(source, readDocx(bytes)).differences).toEqual([]);
    }
  });

  test('carries its fonts, colour, sizes and margins in the styles', async () => {
    const bytes = await writeProposal(inLook(design));
    const styles = docxPart(bytes, 'word/styles.xml');
    expect(styles).toMatch(new RegExp(`<w:rPrDefault><w:rPr><w:rFonts w:ascii="${design.bodyFont}"`));
    expect(styles).toContain(`<w:sz w:val="${Math.round(design.bodySizePt * 2)}"/>`);
    for (const level of [1, 2, 3])
      expect(styleOf(styles, `Heading${level}`)).toContain(`w:ascii="${design.headingFont}"`);
    expect(styleOf(styles, 'LetterheadName')).toContain(`<w:color w:val="${design.accent}"/>`);
    const { top, right, bottom, left } = design.marginMm;
    expect(docxPart(bytes)).toContain(
      `<w:pgMar w:top="${mm(top)}" w:right="${mm(right)}" w:bottom="${mm(bottom)}" w:left="${mm(left)}"`,
    );
    expect(docxPart(bytes, 'word/fontTable.xml')).toContain(`w:name="${design.bodyFont}"`);
  });
});

describe('what tells the looks apart', () => {
  test('tables: thin rules, a filled head with readable letters, a full grid', async () => {
    const styles = async (id: DesignedLook['id']) =>
      docxPart(await writeProposal(inLook(look(id))), 'word/styles.xml');
    expect(styleOf(await styles('strict'), 'KamertonTable')).not.toMatch(/w:insideV|w:fill/);
    const modern = await styles('modern');
    expect(styleOf(modern, 'KamertonTable')).toContain(`w:fill="${look('modern').accent}"`);
    expect(styleOf(modern, 'TableHead')).toContain('<w:color w:val="FFFFFF"/>');
    expect(styleOf(await styles('classic'), 'KamertonTable')).toMatch(/w:left .*w:insideV /s);
  });

  test('pages: the classic look counts on top from the second page, the modern one names us below', async () => {
    const pages = async (id: DesignedLook['id']) => {
      const path = join(folder, `${id}.docx`);
      await writeFile(path, await writeProposal(inLook(look(id))));
      return (await pdfText(await convertToPdf(path, folder)))
        .split('\f')
        .filter((page) => page.trim() !== '');
    };
    const [first = '', second = ''] = await pages('classic');
    expect(first).not.toMatch(/стр\./);
    expect(second.trimStart()).toMatch(/^2\s*\n/);
    const modern = await pages('modern');
    modern.forEach((page, at) => {
      expect(page.replaceAll('\u00a0', ' ')).toContain(`стр. ${at + 1} из ${modern.length}`);
      expect(page).toMatch(/Ладожская пневматика · \+7/);
    });
  });

  test('body text: the classic look indents plain paragraphs and no others', async () => {
    const bytes = await writeProposal(inLook(look('classic')));
    expect(styleOf(docxPart(bytes, 'word/styles.xml'), 'BodyText')).toContain(`w:firstLine="${mm(12.5)}"`);
    const body = docxPart(bytes);
    expect(body).toContain('<w:pStyle w:val="BodyText"/>');
    // A centred line would be pushed off the middle by the indent.
    expect(body).toMatch(/<w:pStyle w:val="BodyText"\/><w:ind w:firstLine="0"\/><w:jc w:val="center"\/>/);
    expect(docxPart(await writeProposal(inLook(look('strict'))))).not.toContain('BodyText');
  });
});
