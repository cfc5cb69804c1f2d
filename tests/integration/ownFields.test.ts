import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/universal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readWordFile } from '../../electron/vault/docx/import/readWordFile.ts';
import type { MergeFieldKey } from '../../shared/document/mergeFields.ts';
import type { BlockNode, ParagraphNode } from '../../shared/document/nodes.ts';
import { usedFields } from '../../shared/document/walk.ts';
import type { OwnFieldKey } from '../../shared/domain/detailFields.ts';
import type { DossierStandard, StandardField } from '../../shared/domain/dossierStandard.ts';
import { type AccountId, type ProposalId, TemplateId } from '../../shared/domain/ids.ts';
import type { Language } from '../../shared/domain/language.ts';
import { BlockDraft } from '../../shared/domain/library.ts';
import { docxPart } from '../support/docx.ts';
import { accountDraft, openDatedVault, personDraft, proposalInput, testToday } from '../support/drafts.ts';
import { importPlan } from '../support/importPlan.ts';
import { readExported } from '../support/exported.ts';
import { askOwnFields, ownField, standardRow } from '../support/ownFields.ts';

// A department's own fields in proposals, blocks and templates (GLOSSARY: своё поле, поле).

let vault: Awaited<ReturnType<typeof openDatedVault>>;
let folder: string;
beforeAll(async () => {
  vault = await openDatedVault();
  folder = mkdtempSync(join(tmpdir(), 'kamerton-own-fields-'));
});
afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (id: DossierStandard['id'], ...fields: StandardField[]) => askOwnFields(vault, id, ...fields);
const drop = async (id: DossierStandard['id'], key: OwnFieldKey) => {
  const { standard, revision } = await standardRow(vault, id);
  const fields = standard.fields.filter((field) => field.key !== key);
  await vault.call('standards.save', { standard: { ...standard, fields }, baseRevision: revision });
};
const said = (...keys: MergeFieldKey[]): ParagraphNode => ({
  type: 'paragraph',
  content: keys.flatMap((key) => [
    { type: 'text' as const, text: ' · ' },
    { type: 'mergeField' as const, attrs: { key } },
  ]),
});
const clientWith = (variant: DossierStandard['id'], details: Partial<Record<OwnFieldKey, string>>) =>
  vault.call('accounts.create', { draft: accountDraft({ variant, details }) });

async function proposalSaying(
  accountId: AccountId,
  keys: MergeFieldKey[],
  language: Language = 'ru',
): Promise<ProposalId> {
  const { id: readerId } = await vault.call('people.create', { draft: personDraft(accountId) });
  const { id } = await vault.call('proposals.create', {
    ...proposalInput(accountId, [readerId]),
    language,
    templateId: TemplateId.parse(`industrial-supply-${language}`),
  });
  const { proposal } = await vault.call('proposals.get', { id });
  const { document } = proposal;
  const content: BlockNode[] = [...document.root.content, said(...keys)];
  await vault.call('proposals.saveDocument', {
    id,
    baseRevision: proposal.revision,
    document: { ...document, root: { ...document.root, content } },
  });
  return id;
}
async function exported(id: ProposalId): Promise<{ text: string; bytes: Buffer }> {
  const path = join(folder, `${id}.docx`);
  await vault.call('proposals.writeDocx', { id, path, draft: false });
  return { text: readExported(path).text, bytes: readFileSync(path) };
}
const aboutFields = async (id: ProposalId) =>
  (await vault.call('proposals.check', { id })).findings.flatMap((found) =>
    'field' in found.params ? [`${found.kind} ${found.severity} ${found.params.field}`] : [],
  );

describe('an own field in a proposal', () => {
  it('is printed from the dossier in the language of the paper, as a control that is read back', async () => {
    const line = ownField('Марка станции');
    const number = ownField('Часов в год', { kind: 'number' });
    const date = ownField('Поверка', { kind: 'date' });
    const choice = ownField('Кислород', { kind: 'choice', options: ['своя станция', 'баллоны'] });
    const answer = ownField('Резерв', { kind: 'yesNo' });
    const all = [line, number, date, choice, answer];
    await ask('medical', ...all.map(({ field }) => field));
    const { id: accountId } = await clientWith('medical', {
      [line.key]: 'КС-200 <М>',
      [number.key]: '-12500.5',
      [date.key]: '2027-03-09',
      [choice.key]: 'баллоны',
      [answer.key]: 'no',
    });
    const keys = all.map(({ key }) => key);
    const russian = await proposalSaying(accountId, keys);
    const { text, bytes } = await exported(russian);
    expect(text).toContain(' · КС-200 <М> · −12 500,5 · 09.03.2027 · баллоны · нет');
    const controls = docxPart(bytes);
    for (const key of keys) expect(controls).toContain(`<w:tag w:val="${key}"/>`);
    expect(usedFields(readWordFile(bytes).root).filter((key) => key.startsWith('own-'))).toEqual(keys);
    expect(await aboutFields(russian)).toEqual([]);
    const english = await exported(await proposalSaying(accountId, keys, 'en'));
    expect(english.text).toContain(' · КС-200 <М> · −12,500.5 · 9 Mar 2027 · баллоны · no');
  });

  it('is a hole where nothing is known, and the check says why', async () => {
    const asked = ownField('Своё у завода');
    const elsewhere = ownField('Своё у дистрибьютора');
    await ask('manufacturer', asked.field);
    await ask('distributor', elsewhere.field);
    const gone: OwnFieldKey = 'own-99999999-0000-4000-8000-000000000000';
    const { id: accountId } = await clientWith('manufacturer', {});
    const id = await proposalSaying(accountId, [asked.key, elsewhere.key, gone]);
    expect(await aboutFields(id)).toEqual([
      `emptyField stop ${asked.key}`,
      `fieldElsewhere stop ${elsewhere.key}`,
      `formerField stop ${gone}`,
    ]);
    expect((await exported(id)).text).toMatch(/ · _+ · _+ · _+/);
    // What the user types for it is printed, as of any field.
    const { proposal } = await vault.call('proposals.get', { id });
    await vault.call('proposals.saveHeader', {
      id,
      baseRevision: proposal.revision,
      header: { ...proposal, fieldOverrides: { [gone]: 'вписано рукой' } },
    });
    expect((await exported(id)).text).toContain('вписано рукой');
  });

  it('keeps a guess out until it is allowed, and lets long words of the dossier be said', async () => {
    const long = ownField('Как решают', { kind: 'long' });
    await ask('manufacturer', long.field);
    const words = 'Сначала смотрит главный энергетик, затем служба закупок, последнее слово за собственником';
    const { id: accountId } = await clientWith('manufacturer', { [long.key]: words });
    const id = await proposalSaying(accountId, [long.key]);
    const kinds = async () =>
      (await vault.call('proposals.check', { id })).findings.filter(({ kind }) =>
        ['internalNote', 'guessedFact', 'emptyField'].includes(kind),
      );
    expect(await kinds()).toEqual([]);
    expect((await exported(id)).text).toContain(words);
    const note = { certainty: 'guessed', source: 'слухи', notedOn: testToday, forPapers: false } as const;
    await vault.call('accounts.noteField', { id: accountId, field: long.key, note });
    expect((await kinds()).map(({ kind }) => kind)).toEqual(['emptyField']);
    expect((await exported(id)).text).not.toContain('главный энергетик');
    await vault.call('accounts.noteField', {
      id: accountId,
      field: long.key,
      note: { ...note, forPapers: true },
    });
    expect((await exported(id)).text).toContain(words);
  });

  it('keeps its name and its value when the department takes it out of the standard', async () => {
    const filled = ownField('Станций у клиента', { kind: 'number' });
    const spoken = ownField('Только в тексте');
    await ask('manufacturer', filled.field, spoken.field);
    const { id: accountId } = await clientWith('manufacturer', { [filled.key]: '4' });
    const id = await proposalSaying(accountId, [filled.key, spoken.key]);
    await drop('manufacturer', filled.key);
    await drop('manufacturer', spoken.key);
    const fields = (await vault.call('standards.ownFields', {})).fields;
    expect(fields.filter(({ key }) => key === filled.key || key === spoken.key)).toMatchObject([
      { label: 'Станций у клиента', kind: 'number', askedBy: [] },
      { label: 'Только в тексте', askedBy: [] },
    ]);
    expect((await exported(id)).text).toMatch(/ · 4 · _+/);
    expect(await aboutFields(id)).toEqual([`formerField stop ${spoken.key}`]);
    // Going back to the program's standard hides them too, and the standard is as the program brings it.
    await vault.call('standards.reset', { id: 'manufacturer' });
    expect((await standardRow(vault, 'manufacturer')).origin).toBe('shipped');
    expect((await exported(id)).text).toMatch(/ · 4 · _+/);
  });
});

describe('an own field in the library', () => {
  it('is passed over by the composition where the dossier has no answer', async () => {
    const field = ownField('Точка росы');
    await ask('manufacturer', field.field);
    const { id: template } = { id: TemplateId.parse('industrial-supply-ru') };
    const draft = BlockDraft.parse({
      language: 'ru',
      title: 'Ваша точка росы',
      role: 'technical',
      criteria: ['reliability'],
      psychotypes: [],
      trade: '',
      evidence: 'document',
      why: 'Его собственная цифра',
      content: [said(field.key)],
    });
    const { id: blockId } = await vault.call('library.createBlock', { draft });
    const plannedFor = async (details: Partial<Record<OwnFieldKey, string>>) => {
      const { id: accountId } = await clientWith('manufacturer', details);
      const { id: readerId } = await vault.call('people.create', {
        draft: personDraft(accountId, {
          readerRole: 'technical',
          criteria: [{ key: 'reliability', weightPercent: 100, note: '' }],
        }),
      });
      const { id } = await vault.call('proposals.create', {
        ...proposalInput(accountId, [readerId]),
        templateId: template,
      });
      const { root } = (await vault.call('proposals.get', { id })).proposal.document;
      return JSON.stringify(root).includes(blockId);
    };
    expect(await plannedFor({})).toBe(false);
    expect(await plannedFor({ [field.key]: 'минус сорок' })).toBe(true);
    await vault.call('library.delete', { ref: { kind: 'block', id: blockId } });
  });

  it('goes with its block to another vault, which can ask for it', async () => {
    const field = ownField('Класс чистоты', { kind: 'choice', options: ['1', '2'] });
    await ask('medical', field.field);
    const draft = BlockDraft.parse({
      language: 'ru',
      title: 'Под ваш класс чистоты',
      role: 'technical',
      criteria: ['reliability'],
      psychotypes: [],
      trade: '',
      why: '',
      content: [said(field.key)],
    });
    const { id } = await vault.call('library.createBlock', { draft });
    const path = join(folder, 'library.json');
    await vault.call('library.writeFile', { refs: [{ kind: 'block', id }], path });
    const other = await openDatedVault();
    try {
      const { file } = await other.call('library.readFile', { path });
      await other.call('library.import', { file });
      expect((await other.call('standards.ownFields', {})).fields).toEqual([
        { key: field.key, label: 'Класс чистоты', kind: 'choice', options: ['1', '2'], askedBy: [] },
      ]);
      // Nobody is asked for it before this department wants to.
      const { standard, origin } = await standardRow(other, 'medical');
      expect(origin).toBe('shipped');
      expect(standard.fields.at(-1)).toMatchObject({ key: field.key, asked: false, required: false });
    } finally {
      await other.close();
    }
  });
});

describe('an own field in tables of clients', () => {
  const number = ownField('Турбин, шт.', { kind: 'number' });
  const date = ownField('Поверка (след.)', { kind: 'date' });
  const choice = ownField('Кислород откуда', { kind: 'choice', options: ['своя станция', 'Баллоны'] });
  const answer = ownField('Есть резерв', { kind: 'yesNo' });
  const line = ownField('Городская сеть');
  const all = [number, date, choice, answer, line];
  const jobId = randomUUID();
  const open = (text: string, at = vault) => at.call('imports.openText', { jobId, text });
  const detailsOf = async (name: string, at = vault) => {
    const row = (await at.call('accounts.list', { query: '' })).rows.find((one) => one.name === name);
    if (row === undefined) throw new Error(`no client ${name}`);
    return (await at.call('accounts.overview', { id: row.id })).account.details;
  };
  const head = 'Название\tИНН\tТурбин, шт\tПоверка (след.):\tКислород откуда\tЕсть резерв\tГородская сеть';

  it('is a column that an import finds by its name and reads by its kind', async () => {
    await ask('medical', ...all.map(({ field }) => field));
    const table = await open(
      [
        head,
        'Клиника А\t7707083893\t1 240,5\t09.03.2027\tбаллоны\tДа\tТеплосеть',
        'Клиника Б\t\tмного\t31.02.2027\tжидкий\tкак-нибудь\t-',
        'Клиника В\t\t-3\t\tсвоя станция\tнет\t',
      ].join('\n'),
    );
    expect(table.kind).toBe('accounts');
    expect(all.map(({ key }) => table.mapping[key])).toEqual([2, 3, 4, 5, 6]);
    const plan = importPlan(table);
    const report = await vault.call('imports.preview', { jobId, plan });
    expect(report.rows.filter(({ reason }) => reason !== null)).toMatchObject([
      { row: 3, outcome: 'new', reason: 'badNumber', field: number.key, value: 'много' },
    ]);
    const { batchId } = await vault.call('imports.run', { jobId, plan });
    expect(await detailsOf('Клиника А')).toEqual({
      [number.key]: '1240.5',
      [date.key]: '2027-03-09',
      [choice.key]: 'Баллоны',
      [answer.key]: 'yes',
      [line.key]: 'Теплосеть',
    });
    expect(await detailsOf('Клиника Б')).toEqual({});
    expect(await detailsOf('Клиника В')).toEqual({
      [number.key]: '-3',
      [choice.key]: 'своя станция',
      [answer.key]: 'no',
    });
    // What a dossier says already is replaced only when the user wants it, and the same file changes nothing.
    const other = await open(`${head}\nКлиника А\t7707083893\t7\t\t\t\tСвоя котельная`);
    await vault.call('imports.run', { jobId, plan: importPlan(other) });
    expect((await detailsOf('Клиника А'))[number.key]).toBe('1240.5');
    const over = importPlan(other, { overwrite: true });
    await vault.call('imports.run', { jobId, plan: over });
    expect(await detailsOf('Клиника А')).toMatchObject({ [number.key]: '7', [line.key]: 'Своя котельная' });
    expect((await vault.call('imports.preview', { jobId, plan: over })).counts).toMatchObject({
      same: 1,
      new: 0,
    });
    expect(batchId).not.toBeNull();
  });

  it('says of each kind what it could not read', async () => {
    const reasons = async (column: number, text: string) => {
      const table = await open(`Название\tГород\tПоле\nОкские верфи\tВолхов\t${text}`);
      const mapping = { name: 0, city: 1, [all[column]?.key ?? '']: 2 };
      const report = await vault.call('imports.preview', {
        jobId,
        plan: importPlan(table, { kind: 'accounts', mapping }),
      });
      return report.rows.map(({ reason, value }) => [reason, value]);
    };
    expect(await reasons(0, 'штук пять')).toEqual([['badNumber', 'штук пять']]);
    expect(await reasons(1, 'весной')).toEqual([['badDate', 'весной']]);
    expect(await reasons(1, '03/04/2027')).toEqual([['ambiguousDate', '03/04/2027']]);
    expect(await reasons(2, 'жидкий')).toEqual([['badChoice', 'жидкий']]);
    expect(await reasons(3, 'иногда')).toEqual([['badAnswer', 'иногда']]);
  });

  it('is a column of the exported table, with values of its kind that come back the same', async () => {
    const path = join(folder, 'clients.xlsx');
    await vault.call('files.write', { request: { kind: 'table', table: 'clients', language: 'ru' }, path });
    const [sheet] = await readXlsxFile(new Uint8Array(readFileSync(path)).buffer);
    const rows = sheet?.data ?? [];
    const at = (label: string) => (rows[0] ?? []).indexOf(label);
    const clinic = rows.find((row) => row[0] === 'Клиника А') ?? [];
    expect(all.map(({ field }) => clinic[at(field.label)])).toEqual([
      7,
      new Date('2027-03-09T00:00:00Z'),
      'Баллоны',
      'да',
      'Своя котельная',
    ]);
    const elsewhere = await openDatedVault();
    try {
      const { standard, revision } = await standardRow(elsewhere, 'medical');
      const fields = [...standard.fields, ...all.map(({ field }) => field)];
      await elsewhere.call('standards.save', { standard: { ...standard, fields }, baseRevision: revision });
      const table = await elsewhere.call('imports.openFile', { jobId, path });
      await elsewhere.call('imports.run', { jobId, plan: importPlan(table) });
      for (const name of ['Клиника А', 'Клиника В'])
        expect(await detailsOf(name, elsewhere)).toEqual(await detailsOf(name));
    } finally {
      await elsewhere.close();
    }
  });
});
