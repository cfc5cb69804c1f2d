import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/universal';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { AccountDraft, emptyProfile } from '../../shared/domain/account.ts';
import { emptyPlan } from '../../shared/domain/accountPlan.ts';
import { AccountId } from '../../shared/domain/ids.ts';
import { Currency } from '../../shared/domain/money.ts';
import { newAccount } from '../../shared/domain/newAccount.ts';
import { accountDraft, day, deliveryDraft, openDatedVault, testToday } from '../support/drafts.ts';
import { insertOldAccount, openOldVault } from '../support/oldVault.ts';
import { startTestSession, testPassword } from '../support/testVault.ts';

// Sums of deliveries are told in the currency they were made in, and two currencies are never added. A client's own money
// is told in the client's currency, whatever is delivered.

let vault: Awaited<ReturnType<typeof openDatedVault>>;
const folder = mkdtempSync(join(tmpdir(), 'kamerton-currencies-'));
beforeEach(async () => {
  vault = await openDatedVault();
});
afterEach(() => vault.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const add = async (name: string, parentAccountId: AccountId | null = null): Promise<AccountId> =>
  (await vault.call('accounts.create', { draft: { ...newAccount(name), parentAccountId } })).id;
const readClient = async (id: AccountId) => (await vault.call('accounts.overview', { id })).account;
const setCurrency = async (id: AccountId, currency: Currency) => {
  const account = await readClient(id);
  const draft = AccountDraft.parse({ ...account, currency });
  await vault.call('accounts.save', { id, baseRevision: account.revision, draft });
};
const deliver = (id: AccountId, currency: Currency, revenueMinor: number, on = '2026-11-02') =>
  vault.call('deliveries.create', {
    draft: deliveryDraft(id, {
      currency,
      revenueMinor,
      profitMinor: Math.floor(revenueMinor / 10),
      deliveredOn: day(on),
    }),
  });
const giveRate = async (rubE4: number, on = '2026-01-01') => {
  const { vat } = await vault.call('rates.get', {});
  await vault.call('rates.save', { vat, currencies: [{ currency: 'EUR', rubE4, on: day(on) }] });
};
/** Counts the clients table to its end, as the window does. */
const measured = async () => {
  while (!(await vault.call('clients.measure', {})).isDone);
  return new Map(
    (await vault.call('accounts.list', { query: '' })).rows.map((row) => [row.id, row.measures]),
  );
};

it('a client keeps the currency its own money is told in, whatever it buys', async () => {
  const id = await add('Northwind');
  await deliver(id, 'EUR', 5000);
  await deliver(id, 'EUR', 7000);
  await deliver(id, 'RUB', 90_000);
  expect((await readClient(id)).currency).toBe('RUB');
  const quarters = async () =>
    (await vault.call('accounts.overview', { id })).quarters.map((list) => [list.currency, list.sums.at(-1)]);
  const inEuros = ['EUR', { label: '2026-Q4', revenueMinor: 12_000, profitMinor: 1200 }];
  const inRoubles = ['RUB', { label: '2026-Q4', revenueMinor: 90_000, profitMinor: 9000 }];
  expect(await quarters()).toEqual([inRoubles, inEuros]);
  await setCurrency(id, 'EUR');
  expect(await quarters()).toEqual([inEuros, inRoubles]);
  // A new client starts in what the vault mostly sells in, unless another currency is said.
  expect((await readClient(await add('New'))).currency).toBe('EUR');
  const said = await vault.call('accounts.create', { draft: accountDraft({ currency: 'GBP' }) });
  expect((await readClient(said.id)).currency).toBe('GBP');
  const listed = (await vault.call('accounts.list', { query: '' })).rows;
  expect(listed.map(({ currency }) => currency).toSorted()).toEqual(['EUR', 'EUR', 'GBP']);
});

it('takes every currency of the domain', async () => {
  // The migration writes the list out by itself; here both meet.
  const id = await add('Northwind');
  for (const currency of Currency.options) {
    await setCurrency(id, currency);
    expect((await readClient(id)).currency).toBe(currency);
  }
});

it('the history of a revenue says what it was told in', async () => {
  const draft = accountDraft({ profile: { ...emptyProfile, annualRevenueMinor: 500_000 } });
  const { id } = await vault.call('accounts.create', { draft });
  const notes = async () =>
    (await vault.call('accounts.fieldNotes', { id })).notes.map(({ field, value, currency }) => [
      field,
      value,
      currency,
    ]);
  await setCurrency(id, 'EUR');
  const told = [
    ['annualRevenueMinor', '500000', 'EUR'],
    ['annualRevenueMinor', '500000', 'RUB'],
  ];
  expect(await notes()).toEqual(told);
  const { revision, ...account } = await readClient(id);
  const saved = AccountDraft.parse({ ...account, city: 'Вышний Волочёк' });
  await vault.call('accounts.save', { id, baseRevision: revision, draft: saved });
  expect((await notes())[0]).toEqual(['city', 'Вышний Волочёк', null]);
  // Without a sum another currency says nothing new.
  const empty = await add('Empty');
  await setCurrency(empty, 'CNY');
  expect((await vault.call('accounts.fieldNotes', { id: empty })).notes).toEqual([]);
});

it('an import proposes the currency that the vault mostly sells in', async () => {
  const open = () =>
    vault.call('imports.openText', { jobId: randomUUID(), text: 'Date\tClient\tRevenue\n2026-01-02\tA\t5' });
  expect((await open()).currency).toBe('RUB');
  await deliver(await add('Northwind'), 'EUR', 5000);
  expect((await open()).currency).toBe('EUR');
});

it('a group with two currencies has a sum of each', async () => {
  const head = await add('Head');
  const branch = await add('Branch', head);
  await deliver(head, 'EUR', 5000);
  await deliver(branch, 'RUB', 90_000);
  await deliver(branch, 'EUR', 1000);
  const family = await vault.call('accounts.family', { id: head });
  expect(family.own.sums).toEqual([{ currency: 'EUR', revenueMinor: 5000, profitMinor: 500 }]);
  expect(family.branches[0]?.sums.map(({ currency, revenueMinor }) => [currency, revenueMinor])).toEqual([
    ['EUR', 1000],
    ['RUB', 90_000],
  ]);
  expect(family.group.sums).toEqual([
    { currency: 'EUR', revenueMinor: 6000, profitMinor: 600 },
    { currency: 'RUB', revenueMinor: 90_000, profitMinor: 9000 },
  ]);
});

it('shares count another currency only by a rate that the user gave', async () => {
  const home = await add('Home');
  const abroad = await add('Abroad');
  for (const revenue of [10_000, 20_000]) await deliver(home, 'RUB', revenue);
  await deliver(abroad, 'EUR', 1000, '2026-10-05');
  const shareOf = async (id: AccountId) => {
    const measures = (await measured()).get(id);
    return [measures?.revenue12mMinor, measures?.profitSharePermille, measures?.abc];
  };
  expect(await shareOf(abroad)).toEqual([0, 0, null]);
  // Kept lines of the table are counted anew when a rate comes: 10 euros at 90 roubles.
  await giveRate(900_000);
  expect(await shareOf(abroad)).toEqual([90_000, 750, 'A']);
  expect(await shareOf(home)).toEqual([30_000, 250, 'A']);
  // A rate that begins after the delivery says nothing of its day.
  await giveRate(900_000, '2026-10-06');
  expect(await shareOf(abroad)).toEqual([0, 0, null]);
});

it('a goal by revenue is held against the currency of its unit', async () => {
  const id = await add('Both');
  await setCurrency(id, 'EUR');
  await deliver(id, 'EUR', 500_000);
  await deliver(id, 'EUR', 100_000);
  await deliver(id, 'RUB', 9_000_000);
  const goal = (unit: string) => ({
    id: randomUUID(),
    title: 'Volume',
    measure: 'Revenue',
    unit,
    gauge: 'revenue12m' as const,
    from: null,
    target: 12_000,
    current: null,
    by: null,
    outcome: 'open' as const,
    tasks: [],
  });
  expect((await vault.call('plans.view', { accountId: id })).plan.means.currency).toBe('EUR');
  const plan = { ...emptyPlan(testToday, 'EUR'), goals: [goal('€'), goal('₽'), goal('')] };
  await vault.call('plans.save', { accountId: id, baseRevision: 0, plan });
  const { goals } = await vault.call('plans.view', { accountId: id });
  expect(goals.map(({ current }) => current)).toEqual([6000, 90_000, 6000]);
});

it('the exported table of clients names the currency of its sums', async () => {
  const id = await add('Northwind');
  await deliver(id, 'EUR', 12_345);
  await setCurrency(id, 'GBP');
  const path = join(folder, 'clients.xlsx');
  await vault.call('files.write', { request: { kind: 'table', table: 'clients', language: 'en' }, path });
  const [sheet] = await readXlsxFile(new Uint8Array(readFileSync(path)).buffer);
  const [head = [], row = []] = sheet?.data ?? [];
  const at = head.indexOf('Revenue, 12 months');
  expect([row[at], row[at + 1], row[at + 2]]).toEqual([123.45, 12.34, 'EUR']);
  expect(head[at + 2]).toBe('Currency');
  expect([head.at(-1), row.at(-1)]).toEqual(['Client’s currency', 'GBP']);
});

it('an older vault tells the own money of its clients in the currency it was shown in', async () => {
  const old = await openOldVault('client-currency');
  const bought = {
    // Most of what it bought counts, not the latest, and nothing that was deleted.
    mostlyEuros: ['EUR 2024-01-10', 'EUR 2024-02-10', 'RUB 2026-05-05', 'USD 2026-06-01 deleted'],
    // Of two alike the latest.
    roublesThenDollars: ['RUB 2025-01-10', 'USD 2025-02-10'],
    dollarsThenRoubles: ['USD 2025-01-10', 'RUB 2025-02-10'],
    // Without deliveries what the vault mostly sells in.
    nothing: [],
    onlyDeleted: ['GBP 2026-01-10 deleted'],
    euros: ['EUR 2026-03-01', 'EUR 2026-03-02'],
  };
  const ids = Object.keys(bought).map((_, at) => AccountId.parse(`00000000-0000-4000-8000-00000000000${at}`));
  old.session.opened()?.save((db) => {
    const { currency: _, ...draftThen } = accountDraft({
      name: 'Сясьский картон',
      profile: { ...emptyProfile, annualRevenueMinor: 700 },
    });
    for (const [at, deliveries] of Object.values(bought).entries()) {
      const id = ids[at] ?? '';
      insertOldAccount(db, { id, name: `Прежний ${at}`, annualRevenueMinor: 700 });
      for (const [nth, delivery] of deliveries.entries()) {
        const [currency = '', on = '', deleted] = delivery.split(' ');
        db.prepare(/* sql */ `
          INSERT INTO deliveries (id, deletedAtMs, accountId, deliveredOn, direction, subject, revenueMinor, profitMinor,
            currency, document)
          VALUES (:deliveryId, :deletedAtMs, :id, :on, '', 'Поставка', 100, 10, :currency, '')`).run({
          deliveryId: randomUUID(),
          deletedAtMs: deleted === undefined ? null : nth + 1,
          id,
          on,
          currency,
        });
      }
    }
    const id = ids[0] ?? '';
    db.prepare(/* sql */ `
      INSERT INTO field_notes (accountId, field, value, certainty, source, notedOn, forPapers, savedAtMs)
      VALUES (:id, 'annualRevenueMinor', '700', 'heard', 'отчёт', '2026-01-10', 0, 1),
        (:id, 'city', 'Тихвин', 'heard', 'отчёт', '2026-01-10', 0, 1)`).run({ id });
    db.exec(/* sql */ `
      INSERT INTO table_imports (id, kind, importedAtMs, fileName, added, changed, clientsMade)
      VALUES (1, 'accounts', 1, 'clients.csv', 0, 1, 0)`);
    db.prepare(/* sql */ `
      INSERT INTO table_import_changes (importId, entity, entityId, before, revision)
      VALUES (1, 'account', :id, :before, 1)`).run({ id, before: JSON.stringify(draftThen) });
  });
  await old.close({ keepFiles: true });
  const { call, session } = startTestSession({ vaultsDir: old.dir });
  await call('vault.unlock', { vaultId: old.vaultId, password: testPassword });
  const currencyOf = async (id: AccountId) => (await call('accounts.overview', { id })).account.currency;
  expect(await Promise.all(ids.map(currencyOf))).toEqual(['EUR', 'USD', 'RUB', 'EUR', 'EUR', 'EUR']);
  const [first] = ids;
  if (first === undefined) throw new Error('no client');
  const { notes } = await call('accounts.fieldNotes', { id: first });
  expect(notes.map(({ field, currency }) => [field, currency])).toEqual([
    ['city', null],
    ['annualRevenueMinor', 'EUR'],
  ]);
  // An import of that time that is taken back leaves the client its currency.
  expect(await call('imports.undo', { id: 1 })).toEqual({ restored: 1, kept: 0 });
  const { account } = await call('accounts.overview', { id: first });
  expect([account.name, account.currency]).toEqual(['Сясьский картон', 'EUR']);
  // What follows a client's row still does.
  expect((await call('search.everywhere', { query: 'картон' })).hits).toMatchObject([{ id: first }]);
  const db = session.opened();
  expect(() => db?.save((writable) => writable.exec(`UPDATE accounts SET currency = 'XAU'`))).toThrow(
    /CHECK/,
  );
  await call('vault.close', {});
  rmSync(old.dir, { recursive: true, force: true });
});
