import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AccountId, ColleagueId } from '../../shared/domain/ids.ts';
import { accountDraft, eventDraft, openDatedVault } from '../support/drafts.ts';
import { expectCode } from '../support/vaultFiles.ts';

let vault: Awaited<ReturnType<typeof openDatedVault>>;
let accountId: AccountId;
beforeEach(async () => {
  vault = await openDatedVault();
  ({ id: accountId } = await vault.call('accounts.create', { draft: accountDraft() }));
});
afterEach(() => vault.close());

test('a feedback keeps its mark, a gift its price, and neither takes what is out of its range', async () => {
  await vault.call('events.create', { draft: eventDraft(accountId, { kind: 'feedback', mark: 4 }) });
  const gift = await vault.call('events.create', {
    draft: eventDraft(accountId, { kind: 'gift', amountMinor: 250_000 }),
  });
  const { events } = await vault.call('events.list', { accountId });
  expect(new Set(events.map(({ kind, mark, amountMinor }) => `${kind} ${mark} ${amountMinor}`))).toEqual(
    new Set(['feedback 4 null', 'gift null 250000']),
  );
  const worse = eventDraft(accountId, { kind: 'feedback', mark: 6 });
  await expectCode(vault.call('events.create', { draft: worse }), 'invalidInput');
  const changed = eventDraft(accountId, { kind: 'gift', amountMinor: null });
  await vault.call('events.save', { id: gift.id, baseRevision: 1, draft: changed });
  expect(
    (await vault.call('events.list', { accountId })).events.every(({ amountMinor }) => amountMinor === null),
  ).toBe(true);
});

test('an event says who of ours took part, in their order', async () => {
  const [one, other] = [ColleagueId.parse(randomUUID()), ColleagueId.parse(randomUUID())];
  const made = await vault.call('events.create', {
    draft: eventDraft(accountId, { kind: 'meeting', colleagueIds: [other, one] }),
  });
  expect((await vault.call('events.list', { accountId })).events[0]?.colleagueIds).toEqual([other, one]);
  const draft = eventDraft(accountId, { kind: 'meeting', colleagueIds: [] });
  await vault.call('events.save', { id: made.id, baseRevision: 1, draft });
  expect((await vault.call('events.list', { accountId })).events[0]?.colleagueIds).toEqual([]);
});

test('the limit of gifts is kept a client and taken away again', async () => {
  expect(await vault.call('gifts.budget', { accountId })).toEqual({ accountId, yearMinor: null });
  await vault.call('gifts.saveBudget', { accountId, yearMinor: 2_000_000 });
  await vault.call('gifts.saveBudget', { accountId, yearMinor: 1_500_000 });
  expect((await vault.call('gifts.budget', { accountId })).yearMinor).toBe(1_500_000);
  await vault.call('gifts.saveBudget', { accountId, yearMinor: null });
  expect((await vault.call('gifts.budget', { accountId })).yearMinor).toBeNull();
  await vault.call('accounts.delete', { id: accountId });
  await expectCode(vault.call('gifts.saveBudget', { accountId, yearMinor: 1 }), 'accountDeleted');
});
