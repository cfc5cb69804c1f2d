import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AccountId } from '../../shared/domain/ids.ts';
import { emptyRequisites } from '../../shared/domain/requisites.ts';
import {
  accountDraft,
  day,
  deliveryDraft,
  eventDraft,
  openDatedVault,
  personDraft,
  testToday,
} from '../support/drafts.ts';
import { expectCode } from '../support/vaultFiles.ts';

let vault: Awaited<ReturnType<typeof openDatedVault>>;
beforeEach(async () => {
  vault = await openDatedVault();
});
afterEach(() => vault.close());

const nobody = AccountId.parse('00000000-0000-4000-8000-000000000000');
const rowsOf = async (query = '') => (await vault.call('accounts.list', { query })).rows;
const namesOf = async (query = '') => (await rowsOf(query)).map(({ name }) => name);

describe('accounts', () => {
  it('keeps every field of a draft', async () => {
    const draft = accountDraft({
      name: 'Верфи «Беломорья» & Ко',
      types: ['imageMaker', 'expert'],
      threeP: { need: true, means: false, authority: null },
      requisites: { ...emptyRequisites, inn: '7701234567', fullName: 'Акционерное общество «Верфи»' },
      nextStep: 'Позвонить',
      nextStepOn: day('2026-12-01'),
    });
    const { id, revision } = await vault.call('accounts.create', { draft });
    expect(revision).toBe(1);
    const { account } = await vault.call('accounts.overview', { id });
    expect(account).toMatchObject(draft);
    expect((await rowsOf())[0]).toMatchObject({ id, inn: '7701234567', types: ['imageMaker', 'expert'] });
  });

  it('refuses a save over an older revision and tells the stored one', async () => {
    const { id } = await vault.call('accounts.create', { draft: accountDraft() });
    expect(
      await vault.call('accounts.save', { id, baseRevision: 1, draft: accountDraft({ city: 'Псков' }) }),
    ).toEqual({ revision: 2 });
    const late = await vault.reply('accounts.save', {
      id,
      baseRevision: 1,
      draft: accountDraft({ city: 'Тверь' }),
    });
    expect(late).toEqual({ ok: false, code: 'staleRevision', details: { revision: 2 } });
    expect((await rowsOf())[0]?.city).toBe('Псков');
  });

  it('says notFound of an account that never was', async () => {
    await expectCode(vault.call('accounts.overview', { id: nobody }), 'notFound');
    await expectCode(
      vault.call('accounts.save', { id: nobody, baseRevision: 1, draft: accountDraft() }),
      'notFound',
    );
    await expectCode(vault.call('accounts.delete', { id: nobody }), 'notFound');
    await expectCode(vault.call('accounts.restore', { id: nobody }), 'notFound');
    await expectCode(
      vault.call('accounts.create', { draft: accountDraft({ parentAccountId: nobody }) }),
      'notFound',
    );
    await expectCode(vault.call('people.create', { draft: personDraft(nobody) }), 'notFound');
  });

  it('hides a deleted account with its people and brings both back', async () => {
    const { id } = await vault.call('accounts.create', { draft: accountDraft() });
    await vault.call('people.create', { draft: personDraft(id) });
    await vault.call('accounts.delete', { id });
    expect(await namesOf()).toEqual([]);
    expect(await namesOf('вересов')).toEqual([]);
    expect((await vault.call('search.everywhere', { query: 'вересов' })).hits).toEqual([]);
    await expectCode(vault.call('accounts.overview', { id }), 'notFound');
    await expectCode(vault.call('accounts.save', { id, baseRevision: 1, draft: accountDraft() }), 'notFound');
    await expectCode(vault.call('people.create', { draft: personDraft(id) }), 'accountDeleted');
    await vault.call('accounts.restore', { id });
    expect(await namesOf('вересов')).toEqual(['Тихвинский фарфор']);
    expect((await vault.call('accounts.save', { id, baseRevision: 1, draft: accountDraft() })).revision).toBe(
      2,
    );
  });

  it('counts all accounts beside those found', async () => {
    for (const name of ['Ёлочные игрушки', 'Арсенал', 'Жемчуг'])
      await vault.call('accounts.create', { draft: accountDraft({ name }) });
    // «Ё» stands with «Е», not after «Я».
    expect(await namesOf()).toEqual(['Арсенал', 'Ёлочные игрушки', 'Жемчуг']);
    const found = await vault.call('accounts.list', { query: 'жем' });
    expect(found).toMatchObject({ total: 3, rows: [{ name: 'Жемчуг' }] });
  });
});

describe('measures', () => {
  it('shares the profit of twelve months and sorts clients into classes', async () => {
    const { id: big } = await vault.call('accounts.create', { draft: accountDraft({ name: 'Большой' }) });
    const { id: small } = await vault.call('accounts.create', { draft: accountDraft({ name: 'Малый' }) });
    const { id: none } = await vault.call('accounts.create', { draft: accountDraft({ name: 'Никакой' }) });
    for (let month = 1; month <= 9; month += 1) {
      const deliveredOn = day(`2026-0${month}-10`);
      await vault.call('deliveries.create', {
        draft: deliveryDraft(big, { deliveredOn, revenueMinor: 500, profitMinor: 100 }),
      });
    }
    await vault.call('deliveries.create', {
      draft: deliveryDraft(small, { revenueMinor: 400, profitMinor: 100 }),
    });
    // A year ago to the day no longer counts.
    await vault.call('deliveries.create', {
      draft: deliveryDraft(small, { deliveredOn: day('2025-11-23'), revenueMinor: 9999, profitMinor: 9999 }),
    });
    const measures = new Map((await rowsOf()).map((row) => [row.id, row.measures]));
    expect(measures.get(big)).toMatchObject({
      abc: 'A',
      xyz: 'X',
      profitSharePermille: 900,
      revenue12mMinor: 4500,
      profit12mMinor: 900,
    });
    expect(measures.get(small)).toMatchObject({
      abc: 'B',
      xyz: 'Z',
      profitSharePermille: 100,
      revenue12mMinor: 400,
    });
    expect(measures.get(none)).toMatchObject({
      abc: null,
      xyz: null,
      profitSharePermille: 0,
      lastContactOn: null,
      usualGapDays: null,
    });
  });

  it('follows contacts through creating, deleting and restoring', async () => {
    const { id } = await vault.call('accounts.create', { draft: accountDraft() });
    const contact = async () => (await rowsOf())[0]?.measures;
    for (const happenedOn of [day('2026-11-01'), day('2026-11-08'), day('2026-11-19')]) {
      await vault.call('events.create', { draft: eventDraft(id, { happenedOn }) });
    }
    const { id: last } = await vault.call('events.create', {
      draft: eventDraft(id, { happenedOn: testToday }),
    });
    // A note of our own is no word with the client.
    await vault.call('events.create', {
      draft: eventDraft(id, { kind: 'note', happenedOn: day('2026-11-22') }),
    });
    expect(await contact()).toMatchObject({ lastContactOn: testToday, usualGapDays: 7 });
    await vault.call('events.delete', { id: last });
    expect(await contact()).toMatchObject({ lastContactOn: '2026-11-19', usualGapDays: 9 });
    await vault.call('events.restore', { id: last });
    expect(await contact()).toMatchObject({ lastContactOn: testToday });
  });

  it('changes with the day, not only with a save', async () => {
    const { id } = await vault.call('accounts.create', { draft: accountDraft() });
    for (const happenedOn of [day('2026-11-09'), day('2026-11-16'), testToday]) {
      await vault.call('events.create', { draft: eventDraft(id, { happenedOn }) });
    }
    expect((await rowsOf())[0]?.measures.health).toBe('even');
    vault.setDay('2027-01-23');
    expect((await rowsOf())[0]?.measures.health).toBe('risk');
  });

  it('grows in completeness with what is learnt', async () => {
    const { id } = await vault.call('accounts.create', { draft: accountDraft() });
    const percent = async () => (await rowsOf())[0]?.measures.completenessPercent ?? -1;
    const before = await percent();
    const { id: personId } = await vault.call('people.create', { draft: personDraft(id) });
    const after = await percent();
    expect(after).toBeGreaterThan(before);
    await vault.call('people.delete', { id: personId });
    expect(await percent()).toBe(before);
  });

  it('asks what is not known and sums quarters', async () => {
    const { id } = await vault.call('accounts.create', { draft: accountDraft() });
    await vault.call('deliveries.create', {
      draft: deliveryDraft(id, { deliveredOn: day('2026-07-01'), revenueMinor: 300, profitMinor: 30 }),
    });
    await vault.call('deliveries.create', {
      draft: deliveryDraft(id, { deliveredOn: day('2026-09-30'), revenueMinor: 200, profitMinor: 20 }),
    });
    const overview = await vault.call('accounts.overview', { id });
    expect(overview.questions[0]).toEqual({ kind: 'noPeople' });
    expect(overview.counts).toEqual({
      files: 0,
      events: 0,
      deliveries: 2,
      people: 0,
      tenders: 0,
      competitors: 0,
      proposals: 0,
    });
    const [quarters] = overview.quarters;
    expect(quarters?.sums).toHaveLength(8);
    expect(quarters?.sums.slice(-2)).toEqual([
      { label: '2026-Q3', revenueMinor: 500, profitMinor: 50 },
      { label: '2026-Q4', revenueMinor: 0, profitMinor: 0 },
    ]);
  });
});
