import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import {
  exportedTables,
  isSearchTable,
  leftOutTables,
} from '../../electron/vault/actions/exportVault/exportedTables.ts';
import { pdfBytes, placeOf } from '../support/attachmentSamples.ts';
import { accountDraft, eventDraft, openDatedVault, personDraft, testCare } from '../support/drafts.ts';
import { openTestExampleVault } from '../support/testVault.ts';
import { expectCode, filesUnder, filesWith } from '../support/vaultFiles.ts';

const outside = mkdtempSync(join(tmpdir(), 'kamerton-vault-export-'));
afterAll(() => rmSync(outside, { recursive: true, force: true }));
const newFolder = () => mkdtempSync(join(outside, 'сюда-'));
const Rows = z.array(z.record(z.string(), z.unknown()));
const rowsOf = (folder: string, file: string) =>
  Rows.parse(JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8')));

test('every table of the vault is either exported or named as left out', async () => {
  const vault = await openDatedVault();
  const reader = vault.session.opened()?.reader;
  const names = z
    .array(z.object({ name: z.string() }))
    .parse(reader?.prepare(/* sql */ `SELECT name FROM sqlite_master WHERE type = 'table'`).all())
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('sqlite_') && !isSearchTable(name));
  const decided = new Set([...exportedTables.map(({ table }) => table), ...leftOutTables]);
  // A new table: may what is in it leave the vault? Decide in exportedTables.ts.
  expect(names.filter((name) => !decided.has(name))).toEqual([]);
  expect(exportedTables.map(({ table }) => table).filter((table) => !names.includes(table))).toEqual([]);
  await vault.close();
});

test('the example leaves as readable JSON with its readme, in either language', async () => {
  const vault = await openTestExampleVault('ru');
  const folder = newFolder();
  const wish = { jobId: randomUUID(), withPrivate: false, folder };
  const done = await vault.call('vaultExport.write', { ...wish, language: 'ru' });
  const root = join(folder, done.folderName);
  const clients = (await vault.call('accounts.list', { query: '' })).rows;
  expect(rowsOf(root, 'clients')).toHaveLength(clients.length);
  expect(rowsOf(root, 'clients')[0]?.['requisites']).toBeTypeOf('object');
  expect(rowsOf(root, 'proposal-documents')[0]?.['document']).toHaveProperty('root');
  // A value of an own field is of no use without the field's name.
  const named = JSON.stringify(rowsOf(root, 'standards'));
  const ownKeys = rowsOf(root, 'clients').flatMap(({ details }) =>
    Object.keys(details ?? {}).filter((key) => key.startsWith('own-')),
  );
  expect(ownKeys.length).toBeGreaterThan(0);
  expect(ownKeys.filter((key) => !named.includes(key))).toEqual([]);
  expect(done.records).toBeGreaterThan(200);
  const readme = readFileSync(join(root, 'README.txt'), 'utf8');
  expect(readme).toContain('НЕ ЗАШИФРОВАНЫ');
  for (const { file } of exportedTables) {
    expect(existsSync(join(root, `${file}.json`)), file).toBe(true);
    const [start = ''] = file.split('-');
    expect(readme.includes(`${file}.json`) || readme.includes(`${start}-*.json`), file).toBe(true);
  }
  const again = await vault.call('vaultExport.write', { ...wish, language: 'ru' });
  expect(again.folderName).toBe(`${done.folderName} (2)`);
  const english = await vault.call('vaultExport.write', { ...wish, language: 'en' });
  expect(readFileSync(join(folder, english.folderName, 'README.txt'), 'utf8')).toContain('NOT ENCRYPTED');
  await vault.close();
});

test('private notes leave on wish alone, sensitive facts and deleted things never', async () => {
  const vault = await openDatedVault();
  const { id: accountId } = await vault.call('accounts.create', {
    draft: accountDraft({ name: 'ООО «Рога/Копыта»' }),
  });
  await vault.call('privacy.setSpecialData', { on: true });
  const fact = { certainty: 'heard', source: 'сказал сам', notedOn: null, care: null } as const;
  await vault.call('people.create', {
    draft: personDraft(accountId, {
      privateNotes: 'ПриватнаяКанарейка',
      attitude: 'wary',
      facts: [
        { ...fact, text: 'любит шахматы', sensitive: false },
        { ...fact, text: 'ДеликатнаяКанарейка', sensitive: true, care: testCare },
      ],
    }),
  });
  const { id: eventId } = await vault.call('events.create', {
    draft: eventDraft(accountId, { title: 'УдалённаяКанарейка' }),
  });
  const path = join(outside, 'договор.pdf');
  writeFileSync(path, pdfBytes(['Contract']));
  const file = await vault.call('attachments.addFile', { place: placeOf(accountId), path });
  await vault.call('attachments.addFile', { place: placeOf(accountId, { eventId }), path });
  await vault.call('events.delete', { id: eventId });
  const gone = await vault.call('accounts.create', { draft: accountDraft({ name: 'СтёртаяКанарейка' }) });
  await vault.call('accounts.delete', { id: gone.id });

  const plain = newFolder();
  const wish = { jobId: randomUUID(), language: 'ru' as const };
  const done = await vault.call('vaultExport.write', { ...wish, withPrivate: false, folder: plain });
  for (const canary of [
    'ПриватнаяКанарейка',
    'ДеликатнаяКанарейка',
    'УдалённаяКанарейка',
    'СтёртаяКанарейка',
  ])
    expect(filesWith(plain, canary), canary).toEqual([]);
  const root = join(plain, done.folderName);
  expect(rowsOf(root, 'people')[0]).not.toHaveProperty('attitude');
  expect(JSON.stringify(rowsOf(root, 'people'))).toContain('любит шахматы');
  expect(readdirSync(join(root, 'Файлы', 'ООО «Рога Копыта»'))).toEqual(
    ['договор (2).pdf', 'договор.pdf'].toSorted(),
  );
  expect(
    readFileSync(join(root, 'Файлы', 'ООО «Рога Копыта»', 'договор.pdf')).equals(pdfBytes(['Contract'])),
  ).toBe(true);

  const whole = newFolder();
  await vault.call('vaultExport.write', { ...wish, withPrivate: true, folder: whole });
  expect(filesWith(whole, 'ПриватнаяКанарейка')).toHaveLength(1);
  expect(filesWith(whole, 'ДеликатнаяКанарейка')).toEqual([]);

  rmSync(join(vault.dir, vault.vaultId, 'files', file.id));
  const lacking = await vault.call('vaultExport.write', { ...wish, withPrivate: false, folder: newFolder() });
  expect([lacking.files, lacking.refused]).toEqual([1, [{ name: 'договор.pdf', code: 'attachmentMissing' }]]);
  await vault.close();
});

test('nothing is written among the vaults, and a stopped export leaves nothing', async () => {
  const vault = await openTestExampleVault('en');
  const wish = { jobId: randomUUID(), withPrivate: false, language: 'en' as const };
  const inside = join(vault.dir, vault.vaultId);
  const before = filesUnder(vault.dir).length;
  await expectCode(vault.call('vaultExport.write', { ...wish, folder: inside }), 'vaultFolderChosen');
  await expectCode(vault.call('vaultExport.write', { ...wish, folder: vault.dir }), 'vaultFolderChosen');
  expect(filesUnder(vault.dir)).toHaveLength(before);
  const folder = newFolder();
  const writing = vault.call('vaultExport.write', { ...wish, folder });
  const stopped = await vault.call('vaultExport.stop', { jobId: wish.jobId });
  expect(stopped).toEqual({ stopped: true });
  await expectCode(writing, 'cancelled');
  expect(readdirSync(folder)).toEqual([]);
  await vault.close();
});
