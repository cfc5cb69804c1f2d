import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/universal';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AccountDetails } from '../../shared/domain/detailFields.ts';
import type { DossierStandard } from '../../shared/domain/dossierStandard.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/language.ts';
import { emptyRequisites } from '../../shared/domain/requisites.ts';
import { accountDraft, openDatedVault, personDraft, proposalInput } from '../support/drafts.ts';
import { importPlan } from '../support/importPlan.ts';
import { askOwnFields, ownField } from '../support/ownFields.ts';

// Own fields of one name in several standards (GLOSSARY: графа своих полей).

let vault: Awaited<ReturnType<typeof openDatedVault>>;
let folder: string;
const plant = ownField('Счётчик станций', { kind: 'number' });
const clinic = ownField('счетчик  станций', { kind: 'number' });
const plantClass = ownField('Класс', { kind: 'choice', options: ['A', 'B'] });
const clinicClass = ownField('Класс', { kind: 'choice', options: ['B', 'C'] });
const wordClass = ownField('Класс');
const ids = new Map<string, AccountId>();
/** Before the department's own columns the program has so many. */
const ownFrom = 17;
const jobId = randomUUID();

async function add(name: string, variant: DossierStandard['id'], details: AccountDetails): Promise<void> {
  const draft = accountDraft({ name, variant, details, requisites: emptyRequisites });
  ids.set(name, (await vault.call('accounts.create', { draft })).id);
}
const idOf = (name: string): AccountId => {
  const id = ids.get(name);
  if (id === undefined) throw new Error(`no client ${name}`);
  return id;
};
const detailsOf = async (name: string) =>
  (await vault.call('accounts.overview', { id: idOf(name) })).account.details;
const exported = async (language: Language): Promise<string> => {
  const path = join(folder, `${randomUUID()}.xlsx`);
  await vault.call('files.write', { request: { kind: 'table', table: 'clients', language }, path });
  return path;
};
async function ownPart(path: string): Promise<unknown[][]> {
  const [sheet] = await readXlsxFile(new Uint8Array(readFileSync(path)).buffer);
  return (sheet?.data ?? []).map((row) => [row[0], ...row.slice(ownFrom)]);
}

beforeAll(async () => {
  vault = await openDatedVault();
  folder = mkdtempSync(join(tmpdir(), 'kamerton-own-columns-'));
  await askOwnFields(vault, 'manufacturer', plant.field, plantClass.field);
  await askOwnFields(vault, 'medical', clinic.field, clinicClass.field);
  await askOwnFields(vault, 'distributor', wordClass.field);
  await add('Завод', 'manufacturer', { [plant.key]: '4', [plantClass.key]: 'A' });
  await add('Клиника', 'medical', { [clinic.key]: '7', [plant.key]: '1', [clinicClass.key]: 'C' });
  // It was a plant before: what was said then is not out of sight.
  await add('Склад', 'distributor', { [plant.key]: '2', [wordClass.key]: 'высокий' });
});
afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

it('are one column of the exported table, and two where the kinds differ', async () => {
  expect(await ownPart(await exported('ru'))).toEqual([
    ['Клиент', 'Счётчик станций', 'Класс (Производитель, Медицинское учреждение)', 'Класс (Дистрибьютор)'],
    ['Завод', 4, 'A', null],
    ['Клиника', 7, 'C', null],
    ['Склад', 2, null, 'высокий'],
  ]);
  const [head] = await ownPart(await exported('en'));
  expect(head?.slice(1)).toEqual([
    'Счётчик станций',
    'Класс (Manufacturer, Medical institution)',
    'Класс (Distributor)',
  ]);
});

it('are found by their headings, and written where the client is asked', async () => {
  for (const language of ['ru', 'en'] as const) {
    const table = await vault.call('imports.openFile', { jobId, path: await exported(language) });
    expect(table.mapping[plant.key]).toBe(ownFrom);
    expect(table.mapping[clinic.key]).toBeUndefined();
    expect([wordClass.key, plantClass.key].map((key) => table.mapping[key])).toEqual([
      ownFrom + 2,
      ownFrom + 1,
    ]);
    // What the columns say already changes nothing, wherever it stands.
    for (const overwrite of [false, true]) {
      const plan = importPlan(table, { overwrite });
      expect((await vault.call('imports.preview', { jobId, plan })).counts).toMatchObject({
        same: 3,
        changed: 0,
      });
    }
  }
  const text = [
    'Название\tГород\tСЧЕТЧИК СТАНЦИЙ\tКласс (производитель, медицинское учреждение)',
    'Завод\t\t40\tC',
    'Клиника\t\t70\tB',
    'Склад\t\t20\t',
    'Новый\t\t5\t',
  ].join('\n');
  const table = await vault.call('imports.openText', { jobId, text });
  const plan = importPlan(table, { overwrite: true });
  const { rows } = await vault.call('imports.preview', { jobId, plan });
  expect(rows.filter(({ reason }) => reason !== null)).toMatchObject([
    { name: 'Завод', outcome: 'changed', reason: 'badChoice', field: plantClass.key, value: 'C' },
  ]);
  await vault.call('imports.run', { jobId, plan });
  expect(await detailsOf('Завод')).toEqual({ [plant.key]: '40', [plantClass.key]: 'A' });
  expect(await detailsOf('Клиника')).toEqual({
    [clinic.key]: '70',
    [plant.key]: '1',
    [clinicClass.key]: 'B',
  });
  expect(await detailsOf('Склад')).toEqual({ [plant.key]: '20', [wordClass.key]: 'высокий' });
});

it('keep a column of a known table when it is known by another of them', async () => {
  const text = 'Название\tГород\tСколько стоит\nЗавод\t\t41';
  const open = () => vault.call('imports.openText', { jobId, text });
  const mapping = { name: 0, city: 1, [plant.key]: 2 };
  const plan = importPlan(await open(), { kind: 'accounts', mapping, overwrite: true });
  await vault.call('imports.run', { jobId, plan });
  expect((await open()).mapping[plant.key]).toBe(2);
  // The general standard comes before: its field now leads the column.
  const general = ownField('Счётчик станций', { kind: 'number' });
  await askOwnFields(vault, 'general', general.field);
  expect((await open()).mapping[general.key]).toBe(2);
});

it('fill a text that names any of them, and are offered once', async () => {
  const { id: readerId } = await vault.call('people.create', { draft: personDraft(idOf('Клиника')) });
  const { id } = await vault.call('proposals.create', proposalInput(idOf('Клиника'), [readerId]));
  const { ownFields } = (await vault.call('proposals.get', { id })).context;
  const of = (...keys: string[]) => ownFields.filter(({ key }) => keys.includes(key));
  expect(of(plant.key, clinic.key)).toMatchObject([
    { key: plant.key, state: 'asked', value: '70', offered: false },
    { key: clinic.key, state: 'asked', value: '70', offered: true },
  ]);
  expect(of(wordClass.key)).toMatchObject([{ state: 'elsewhere', value: '' }]);
});
