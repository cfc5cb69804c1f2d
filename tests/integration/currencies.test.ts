import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/universal';
import { afterAll, afterEach, beforeEach, expect, it } from 'vitest';
import { emptyPlan } from '../../shared/domain/accountPlan.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import type { Currency } from '../../shared/domain/money.ts';
import { accountDraft, day, deliveryDraft, openDatedVault, testToday } from '../support/drafts.ts';

// Sums of deliveries are told in the currency they were made in, and two currencies are never added.

let vault: Awaited<ReturnType<typeof openDatedVault>>;
const folder = mkdtempSync(join(tmpdir(), 'kamerton-currencies-'));
beforeEach(async () => {
  vault = await openDatedVault();
});
afterEach(() => vault.close());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const add = async (name: string, parentAccountId: AccountId | null = null): Promise<AccountId> =>
  (await vault.call('accounts.create', { draft: accountDraft({ name, parentAccountId }) })).id;
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

it('a client that buys in euros has its quarters and its own money in euros', async () => {
  const id = await add('Northwind');
  expect((await vault.call('accounts.overview', { id })).currency).toBe('RUB');
  await deliver(id, 'EUR', 5000);
  await deliver(id, 'EUR', 7000);
  await deliver(id, 'RUB', 90_000);
  const { currency, quarters } = await vault.call('accounts.overview', { id });
  expect(currency).toBe('EUR');
  expect(quarters.map((list) => [list.currency, list.sums.at(-1)])).toEqual([
    ['EUR', { label: '2026-Q4', revenueMinor: 12_000, profitMinor: 1200 }],
    ['RUB', { label: '2026-Q4', revenueMinor: 90_000, profitMinor: 9000 }],
  ]);
  // A client without deliveries is told in what the vault mostly sells in.
  expect((await vault.call('accounts.overview', { id: await add('New') })).currency).toBe('EUR');
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
  await deliver(await add('Northwind'), 'EUR', 12_345);
  const path = join(folder, 'clients.xlsx');
  await vault.call('files.write', { request: { kind: 'table', table: 'clients', language: 'en' }, path });
  const [sheet] = await readXlsxFile(new Uint8Array(readFileSync(path)).buffer);
  const [head = [], row = []] = sheet?.data ?? [];
  const at = head.indexOf('Revenue, 12 months');
  expect([row[at], row[at + 1], row[at + 2]]).toEqual([123.45, 12.34, 'EUR']);
  expect(head[at + 2]).toBe('Currency');
});
