import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packStored, packText, type PackedPart, zipParts } from '../../electron/vault/docx/zip.ts';
import type { OutputOf } from '../../shared/ipc/contract.ts';
import { importPlan } from '../support/importPlan.ts';
import {
  bitrixCompanies,
  excelEnglishCsv,
  excelRussian,
  excelRussianCsv,
  excelUnicodeText,
  googleContacts,
  oneCReport,
} from '../support/tableFiles.ts';
import { openTestVault, type TestVault } from '../support/testVault.ts';
import { inUtf16, rawSheet, rawWorkbook, workbookParts } from '../support/workbooks.ts';

let vault: TestVault;
const folder = mkdtempSync(join(tmpdir(), 'kamerton-hostile-'));
beforeAll(async () => {
  vault = await openTestVault();
});
afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

const path = join(folder, 'table');
async function open(bytes: Uint8Array) {
  writeFileSync(path, bytes);
  return vault.reply('imports.openFile', { jobId: randomUUID(), path }, 'shell');
}
const codeOf = async (bytes: Uint8Array): Promise<string> => {
  const reply = await open(bytes);
  return reply.ok ? 'read' : reply.code;
};

const row = { cells: ['Дата', 'Клиент', 'Выручка'] };
const sheetOf = (xml: string): Uint8Array => zipParts(workbookParts(xml, ['Дата', 'Клиент', 'Выручка']));
const plainSheet = rawSheet([row]).xml;

/** A part that unpacks to a great many rows of nothing. */
function bombPart(name: string, bytes: number): PackedPart {
  const inside = Buffer.alloc(bytes - (bytes % 11), '<row></row>');
  const data = Buffer.concat([
    Buffer.from('<worksheet><sheetData>'),
    inside,
    Buffer.from('</sheetData></worksheet>'),
  ]);
  return {
    name,
    pieces: [deflateRawSync(data, { level: 9 })],
    method: 'deflated',
    crc: crc32(data),
    size: data.length,
  };
}
const withSheet = (part: PackedPart): PackedPart[] => [
  ...workbookParts(plainSheet, row.cells).filter(({ name }) => name !== part.name),
  part,
];
const sheetName = 'xl/worksheets/sheet1.xml';

/** The directory of an archive changed in place: `at` is the offset of a field in each central entry. */
function patched(archive: Uint8Array, change: (entry: Buffer, index: number) => void): Uint8Array {
  const bytes = Buffer.from(archive);
  let at = bytes.readUInt32LE(bytes.length - 6);
  for (let index = 0; at + 46 <= bytes.length && bytes.readUInt32LE(at) === 0x02014b50; index += 1) {
    change(bytes.subarray(at), index);
    at += 46 + bytes.readUInt16LE(at + 28);
  }
  return bytes;
}

describe('files made to do harm', () => {
  it('are refused with a code before they burst, whatever their headers say', async () => {
    const bomb = zipParts(withSheet(bombPart(sheetName, 64 * 1024 * 1024)));
    const twins = zipParts(workbookParts(plainSheet, row.cells));
    const first = Buffer.from(twins).readUInt32LE(Buffer.from(twins).readUInt32LE(twins.length - 6) + 42);
    const many = Array.from({ length: 2500 }, (_, at) => packText(`xl/x${at}.xml`, '<x/>'));
    const cases: Readonly<Record<string, readonly [Uint8Array, string]>> = {
      'a sheet that bursts': [bomb, 'tableTooLarge'],
      'a sheet that says it is small': [
        patched(bomb, (entry) => entry.writeUInt32LE(10, 24)),
        'tableTooLarge',
      ],
      'shared texts that burst': [
        zipParts([
          ...workbookParts(plainSheet, row.cells).filter(({ name }) => name !== 'xl/sharedStrings.xml'),
          bombPart('xl/sharedStrings.xml', 64 * 1024 * 1024),
        ]),
        'tableTooLarge',
      ],
      'too many entries': [zipParts([...workbookParts(plainSheet, row.cells), ...many]), 'tableTooLarge'],
      'entries over one another': [
        patched(twins, (entry) => entry.writeUInt32LE(first, 42)),
        'tableUnreadable',
      ],
      'an entry past the end': [
        patched(twins, (entry) => entry.writeUInt32LE(0x7fff_ffff, 20)),
        'tableUnreadable',
      ],
      'an encrypted entry': [patched(twins, (entry) => entry.writeUInt16LE(1, 8)), 'tableUnreadable'],
      'a checksum that lies': [patched(twins, (entry) => entry.writeUInt32LE(1, 16)), 'tableUnreadable'],
      'an archive in an archive': [
        zipParts([packStored('inner.xlsx', rawWorkbook([row]))]),
        'tableUnreadable',
      ],
      'a Word file': [zipParts([packText('word/document.xml', '<w:document/>')]), 'tableUnreadable'],
      'a document type': [
        sheetOf(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aa">]><worksheet><sheetData/></worksheet>`),
        'tableUnreadable',
      ],
      'an entity of its own': [
        sheetOf(
          '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>&lol;</v></c></row></sheetData></worksheet>',
        ),
        'tableUnreadable',
      ],
      'an outside entity': [
        sheetOf('<!DOCTYPE x SYSTEM "file:///etc/passwd"><worksheet><sheetData/></worksheet>'),
        'tableUnreadable',
      ],
      'a million columns': [
        sheetOf(
          `<worksheet><sheetData><row r="1">${'<c><v>1</v></c>'.repeat(1_000_000)}</row></sheetData></worksheet>`,
        ),
        'tableTooLarge',
      ],
      'a million columns of a text': [Buffer.from(`${'a;'.repeat(1_000_000)}\n`), 'tableTooLarge'],
      'nested without end': [sheetOf('<a>'.repeat(100_000)), 'tableUnreadable'],
      'a tag without an end': [sheetOf(`<worksheet ${'x'.repeat(4_000_000)}`), 'tableUnreadable'],
      'tags that do not match': [
        sheetOf('<worksheet><sheetData></worksheet></sheetData>'),
        'tableUnreadable',
      ],
      'a text that is not there': [
        sheetOf('<worksheet><sheetData><row r="1"><c t="s"><v>99</v></c></row></sheetData></worksheet>'),
        'tableUnreadable',
      ],
      'a row of no number': [
        sheetOf('<worksheet><sheetData><row r="-5"><c><v>1</v></c></row></sheetData></worksheet>'),
        'tableUnreadable',
      ],
      'more than 20 MB': [Buffer.alloc(21 * 1024 * 1024, 0x61), 'tableTooLarge'],
      'a quote that never closes': [Buffer.from(`Дата;Клиент\n"${'x;'.repeat(90)}`), 'read'],
      'only quotes': [Buffer.from('"'.repeat(200_000)), 'read'],
      'UTF-16 without a mark': [inUtf16('Дата;Клиент\r\n01.02.2026;Верфь\r\n', 'le', false), 'read'],
      'UTF-16, the higher byte first': [inUtf16('Дата;Клиент\r\n01.02.2026;Верфь\r\n', 'be'), 'read'],
    };
    const found: Record<string, string> = {};
    for (const [name, [bytes]] of Object.entries(cases)) found[name] = await codeOf(bytes);
    expect(found).toEqual(Object.fromEntries(Object.entries(cases).map(([name, [, code]]) => [name, code])));
    expect((await vault.call('accounts.list', { query: '' })).total).toBe(0);
  });

  it('changed at random are read, refused or reported row by row, never more', async () => {
    const samples = [
      oneCReport(),
      excelRussian(),
      excelRussianCsv(),
      excelEnglishCsv(),
      bitrixCompanies(),
      googleContacts(),
      excelUnicodeText(),
      // Not packed, so that changes reach the XML and not only the checksum.
      zipParts([
        ...workbookParts(plainSheet, row.cells).filter(({ name }) => name !== sheetName),
        packStored(sheetName, Buffer.from(plainSheet)),
      ]),
    ];
    const change = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      kind: fc.constantFrom('flip', 'cut', 'double', 'insert'),
      byte: fc.integer({ min: 0, max: 255 }),
    });
    const runs = Number(process.env.KAMERTON_TABLES ?? 150);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.array(change, { minLength: 1, maxLength: 12 }),
        async (sample, changes) => {
          let bytes = Buffer.from(sample);
          for (const { at, kind, byte } of changes) {
            const place = Math.floor(at * bytes.length);
            if (kind === 'flip') bytes.fill(byte, place, place + 1);
            else if (kind === 'cut') bytes = bytes.subarray(0, Math.max(1, place));
            else if (kind === 'double') bytes = Buffer.concat([bytes, bytes.subarray(place)]);
            else
              bytes = Buffer.concat([bytes.subarray(0, place), Buffer.from([byte]), bytes.subarray(place)]);
          }
          const reply = await open(bytes);
          if (!reply.ok) {
            expect(['tableUnreadable', 'tableTooLarge']).toContain(reply.code);
            return;
          }
          // What the contract says the call answers.
          const table = reply.value as OutputOf<'imports.openText'>;
          const plan = importPlan(table);
          const jobId = randomUUID();
          const looked = await vault.call('imports.preview', { jobId, plan });
          const done = await vault.call('imports.run', { jobId, plan });
          expect(done.report.counts).toEqual(looked.counts);
          if (done.batchId === null) return;
          expect((await vault.call('imports.undo', { id: done.batchId })).kept).toBe(0);
        },
      ),
      { numRuns: runs },
    );
    expect((await vault.call('accounts.list', { query: '' })).total).toBe(0);
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(Object.keys(Array.prototype)).toEqual([]);
  });
});
