import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { movedReferences } from '../../electron/vault/store/mergeStore.ts';
import { columnsOf, listTables } from '../../electron/vault/store/references.ts';
import type { AccountId, PersonId } from '../../shared/domain/ids.ts';
import { emptyProfile } from '../../shared/domain/account.ts';
import { emptyRequisites } from '../../shared/domain/requisites.ts';
import {
  accountDraft,
  competitorDraft,
  deliveryDraft,
  eventDraft,
  openDatedVault,
  personDraft,
  proposalInput,
  tenderDraft,
  testToday,
} from '../support/drafts.ts';
import { askOwnFields, ownField } from '../support/ownFields.ts';
import { expectCode } from '../support/vaultFiles.ts';

let vault: Awaited<ReturnType<typeof openDatedVault>>;
beforeAll(async () => {
  vault = await openDatedVault();
});
afterAll(() => vault.close());

const db = () => {
  const opened = vault.session.opened();
  if (opened === null) throw new Error('the vault is closed');
  return opened.reader;
};

/** Every row of every table but the work's own books, as text, in an order that tells nothing. */
function wholeVault(): Map<string, string[]> {
  const own = new Set([
    'deeds',
    'deed_changes',
    'vault_meta',
    'search_entries',
    'settings',
    'trash_marks',
    'account_listing',
    'listing_pending',
  ]);
  return new Map(
    listTables(db())
      .filter((table) => !own.has(table) && !table.startsWith('search_'))
      .map((table) => {
        // The counters of saves move on, whatever is taken back.
        const columns = columnsOf(db(), table)
          .map(({ name }) => name)
          .filter((name) => name !== 'revision' && name !== 'savedAtMs');
        const rows = db()
          .prepare(`SELECT ${columns.map((name) => `"${name}"`).join(', ')} FROM "${table}"`)
          .all();
        return [table, rows.map((row) => JSON.stringify(row)).toSorted()] as const;
      }),
  );
}

async function filledClient(
  name: string,
  lastName: string,
): Promise<{ accountId: AccountId; personId: PersonId }> {
  const { id: accountId } = await vault.call('accounts.create', {
    draft: accountDraft({ name, profile: { ...emptyProfile, needs: `Нужды: ${name}` } }),
  });
  const { id: personId } = await vault.call('people.create', { draft: personDraft(accountId, { lastName }) });
  await vault.call('deliveries.create', { draft: deliveryDraft(accountId) });
  await vault.call('events.create', { draft: eventDraft(accountId, { title: name, personIds: [personId] }) });
  await vault.call('competitors.create', { draft: competitorDraft(accountId) });
  const { id: tenderId } = await vault.call('tenders.create', {
    draft: tenderDraft(accountId, { participants: [{ personId, contactQuality: 3 }] }),
  });
  const { id: proposalId } = await vault.call(
    'proposals.create',
    proposalInput(accountId, [personId], { tenderId }),
  );
  await vault.call('followUps.create', {
    draft: { accountId, proposalId, personId, kind: 'custom', title: name, dueOn: testToday, doneOn: null },
  });
  const { plan } = await vault.call('meetings.plan', { accountId, language: 'ru' });
  await vault.call('meetings.savePlan', { plan: { ...plan, personIds: [personId] } });
  return { accountId, personId };
}

describe('the tables of the vault', () => {
  it('all point at clients and people by references that a merge moves', () => {
    const known = new Set(
      (['account', 'person'] as const).flatMap((kind) =>
        movedReferences(db(), kind).map(({ table, column }) => `${table}.${column}`),
      ),
    );
    // A column that is named like an id of theirs must say so in the schema: what has no reference would be left behind.
    const named = listTables(db())
      .filter((table) => !table.startsWith('search_'))
      .flatMap((table) =>
        columnsOf(db(), table)
          .map(({ name }) => name)
          .filter((name) => /^(account|person|fromPerson|toPerson|parentAccount|addressee)Id$/u.test(name))
          .map((name) => `${table}.${name}`),
      );
    // The search follows by itself, the summary is counted anew.
    const counted = ['account_summaries.accountId', 'account_listing.accountId', 'listing_pending.accountId'];
    expect(named.filter((name) => !known.has(name) && !counted.includes(name))).toEqual([]);
  });
});

describe('merging clients', () => {
  it('keeps every row, leads old links to the one that stays, and gives all back exactly', async () => {
    const keep = await filledClient('Тихвинский фарфор', 'Вересов');
    const away = await filledClient('Тихвинский Фарфор АО', 'Лугин');
    const branch = await vault.call('accounts.create', {
      draft: accountDraft({ name: 'Филиал', parentAccountId: away.accountId }),
    });
    const before = wholeVault();
    const pair = { kind: 'account', keepId: keep.accountId, awayId: away.accountId } as const;
    const preview = await vault.call('merge.preview', pair);
    expect(preview.fields.map(({ path }) => path)).toEqual(['name', 'profile.needs']);
    expect(preview.moves).toEqual(
      expect.arrayContaining([
        { table: 'people', count: 1 },
        { table: 'proposals', count: 1 },
        { table: 'accounts', count: 1 },
      ]),
    );
    const { deedId } = await vault.call('merge.run', {
      pair,
      choices: { name: 'keep', 'profile.needs': 'both' },
    });
    // Old links.
    const overview = await vault.call('accounts.overview', { id: away.accountId });
    expect(overview.account).toMatchObject({
      id: keep.accountId,
      name: 'Тихвинский фарфор',
      profile: { needs: 'Нужды: Тихвинский фарфор, Нужды: Тихвинский Фарфор АО' },
    });
    expect(overview.counts).toMatchObject({
      events: 2,
      deliveries: 2,
      people: 2,
      tenders: 2,
      competitors: 2,
      proposals: 2,
    });
    // Nothing points at the one who went, but what is counted anew and the trace.
    for (const { table, column } of movedReferences(db(), 'account')) {
      const left = db()
        .prepare(`SELECT 1 FROM "${table}" WHERE "${column}" = :id`)
        .all({ id: away.accountId });
      expect([table, left]).toEqual([table, []]);
    }
    const after = wholeVault();
    for (const [table, rows] of before)
      // One plan a client: the second one waits for the merge to be taken back.
      if (table !== 'meeting_plans' && table !== 'merged_ids' && table !== 'field_notes')
        expect([table, after.get(table)?.length]).toEqual([table, rows.length]);
    expect((await vault.call('search.everywhere', { query: 'Лугин' })).hits).toMatchObject([
      { id: away.personId, accountId: keep.accountId },
    ]);
    const { kept } = await vault.call('bulk.undo', { deedId: deedId ?? '' });
    expect(kept).toBe(0);
    expect(wholeVault()).toEqual(before);
    expect((await vault.call('search.everywhere', { query: 'Лугин' })).hits).toMatchObject([
      { accountId: away.accountId },
    ]);
    expect((await vault.call('accounts.overview', { id: away.accountId })).account.id).toBe(away.accountId);
    await vault.call('accounts.delete', { id: branch.id });
  });

  it('of two currencies takes one with the money told in it', async () => {
    const withMoney = async (name: string, currency: 'RUB' | 'EUR', annualRevenueMinor: number) => {
      const profile = { ...emptyProfile, annualRevenueMinor };
      return (await vault.call('accounts.create', { draft: accountDraft({ name, currency, profile }) })).id;
    };
    const keepId = await withMoney('Рубли', 'RUB', 82_000_000);
    const awayId = await withMoney('Евро', 'EUR', 900_000);
    const pair = { kind: 'account', keepId, awayId } as const;
    const preview = await vault.call('merge.preview', pair);
    expect([preview.keep.currency, preview.away.currency]).toEqual(['RUB', 'EUR']);
    expect(preview.fields.map(({ path, chosenBy }) => [path, chosenBy])).toEqual([
      ['name', 'name'],
      ['currency', 'currency'],
      ['profile.annualRevenueMinor', 'currency'],
    ]);
    const moneyOf = async (id: AccountId) => {
      const { currency, profile } = (await vault.call('accounts.overview', { id })).account;
      return [currency, profile.annualRevenueMinor];
    };
    const { deedId } = await vault.call('merge.run', {
      pair,
      choices: { 'profile.annualRevenueMinor': 'away' },
    });
    expect(await moneyOf(keepId)).toEqual(['RUB', 82_000_000]);
    await vault.call('bulk.undo', { deedId: deedId ?? '' });
    const second = await vault.call('merge.run', { pair, choices: { currency: 'away' } });
    expect(await moneyOf(keepId)).toEqual(['EUR', 900_000]);
    // What stood before is told in what it was told in.
    const { notes } = await vault.call('accounts.fieldNotes', { id: keepId });
    expect(notes.map(({ value, currency }) => [value, currency])).toEqual([
      ['900000', 'EUR'],
      ['82000000', 'RUB'],
    ]);
    await vault.call('bulk.undo', { deedId: second.deedId ?? '' });
    expect(await moneyOf(keepId)).toEqual(['RUB', 82_000_000]);
    expect(await moneyOf(awayId)).toEqual(['EUR', 900_000]);
  });

  it('lays own fields of one name side by side, joins no answers, and names the head company', async () => {
    const plant = ownField('Класс чистоты', { kind: 'number' });
    const clinic = ownField('класс чистоты', { kind: 'number' });
    await askOwnFields(vault, 'manufacturer', plant.field);
    await askOwnFields(vault, 'medical', clinic.field);
    const add = async (draft: Parameters<typeof accountDraft>[0]) =>
      (await vault.call('accounts.create', { draft: accountDraft(draft) })).id;
    const keepId = await add({ name: 'Завод', variant: 'manufacturer', details: { [plant.key]: '4' } });
    const awayId = await add({
      name: 'Завод',
      variant: 'medical',
      details: { [clinic.key]: '7', [plant.key]: '1', accredited: 'yes' },
      parentAccountId: await add({ name: 'Головной завод' }),
    });
    const pair = { kind: 'account', keepId, awayId } as const;
    const { fields } = await vault.call('merge.preview', pair);
    expect(
      fields
        .map(({ path, keep, away, joins }) => [path, keep, away, joins])
        .filter(([path]) => path !== 'variant'),
    ).toEqual([
      [`details.${plant.key}`, '4', '7', false],
      ['parentAccountId', null, 'Головной завод', false],
      ['details.accredited', null, 'yes', false],
      [`details.${clinic.key}`, null, '1', false],
    ]);
    await vault.call('merge.run', { pair, choices: { [`details.${plant.key}`]: 'away' } });
    const { account } = await vault.call('accounts.overview', { id: keepId });
    expect(account.details).toEqual({ [plant.key]: '7', [clinic.key]: '1', accredited: 'yes' });
  });

  it('leaves with the one that stays what was written there since', async () => {
    const keep = await filledClient('Остаётся', 'Первов');
    const away = await filledClient('Уходит', 'Второв');
    const { deedId } = await vault.call('merge.run', {
      pair: { kind: 'account', keepId: keep.accountId, awayId: away.accountId },
      choices: {},
    });
    await vault.call('events.create', { draft: eventDraft(keep.accountId, { title: 'После слияния' }) });
    await vault.call('bulk.undo', { deedId: deedId ?? '' });
    const titles = async (accountId: AccountId) =>
      (await vault.call('events.list', { accountId })).events.map(({ title }) => title).toSorted();
    expect(await titles(keep.accountId)).toEqual(['Остаётся', 'После слияния']);
    expect(await titles(away.accountId)).toEqual(['Уходит']);
  });

  it('is refused with itself, and where the joined text does not fit', async () => {
    const { accountId } = await filledClient('Сам с собой', 'Одинцов');
    await expectCode(
      vault.call('merge.run', {
        pair: { kind: 'account', keepId: accountId, awayId: accountId },
        choices: {},
      }),
      'mergeWithItself',
    );
    const long = (letter: string) => accountDraft({ name: 'Длинный', relationNow: letter.repeat(4000) });
    const first = await vault.call('accounts.create', { draft: long('а') });
    const second = await vault.call('accounts.create', { draft: long('б') });
    await expectCode(
      vault.call('merge.run', {
        pair: { kind: 'account', keepId: first.id, awayId: second.id },
        choices: { relationNow: 'both' },
      }),
      'mergeTooLong',
    );
    expect((await vault.call('accounts.overview', { id: second.id })).account.id).toBe(second.id);
  });
});

describe('merging people', () => {
  it('moves them everywhere, also inside plans and papers, and gives them back', async () => {
    const { accountId, personId: keepId } = await filledClient('Двойник', 'Ершов');
    const { id: awayId } = await vault.call('people.create', {
      draft: personDraft(accountId, { lastName: 'Ершов', phone: '+7 921 000-11-22', heeds: [keepId] }),
    });
    const { id: third } = await vault.call('people.create', {
      draft: personDraft(accountId, { lastName: 'Третий', heeds: [awayId, keepId] }),
    });
    const { id: proposalId } = await vault.call(
      'proposals.create',
      proposalInput(accountId, [awayId, keepId]),
    );
    await vault.call('events.create', { draft: eventDraft(accountId, { personIds: [keepId, awayId] }) });
    const before = wholeVault();
    const { deedId } = await vault.call('merge.run', {
      pair: { kind: 'person', keepId, awayId },
      choices: {},
    });
    const { people } = await vault.call('people.list', { accountId });
    expect(people.map(({ id }) => id).toSorted()).toEqual([keepId, third].toSorted());
    expect(people.find(({ id }) => id === keepId)).toMatchObject({ phone: '+7 921 000-11-22', heeds: [] });
    expect(people.find(({ id }) => id === third)?.heeds).toEqual([keepId]);
    const { proposal, context } = await vault.call('proposals.get', { id: proposalId });
    expect(context.readers.map((reader) => reader.personId)).toEqual([keepId]);
    expect(JSON.stringify(proposal)).not.toContain(awayId);
    // Nowhere in the client's rows, but in their own.
    const left = [...wholeVault()].filter(
      ([table, rows]) =>
        !['people', 'merged_ids'].includes(table) && rows.some((row) => row.includes(awayId)),
    );
    expect(left.map(([table]) => table)).toEqual([]);
    await vault.call('bulk.undo', { deedId: deedId ?? '' });
    expect(wholeVault()).toEqual(before);
  });

  it('is refused for people of two clients', async () => {
    const first = await filledClient('Один', 'Общий');
    const second = await filledClient('Другой', 'Общий');
    await expectCode(
      vault.call('merge.run', {
        pair: { kind: 'person', keepId: first.personId, awayId: second.personId },
        choices: {},
      }),
      'mergeOfOthers',
    );
  });
});

describe('likely duplicates', () => {
  it('are found by number, name and town, and forgotten when they are said to be two', async () => {
    const draft = (name: string, inn: string, city = 'Вытегра') =>
      vault.call('accounts.create', {
        draft: accountDraft({ name, city, requisites: { ...emptyRequisites, inn } }),
      });
    const a = await draft('Заонежский щебень', '1001000001');
    const b = await draft('ООО «Заонежский Щебень»', '');
    const c = await draft('Заонежскийй щебень', '');
    const d = await draft('Карьер № 7', '1001000001');
    const pairs = async () =>
      (await vault.call('merge.duplicates', {})).pairs
        .filter(({ first, second }) =>
          [a.id, b.id, c.id, d.id].some((id) => id === first.id || id === second.id),
        )
        .map(({ reason }) => reason);
    expect((await pairs()).toSorted()).toEqual(['inn', 'name', 'nearName', 'nearName']);
    await vault.call('merge.apart', { pair: { kind: 'account', keepId: a.id, awayId: d.id } });
    expect(await pairs()).not.toContain('inn');
    await vault.call('people.create', {
      draft: personDraft(a.id, { lastName: 'Сомов', phone: '8 (921) 100-20-30' }),
    });
    await vault.call('people.create', {
      draft: personDraft(a.id, { lastName: 'Сомова', phone: '+7 921 100 20 30' }),
    });
    expect((await vault.call('merge.duplicates', {})).pairs).toEqual(
      expect.arrayContaining([expect.objectContaining({ kind: 'person', reason: 'phone', accountId: a.id })]),
    );
  });
});
