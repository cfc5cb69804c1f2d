import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createAccount } from '../../electron/vault/store/accountStore.ts';
import { saveSetting } from '../../electron/vault/store/libraryStore.ts';
import { AccountHealth } from '../../shared/domain/accountView.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import type { ClientsTableView } from '../../shared/ipc/calls/clientsTable.ts';
import { accountDraft, deliveryDraft, eventDraft, openDatedVault, wholeTable } from '../support/drafts.ts';
import { insertOldAccount, openOldVault } from '../support/oldVault.ts';
import { startTestSession, testPassword } from '../support/testVault.ts';

let vault: Awaited<ReturnType<typeof openDatedVault>>;
const ids: AccountId[] = [];

beforeAll(async () => {
  vault = await openDatedVault();
  const names = ['Завод 10', 'Завод 9', 'Ёлочная фабрика', 'Alpha', 'Берёзка', 'Весна'];
  for (const [at, name] of names.entries()) {
    const types = at % 2 === 0 ? (['breadwinner'] as const) : (['expert'] as const);
    const { id } = await vault.call('accounts.create', { draft: accountDraft({ name, types: [...types] }) });
    ids.push(id);
    for (let month = 0; month < at; month++)
      await vault.call('deliveries.create', {
        draft: deliveryDraft(id, { profitMinor: 100_000 * at * at, revenueMinor: 400_000 * at * at }),
      });
  }
  for (const happenedOn of ['2026-08-01', '2026-08-11', '2026-08-21'])
    await vault.call('events.create', {
      draft: eventDraft(ids[0] as AccountId, { happenedOn: happenedOn as never }),
    });
  await vault.call('clients.measure', {});
});
afterAll(() => vault.close());

const table = (change: Partial<ClientsTableView> = {}) =>
  vault.call('clients.table', { view: { ...wholeTable, ...change }, limit: 0 });
const rows = async (change: Partial<ClientsTableView> = {}, offset = 0, limit = 100) =>
  (await vault.call('clients.rows', { view: { ...wholeTable, ...change }, offset, limit })).rows;
const names = async (change: Partial<ClientsTableView> = {}) => (await rows(change)).map(({ name }) => name);

const columns = ['name', 'type', 'cell', 'share', 'contact', 'completeness', 'health', 'nextStep'] as const;

describe('the clients table of a large vault', () => {
  it('says of every client what the whole list says', async () => {
    const list = (await vault.call('accounts.list', { query: '' })).rows;
    const windowed = await rows();
    expect(windowed).toHaveLength(list.length);
    for (const row of list) expect(windowed.find(({ id }) => id === row.id)).toEqual(row);
  });

  it('sums its groups and counts what the chips would let through', async () => {
    const { groups, found, shown, total, types, isMeasured, largestProfitMinor } = await table();
    expect({ found, shown, total, isMeasured }).toEqual({ found: 6, shown: 6, total: 6, isMeasured: true });
    expect(groups.reduce((sum, { sharePermille }) => sum + sharePermille, 0)).toBe(1000);
    expect(groups.map(({ key }) => key)).toEqual(['A', 'B', 'C', 'none']);
    expect(types).toEqual({ breadwinner: 3, expert: 3, imageMaker: 0, prospective: 0 });
    expect(largestProfitMinor).toBe(Math.max(...(await rows()).map((row) => row.measures.profit12mMinor)));
    const narrowed = await table({ types: ['expert'] });
    expect(narrowed).toMatchObject({ found: 6, shown: 3 });
  });

  it('sorts names as people do and takes windows of one order', async () => {
    const whole = await names({ column: 'name', descending: false, grouped: false });
    expect(whole).toEqual(['Берёзка', 'Весна', 'Ёлочная фабрика', 'Завод 9', 'Завод 10', 'Alpha']);
    const pieces = [];
    for (let offset = 0; offset < 6; offset += 2)
      pieces.push(...(await rows({ column: 'name', descending: false, grouped: false }, offset, 2)));
    expect(pieces.map(({ name }) => name)).toEqual(whole);
    expect((await names({ column: 'share' }))[0]).toBe('Весна');
    expect(await names({ column: 'contact', descending: false, grouped: false })).toHaveLength(6);
  });

  it('lets through what every filter wants, of what a search finds', async () => {
    const all = await rows();
    const kept = async (change: Partial<ClientsTableView>) =>
      (await rows(change)).map(({ id }) => id).toSorted();
    const those = (test: (row: (typeof all)[number]) => boolean) =>
      all.flatMap((row) => (test(row) ? [row.id] : [])).toSorted();
    for (const health of AccountHealth.options)
      for (const type of ['breadwinner', 'expert'] as const)
        expect(await kept({ health: [health], types: [type], query: 'завод' })).toEqual(
          those(
            (row) =>
              row.measures.health === health && row.types.includes(type) && row.name.startsWith('Завод'),
          ),
        );
    expect(await table({ query: 'завод', types: ['expert'] })).toMatchObject({ found: 2, shown: 1 });
    expect(await kept({ headsOnly: true })).toEqual(those(({ parent }) => parent === null));
  });

  it('says which clients lie between two, which of some are there, and which there are', async () => {
    const sorted = { ...wholeTable, column: 'name', descending: false, grouped: false } as const;
    const order = (await rows(sorted)).map(({ id }) => id);
    const said = async (of: object, change: Partial<ClientsTableView> = {}) =>
      (await vault.call('clients.ids', { view: { ...sorted, ...change }, ...of })).ids;
    const [first, second, third, fourth] = order as [AccountId, AccountId, AccountId, AccountId];
    expect(await said({})).toEqual(order);
    expect(await said({ between: [second, fourth] })).toEqual(order.slice(1, 4));
    expect(await said({ between: [fourth, second] })).toEqual(order.slice(1, 4));
    expect(await said({ between: [third, third] })).toEqual([third]);
    expect(await said({ among: [fourth, first] })).toEqual([first, fourth]);
    // A filter takes rows out of a range, and what was ticked before out of what is ticked.
    const experts = (await rows({ ...sorted, types: ['expert'] })).map(({ id }) => id);
    const others = order.filter((id) => !experts.includes(id));
    expect(await said({ among: order }, { types: ['expert'] })).toEqual(experts);
    expect(await said({}, { types: ['expert'] })).toEqual(experts);
    const [expert] = experts as [AccountId];
    const [hidden] = others as [AccountId];
    expect(await said({ between: [hidden, expert] }, { types: ['expert'] })).toEqual([expert]);
    expect(await said({ between: [expert, hidden] }, { types: ['expert'] })).toEqual([]);
    expect(await said({ between: [second, fourth] }, { descending: true })).toEqual(
      order.slice(1, 4).toReversed(),
    );
  });

  it('finds silent clients and those that the search finds', async () => {
    expect(await names({ silentOnly: true })).toEqual(['Завод 10']);
    expect(await table({ silentOnly: true })).toMatchObject({ found: 6, shown: 1, silent: 1 });
    expect((await names({ query: 'завод' })).toSorted()).toEqual(['Завод 10', 'Завод 9']);
    expect(await table({ query: 'нетакого' })).toMatchObject({ found: 0, shown: 0, total: 6 });
  });

  it('follows what is saved, and counts shares anew when it is asked', async () => {
    const before = await rows();
    const { id } = await vault.call('accounts.create', { draft: accountDraft({ name: 'Новичок' }) });
    await vault.call('deliveries.create', { draft: deliveryDraft(id, { profitMinor: 90_000_000 }) });
    expect((await table()).isMeasured).toBe(false);
    expect(await names()).toContain('Новичок');
    expect(await vault.call('clients.measure', {})).toEqual({ changed: true, isDone: true });
    const first = (await rows())[0];
    expect(first).toMatchObject({ name: 'Новичок', measures: { abc: 'A' } });
    await vault.call('accounts.delete', { id });
    await vault.call('clients.measure', {});
    expect(await rows()).toEqual(before);
    expect(await vault.call('clients.measure', {})).toEqual({ changed: false, isDone: true });
  });

  it('is counted anew on another day', async () => {
    vault.setDay('2026-11-24');
    expect((await table()).isMeasured).toBe(false);
    await vault.call('clients.measure', {});
    const list = (await vault.call('accounts.list', { query: '' })).rows;
    for (const row of await rows()) expect(list.find(({ id }) => id === row.id)).toEqual(row);
  });

  it('answers the same of deep rows as of the first ones', async () => {
    vault.session.opened()?.save((db) => {
      for (let at = 0; at < 520; at++)
        createAccount(db, accountDraft({ name: `Клиент ${at}`, city: at % 2 === 0 ? 'Пермь' : '' }), at);
    });
    // Found without an order of their own: the same as in the list that ranks them.
    for (const query of ['к', 'клиент', 'перм', 'Пермь', 'клиент 1', 'лиен']) {
      const ranked = await vault.call('accounts.list', { query });
      expect(ranked.rows.length).toBeGreaterThan(5);
      const { ids: found } = await vault.call('clients.ids', { view: { ...wholeTable, query } });
      expect(found.toSorted()).toEqual(ranked.rows.map(({ id }) => id).toSorted());
    }
    for (const column of columns) {
      const whole = await rows({ column }, 300, 200);
      const pieces = [];
      // Within the lines that are found first, across their end, beyond it.
      for (const offset of [300, 350, 390, 410, 440]) pieces.push(await rows({ column }, offset, 20));
      expect(pieces).toEqual([0, 50, 90, 110, 140].map((from) => whole.slice(from, from + 20)));
    }
  });

  it('agrees with the whole list day after day, whatever was counted before', async () => {
    const [quiet, , , buyer, put] = ids as [AccountId, AccountId, AccountId, AccountId, AccountId];
    await vault.call('events.create', {
      draft: eventDraft(quiet, {
        kind: 'complaint',
        happenedOn: '2026-11-20' as never,
        dueOn: '2026-12-01' as never,
      }),
    });
    await vault.call('deliveries.create', {
      draft: deliveryDraft(buyer, { deliveredOn: '2026-12-05' as never }),
    });
    await vault.call('bulk.changeAccounts', { ids: [put], change: { what: 'archive' } });
    // Onwards by days and months, a year on, back again.
    for (const day of [
      '2026-11-25',
      '2026-12-02',
      '2026-12-05',
      '2026-12-09',
      '2027-02-28',
      '2027-12-06',
      '2026-11-26',
    ]) {
      vault.setDay(day);
      expect((await table()).isMeasured).toBe(false);
      while (!(await vault.call('clients.measure', {})).isDone);
      expect((await table()).isMeasured).toBe(true);
      const list = (await vault.call('accounts.list', { query: '' })).rows;
      // A dossier's header takes its measures from the table.
      for (const id of ids)
        expect((await vault.call('accounts.overview', { id })).measures).toEqual(
          list.find((row) => row.id === id)?.measures ?? expect.anything(),
        );
      const windowed = [
        ...(await rows({}, 0, 200)),
        ...(await rows({}, 200, 200)),
        ...(await rows({}, 400, 200)),
      ];
      expect(windowed.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
        list.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      );
    }
  });

  it('comes to an older vault, whose lines are all counted anew', async () => {
    const old = await openOldVault('listing-holds');
    old.session.opened()?.save((db) => {
      for (const name of ['Первый', 'Второй']) insertOldAccount(db, { id: randomUUID(), name });
      db.prepare(/* sql */ `DELETE FROM listing_pending`).run();
      saveSetting(db, 'listingDay', '2026-11-23');
      saveSetting(db, 'listingShares', 'counted');
    });
    await old.close({ keepFiles: true });
    const { call } = startTestSession({ vaultsDir: old.dir });
    await call('vault.unlock', { vaultId: old.vaultId, password: testPassword });
    expect((await call('clients.table', { view: wholeTable, limit: 0 })).isMeasured).toBe(false);
    expect(await call('clients.measure', {})).toEqual({ changed: true, isDone: true });
    const { rows: lines } = await call('clients.rows', { view: wholeTable, offset: 0, limit: 10 });
    expect(lines).toEqual((await call('accounts.list', { query: '' })).rows);
    await call('vault.close', {});
    rmSync(old.dir, { recursive: true, force: true });
  });

  it('names clients by their ids', async () => {
    const wanted = ids.slice(0, 2);
    const { names: named } = await vault.call('clients.named', { ids: wanted });
    expect(named.map(({ name }) => name).toSorted()).toEqual(['Завод 10', 'Завод 9']);
  });
});
