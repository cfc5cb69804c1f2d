import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/universal';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { usualCuts } from '../../shared/domain/portfolio.ts';
import type { AccountId, ProposalId } from '../../shared/domain/ids.ts';
import {
  accountDraft,
  competitorDraft,
  day,
  deliveryDraft,
  eventDraft,
  openDatedVault,
  personDraft,
  proposalInput,
  tenderDraft,
  wholeTable,
} from '../support/drafts.ts';

// On a Monday, 23 November 2026: two clients that buy, one that stopped, one that never bought.

let vault: Awaited<ReturnType<typeof openDatedVault>>;
let folder: string;
let large: AccountId;
let small: AccountId;
let gone: AccountId;
let fresh: AccountId;

async function client(name: string, industry: string): Promise<AccountId> {
  const types = name === 'Тихвинский фарфор' ? (['breadwinner'] as const) : [];
  const draft = accountDraft({ name, industry, types: [...types], requisites: accountDraft().requisites });
  return (
    await vault.call('accounts.create', { draft: { ...draft, requisites: { ...draft.requisites, inn: '' } } })
  ).id;
}

async function delivered(accountId: AccountId, on: string, profitMinor: number, more = {}): Promise<void> {
  const draft = deliveryDraft(accountId, {
    deliveredOn: day(on),
    profitMinor,
    revenueMinor: profitMinor * 4,
    ...more,
  });
  await vault.call('deliveries.create', { draft });
}

beforeAll(async () => {
  vault = await openDatedVault();
  folder = mkdtempSync(join(tmpdir(), 'kamerton-analysis-'));
  large = await client('Тихвинский фарфор', 'Стекло и керамика');
  small = await client('Молоко Заонежья', 'Пищевая промышленность');
  gone = await client('Верфи Беломорья', 'Судостроение');
  fresh = await client('Новый клиент', '');
  await delivered(large, '2026-10-01', 700_00);
  await delivered(large, '2025-10-01', 500_00);
  await delivered(small, '2026-11-01', 300_00, { direction: 'Компрессоры' });
  await delivered(small, '2025-11-01', 500_00);
  // Neither in the sums nor forgotten: no rate is known.
  await delivered(small, '2026-11-02', 10_00, { currency: 'USD' });
  await delivered(gone, '2025-08-15', 200_00);
  await delivered(gone, '2024-01-10', 900_00);
  await vault.call('events.create', {
    draft: eventDraft(gone, {
      kind: 'complaint',
      title: 'Опоздание',
      happenedOn: day('2025-06-01'),
      dueOn: day('2025-06-10'),
    }),
  });
  const { id: rivalId } = await vault.call('competitors.create', { draft: competitorDraft(gone) });
  await vault.call('tenders.create', {
    draft: tenderDraft(gone, {
      title: 'Сервис на 2025 год',
      status: 'lost',
      tenderOn: day('2025-09-01'),
      decidedOn: day('2025-09-20'),
      ourBidMinor: 1_000_00,
      reasons: ['price', 'paymentTerms'],
      bids: [{ competitorId: rivalId, amountMinor: 900_00, note: '' }],
    }),
  });
  await vault.call('tenders.create', {
    draft: tenderDraft(large, {
      status: 'won',
      tenderOn: day('2026-09-01'),
      ourBidMinor: 2_000_00,
      reasons: ['technicalFit'],
    }),
  });
  await vault.call('tenders.create', { draft: tenderDraft(large, { status: 'preparing' }) });
});
afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

const sales = (more = {}) =>
  vault.call('analysis.sales', { year: null, basis: 'profit', cell: null, limit: 50, ...more });

describe('on whom profit rests', () => {
  it('shares the last twelve months and compares them with the twelve before', async () => {
    const { rows, buyers, clients, leftOut, currency, dependence, years, fallen } = await sales();
    expect(rows.map((row) => [row.name, row.sharePermille, row.changePermille])).toEqual([
      ['Тихвинский фарфор', 700, 283],
      ['Молоко Заонежья', 300, -117],
    ]);
    expect([buyers, clients, leftOut, currency]).toEqual([2, 4, 1, 'RUB']);
    expect([dependence.keyClients, dependence.keyClientsPermille, dependence.keyClientsBand]).toEqual([
      1,
      700,
      'above',
    ]);
    expect(years).toEqual([2025, 2024]);
    expect(fallen?.name).toBe('Молоко Заонежья');
  });

  it('looks at a year past, and at the clients of one cell', async () => {
    const { rows, after, endOn } = await sales({ year: 2025, basis: 'revenue' });
    expect([after, endOn]).toEqual(['2024-12-31', '2025-12-31']);
    expect(rows.map(({ name }) => name).toSorted()).toEqual([
      'Верфи Беломорья',
      'Молоко Заонежья',
      'Тихвинский фарфор',
    ]);
    const one = await sales({ cell: { abc: 'A', xyz: 'Z' }, limit: 1 });
    expect([one.rows.length, one.found]).toEqual([1, 2]);
    expect((await sales({ cell: { abc: 'C', xyz: 'X' } })).found).toBe(0);
  });

  it('says what would be left without a client, and what is under way with it', async () => {
    const asked = { year: null, basis: 'profit', cutPercent: 100 } as const;
    const leaving = await vault.call('analysis.leaving', { ...asked, accountId: large });
    expect([leaving.now.profitMinor, leaving.then.profitMinor]).toEqual([1_000_00, 300_00]);
    expect([leaving.leaderNow, leaving.leaderThen]).toEqual(['Тихвинский фарфор', 'Молоко Заонежья']);
    expect([leaving.openTenders, leaving.openProposals, leaving.asManyAs]).toEqual([1, 0, null]);
    const never = await vault.call('analysis.leaving', { ...asked, accountId: fresh });
    expect(never.then).toEqual(never.now);
    expect(await vault.reply('analysis.leaving', { ...asked, accountId: crypto.randomUUID() })).toMatchObject(
      {
        code: 'notFound',
      },
    );
  });
});

describe('the cuts of ABC-XYZ', () => {
  const classes = async () => {
    for (let isDone = false; !isDone;) ({ isDone } = await vault.call('clients.measure', {}));
    const { rows } = await vault.call('clients.table', {
      view: wholeTable,
      limit: 10,
    });
    const listed = await vault.call('accounts.list', { query: '' });
    const cell = ({ name, measures }: (typeof rows)[number]) =>
      `${name} ${measures.abc ?? ''}${measures.xyz ?? ''}`;
    expect(rows.map(cell).toSorted()).toEqual(listed.rows.map(cell).toSorted());
    return rows.slice(0, 2).map(cell);
  };

  it('are the same in the table, the list and the analysis, and others when they are changed', async () => {
    expect(await classes()).toEqual(['Тихвинский фарфор AZ', 'Молоко Заонежья AZ']);
    await vault.call('analysis.saveCuts', { cuts: { aPercent: 60, bPercent: 90, xMonths: 2, yMonths: 1 } });
    expect(await classes()).toEqual(['Тихвинский фарфор AY', 'Молоко Заонежья BY']);
    expect((await sales()).rows.map(({ abc, xyz }) => abc + xyz)).toEqual(['AY', 'BY']);
    await vault.call('analysis.saveCuts', { cuts: usualCuts });
    expect(await classes()).toEqual(['Тихвинский фарфор AZ', 'Молоко Заонежья AZ']);
    const reversed = { aPercent: 90, bPercent: 60, xMonths: 8, yMonths: 4 };
    expect(await vault.reply('analysis.saveCuts', { cuts: reversed })).toMatchObject({
      code: 'invalidInput',
    });
  });
});

describe('why we win and lose', () => {
  it('counts decided tenders of all time, of twelve months and of a year', async () => {
    const of = async (period: 'all' | number | null) =>
      (await vault.call('analysis.deals', { period, filter: null, limit: 50 })).deals.map(
        ({ title }) => title,
      );
    expect(await of('all')).toEqual(['Компрессорная станция цеха № 4', 'Сервис на 2025 год']);
    expect(await of(null)).toEqual(['Компрессорная станция цеха № 4']);
    expect(await of(2025)).toEqual(['Сервис на 2025 год']);
    expect(await of(2023)).toEqual([]);
  });

  it('knows the rival, its price beside ours, and the deals behind it', async () => {
    const { analysis, deals, sums, years } = await vault.call('analysis.deals', {
      period: 'all',
      filter: { by: 'rival', name: 'Пневмосервис' },
      limit: 50,
    });
    expect(analysis.rivals).toEqual([{ name: 'Пневмосервис', won: 0, lost: 1, gapPermille: -100 }]);
    expect(deals.map(({ accountName }) => accountName)).toEqual(['Верфи Беломорья']);
    expect(sums).toEqual([{ currency: 'RUB', wonMinor: 2_000_00, lostMinor: 1_000_00 }]);
    expect(years).toEqual([2025]);
  });
});

describe('who left', () => {
  it('finds clients without a delivery, what they brought in their last year, and why they may have left', async () => {
    const { rows, byYear, refusals, profitMinor } = await vault.call('analysis.lost', {
      months: 12,
      limit: 50,
    });
    expect(rows).toMatchObject([
      { name: 'Верфи Беломорья', lastDeliveryOn: '2025-08-15', profitMinor: 200_00, isArchived: false },
    ]);
    expect(rows[0]?.causes.map(({ kind }) => kind)).toEqual(['complaints', 'tender', 'forgotten']);
    expect(profitMinor).toBe(200_00);
    expect(byYear).toEqual([{ year: 2025, clients: 1 }]);
    expect(refusals).toEqual([{ year: 2025, tenders: 1, proposals: 0 }]);
    expect((await vault.call('analysis.lost', { months: 18, limit: 50 })).found).toBe(0);
  });
});

describe('a proposal that was declined and then accepted in its next edition', () => {
  it('is one deal that was won, and no refusal', async () => {
    const { id: readerId } = await vault.call('people.create', { draft: personDraft(fresh) });
    const answer = async (id: ProposalId, status: 'accepted' | 'declined') => {
      const on = day('2026-11-23');
      await vault.call('proposals.markSent', { id, sentOn: on, readerIds: [readerId], channel: 'paper' });
      await vault.call('proposals.setStatus', { id, status, on });
    };
    const { id } = await vault.call('proposals.create', proposalInput(fresh, [readerId]));
    await answer(id, 'declined');
    const refusals = async () => (await vault.call('analysis.lost', { months: 12, limit: 1 })).refusals;
    expect(await refusals()).toContainEqual({ year: 2026, tenders: 0, proposals: 1 });
    const next = await vault.call('proposals.newEdition', { id, renews: false });
    await answer(next.id, 'accepted');
    expect((await refusals()).map(({ year }) => year)).toEqual([2025]);
    const { deals } = await vault.call('analysis.deals', { period: null, filter: null, limit: 50 });
    expect(
      deals
        .filter(({ accountId }) => accountId === fresh)
        .map(({ outcome, subject }) => [outcome, subject.id]),
    ).toEqual([['won', next.id]]);
    for (const one of [next.id, id]) await vault.call('proposals.delete', { id: one });
  });
});

describe('a table of the analysis as a workbook', () => {
  it.each([
    [
      'Доли клиентов',
      { view: 'sales', year: null, basis: 'profit', cell: null },
      ['Тихвинский фарфор', 'AZ', 2800, 700, 'RUB', 70, 70, 28.3, 3.32],
    ],
    [
      'Победы и проигрыши',
      { view: 'deals', period: null, filter: null },
      ['Компрессорная станция цеха № 4', 'Тихвинский фарфор', 'Стекло и керамика', 'победа'],
    ],
    [
      'Ушедшие клиенты',
      { view: 'lost', months: 12 },
      ['Верфи Беломорья', new Date('2025-08-15T00:00:00Z'), 200],
    ],
  ] as const)('%s', async (name, of, first) => {
    const request = { kind: 'analysis', of, language: 'ru' } as const;
    expect((await vault.call('files.name', { request })).fileName).toContain(name);
    const path = join(folder, `${name}.xlsx`);
    await vault.call('files.write', { request, path });
    const [sheet] = await readXlsxFile(new Uint8Array(readFileSync(path)).buffer);
    expect(sheet?.data[1]?.slice(0, first.length)).toEqual(first);
  });
});
