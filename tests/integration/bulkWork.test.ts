import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountId } from '../../shared/domain/ids.ts';
import {
  accountDraft,
  addClientWithReader,
  deliveryDraft,
  openDatedVault,
  personDraft,
  proposalInput,
  testToday,
} from '../support/drafts.ts';
import { expectCode } from '../support/vaultFiles.ts';

let vault: Awaited<ReturnType<typeof openDatedVault>>;
beforeAll(async () => {
  vault = await openDatedVault();
});
afterAll(() => vault.close());

const client = async (name: string, overrides: Parameters<typeof accountDraft>[0] = {}) =>
  (await vault.call('accounts.create', { draft: accountDraft({ name, ...overrides }) })).id;
const listed = async (archived = false) =>
  (await vault.call('accounts.list', { query: '', archived })).rows.map(({ name }) => name);
const overview = async (id: AccountId) => (await vault.call('accounts.overview', { id })).account;

describe('one change to many clients', () => {
  it('sets fields of all at once and takes them back as a whole, but not what was changed since', async () => {
    const ids = [await client('Первый'), await client('Второй'), await client('Третий')];
    const done = await vault.call('bulk.changeAccounts', {
      ids,
      change: { what: 'nextStep', nextStep: 'Позвонить', nextStepOn: testToday },
    });
    expect(done).toMatchObject({ changed: 3 });
    for (const id of ids) expect(await overview(id)).toMatchObject({ nextStep: 'Позвонить', revision: 2 });
    const [first] = ids;
    if (first === undefined || done.deedId === null) throw new Error('nothing was done');
    const account = await overview(first);
    await vault.call('accounts.save', {
      id: first,
      baseRevision: account.revision,
      draft: { ...account, nextStep: 'Приехать' },
    });
    expect(await vault.call('bulk.undo', { deedId: done.deedId })).toEqual({ kept: 1 });
    expect(await Promise.all(ids.map(async (id) => (await overview(id)).nextStep))).toEqual([
      'Приехать',
      '',
      '',
    ]);
    // Once only.
    expect(await vault.call('bulk.undo', { deedId: done.deedId })).toEqual({ kept: 0 });
    await expectCode(vault.call('bulk.undo', { deedId: 'нет такого' }), 'notFound');
  });

  it('keeps the main type in front, and notes the change of a field', async () => {
    const id = await client('С типами');
    const change = (what: 'mainType' | 'secondType', type: 'expert' | 'imageMaker') =>
      vault.call('bulk.changeAccounts', { ids: [id], change: { what, type } });
    await change('secondType', 'expert');
    expect((await overview(id)).types).toEqual(['breadwinner', 'expert']);
    await change('mainType', 'imageMaker');
    expect((await overview(id)).types).toEqual(['imageMaker', 'breadwinner', 'expert']);
    expect(await change('mainType', 'imageMaker')).toEqual({ deedId: null, changed: 0 });
    const industry = await vault.call('bulk.changeAccounts', {
      ids: [id],
      change: { what: 'industry', industry: 'Энергетика' },
    });
    const notes = async () =>
      (await vault.call('accounts.fieldNotes', { id })).notes.map(({ value }) => value);
    expect(await notes()).toContain('Энергетика');
    await vault.call('bulk.undo', { deedId: industry.deedId ?? '' });
    expect(await notes()).toEqual([]);
    expect((await overview(id)).industry).toBe('Стекло и керамика');
  });

  it('does nothing when one of them is not there', async () => {
    const there = await client('Есть');
    const gone = await client('Удалён');
    await vault.call('accounts.delete', { id: gone });
    const ids = [there, gone];
    await expectCode(vault.call('bulk.changeAccounts', { ids, change: { what: 'noTypes' } }), 'notFound');
    expect((await overview(there)).types).toEqual(['breadwinner']);
  });

  it('deletes and brings back, for the search too', async () => {
    const ids = [await client('Удаляемый один'), await client('Удаляемый два')];
    const done = await vault.call('bulk.changeAccounts', { ids, change: { what: 'delete' } });
    const found = async () =>
      (await vault.call('search.everywhere', { query: 'удаляемый' })).hits.filter(({ title }) =>
        title.startsWith('Удаляемый'),
      ).length;
    expect(await found()).toBe(0);
    expect(await listed()).not.toContain('Удаляемый один');
    await vault.call('bulk.undo', { deedId: done.deedId ?? '' });
    expect(await found()).toBe(2);
  });
});

describe('the archive', () => {
  it('takes a client out of lists and of today, and keeps sums and history', async () => {
    const id = await client('В архив', { nextStep: 'Позвонить', nextStepOn: testToday });
    const other = await client('Остаётся');
    for (const accountId of [id, other])
      await vault.call('deliveries.create', { draft: deliveryDraft(accountId) });
    const shareOf = async () =>
      (await vault.call('accounts.list', { query: '' })).rows.find((row) => row.id === other)?.measures
        .profitSharePermille;
    const today = async () =>
      (await vault.call('today.list', { today: testToday })).rows.filter(({ accountId }) => accountId === id);
    expect(await today()).toHaveLength(1);
    const before = await shareOf();
    const done = await vault.call('bulk.changeAccounts', { ids: [id], change: { what: 'archive' } });
    expect(await listed()).not.toContain('В архив');
    expect(await listed(true)).toEqual(['В архив']);
    expect(await today()).toEqual([]);
    expect(await shareOf()).toBe(before);
    expect((await vault.call('accounts.overview', { id })).archived).toBe(true);
    expect((await vault.call('search.everywhere', { query: 'архив' })).hits.map((hit) => hit.id)).toContain(
      id,
    );
    await vault.call('bulk.undo', { deedId: done.deedId ?? '' });
    expect(await today()).toHaveLength(1);
    expect(await listed(true)).toEqual([]);
  });

  it('keeps people who work there no more apart', async () => {
    const { accountId, readerId } = await addClientWithReader(vault);
    const stays = await vault.call('people.create', {
      draft: personDraft(accountId, { lastName: 'Остаётся', birthday: '1980-11-25' as never }),
    });
    const { id: proposalId } = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
    await vault.call('bulk.changePeople', {
      ids: [readerId, stays.id],
      change: { what: 'attitude', attitude: 'wary' },
    });
    const done = await vault.call('bulk.changePeople', { ids: [readerId], change: { what: 'archive' } });
    const people = async () => (await vault.call('people.list', { accountId })).people;
    expect(await people()).toMatchObject([{ lastName: 'Остаётся', attitude: 'wary' }]);
    expect((await vault.call('people.archived', { accountId })).people).toMatchObject([{ id: readerId }]);
    expect((await vault.call('accounts.overview', { id: accountId })).counts.people).toBe(1);
    // What they read stays theirs.
    const { context } = await vault.call('proposals.get', { id: proposalId });
    expect(context.readers).toMatchObject([{ personId: readerId }]);
    await vault.call('bulk.undo', { deedId: done.deedId ?? '' });
    expect(await people()).toHaveLength(2);
  });
});
