import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, Birthday } from '../../shared/domain/calendarDate.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import type { InputOf } from '../../shared/ipc/contract.ts';
import {
  accountDraft,
  addClientWithReader,
  day,
  eventDraft,
  openDatedVault,
  personDraft,
  proposalInput,
  tenderDraft,
  testToday,
} from '../support/drafts.ts';

// As printed: no-break spaces keep the initials with the name.
const veresov = 'Вересов\u00a0А.\u00a0Н.';

let vault: Awaited<ReturnType<typeof openDatedVault>>;
let accountId: AccountId;
beforeEach(async () => {
  vault = await openDatedVault();
  ({ id: accountId } = await vault.call('accounts.create', { draft: accountDraft() }));
});
afterEach(() => vault.close());

const rowsOn = async (today: string) => (await vault.call('today.list', { today: day(today) })).rows;
const shown = async (today: string = testToday) =>
  (await rowsOn(today)).map(({ kind, subject, dueOn, days }) => [kind, subject, dueOn, days]);

describe('today', () => {
  it('shows promises of both sides, complaints, misunderstandings and wishes that are not settled', async () => {
    const add = (overrides: Parameters<typeof eventDraft>[1]) =>
      vault.call('events.create', { draft: eventDraft(accountId, overrides) });
    await add({ kind: 'promise', promisedBy: 'us', title: 'Паспорта', dueOn: day('2026-11-20') });
    await add({ kind: 'promise', promisedBy: 'us', title: 'Не скоро', dueOn: day('2026-12-31') });
    await add({ kind: 'promise', promisedBy: 'them', title: 'Их обещание', dueOn: day('2026-11-20') });
    await add({
      kind: 'promise',
      promisedBy: 'us',
      title: 'Сделано',
      dueOn: day('2026-11-20'),
      settledOn: testToday,
    });
    await add({ kind: 'complaint', title: 'Шум', dueOn: null });
    await add({ kind: 'misunderstanding', title: 'Спор о сроке', dueOn: day('2026-11-25') });
    await add({ kind: 'wish', title: 'Журнал отказов', dueOn: day('2026-11-26') });
    await add({ kind: 'wish', title: 'Когда-нибудь', dueOn: null });
    expect(await shown()).toEqual([
      ['promise', 'Паспорта', '2026-11-20', -3],
      ['awaited', 'Их обещание', '2026-11-20', -3],
      ['complaint', 'Шум', null, null],
      ['misunderstanding', 'Спор о сроке', '2026-11-25', 2],
      ['wish', 'Журнал отказов', '2026-11-26', 3],
    ]);
  });

  it('names the event to settle and the person it concerns', async () => {
    const { id: personId } = await vault.call('people.create', { draft: personDraft(accountId) });
    const { id } = await vault.call('events.create', {
      draft: eventDraft(accountId, { kind: 'complaint', personIds: [personId] }),
    });
    expect(await rowsOn(testToday)).toMatchObject([
      { kind: 'complaint', sourceId: id, personId, personName: veresov, accountId },
    ]);
  });

  it('shows late and near milestones of open tenders only', async () => {
    const milestones = [
      { key: 'learnNeed' as const, dueOn: day('2026-10-01'), doneOn: null, note: '' },
      { key: 'mapParticipants' as const, dueOn: day('2026-10-02'), doneOn: day('2026-10-02'), note: '' },
      { key: 'calculate' as const, dueOn: day('2026-11-30'), doneOn: null, note: '' },
      { key: 'submit' as const, dueOn: day('2026-12-01'), doneOn: null, note: '' },
    ];
    const { id } = await vault.call('tenders.create', { draft: tenderDraft(accountId, { milestones }) });
    await vault.call('tenders.create', { draft: tenderDraft(accountId, { milestones, status: 'won' }) });
    expect(await shown()).toEqual([
      ['milestone', 'learnNeed', '2026-10-01', -53],
      ['milestone', 'calculate', '2026-11-30', 7],
    ]);
    expect((await rowsOn(testToday))[0]?.tenderId).toBe(id);
  });

  it.each([
    ['--02-29', '2027-02-20', '2027-03-01'],
    ['1984-02-29', '2028-02-20', '2028-02-29'],
    ['--12-01', '2026-11-23', '2026-12-01'],
    ['1970-01-02', '2026-12-25', '2027-01-02'],
    ['1970-11-23', '2026-11-23', '2026-11-23'],
  ])('remembers the birthday %s on %s', async (birthday, today, dueOn) => {
    const { id: personId } = await vault.call('people.create', {
      draft: personDraft(accountId, { birthday: Birthday.parse(birthday) }),
    });
    expect(await rowsOn(today)).toMatchObject([{ kind: 'birthday', personId, personName: veresov, dueOn }]);
  });

  it('does not remember a birthday too early or of the day before', async () => {
    await vault.call('people.create', {
      draft: personDraft(accountId, { birthday: Birthday.parse('--12-08') }),
    });
    await vault.call('people.create', {
      draft: personDraft(accountId, { birthday: Birthday.parse('--11-22') }),
    });
    expect(await rowsOn(testToday)).toEqual([]);
  });

  it('notices silence against the rhythm of the client', async () => {
    for (const happenedOn of ['2026-08-03', '2026-08-17', '2026-08-31', '2026-09-14']) {
      await vault.call('events.create', { draft: eventDraft(accountId, { happenedOn: day(happenedOn) }) });
    }
    expect(await shown('2026-10-05')).toEqual([]);
    expect(await shown('2026-10-06')).toEqual([['silence', 'Тихвинский фарфор', null, 22]]);
  });

  it('names the longest silent of many and counts the rest', async () => {
    const heardOn = ['2026-03-01', '2026-02-01', '2026-01-01'];
    for (const last of heardOn) {
      const { id } = await vault.call('accounts.create', { draft: accountDraft({ name: `С ${last}` }) });
      for (const happenedOn of [addDays(day(last), -20), addDays(day(last), -10), day(last)])
        await vault.call('events.create', { draft: eventDraft(id, { happenedOn }) });
    }
    const asked = { today: day('2026-11-23') };
    const all = await vault.call('today.list', asked);
    expect(all.moreSilent).toBe(0);
    expect(all.rows.map(({ accountName }) => accountName)).toEqual(
      heardOn.toReversed().map((on) => `С ${on}`),
    );
    const few = await vault.call('today.list', { ...asked, silent: 2 });
    expect(few.rows).toEqual(all.rows.slice(0, 2));
    expect(few.moreSilent).toBe(1);
    // None of them is the list of a day on which all were heard of lately.
    expect(await vault.call('today.list', { today: day('2026-01-02'), silent: 2 })).toEqual({
      rows: [],
      moreSilent: 0,
    });
  });

  it('counts for the rail what its lists hold, and names what was opened last', async () => {
    const open = { draft: tenderDraft(accountId, { title: 'Насосы' }) };
    const { id: tenderId } = await vault.call('tenders.create', open);
    const { id: lost } = await vault.call('tenders.create', {
      draft: tenderDraft(accountId, { title: 'Проигран', status: 'lost' }),
    });
    const { id: gone } = await vault.call('tenders.create', open);
    await vault.call('tenders.delete', { id: gone });
    expect(await vault.call('rail.counts', {})).toEqual({
      tenders: 1,
      proposals: 0,
      isDiskShort: expect.any(Boolean),
    });
    const named = await vault.call('rail.named', { tenderIds: [tenderId, lost, gone], proposalIds: [] });
    expect(named.tenders.toSorted((a, b) => a.title.localeCompare(b.title))).toEqual([
      { id: tenderId, title: 'Насосы' },
      { id: lost, title: 'Проигран' },
    ]);
    await vault.call('accounts.delete', { id: accountId });
    expect(await vault.call('rail.counts', {})).toEqual({
      tenders: 0,
      proposals: 0,
      isDiskShort: expect.any(Boolean),
    });
  });

  it('lists tenders by groups, the first rows of each, as the whole list has them', async () => {
    const made: string[] = [];
    for (const [at, status] of (
      ['expected', 'won', 'submitted', 'lost', 'preparing', 'lost'] as const
    ).entries()) {
      const { id } = await vault.call('tenders.create', {
        draft: tenderDraft(accountId, {
          title: `${at % 2 === 0 ? 'Насосы' : 'Ёмкости'} ${at}`,
          status,
          tenderOn: at === 2 ? null : addDays(testToday, at),
        }),
      });
      made.push(id);
    }
    const page = (change: Partial<InputOf<'tenders.page'>> = {}) =>
      vault.call('tenders.page', { filter: 'all', query: '', limit: 200, ...change });
    const { rows } = await vault.call('tenders.list', { accountId: null });
    const all = await page();
    expect([...all.coming.rows, ...all.decided.rows]).toEqual(rows);
    expect(all.counts).toEqual({ all: 6, coming: 3, won: 1, lost: 2 });
    const few = await page({ limit: 1 });
    expect(few.coming).toEqual({ rows: all.coming.rows.slice(0, 1), found: 3 });
    expect(few.decided).toEqual({ rows: all.decided.rows.slice(0, 1), found: 3 });
    const lost = await page({ filter: 'lost', query: 'ЁМКОСТИ' });
    expect(lost.coming.found).toBe(0);
    expect(lost.decided.rows.map(({ id }) => id)).toEqual([made[5], made[3]]);
    expect(lost.counts).toEqual(all.counts);
    expect((await page({ query: 'фарфор' })).coming.found).toBe(3);
  });

  it('shows due next steps and follow-ups; a step in future waits', async () => {
    await vault.call('accounts.save', {
      id: accountId,
      baseRevision: 1,
      draft: accountDraft({ nextStep: 'Позвонить технологу', nextStepOn: day('2026-11-24') }),
    });
    const task = { accountId, proposalId: null, personId: null, kind: 'custom' as const, doneOn: null };
    const { id } = await vault.call('followUps.create', {
      draft: { ...task, title: 'Отправить каталог', dueOn: testToday },
    });
    expect(await shown()).toEqual([['followUp', 'Отправить каталог', testToday, 0]]);
    expect(await shown('2026-11-24')).toEqual([
      ['followUp', 'Отправить каталог', testToday, -1],
      ['nextStep', 'Позвонить технологу', '2026-11-24', 0],
    ]);
    await vault.call('followUps.setDone', { id, doneOn: testToday });
    expect(await shown()).toEqual([]);
    await vault.call('followUps.setDone', { id, doneOn: null });
    expect(await shown()).toHaveLength(1);
  });

  it('follows a sent proposal: the call after a working day, then the end of its terms', async () => {
    const client = await addClientWithReader(vault);
    const { id } = await vault.call(
      'proposals.create',
      proposalInput(client.accountId, [client.readerId], { validUntil: '2026-11-30' }),
    );
    expect(await shown('2026-11-24')).toEqual([]);
    await vault.call('proposals.setStatus', { id, status: 'sent' });
    expect(await shown('2026-11-24')).toEqual([
      ['followUp', 'checkReceipt', '2026-11-24', 0],
      ['proposalExpiring', '2026-001', '2026-11-30', 6],
    ]);
    await vault.call('proposals.delete', { id });
    expect(await shown('2026-11-24')).toEqual([]);
    await vault.call('proposals.restore', { id });
    await vault.call('proposals.setStatus', { id, status: 'accepted' });
    expect(await shown('2026-11-24')).toEqual([]);
  });

  it('says nothing of deleted clients', async () => {
    await vault.call('events.create', { draft: eventDraft(accountId, { kind: 'complaint', title: 'Шум' }) });
    await vault.call('people.create', {
      draft: personDraft(accountId, { birthday: Birthday.parse('--11-25') }),
    });
    expect(await rowsOn(testToday)).toHaveLength(2);
    await vault.call('accounts.delete', { id: accountId });
    expect(await rowsOn(testToday)).toEqual([]);
  });
});
