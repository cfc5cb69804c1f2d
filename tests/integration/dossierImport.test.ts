import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountDraft } from '../../shared/domain/account.ts';
import type { DossierImportPlan, DossierImportReport } from '../../shared/domain/dossierImport.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import { newAccount } from '../../shared/domain/newAccount.ts';
import type { OutputOf } from '../../shared/ipc/contract.ts';
import {
  bitrixCompanies,
  bitrixContacts,
  excelEnglishCsv,
  excelRussian,
  excelRussianCsv,
  excelUnicodeText,
  googleContacts,
  oneCReport,
  outlookContacts,
  phoneContacts,
} from '../support/tableFiles.ts';
import { rawWorkbook, serialOf } from '../support/workbooks.ts';
import { openDatedVault } from '../support/drafts.ts';
import { importPlan } from '../support/importPlan.ts';

type Table = OutputOf<'imports.openText'>;
let vault: Awaited<ReturnType<typeof openDatedVault>>;
const folder = mkdtempSync(join(tmpdir(), 'kamerton-tables-'));
beforeAll(async () => {
  vault = await openDatedVault();
});
afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(name: string, bytes: Uint8Array): Promise<Table> {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return vault.call('imports.openFile', { jobId: randomUUID(), path });
}

const preview = (plan: DossierImportPlan) => vault.call('imports.preview', { jobId: randomUUID(), plan });
const run = (plan: DossierImportPlan) => vault.call('imports.run', { jobId: randomUUID(), plan });
const undo = (id: number | null) => vault.call('imports.undo', { id: id ?? 0 });

const clients = async () => (await vault.call('accounts.list', { query: '' })).rows;
async function idOf(name: string): Promise<AccountId> {
  const found = (await clients()).find((row) => row.name === name);
  if (found === undefined) throw new Error(`No client ${name}`);
  return found.id;
}
const deliveriesOf = async (name: string) =>
  (await vault.call('deliveries.list', { accountId: await idOf(name) })).deliveries;
const peopleOf = async (name: string) =>
  (await vault.call('people.list', { accountId: await idOf(name) })).people;
const left = ({ rows }: DossierImportReport) =>
  rows
    .filter(({ outcome, reason }) => outcome === 'skipped' || outcome === 'decision' || reason !== null)
    .map(({ row, reason, field }) => [row, reason, field])
    .toSorted((one, other) => Number(one[0]) - Number(other[0]));
const add = async (name: string, inn = '') =>
  vault.call('accounts.create', {
    draft: { ...newAccount(name), requisites: { ...newAccount(name).requisites, inn } },
  });
async function clear(): Promise<void> {
  for (const { id } of await clients()) await vault.call('accounts.delete', { id });
}

describe('deliveries from the files of other programs', () => {
  const paper = (number: string, on: string) => `Реализация товаров и услуг 00УТ-${number} от ${on} 14:22:11`;
  const report = (...lines: string[]) =>
    Buffer.from(
      [
        'Контрагент;Количество;Выручка без НДС;Валовая прибыль',
        'Документ продажи',
        'Номенклатура',
        ...lines,
      ].join('\r\n'),
    );

  it('1С as CSV: goods between two documents are no client, by the sums, though the outline is lost', async () => {
    await clear();
    const table = await open(
      'Без группировки.csv',
      report(
        'Ветлужские станки;3;4 800 000,00;1 150 000,50',
        `${paper('000123', '12.01.2026')};2;4 500 000,00;1 100 000,00`,
        'Компрессор винтовой 75 кВт;1;2 600 000,00;700 000,00',
        'Осушитель адсорбционный;1;1 900 000,00;400 000,00',
        `${paper('000187', '03.03.2026')};1;300 000,00;50 000,50`,
        'Пусконаладка;1;300 000,00;50 000,50',
        'Мста-Керамика;1;120 000,00;15 000,00',
        `${paper('000190', '04.03.2026')};1;120 000,00;15 000,00`,
        'Итого;4;4 920 000,00;1 165 000,50',
      ),
    );
    expect(table.kind).toBe('deliveries');
    const looked = await run(importPlan(table));
    expect(looked.report.groups).toEqual([]);
    expect((await clients()).map(({ name }) => name).toSorted()).toEqual([
      'Ветлужские станки',
      'Мста-Керамика',
    ]);
    const goods = (await deliveriesOf('Ветлужские станки')).map(({ subject, revenueMinor }) => [
      subject,
      revenueMinor,
    ]);
    expect(goods.toSorted((one, other) => Number(other[1]) - Number(one[1]))).toEqual([
      ['Компрессор винтовой 75 кВт, Осушитель адсорбционный', 450_000_000],
      ['Пусконаладка', 30_000_000],
    ]);
  });

  it('1С as CSV: what the sums do not tell is asked, and its deliveries wait for the answer', async () => {
    await clear();
    const table = await open(
      'Непонятно.csv',
      report(
        'Ветлужские станки;;1,00;',
        `${paper('000123', '12.01.2026')};2;4 500,00;1 100,00`,
        'Насос;1;900,00;1,00',
        `${paper('000187', '03.03.2026')};1;300,00;50,00`,
        'Мста;1;777,00;50,00',
        `${paper('000190', '04.03.2026')};1;1 200,00;150,00`,
      ),
    );
    const plan = importPlan(table);
    const asked = await preview(plan);
    expect(asked.groups).toEqual([
      { name: 'Насос', choice: null },
      { name: 'Мста', choice: null },
    ]);
    expect(asked.counts).toMatchObject({ new: 1, decision: 2, skipped: 0 });
    expect(left(asked).map(([, reason]) => reason)).toEqual(['groupUnclear', 'groupUnclear']);
    const told = { ...plan, groups: { Насос: 'goods', Мста: 'client' } as const };
    const { report: done } = await run(told);
    expect(done.counts).toMatchObject({ new: 3, decision: 0 });
    expect(await deliveriesOf('Ветлужские станки')).toHaveLength(2);
    expect(await deliveriesOf('Мста')).toHaveLength(1);
  });

  it('1С: takes the client from the row above, the day and number from the document, goods as the subject', async () => {
    await clear();
    await add('Мста-Керамика', '7707083893');
    const table = await open('Валовая прибыль.xlsx', oneCReport());
    expect(table.kind).toBe('deliveries');
    const plan = importPlan(table);
    const report = await preview(plan);
    expect(report.counts).toMatchObject({ new: 3, heading: 5, total: 1, skipped: 0, decision: 0 });
    expect(report.clientCounts).toEqual({ known: 1, made: 1, undecided: 0, left: 0 });
    expect((await clients()).length).toBe(1);
    const { batchId } = await run(plan);
    expect(await deliveriesOf('Ветлужские станки')).toMatchObject([
      {
        deliveredOn: '2026-03-03',
        revenueMinor: 30_000_000,
        profitMinor: 5_000_050,
        subject: 'Пусконаладка',
      },
      {
        deliveredOn: '2026-01-12',
        revenueMinor: 450_000_000,
        profitMinor: 110_000_000,
        subject: 'Компрессор винтовой 75 кВт, Осушитель адсорбционный',
        document: 'Реализация товаров и услуг 00УТ-000123 от 12.01.2026',
      },
    ]);
    expect(await deliveriesOf('Мста-Керамика')).toMatchObject([
      { revenueMinor: -12_000_000, profitMinor: -1_500_000 },
    ]);
    expect((await run(importPlan(await open('ещё раз.xlsx', oneCReport())))).batchId).toBeNull();
    expect(await undo(batchId)).toEqual({ restored: 4, kept: 0 });
    expect((await clients()).map(({ name }) => name)).toEqual(['Мста-Керамика']);
    expect(await deliveriesOf('Мста-Керамика')).toEqual([]);
  });

  it('Excel in Russian: real and written dates, a heading over two columns, every bad row with its number', async () => {
    await clear();
    const table = await open('Отгрузки.xlsx', excelRussian());
    expect(table.titles).toEqual([
      'Дата',
      'Контрагент',
      'ИНН',
      'Товар',
      'Сумма без НДС',
      'Сумма с НДС',
      'Прибыль',
    ]);
    const { report } = await run(importPlan(table));
    expect(report.counts).toMatchObject({ new: 2, skipped: 5, total: 1 });
    expect(left(report)).toEqual([
      [6, 'badNumber', 'revenue'],
      [7, 'dateTooEarly', 'date'],
      [8, 'dateTooLate', 'date'],
      [9, 'badDate', 'date'],
      [10, 'noClient', 'client'],
    ]);
    expect(await deliveriesOf('Ветлужские станки')).toMatchObject([
      { deliveredOn: '2026-02-03', revenueMinor: 18_500_050, profitMinor: 4_000_000 },
    ]);
    expect(await deliveriesOf('Туманов А. С.')).toMatchObject([
      { deliveredOn: '2026-03-31', subject: 'Фильтр ФМ-4', profitMinor: 250_025 },
    ]);
  });

  it('Excel’s Russian CSV: windows-1251, decimal commas, a cost instead of a profit, brackets for a minus', async () => {
    await clear();
    const { report } = await run(importPlan(await open('отгрузки.csv', excelRussianCsv())));
    expect(report.counts).toMatchObject({ new: 2 });
    expect((await clients()).map(({ name, legalForm }) => [name, legalForm])).toEqual([
      ['Окские верфи', 'ООО'],
    ]);
    expect(await deliveriesOf('Окские верфи')).toMatchObject([
      { subject: 'Фильтр; 4 шт.', revenueMinor: 999_990, profitMinor: 1_010_000, document: 'УПД-15' },
      { subject: 'ТО компрессора', revenueMinor: 12_000_000, profitMinor: 3_999_950, direction: 'Сервис' },
    ]);
  });

  it('Excel’s American CSV: months first as the column tells, a margin in percent, dollars', async () => {
    await clear();
    const table = await open('orders.csv', excelEnglishCsv());
    await run(importPlan(table));
    const [client] = await clients();
    expect(client).toMatchObject({ name: 'Northwind Kilns', legalForm: 'Ltd.' });
    expect(await deliveriesOf('Northwind Kilns')).toMatchObject([
      { deliveredOn: '2026-02-03', revenueMinor: 100_000, profitMinor: 10_000, currency: 'USD' },
      { deliveredOn: '2026-01-15', revenueMinor: 1_234_567, profitMinor: 308_642, document: 'INV-7' },
    ]);
    const ambiguous = importPlan(
      await vault.call('imports.openText', {
        jobId: randomUUID(),
        text: 'Date,Customer,Product,Amount\n02/03/2026,Northwind Kilns,Belt,10.00',
      }),
    );
    expect(left(await preview(ambiguous))).toEqual([[2, 'ambiguousDate', 'date']]);
    expect((await preview({ ...ambiguous, dayOrder: 'dayFirst' })).counts.new).toBe(1);
  });

  it('«Маржа» with percents is a share of the revenue, and a percent never counts as a sum', async () => {
    await clear();
    const text =
      'Контрагент;Дата;Сумма;Маржа\nОкские верфи;12.03.2026;1 000 000,00;12,5 %\nОкские верфи;13.03.2026;(5 000,00);';
    const sums = await vault.call('imports.openText', {
      jobId: randomUUID(),
      text: text.replace('12,5 %', '125000'),
    });
    expect(sums.mapping).toMatchObject({ margin: null, profit: 3 });
    const table = await vault.call('imports.openText', { jobId: randomUUID(), text });
    expect(table.mapping).toMatchObject({ revenue: 2, margin: 3, profit: null });
    await run(importPlan(table));
    expect(await deliveriesOf('Окские верфи')).toMatchObject([
      { revenueMinor: -500_000, profitMinor: 0 },
      { revenueMinor: 100_000_000, profitMinor: 12_500_000 },
    ]);
    // Chosen by hand as a sum of money, the column is refused row by row.
    const asSum = importPlan(table, { mapping: { ...table.mapping, margin: null, profit: 3 } });
    expect(left(await preview(asSum))).toEqual([[2, 'badNumber', 'profit']]);
    // A workbook keeps 0.125 under the sign; its cell says 12.5 %.
    await clear();
    const book = await open(
      'проценты.xlsx',
      rawWorkbook([
        { cells: ['Контрагент', 'Дата', 'Сумма', 'Маржа'] },
        { cells: ['Окские верфи', '12.03.2026', 1_000_000, { value: 0.125, style: 5 }] },
        { cells: ['Окские верфи', '13.03.2026', 1_000_000, { value: 0.07, style: 6 }] },
      ]),
    );
    expect(book.mapping).toMatchObject({ revenue: 2, margin: 3, profit: null });
    await run(importPlan(book));
    expect(await deliveriesOf('Окские верфи')).toMatchObject([
      { profitMinor: 7_000_000 },
      { profitMinor: 12_500_000 },
    ]);
    const bookAsSum = importPlan(book, { mapping: { ...book.mapping, margin: null, profit: 3 } });
    expect(left(await preview(bookAsSum))).toEqual([
      [2, 'badNumber', 'profit'],
      [3, 'badNumber', 'profit'],
    ]);
  });

  it('takes rows pasted from Excel and «Текст Юникод» in UTF-16, into one client', async () => {
    await clear();
    const { id: accountId } = await add('Окские верфи');
    const pasted = await vault.call('imports.openText', {
      jobId: randomUUID(),
      text: 'Дата\tТовар\tВыручка\n05.02.2026\tКольцо\t1 200,50\n06.02.2026\t"Болт\nМ8"\t30\n',
    });
    await run(importPlan(pasted, { accountId }));
    expect((await deliveriesOf('Окские верфи')).map(({ subject }) => subject)).toEqual(['Болт М8', 'Кольцо']);
    const file = importPlan(await open('юникод.txt', excelUnicodeText()));
    expect((await run(file)).report.counts).toMatchObject({ new: 2 });
    expect((await deliveriesOf('Окские верфи')).length).toBe(4);
    const withVat = importPlan(await open('юникод.txt', excelUnicodeText()), { vat: 20 });
    expect((await preview(withVat)).counts).toMatchObject({ new: 2, same: 0 });
  });
});

describe('sums with VAT', () => {
  it('lose the general rate of each row’s own day', async () => {
    await clear();
    const { id: accountId } = await add('Окские верфи');
    const pasted = await vault.call('imports.openText', {
      jobId: randomUUID(),
      text: 'Дата\tТовар\tСумма с НДС\n30.12.2025\tКольцо\t1 200,00\n12.01.2026\tБолт\t1 220,00\n',
    });
    expect(pasted.titles[pasted.mapping['revenue'] ?? -1]).toBe('Сумма с НДС');
    await run(importPlan(pasted, { accountId, vat: 'ofDay' }));
    expect(await deliveriesOf('Окские верфи')).toMatchObject([
      { subject: 'Болт', revenueMinor: 100_000 },
      { subject: 'Кольцо', revenueMinor: 100_000 },
    ]);
  });
});

describe('tables without a plain heading', () => {
  it('a client and a day merged over several rows count for each of them, a sum for one', async () => {
    await clear();
    const book = rawWorkbook(
      [
        { cells: ['Дата', 'Клиент', 'Товар', 'Выручка'] },
        { cells: [{ value: serialOf('2026-05-04'), style: 1 }, 'Окские верфи', 'Насос', 100] },
        { cells: [null, null, 'Клапан', 200] },
        { cells: [{ value: serialOf('2026-05-05'), style: 1 }, null, 'Муфта'] },
      ],
      { merges: ['A2:A3', 'B2:B4', 'D3:D4'] },
    );
    const { report } = await run(importPlan(await open('слияния.xlsx', book)));
    expect(left(report)).toEqual([[4, 'noRevenue', 'revenue']]);
    expect(await deliveriesOf('Окские верфи')).toMatchObject([
      { deliveredOn: '2026-05-04', revenueMinor: 10_000 },
      { deliveredOn: '2026-05-04', revenueMinor: 20_000 },
    ]);
  });

  it('without any heading the columns are chosen by hand and not remembered', async () => {
    await clear();
    const { id: accountId } = await add('Окские верфи');
    const text = '05.02.2026\tКольцо\t1 200,50\n06.02.2026\tБолт\t30\n';
    const table = await vault.call('imports.openText', { jobId: randomUUID(), text });
    expect(table.titles).toEqual(['', '', '']);
    const mapping = { date: 0, subject: 1, revenue: 2 };
    const { report } = await run(importPlan(table, { accountId, kind: 'deliveries', mapping }));
    expect(report.counts).toMatchObject({ new: 2, skipped: 0 });
    const again = await vault.call('imports.openText', { jobId: randomUUID(), text });
    expect(again.remembered).toBe(false);
  });
});

describe('clients and people from the files of other programs', () => {
  it('takes a revenue with its currency, and none beside sums of another one', async () => {
    await clear();
    const revenue = async (name: string) => {
      const { currency, profile } = (await vault.call('accounts.overview', { id: await idOf(name) })).account;
      return [currency, profile.annualRevenueMinor];
    };
    const load = async (rows: string, overrides: Partial<DossierImportPlan> = {}) => {
      const text = `Название\tГодовая выручка\tВалюта клиента\n${rows}`;
      const table = await vault.call('imports.openText', { jobId: randomUUID(), text });
      return run(importPlan(table, overrides));
    };
    const first = await load('Омега\t500,00\tевро\nДельта\t700,00\t\nСигма\t900,00\tдублоны\n');
    expect(left(first.report)).toEqual([[4, 'badCurrency', 'clientCurrency']]);
    expect(await revenue('Омега')).toEqual(['EUR', 50_000]);
    expect(await revenue('Дельта')).toEqual(['RUB', 70_000]);
    expect(await revenue('Сигма')).toEqual(['RUB', null]);

    // Where nothing stands, the currency comes with the sum; otherwise only an overwritten sum brings another one.
    const rows = 'Дельта\t800,00\tUSD\nСигма\t900,00\tUSD\n';
    expect(left((await load(rows)).report)).toEqual([]);
    expect(await revenue('Дельта')).toEqual(['RUB', 70_000]);
    expect(await revenue('Сигма')).toEqual(['USD', 90_000]);
    await load('Дельта\t\tUSD\n', { overwrite: true });
    expect(await revenue('Дельта')).toEqual(['RUB', 70_000]);
    const over = await load(rows, { overwrite: true });
    expect(await revenue('Дельта')).toEqual(['USD', 80_000]);
    await undo(over.batchId);
    expect(await revenue('Дельта')).toEqual(['RUB', 70_000]);

    // Sums by year would become others: the file's revenue is left out and said.
    const { account } = await vault.call('accounts.overview', { id: await idOf('Дельта') });
    const finances = [{ year: 2025, revenueMinor: 1, profitMinor: null, note: '' }];
    const draft = AccountDraft.parse({ ...account, profile: { ...account.profile, finances } });
    await vault.call('accounts.save', { id: account.id, baseRevision: account.revision, draft });
    const kept = await load(rows, { overwrite: true });
    expect(left(kept.report)).toEqual([[2, 'otherCurrency', 'annualRevenue']]);
    expect(await revenue('Дельта')).toEqual(['RUB', 70_000]);
  });

  it('a client that comes with its deliveries is told in their currency', async () => {
    await clear();
    const text = 'Дата\tКлиент\tВыручка\tВалюта\n02.03.2026\tЙота\t500\tGBP\n03.03.2026\tКаппа\t5\t\n';
    await run(importPlan(await vault.call('imports.openText', { jobId: randomUUID(), text })));
    expect((await clients()).map(({ name, currency }) => [name, currency])).toEqual([
      ['Йота', 'GBP'],
      ['Каппа', 'RUB'],
    ]);
  });

  it('Битрикс24: companies are met by ИНН and name, people come into them, once', async () => {
    await clear();
    await add('Мста-Керамика');
    const companies = importPlan(await open('company.csv', bitrixCompanies()));
    expect(companies.kind).toBe('accounts');
    const done = await run(companies);
    expect(done.report.counts).toMatchObject({ new: 1, changed: 1, skipped: 2 });
    expect(left(done.report)).toEqual([
      [4, 'noName', 'name'],
      [5, 'duplicate', 'name'],
    ]);
    const overview = await vault.call('accounts.overview', { id: await idOf('Окские верфи') });
    expect(overview.account).toMatchObject({
      legalForm: 'ООО',
      industry: 'Судостроение',
      profile: { employees: 50, annualRevenueMinor: 82_000_000_000 },
      requisites: { inn: '5260000009', kpp: '526001001', phone: '+7 831 200-10-20' },
    });
    expect((await run(importPlan(await open('company.csv', bitrixCompanies())))).batchId).toBeNull();

    const contacts = importPlan(await open('contact.csv', bitrixContacts()), { missingClients: 'leave' });
    expect(contacts.kind).toBe('people');
    const people = await run(contacts);
    expect(people.report.counts).toMatchObject({ new: 2, skipped: 2 });
    expect(left(people.report)).toEqual([
      [3, 'badBirthday', 'birthday'],
      [4, 'noName', 'lastName'],
      [5, 'clientUnknown', 'client'],
    ]);
    expect(await peopleOf('Окские верфи')).toMatchObject([
      {
        lastName: 'Вересова',
        middleName: 'Игоревна',
        birthday: '1985-03-14',
        phone: '+7 831 200-10-21, +7 910 000-00-01',
        privateNotes: 'Любит цифры',
      },
      { lastName: 'Зимин', birthday: null, position: 'Главный инженер' },
    ]);

    const google = importPlan(await open('google.csv', googleContacts()));
    expect((await run(google)).report.counts).toMatchObject({ new: 1, same: 1 });
    const phone = await run(importPlan(await open('phone.csv', phoneContacts())));
    expect(phone.report.counts).toMatchObject({ new: 2 });
    expect((await peopleOf('Окские верфи')).find(({ lastName }) => lastName === 'Гордеев')).toMatchObject({
      firstName: 'Илья',
      middleName: 'Олегович',
      birthday: '--05-12',
    });
    expect((await run(importPlan(await open('google.csv', googleContacts())))).batchId).toBeNull();
    expect(await undo(phone.batchId)).toEqual({ restored: 2, kept: 0 });
    expect((await peopleOf('Окские верфи')).length).toBe(3);
  });

  it('Outlook: an empty birthday of zeros is none, a client that is missing is made when asked', async () => {
    await clear();
    const plan = importPlan(await open('outlook.csv', outlookContacts()));
    expect((await preview({ ...plan, missingClients: 'leave' })).counts).toMatchObject({
      new: 0,
      skipped: 2,
    });
    const { batchId, report } = await run(plan);
    expect(report.counts).toMatchObject({ new: 2, skipped: 0 });
    expect(left(report)).toEqual([]);
    expect(new Set((await peopleOf('Northwind Kilns')).map(({ birthday }) => birthday))).toEqual(
      new Set(['1979-11-23', null]),
    );
    // A client that got something else since stays, and its person with an edit of their own.
    const [first] = await peopleOf('Northwind Kilns');
    if (first === undefined) throw new Error('nobody came');
    const { id, revision, savedAtMs: _saved, ...draft } = first;
    await vault.call('people.save', {
      id,
      baseRevision: revision,
      draft: { ...draft, position: 'Head of purchasing' },
    });
    expect(await undo(batchId)).toEqual({ restored: 1, kept: 2 });
    expect((await peopleOf('Northwind Kilns')).map(({ position }) => position)).toEqual([
      'Head of purchasing',
    ]);
    expect(await vault.reply('imports.undo', { id: batchId })).toMatchObject({ ok: false, code: 'notFound' });
    expect((await vault.call('imports.list', {})).imports[0]).toMatchObject({
      kind: 'people',
      added: 2,
      clientsMade: 1,
    });
  });

  it('asks about two clients with one ИНН and about names that are only alike, and does what is decided', async () => {
    await clear();
    await add('Волховский литейный', '7801000009');
    await add('Волховский литейный филиал', '7801000009');
    const { id } = await add('Кандалакшский порт');
    const text = [
      'Дата;Клиент;ИНН;Товар;Выручка',
      '01.02.2026;Волховский литейный;7801000009;Форма;10',
      '02.02.2026;Кандалакшский морской порт;;Кран;20',
      '03.02.2026;Совсем другой завод;;Печь;30',
    ].join('\n');
    const table = await vault.call('imports.openText', { jobId: randomUUID(), text });
    const report = await preview(importPlan(table));
    expect(report.counts).toMatchObject({ new: 1, decision: 2 });
    expect(report.clients.map(({ name, state, candidates }) => [name, state, candidates.length])).toEqual([
      ['Волховский литейный', 'several', 2],
      ['Кандалакшский морской порт', 'suggested', 1],
      ['Совсем другой завод', 'missing', 0],
    ]);
    const keys = Object.fromEntries(report.clients.map(({ name, key }) => [name, key]));
    const decisions = {
      [keys['Волховский литейный'] ?? '']: 'skip' as const,
      [keys['Кандалакшский морской порт'] ?? '']: id,
    };
    const done = await run(importPlan(table, { decisions }));
    expect(done.report.counts).toMatchObject({ new: 2, skipped: 1, decision: 0 });
    expect(await deliveriesOf('Кандалакшский порт')).toMatchObject([{ subject: 'Кран' }]);
    expect(await deliveriesOf('Волховский литейный')).toEqual([]);
  });

  it('fills what is empty, replaces only when told to, and keeps what stood before for the way back', async () => {
    await clear();
    const { id } = await add('Окские верфи', '5260000009');
    const table = await vault.call('imports.openText', {
      jobId: randomUUID(),
      text: 'Название;ИНН;Город;Отрасль\nОкские верфи;5260000009;Павлово;Судостроение',
    });
    await run(importPlan(table));
    const next = await vault.call('imports.openText', {
      jobId: randomUUID(),
      text: 'Название;ИНН;Город;Отрасль\nОкские верфи;5260000009;Выкса;Судостроение',
    });
    expect(next.remembered).toBe(true);
    expect((await preview(importPlan(next))).counts).toMatchObject({ same: 1, changed: 0 });
    const { batchId } = await run(importPlan(next, { overwrite: true }));
    expect((await vault.call('accounts.overview', { id })).account.city).toBe('Выкса');
    expect(await undo(batchId)).toEqual({ restored: 1, kept: 0 });
    expect((await vault.call('accounts.overview', { id })).account.city).toBe('Павлово');
  });
});

describe('long work', () => {
  it('can be stopped, leaves nothing behind, and answers others meanwhile', async () => {
    await clear();
    const jobId = randomUUID();
    const text = [
      'Дата;Клиент;Товар;Выручка',
      ...Array.from({ length: 60_000 }, (_, at) => `01.02.2026;Клиент ${at % 50};Товар ${at};${at}`),
    ].join('\n');
    const plan = importPlan(await vault.call('imports.openText', { jobId: randomUUID(), text }));
    const running = vault.reply('imports.run', { jobId, plan });
    expect(await vault.call('imports.stop', { jobId })).toEqual({ stopped: true });
    expect(await running).toMatchObject({ ok: false, code: 'cancelled' });
    expect(await clients()).toEqual([]);
    expect(await vault.call('imports.stop', { jobId })).toEqual({ stopped: false });
    await vault.call('imports.close', { importId: plan.importId });
    expect(await vault.reply('imports.preview', { jobId, plan })).toMatchObject({ code: 'importGone' });
  });
});
