import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccountId } from '../../shared/domain/ids.ts';
import type { DossierStandard, StandardField } from '../../shared/domain/dossierStandard.ts';
import { shippedStandards } from '../../shared/domain/shippedStandards.ts';
import type { ErrorCode } from '../../shared/ipc/reply.ts';
import { accountDraft, day, deliveryDraft, openDatedVault } from '../support/drafts.ts';
import { expectCode } from '../support/vaultFiles.ts';
import { insertOldAccount, openOldVault } from '../support/oldVault.ts';
import { openTestVault, startTestSession, testPassword } from '../support/testVault.ts';

// The department's standard of a dossier (GLOSSARY: стандарт досье) and the tree of branches.

let vault: Awaited<ReturnType<typeof openDatedVault>>;
let folder: string;
beforeAll(async () => {
  vault = await openDatedVault();
  folder = mkdtempSync(join(tmpdir(), 'kamerton-standards-'));
});
afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

const own = 'own-00000000-0000-4000-8000-00000000000a' as const;
const ownField: StandardField = {
  key: own,
  label: 'Наших станций',
  question: 'Сколько у вас наших станций?',
  kind: 'number',
  group: 'special',
  options: [],
  asked: true,
  required: true,
  weight: 10,
  staleMonths: 6,
};
const addClient = async (overrides: Parameters<typeof accountDraft>[0] = {}): Promise<AccountId> =>
  (await vault.call('accounts.create', { draft: accountDraft(overrides) })).id;
const standardRow = async (id: DossierStandard['id']) => {
  const row = (await vault.call('standards.list', {})).standards.find(({ standard }) => standard.id === id);
  if (row === undefined) throw new Error(`no standard ${id}`);
  return row;
};
const completenessOf = async (id: AccountId) =>
  (await vault.call('accounts.overview', { id })).measures.completenessPercent;

describe('a standard', () => {
  it('is followed by its dossiers at once: completeness, questions, fields and the clients table', async () => {
    const id = await addClient({ variant: 'medical' });
    const other = await addClient({ variant: 'distributor' });
    const [before, beforeOther] = [await completenessOf(id), await completenessOf(other)];
    const { standard, revision } = await standardRow('medical');
    expect(revision).toBe(0);
    const changed = { ...standard, fields: [...standard.fields, ownField] };
    const saved = await vault.call('standards.save', { standard: changed, baseRevision: 0 });
    expect(await completenessOf(id)).toBeLessThan(before);
    expect(await completenessOf(other)).toBe(beforeOther);

    const draft = accountDraft({ variant: 'medical', details: { [own]: '4' } });
    await vault.call('accounts.save', { id, baseRevision: 1, draft });
    expect(await completenessOf(id)).toBeGreaterThan(before);
    const listed = (await vault.call('accounts.list', { query: '' })).rows.find((row) => row.id === id);
    expect(listed?.measures.completenessPercent).toBe(await completenessOf(id));
    expect((await vault.call('accounts.fieldNotes', { id })).notes[0]).toMatchObject({
      field: own,
      value: '4',
    });
    // What is known of an own field is found, as every text of the dossier.
    expect(await standardRow('medical')).toMatchObject({
      origin: 'changed',
      revision: saved.revision,
      clients: 1,
    });
    await expectCode(vault.call('standards.save', { standard: changed, baseRevision: 0 }), 'staleRevision');

    const gone = await vault.call('standards.save', { standard, baseRevision: saved.revision });
    const overview = await vault.call('accounts.overview', { id });
    expect(overview.measures.completenessPercent).toBe(before);
    // A field that a dossier has something in stays known, hidden, so that nothing is lost.
    expect(overview.otherFields).toMatchObject([{ key: own, label: 'Наших станций' }]);
    expect((await standardRow('medical')).standard.fields.at(-1)).toMatchObject({ key: own, asked: false });
    await vault.call('standards.reset', { id: 'medical' });
    expect(await standardRow('medical')).toMatchObject({ origin: 'shipped', revision: gone.revision + 1 });
    expect((await vault.call('accounts.overview', { id })).account.details).toEqual({ [own]: '4' });
  });

  it('of our own is made from another, named, put away and brought back', async () => {
    const { standard } = await standardRow('manufacturer');
    const { id: _, ...draft } = standard;
    await expectCode(vault.call('standards.create', { draft }), 'invalidInput');
    const { id } = await vault.call('standards.create', {
      draft: { ...draft, name: 'Завод с сервисом', fields: [ownField] },
    });
    const client = await addClient({ variant: id, details: { [own]: '2' } });
    expect((await vault.call('accounts.overview', { id: client })).standard.name).toBe('Завод с сервисом');
    const before = await completenessOf(client);
    await vault.call('standards.delete', { id });
    const orphan = await vault.call('accounts.overview', { id: client });
    expect(orphan.standard.id).toBe('general');
    expect(orphan.otherFields).toMatchObject([{ key: own, label: 'Наших станций' }]);
    // The dossier follows the general standard meanwhile.
    const general = await standardRow('general');
    await vault.call('standards.save', {
      standard: { ...general.standard, fields: [ownField] },
      baseRevision: general.revision,
    });
    expect(await completenessOf(client)).toBe(before);
    await vault.call('standards.reset', { id: 'general' });
    expect(await completenessOf(client)).toBeLessThan(before);
    await vault.call('standards.restore', { id });
    expect(await completenessOf(client)).toBe(before);
    await expectCode(vault.call('standards.delete', { id: 'general' }), 'notFound');
    await expectCode(vault.call('standards.reset', { id }), 'notFound');
  });

  it('travels as a file to another vault, whole or not at all, and can be taken back', async () => {
    const path = join(folder, 'standards.json');
    const medical = { ...shippedStandards.medical, fields: [ownField] };
    await vault.call('standards.save', {
      standard: medical,
      baseRevision: (await standardRow('medical')).revision,
    });
    expect(await vault.call('standards.writeFile', { ids: ['medical', 'general'], path })).toEqual({
      count: 2,
    });
    const elsewhere = await openTestVault();
    const { changes } = await elsewhere.call('standards.readFile', { path });
    expect(changes.map(({ standard, state }) => [standard.id, state])).toEqual([
      ['medical', 'changed'],
      ['general', 'same'],
    ]);
    const { taken } = await elsewhere.call('standards.import', { standards: [medical] });
    const listed = async () =>
      (await elsewhere.call('standards.list', {})).standards.map(({ origin }) => origin);
    expect(await listed()).toEqual(['shipped', 'shipped', 'shipped', 'changed']);
    await elsewhere.call('standards.undoImport', { taken });
    expect(await listed()).toEqual(['shipped', 'shipped', 'shipped', 'shipped']);

    const text = readFileSync(path, 'utf8');
    const broken: readonly (readonly [string, ErrorCode])[] = [
      ['{"kind":"kamerton-library","version":1}', 'standardForeign'],
      ['not json', 'standardForeign'],
      [text.replace('"version": 1', '"version": 2'), 'standardNewer'],
      [text.replace('"number"', '"voice"'), 'standardUnreadable'],
    ];
    for (const [content, code] of broken) {
      writeFileSync(path, content);
      await expectCode(elsewhere.call('standards.readFile', { path }), code);
    }
    await elsewhere.close();
  });

  it('comes to an older vault with its dossiers as they were', async () => {
    const old = await openOldVault('dossier-standards');
    const id = AccountId.parse('00000000-0000-4000-8000-0000000000aa');
    old.session.opened()?.save((db) => {
      insertOldAccount(db, { id, name: 'Прежний', variant: 'medical' });
    });
    await old.close({ keepFiles: true });
    const { call } = startTestSession({ vaultsDir: old.dir });
    await call('vault.unlock', { vaultId: old.vaultId, password: testPassword });
    const { account, standard } = await call('accounts.overview', { id });
    expect([account.name, account.details, account.profile.finances]).toEqual(['Прежний', {}, []]);
    expect(standard).toEqual(shippedStandards.medical);
    await call('accounts.create', {
      draft: accountDraft({ variant: 'distributor', details: { stock: 'мало' } }),
    });
    await call('vault.close', {});
    rmSync(old.dir, { recursive: true, force: true });
  });
});

describe('branches', () => {
  it('stand under their head, add up, and never go in a circle', async () => {
    const head = await addClient({ name: 'Холдинг Лён' });
    const branch = await addClient({ name: 'Лён Псков', parentAccountId: head });
    const shop = await addClient({ name: 'Лён Остров', parentAccountId: branch });
    for (const [accountId, revenueMinor] of [
      [head, 100_000],
      [branch, 300_000],
      [shop, 50_000],
    ] as const)
      await vault.call('deliveries.create', {
        draft: deliveryDraft(accountId, { revenueMinor, profitMinor: 1000, deliveredOn: day('2026-10-01') }),
      });
    const family = await vault.call('accounts.family', { id: head });
    expect(family.branches.map(({ name, depth }) => [name, depth])).toEqual([
      ['Лён Псков', 1],
      ['Лён Остров', 2],
    ]);
    expect([family.own, family.group].map(({ sums }) => sums.map((sum) => sum.revenueMinor))).toEqual([
      [100_000],
      [450_000],
    ]);
    const below = await vault.call('accounts.family', { id: shop });
    expect(below.parents.map(({ name }) => name)).toEqual(['Холдинг Лён', 'Лён Псков']);
    const rows = (await vault.call('accounts.list', { query: '' })).rows;
    expect(rows.find(({ id }) => id === branch)).toMatchObject({
      parent: { id: head, name: 'Холдинг Лён' },
      branches: 1,
    });

    for (const parentAccountId of [head, shop])
      await expectCode(
        vault.call('accounts.save', {
          id: head,
          baseRevision: 1,
          draft: accountDraft({ name: 'Холдинг Лён', parentAccountId }),
        }),
        'accountCycle',
      );
    // A deleted head leaves its branches standing for themselves; brought back, it has them again.
    await vault.call('accounts.delete', { id: branch });
    expect((await vault.call('accounts.family', { id: shop })).parents).toEqual([]);
    expect((await vault.call('accounts.family', { id: head })).branches).toEqual([]);
    await vault.call('accounts.restore', { id: branch });
    expect((await vault.call('accounts.family', { id: head })).branches).toHaveLength(2);
    expect(await vault.call('accounts.dependence', {})).toMatchObject({ keyClientsBand: 'above' });
  });
});
