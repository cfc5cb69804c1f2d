import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keepTrashDay } from '../../electron/vault/store/purgeTrash.ts';
import { trashTables } from '../../electron/vault/store/trashStore.ts';
import { columnsOf, listTables } from '../../electron/vault/store/references.ts';
import { addDays, calendarDate } from '../../shared/domain/calendarDate.ts';
import { emptyRequisites } from '../../shared/domain/requisites.ts';
import {
  accountDraft,
  addClientWithReader,
  eventDraft,
  openDatedVault,
  personDraft,
  proposalInput,
  referenceDraft,
  testToday,
} from '../support/drafts.ts';
import {
  newVaultsDir,
  openTestVault,
  startTestSession,
  testPassword,
  type TestVault,
} from '../support/testVault.ts';
import { expectCode } from '../support/vaultFiles.ts';

describe('the trash', () => {
  let vault: Awaited<ReturnType<typeof openDatedVault>>;
  beforeAll(async () => {
    vault = await openDatedVault();
  });
  afterAll(() => vault.close());

  it('knows every table whose rows the user can delete', () => {
    const db = vault.session.opened()?.reader;
    if (db === undefined) throw new Error('the vault is closed');
    const known = new Set(Object.values(trashTables).map(({ table }) => table));
    // Words and standards of the user's own keep their names where they stand: they are brought back where they are kept.
    const elsewhere = new Set(['own_terms', 'dossier_standards']);
    const deletable = listTables(db).filter((table) =>
      columnsOf(db, table).some(({ name }) => name === 'deletedAtMs' || name === 'removedAtMs'),
    );
    expect(deletable.filter((table) => !known.has(table) && !elsewhere.has(table))).toEqual([]);
  });

  it('says what was deleted and whose it was, and brings several back at once', async () => {
    const { accountId, readerId } = await addClientWithReader(vault);
    const { id: proposalId, number } = await vault.call(
      'proposals.create',
      proposalInput(accountId, [readerId]),
    );
    const { id: eventId } = await vault.call('events.create', {
      draft: eventDraft(accountId, { title: 'Осмотр' }),
    });
    const { id: referenceId } = await vault.call('references.create', { draft: referenceDraft() });
    await vault.call('events.delete', { id: eventId });
    await vault.call('references.delete', { id: referenceId });
    await vault.call('proposals.delete', { id: proposalId });
    await vault.call('accounts.delete', { id: accountId });
    const { items, more } = await vault.call('trash.list', {});
    expect(more).toBe(0);
    expect(items).toMatchObject([
      { kind: 'account', title: 'Тихвинский фарфор', accountName: '' },
      { kind: 'proposal', title: `№ ${number} Станция цеха № 4`, accountName: 'Тихвинский фарфор' },
      { kind: 'reference', title: 'Молоко Заонежья Станция сжатого воздуха', accountId: null },
      { kind: 'event', title: 'Осмотр', accountName: 'Тихвинский фарфор' },
    ]);
    // What belongs to a deleted client comes back with it, not without.
    await expectCode(
      vault.call('trash.restore', { refs: [{ kind: 'event', id: eventId }] }),
      'accountDeleted',
    );
    await vault.call('trash.restore', {
      refs: [
        { kind: 'event', id: eventId },
        { kind: 'account', id: accountId },
      ],
    });
    expect((await vault.call('events.list', { accountId })).events).toHaveLength(1);
    expect((await vault.call('trash.list', {})).items.map(({ kind }) => kind)).toEqual([
      'proposal',
      'reference',
    ]);
  });

  it('takes out for good with all parts, and never gives a number again', async () => {
    const { accountId, readerId } = await addClientWithReader(vault);
    const { id, number } = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
    await vault.call('proposals.delete', { id });
    expect(await vault.call('trash.purge', { refs: [{ kind: 'proposal', id }] })).toEqual({
      purged: 1,
      kept: 0,
    });
    await expectCode(vault.call('trash.restore', { refs: [{ kind: 'proposal', id }] }), 'notFound');
    const next = await vault.call('proposals.create', proposalInput(accountId, [readerId]));
    expect(Number(next.number.split('-')[1])).toBe(Number(number.split('-')[1]) + 1);
    // A living row is never taken out, whoever asks.
    expect(await vault.call('trash.purge', { refs: [{ kind: 'account', id: accountId }] })).toEqual({
      purged: 0,
      kept: 0,
    });
    // A reader of a living paper stays in the trash.
    await vault.call('people.delete', { id: readerId });
    expect(await vault.call('trash.purge', { refs: [{ kind: 'person', id: readerId }] })).toEqual({
      purged: 0,
      kept: 1,
    });
    await vault.call('accounts.delete', { id: accountId });
    expect(await vault.call('trash.purge', { refs: [{ kind: 'account', id: accountId }] })).toEqual({
      purged: 1,
      kept: 0,
    });
    const db = vault.session.opened()?.reader;
    for (const table of ['people', 'proposals', 'proposal_documents', 'account_summaries'])
      expect(
        db
          ?.prepare(
            `SELECT 1 FROM ${table} WHERE ${table === 'proposal_documents' ? 'proposalId' : 'accountId'} IN (:a, :b)`,
          )
          .all({ a: accountId, b: next.id }),
      ).toEqual([]);
    expect(db?.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
  });
});

describe('thirty days', () => {
  it('are counted by the clock and by days of work; a clock that jumps empties nothing', async () => {
    const vaultsDir = newVaultsDir();
    let nowMs = Date.parse(`${testToday}T12:00:00`);
    const clock = { nowMs: () => (nowMs += 1), monotonicMs: () => performance.now() };
    const first = await openTestVault({ clock, vaultsDir });
    const { vaultId } = first;
    const deleted = await first.call('accounts.create', { draft: accountDraft({ name: 'Удалённый' }) });
    await first.call('accounts.delete', { id: deleted.id });
    const keep = await first.call('accounts.create', { draft: accountDraft({ name: 'Остаётся' }) });
    const away = await first.call('accounts.create', {
      draft: accountDraft({ name: 'Двойник', requisites: emptyRequisites }),
    });
    await first.call('people.create', { draft: personDraft(away.id) });
    const pair = { kind: 'account', keepId: keep.id, awayId: away.id } as const;
    await first.call('merge.run', { pair, choices: {} });
    await first.close({ keepFiles: true });

    /** Opens the vault on a day, says what its trash holds, and closes it. */
    const openOn = async (
      day: string,
      look?: (call: TestVault['call']) => Promise<void>,
    ): Promise<{ items: number; deeds: number }> => {
      nowMs = Date.parse(`${day}T09:00:00`);
      const { call, dispatch } = startTestSession({ clock, vaultsDir });
      await call('vault.unlock', { vaultId, password: testPassword });
      const { items, deeds } = await call('trash.list', {});
      await look?.(call);
      await dispatch('vault.close', {}, 'shell');
      return { items: items.length, deeds: deeds.length };
    };
    // Ten years ahead and back again, a leap day among them: nothing goes.
    for (const day of ['2036-11-23']) expect(await openOn(day)).toEqual({ items: 1, deeds: 1 });
    let day = calendarDate('2026-11-23');
    // Days of work, one after another, as each opening counts them.
    const { session, call, dispatch } = startTestSession({ clock, vaultsDir });
    await call('vault.unlock', { vaultId, password: testPassword });
    for (let at = 0; at < 30; at += 1) {
      day = addDays(day, 1);
      session.opened()?.save((db) => keepTrashDay(db, Date.parse(`${day}T09:00:00`)));
      const { items, deeds } = await call('trash.list', {});
      expect([items.length, deeds.length]).toEqual([1, 1]);
    }
    await dispatch('vault.close', {}, 'shell');
    expect(await openOn(addDays(day, 1))).toEqual({ items: 0, deeds: 0 });
    await openOn(addDays(day, 2), async (call) => {
      // The trace outlives the row that was merged away.
      expect((await call('accounts.overview', { id: away.id })).account).toMatchObject({ id: keep.id });
      expect((await call('people.list', { accountId: keep.id })).people).toHaveLength(1);
      await expectCode(call('accounts.restore', { id: deleted.id }), 'notFound');
    });
    rmSync(vaultsDir, { recursive: true, force: true });
  });
});
