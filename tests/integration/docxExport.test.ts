import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeProposalFile } from '../../electron/vault/actions/exportProposal.ts';
import { compareDocx } from '../../electron/vault/docx/compareDocx.ts';
import { readDocx, type ReadDocument } from '../../electron/vault/docx/readDocx.ts';
import { writeProposal } from '../../electron/vault/docx/writeProposal.ts';
import { sampleProposal } from '../support/sampleProposal.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kamerton-export-'));
});
afterEach(async () => {
  await chmod(folder, 0o755);
  await rm(folder, { recursive: true, force: true });
});

describe('writing a proposal to the disk', () => {
  test('replaces an older file, leaves nothing beside it and reports no difference', async () => {
    const path = join(folder, 'КП_2026-041_Тихвинский_фарфор.docx');
    await writeFile(path, 'an older file');
    const { report } = await writeProposalFile(sampleProposal(), path);
    expect(report.differences).toEqual([]);
    expect(report.totals).toBe(2);
    expect(await readdir(folder)).toEqual(['КП_2026-041_Тихвинский_фарфор.docx']);
    expect(Buffer.from(await writeProposal(sampleProposal())).equals(await readFile(path))).toBe(true);
  });

  test('refuses when the client was deleted, and writes nothing', async () => {
    const source = sampleProposal();
    source.context.account.deleted = true;
    await expect(writeProposalFile(source, join(folder, 'a.docx'))).rejects.toMatchObject({
      code: 'accountDeleted',
    });
    expect(await readdir(folder)).toEqual([]);
  });

  test('names a folder that is gone', async () => {
    const path = join(folder, 'gone', 'a.docx');
    await expect(writeProposalFile(sampleProposal(), path)).rejects.toMatchObject({ code: 'folderMissing' });
  });

  test('names a folder that cannot be written, and keeps the path out of the message', async () => {
    // To root every folder of an ordinary disk is writable; the kernel's own tree is not.
    const root = process.getuid?.() === 0;
    if (!root) await chmod(folder, 0o555);
    const closed = root ? '/sys/kernel' : folder;
    const failure: unknown = await writeProposalFile(sampleProposal(), join(closed, 'тайна.docx')).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: 'readOnlyFolder' });
    expect(String(failure)).not.toContain('тайна');
  });

  test('keeps the older file when the new one cannot take its place', async () => {
    const path = join(folder, 'a.docx');
    await mkdir(path);
    await writeFile(join(path, 'inside.txt'), 'kept');
    await expect(writeProposalFile(sampleProposal(), path)).rejects.toMatchObject({ code: 'readOnlyFolder' });
    expect(await readdir(folder)).toEqual(['a.docx']);
    expect(await readFile(join(path, 'inside.txt'), 'utf8')).toBe('kept');
  });

  test.skipIf(process.platform === 'win32')(
    'names a disk without room, and keeps the older file',
    async () => {
      const path = join(folder, 'a.docx');
      await writeFile(path, 'an older file');
      const module = (name: string) => JSON.stringify(join(import.meta.dirname, name));
      const script = join(folder, 'export.ts');
      await writeFile(
        script,
        `import { writeProposalFile } from ${module('../../electron/vault/actions/exportProposal.ts')};
       import { sampleProposal } from ${module('../support/sampleProposal.ts')};
       process.on('SIGXFSZ', () => {});
       writeProposalFile(sampleProposal(), ${JSON.stringify(path)}).then(() => console.log('written'), (error) => console.log(error.code));`,
      );
      // A limit on the size of a file stops the write half-way, as a full disk does.
      const { stdout } = await promisify(execFile)('sh', [
        '-c',
        'ulimit -f 8; exec "$0" "$1"',
        process.execPath,
        script,
      ]);
      expect(stdout.trim()).toBe('diskFull');
      expect(await readFile(path, 'utf8')).toBe('an older file');
      expect((await readdir(folder)).toSorted()).toEqual(['a.docx', 'export.ts']);
    },
  );
});

describe('comparing the file with the proposal', () => {
  const source = sampleProposal();
  async function reading(): Promise<ReadDocument> {
    return readDocx(await writeProposal(source));
  }
  const parts = (found: ReadDocument) => compareDocx(source, found).differences.map(({ part }) => part);

  test('names a lost paragraph once and goes on comparing', async () => {
    const found = await reading();
    const lost = found.paragraphs.findIndex(({ text }) => text.startsWith('Благодарим'));
    const report = compareDocx(source, { ...found, paragraphs: found.paragraphs.toSpliced(lost, 1) });
    expect(report.differences).toEqual([
      {
        part: 'text',
        expected: expect.stringContaining('Благодарим'),
        found: '',
        after: expect.stringContaining('Уважаемый'),
      },
    ]);
  });

  test('names a changed total', async () => {
    const found = await reading();
    const tables = found.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => cell.replace('22\u00A0098\u00A0800,00', '22\u00A0098\u00A0801,00')),
      })),
    }));
    expect(compareDocx(source, { ...found, tables }).differences).toEqual([
      { part: 'total', expected: 'Всего к\u00A0оплате | 22\u00A0098\u00A0800,00', found: '', after: '' },
    ]);
  });

  test('names a number that counts otherwise, of a heading and of a list', async () => {
    const { root } = source.proposal.document;
    const numbered = {
      ...source,
      proposal: {
        ...source.proposal,
        document: { ...source.proposal.document, root: { ...root, attrs: { headingNumbers: true } } },
      },
    };
    const bytes = await writeProposal(numbered);
    expect(compareDocx(numbered, readDocx(bytes)).differences).toEqual([]);
    const marks = readDocx(bytes).paragraphs.flatMap(({ mark, text }) =>
      mark === null ? [] : [`${mark} ${text}`],
    );
    expect(marks).toEqual(expect.arrayContaining(['1.1. Ремонтный комплект', '5. Цены']));
    // The same file for a document that asks for no numbers: every heading's number is one too many.
    const parts = new Set(compareDocx(source, readDocx(bytes)).differences.map(({ part }) => part));
    expect(parts).toEqual(new Set(['numbering']));
    const found = readDocx(bytes);
    const paragraphs = found.paragraphs.map((each) =>
      each.mark === '1.2.' ? { ...each, mark: '2.' } : each,
    );
    expect(compareDocx(numbered, { ...found, paragraphs }).differences).toEqual([
      expect.objectContaining({
        part: 'numbering',
        expected: expect.stringMatching(/^1\.2\. /),
        found: expect.stringMatching(/^2\. /),
      }),
    ]);
  });

  test('names a lost heading style, list level, table column, link, field and picture', async () => {
    const found = await reading();
    expect(
      parts({
        ...found,
        paragraphs: found.paragraphs.map((each) => ({
          ...each,
          headingLevel: each.headingLevel === 3 ? null : each.headingLevel,
        })),
      }),
    ).toEqual(['heading', 'heading']);
    expect(
      parts({
        ...found,
        paragraphs: found.paragraphs.map((each) => ({
          ...each,
          listLevel: each.listLevel === 2 ? null : each.listLevel,
        })),
      }),
    ).toEqual(['list', 'list']);
    const drawn = found.tables.findIndex((table) => table.rows.length === 4 && table.columns.length === 3);
    expect(parts({ ...found, tables: found.tables.toSpliced(drawn, 1) })).toEqual(['table']);
    expect(parts({ ...found, links: found.links.slice(1) })).toEqual(['link']);
    expect(parts({ ...found, fields: found.fields.slice(1) })).toEqual(['field']);
    expect(parts({ ...found, pictures: found.pictures.slice(0, 1) })).toEqual(['file']);
  });

  test('names a validity period that is not in the file, and one that was taken out of the document', async () => {
    const found = await reading();
    const paragraphs = found.paragraphs.filter(({ text }) => !text.startsWith('Предложение действительно'));
    expect(parts({ ...found, paragraphs })).toEqual(['text', 'validity']);

    const { proposal, context } = sampleProposal();
    const content = proposal.document.root.content.slice(0, -1);
    const without = {
      proposal: { ...proposal, document: { ...proposal.document, root: { type: 'doc' as const, content } } },
      context,
    };
    const report = compareDocx(without, readDocx(await writeProposal(without)));
    expect(report.differences.map(({ part }) => part)).toEqual(['validity']);
  });

  test('refuses a file that was cut', async () => {
    const bytes = await writeProposal(source);
    expect(() => readDocx(bytes.subarray(0, bytes.length / 2))).toThrowError(
      expect.objectContaining({ code: 'fileUnreadable' }),
    );
    expect(() => readDocx(new Uint8Array())).toThrowError(
      expect.objectContaining({ code: 'fileUnreadable' }),
    );
  });
});
