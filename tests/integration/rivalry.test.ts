import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CompetitorOfferDraft } from '../../shared/domain/competitorOffer.ts';
import {
  addClientWithReader,
  competitorDraft,
  day,
  openDatedVault,
  proposalInput,
  tenderDraft,
} from '../support/drafts.ts';
import { expectCode } from '../support/vaultFiles.ts';

// What competitors offered and how we stand against them, through the door of the window.

let vault: Awaited<ReturnType<typeof openDatedVault>>;
beforeAll(async () => {
  vault = await openDatedVault();
});
afterAll(() => vault.close());

async function clientWithRival() {
  const client = await addClientWithReader(vault, {
    criteria: [
      { key: 'paymentTerms', weightPercent: 60, note: '' },
      { key: 'reliability', weightPercent: 40, note: '' },
    ],
  });
  const { id: competitorId } = await vault.call('competitors.create', {
    draft: competitorDraft(client.accountId, { priceLevel: 'unknown' }),
  });
  return { ...client, competitorId };
}
type Rival = Awaited<ReturnType<typeof clientWithRival>>;

const offerDraft = (
  { accountId, competitorId }: Rival,
  part: Partial<CompetitorOfferDraft> = {},
): CompetitorOfferDraft => ({
  accountId,
  competitorId,
  offeredOn: day('2026-09-10'),
  subject: 'Станция под ключ',
  amountMinor: 2_400_000_000,
  currency: 'RUB',
  terms: 'Отсрочка 60 дней',
  outcome: 'rejected',
  source: 'Закупки',
  tenderId: null,
  ...part,
});
const offersOf = async ({ accountId }: Rival) => (await vault.call('offers.list', { accountId })).offers;

it('keeps offers with their history: made, changed, deleted, brought back', async () => {
  const rival = await clientWithRival();
  const { id, revision } = await vault.call('offers.create', { draft: offerDraft(rival) });
  await vault.call('offers.save', {
    id,
    baseRevision: revision,
    draft: offerDraft(rival, { outcome: 'chosen' }),
  });
  expect(await offersOf(rival)).toMatchObject([{ id, outcome: 'chosen', terms: 'Отсрочка 60 дней' }]);
  await expectCode(
    vault.call('offers.save', { id, baseRevision: revision, draft: offerDraft(rival) }),
    'staleRevision',
  );
  await vault.call('offers.delete', { id });
  expect(await offersOf(rival)).toEqual([]);
  await vault.call('offers.restore', { id });
  expect(await offersOf(rival)).toHaveLength(1);
  const other = await clientWithRival();
  const draft = { ...offerDraft(rival), competitorId: other.competitorId };
  await expectCode(vault.call('offers.create', { draft }), 'notFound');
});

it('shows bids of tenders among the offers until one is written down', async () => {
  const rival = await clientWithRival();
  const { accountId, competitorId } = rival;
  const { id: tenderId } = await vault.call('tenders.create', {
    draft: tenderDraft(accountId, {
      status: 'lost',
      tenderOn: day('2025-02-18'),
      bids: [{ competitorId, amountMinor: 2_042_000_000, note: 'Отсрочка 90 дней' }],
    }),
  });
  expect(await offersOf(rival)).toMatchObject([
    { id: null, tenderId, amountMinor: 2_042_000_000, terms: 'Отсрочка 90 дней', outcome: 'chosen' },
  ]);
  await vault.call('offers.create', { draft: offerDraft(rival, { tenderId }) });
  expect(await offersOf(rival)).toMatchObject([{ tenderId, tenderTitle: 'Компрессорная станция цеха № 4' }]);
});

it('notes the share of a competitor whenever it changes', async () => {
  const rival = await clientWithRival();
  const { accountId, competitorId } = rival;
  const save = async (sharePercent: number | null, baseRevision: number) =>
    vault.call('competitors.save', {
      id: competitorId,
      baseRevision,
      draft: competitorDraft(accountId, { sharePercent }),
    });
  vault.setDay('2026-12-10');
  await save(20, 1);
  await save(35, 2);
  vault.setDay('2027-02-01');
  await save(null, 3);
  await save(10, 4);
  const { shares } = await vault.call('offers.list', { accountId });
  expect(shares.map(({ notedOn, sharePercent }) => [notedOn, sharePercent])).toEqual([
    ['2026-11-23', 20],
    ['2026-12-10', 35],
    ['2027-02-01', 10],
  ]);
  vault.setDay('2026-11-23');
});

it('compares by the criteria of the group and the tenders, and gives the reason to a proposal', async () => {
  const rival = await clientWithRival();
  const { accountId, competitorId, readerId } = rival;
  await vault.call('tenders.create', {
    draft: tenderDraft(accountId, {
      criteria: [{ key: 'reliability', weightPercent: 100, ourStanding: 4, note: '' }],
    }),
  });
  const mark = (standing: 'weaker' | null) =>
    vault.call('comparison.setMark', {
      accountId,
      mark: { competitorId, criterion: 'paymentTerms', standing, note: 'У них 60 дней' },
    });
  await mark('weaker');
  const { criteria, marks } = await vault.call('comparison.get', { accountId });
  expect(criteria).toMatchObject([
    { key: 'paymentTerms', percent: 60, ourStanding: null },
    { key: 'reliability', percent: 40, ourStanding: 4, tenderTitle: 'Компрессорная станция цеха № 4' },
  ]);
  expect(marks).toEqual([
    { competitorId, criterion: 'paymentTerms', standing: 'weaker', note: 'У них 60 дней' },
  ]);
  const { id } = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
  const reasons = async () => JSON.stringify((await vault.call('proposals.get', { id })).proposal.document);
  expect(await reasons()).toContain('"kind":"comparison"');
  // What we say of rivals among ourselves is on no paper.
  expect(await reasons()).not.toContain('У них 60 дней');
  await mark(null);
  expect((await vault.call('comparison.get', { accountId })).marks).toEqual([]);
});
