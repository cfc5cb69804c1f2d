import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { newVaultsDir, startTestSession, testPassword } from '../support/testVault.ts';
import { seededRandom, startVaultChild } from '../support/vaultChild.ts';

const dir = newVaultsDir();
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('twenty times kill -9 while saving: what was acknowledged is there, whole', async () => {
  const random = seededRandom('vaultKill');
  const maker = await startVaultChild(dir);
  const { vault } = await maker.call('vault.create', {
    name: 'Проверка',
    password: testPassword,
    language: 'ru',
  });
  await maker.call('vault.close', {});
  await maker.kill();

  let acknowledged = 0;
  let savesInAll = 0;
  for (let turn = 0; turn < 20; turn += 1) {
    const child = await startVaultChild(dir);
    const opened = await child.call('vault.unlock', { vaultId: vault.id, password: testPassword });
    expect(opened.lastSavesMissing).toBe(0);
    const { company } = await child.call('company.get', {});
    // Killed between commit and answer, a save may be there without its acknowledgement; never the other way.
    const found = company.name === '' ? 0 : Number(company.name.split(' ')[1]);
    expect(found).toBeGreaterThanOrEqual(acknowledged);
    acknowledged = found;

    let { revision } = company;
    const typing = (async () => {
      for (;;) {
        const next = acknowledged + 1;
        // Written twice in one save: half of it would show.
        const changed = { ...company, revision, name: `Сохранение ${next}`, tagline: `Сохранение ${next}` };
        ({ revision } = await child.call('company.save', { company: changed }));
        acknowledged = next;
        savesInAll += 1;
      }
    })().catch((error: unknown) => expect(error).toMatchObject({ code: 'unavailable' }));
    await new Promise((resolve) => setTimeout(resolve, 20 + random() * 250));
    await child.kill();
    await typing;
  }
  // Otherwise the kills hit nothing.
  expect(savesInAll).toBeGreaterThan(100);

  const { call, session } = startTestSession({ vaultsDir: dir });
  expect(await call('vault.unlock', { vaultId: vault.id, password: testPassword })).toMatchObject({
    lastSavesMissing: 0,
  });
  const { company } = await call('company.get', {});
  expect(company.tagline).toBe(company.name);
  expect(Number(company.name.split(' ')[1])).toBeGreaterThanOrEqual(acknowledged);
  expect(session.opened()?.reader.prepare('PRAGMA integrity_check').all()).toEqual([
    { integrity_check: 'ok' },
  ]);
  await call('vault.close', {});
});
