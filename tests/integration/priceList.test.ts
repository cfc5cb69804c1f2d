import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import type { SheetData } from 'write-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PriceImportPlan } from '../../shared/domain/priceImport.ts';
import type { PriceListDraft } from '../../shared/domain/priceListItem.ts';
import type { OpenTable } from '../../shared/domain/tableImport.ts';
import { openTestVault, type TestVault } from '../support/testVault.ts';

let vault: TestVault;
const folder = mkdtempSync(join(tmpdir(), 'kamerton-prices-'));
beforeAll(async () => {
  vault = await openTestVault();
});
afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What windows-1251 makes of Russian letters. */
function inWindows1251(text: string): Uint8Array {
  return Uint8Array.from([...text], (sign) => {
    const code = sign.charCodeAt(0);
    if (code < 128) return code;
    if (sign === 'Ё') return 0xa8;
    if (sign === 'ё') return 0xb8;
    return code - 0x0410 + 0xc0;
  });
}

async function open(name: string, content: string | Uint8Array): Promise<OpenTable> {
  const path = join(folder, name);
  writeFileSync(path, content);
  return vault.call('prices.openTable', { path });
}

const planOf = (table: OpenTable, more: Partial<PriceImportPlan> = {}): PriceImportPlan => ({
  importId: table.importId,
  sheet: table.sheet,
  mapping: table.mapping,
  currency: 'RUB',
  vatRate: 22,
  vatMode: 'included',
  ...more,
});

const everything = async () => (await vault.call('prices.search', { query: '' })).items;
const empty = async () => {
  for (const { id } of await everything()) await vault.call('prices.delete', { id });
};

const russianCsv = [
  'ООО «Пример»;;;;',
  'Прайс-лист на 2026 год;;;;',
  'Артикул;Наименование;Ед.;Цена, руб.;Мин. цена',
  'Компрессоры;;;;',
  'К-75;Компрессор винтовой 75 кВт;шт.;1 234 567,89;1 100 000,00',
  'К-90;Компрессор «ВК-90»;шт.;1500000,50;',
  'Сервис;;;;',
  'С-1;Пуск; усл. ;98 000,00;',
  ';Без артикула;ч;2 500,00;',
  'К-75;Тот же артикул;шт.;1,00;',
  'Х-1;;шт.;10,00;',
  'Х-2;Без цены;шт.;;',
  'Х-3;Цена словами;шт.;по запросу;',
  'Итого;;;2 832 570,39;',
].join('\r\n');

describe('import of a price list', () => {
  it('reads a Russian table of a letterhead, groups and a sum, and names every row it leaves out', async () => {
    const table = await open(
      'прайс.csv',
      inWindows1251(russianCsv.replaceAll(/[«»]/g, '"').replace('ООО "Пример"', 'ООО Пример')),
    );
    expect(table.titles).toEqual(['Артикул', 'Наименование', 'Ед.', 'Цена, руб.', 'Мин. цена']);
    expect(table.mapping).toMatchObject({ article: 0, name: 1, unit: 2, price: 3, floor: 4, group: null });
    const report = await vault.call('prices.previewImport', planOf(table));
    expect(report.counts).toMatchObject({ new: 4, skipped: 4, heading: 2, total: 1, changed: 0 });
    expect(
      report.rows
        .filter(({ outcome }) => outcome === 'skipped')
        .map(({ row, reason, field, value }) => [row, reason, field, value]),
    ).toEqual([
      [10, 'duplicate', null, '5'],
      [11, 'noName', 'name', ''],
      [12, 'noPrice', 'price', ''],
      [13, 'badNumber', 'price', 'по запросу'],
    ]);
    expect(await everything()).toEqual([]);

    const done = await vault.call('prices.import', planOf(table));
    expect(done.report.counts).toEqual(report.counts);
    const items = await everything();
    expect(items.find(({ article }) => article === 'К-75')).toMatchObject({
      name: 'Компрессор винтовой 75 кВт',
      group: 'Компрессоры',
      unit: 'шт.',
      priceMinor: 123_456_789,
      floorMinor: 110_000_000,
      vatRate: 22,
    });
    expect(items.find(({ name }) => name === 'Без артикула')).toMatchObject({
      group: 'Сервис',
      priceMinor: 250_000,
    });
  });

  it('adds nothing twice, changes by article, remembers the columns and takes a whole import back', async () => {
    const again = await open(
      'прайс-2.csv',
      russianCsv.replace('1 234 567,89', '1 300 000,00').replace('Пуск', 'Пуск и наладка'),
    );
    expect(again.remembered).toBe(true);
    const before = await everything();
    const { batchId, report } = await vault.call('prices.import', planOf(again));
    expect(report.counts).toMatchObject({ new: 0, changed: 3, same: 1 });
    expect((await everything()).length).toBe(before.length);
    expect((await vault.call('prices.search', { query: 'наладка' })).found).toBe(1);

    // One of the changed items is edited by hand after the import: it stays.
    const edited = (await everything()).find(({ article }) => article === 'С-1');
    if (edited === undefined || batchId === null) throw new Error('nothing was imported');
    const { id, revision, ...draft } = edited;
    await vault.call('prices.save', {
      id,
      baseRevision: revision,
      draft: { ...draft, name: 'Пуск, наладка, обучение' },
    });
    expect(await vault.call('prices.undoImport', { batchId })).toEqual({ restored: 2, kept: 1 });
    const after = await everything();
    expect(after.find(({ article }) => article === 'К-75')?.priceMinor).toBe(123_456_789);
    expect(after.find(({ article }) => article === 'С-1')?.name).toBe('Пуск, наладка, обучение');
    expect(await vault.reply('prices.undoImport', { batchId })).toMatchObject({
      ok: false,
      code: 'notFound',
    });
  });

  it('joins a heading of two rows in a workbook and reads its numbers, percents and days', async () => {
    await empty();
    const text = (value: string) => ({ type: String, value });
    const number = (value: number) => ({ type: Number, value });
    const path = join(folder, 'book.xlsx');
    const rows: SheetData = [
      [
        text('SKU'),
        text('Product name'),
        { ...text('Price'), columnSpan: 2 },
        null,
        text('VAT'),
        text('Valid until'),
      ],
      [null, null, text('list'), text('floor price'), null, null],
      [
        text('A-1'),
        text('Pump'),
        number(1234.56),
        number(1000.1),
        { ...number(0.1), format: '0%' },
        { type: Date, value: new Date(Date.UTC(2026, 11, 31)), format: 'dd.mm.yyyy' },
      ],
      [text('A-2'), text('Valve'), text('12500'), number(0.285), text('no VAT'), text('31.02.2026')],
      [text('A-3'), text('Seal'), text('12,500'), null, null, null],
    ];
    await writeXlsxFile(rows).toFile(path);
    const table = await vault.call('prices.openTable', { path });
    expect(table.titles).toEqual([
      'SKU',
      'Product name',
      'Price list',
      'Price floor price',
      'VAT',
      'Valid until',
    ]);
    const plan = planOf(table, {
      currency: 'EUR',
      vatMode: 'onTop',
      mapping: { ...planOf(table).mapping, floor: 3, price: 2 },
    });
    const { report } = await vault.call('prices.import', plan);
    expect(report.rows.map(({ row, outcome, reason }) => [row, outcome, reason])).toEqual([
      [3, 'new', null],
      [4, 'skipped', 'badDate'],
      [5, 'skipped', 'ambiguousNumber'],
    ]);
    expect((await everything())[0]).toMatchObject({
      article: 'A-1',
      priceMinor: 123_456,
      floorMinor: 100_010,
      vatRate: 10,
      vatMode: 'onTop',
      currency: 'EUR',
      validUntil: '2026-12-31',
    });
  });

  it('refuses what is no table with a code that has a sentence, and changes nothing', async () => {
    const before = await everything();
    for (const [name, content] of [
      ['picture.xlsx', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0])],
      ['cut.xlsx', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 1, 2, 3, 4])],
      ['empty.csv', new Uint8Array()],
      ['old.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0])],
    ] as const) {
      writeFileSync(join(folder, name), content);
      const reply = await vault.reply('prices.openTable', { path: join(folder, name) }, 'shell');
      expect([name, reply]).toEqual([name, expect.objectContaining({ ok: false, code: 'tableUnreadable' })]);
    }
    writeFileSync(join(folder, 'long.csv'), 'Наименование;Цена\n' + 'а;1\n'.repeat(50_001));
    expect(await vault.reply('prices.openTable', { path: join(folder, 'long.csv') }, 'shell')).toMatchObject({
      code: 'tableTooLarge',
    });
    const gone = { importId: '5b0a4a10-0000-4000-8000-000000000001', sheet: 0 };
    expect(await vault.reply('prices.tableSheet', gone)).toMatchObject({ code: 'importGone' });
    expect(await everything()).toEqual(before);
  });
});

describe('the price list by hand', () => {
  const draft = (more: Partial<PriceListDraft>): PriceListDraft => ({
    article: 'Р-1',
    name: 'Ресивер на 900 литров',
    group: 'Ресиверы',
    unit: 'шт.',
    priceMinor: 18_500_000,
    currency: 'RUB',
    vatRate: 22,
    vatMode: 'included',
    floorMinor: null,
    costMinor: null,
    floorMarginBp: null,
    validFrom: null,
    validUntil: null,
    ...more,
  });

  it('is searched by any words of an item, «ё» or «е», and an article stands once', async () => {
    const { id } = await vault.call('prices.create', {
      draft: draft({ name: 'Ресивер чёрный 50 % запаса' }),
    });
    for (const query of ['черный ресив', 'р-1', '50 %', 'РЕСИВЕРЫ чёр'])
      expect([query, (await vault.call('prices.search', { query })).found]).toEqual([query, 1]);
    for (const query of ['%', '_', 'нет такого'])
      expect([query, (await vault.call('prices.search', { query })).found]).toEqual([
        query,
        query === '%' ? 1 : 0,
      ]);
    expect(await vault.reply('prices.create', { draft: draft({}) })).toMatchObject({ code: 'articleTaken' });
    await vault.call('prices.delete', { id });
    await vault.call('prices.create', { draft: draft({}) });
    expect(await vault.reply('prices.restore', { id })).toMatchObject({ code: 'articleTaken' });
  });

  it('keeps dated rates, and a proposal is checked by them', async () => {
    const { vat } = await vault.call('rates.get', {});
    expect(vat.find(({ kind, until }) => kind === 'standard' && until === null)?.rate).toBe(22);
    const currencies = [{ currency: 'EUR' as const, rubE4: 985_000, on: '2026-11-01' as never }];
    const changed = vat.map((rate) => (rate.rate === 7 ? { ...rate, rate: 8 } : rate));
    await vault.call('rates.save', { vat: changed, currencies });
    expect(await vault.call('rates.get', {})).toEqual({ vat: changed, currencies });
    await vault.call('rates.save', { vat, currencies });
  });
});
