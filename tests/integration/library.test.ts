import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { z } from 'zod';
import { addClientWithReader, proposalInput } from '../support/drafts.ts';
import { openTestVault, resourcesDir, startTestSession, testPassword } from '../support/testVault.ts';

let shipped: string;
beforeEach(() => {
  shipped = mkdtempSync(join(tmpdir(), 'kamerton-shipped-'));
  for (const folder of ['templates', 'blocks'])
    cpSync(join(resourcesDir, folder), join(shipped, folder), { recursive: true });
});
afterEach(() => rmSync(shipped, { recursive: true, force: true }));

const Titled = z.looseObject({ id: z.string(), title: z.string() });

it('takes over a later program’s templates when a vault opens, and keeps proposals of gone ones', async () => {
  const vault = await openTestVault({ resourcesDir: shipped });
  const { accountId, readerId } = await addClientWithReader(vault);
  const today = vault.session.tools.today();
  const input = {
    ...proposalInput(accountId, [readerId]),
    validity: { validFrom: today, validUntil: today },
  };
  const { id } = await vault.call('proposals.create', input);
  await vault.close({ keepFiles: true });

  // The template that the proposal was made from is the one that goes.
  const path = join(shipped, 'templates', `${input.templateId}.json`);
  const template = Titled.parse(JSON.parse(readFileSync(path, 'utf8')));
  writeFileSync(path, JSON.stringify({ ...template, id: 'another-ru', title: 'Новый образец' }));

  const { call, dispatch } = startTestSession({ vaultsDir: vault.dir, resourcesDir: shipped });
  await call('vault.unlock', { vaultId: vault.vaultId, password: testPassword });
  const { templates } = await call('templates.list', { language: 'ru' });
  expect(templates.map((one) => one.id)).not.toContain(template.id);
  expect(templates.find((one) => one.id === 'another-ru')?.title).toBe('Новый образец');
  expect((await call('proposals.get', { id })).proposal.templateId).toBe(template.id);
  await dispatch('vault.close', {}, 'shell');
  rmSync(vault.dir, { recursive: true, force: true });
});
