import { rmSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { derivePasswordKey } from '../../electron/vault/keys/derive.ts';
import type { ProposalDocument } from '../../shared/document/nodes.ts';
import type { Proposal } from '../../shared/domain/proposal.ts';
import { addClientWithReader, proposalInput } from '../support/drafts.ts';
import { newVaultsDir, openTestVault, startTestSession, testPassword } from '../support/testVault.ts';
import { seededRandom, startVaultChild } from '../support/vaultChild.ts';
import type { VaultChild } from '../support/vaultChild.ts';

const dir = newVaultsDir();
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** All that stands in a document of one paragraph. */
const lettersOf = (document: ProposalDocument): string =>
  /"text":"([^"]*)"/.exec(JSON.stringify(document.root))?.[1] ?? '';

/** Types letter after letter until the process ends, folding now and then; `told` hears what was acknowledged. */
async function typeOn(child: VaultChild, proposal: Proposal, told: (letters: string) => void): Promise<void> {
  const { id } = proposal;
  let { revision } = proposal;
  let letters = lettersOf(proposal.document);
  for (;;) {
    const text = String.fromCharCode(0x430 + (letters.length % 32));
    const at = letters.length + 1;
    const slice = { content: [{ type: 'text', text }] };
    const steps = [{ stepType: 'replace' as const, from: at, to: at, slice }];
    const typed = { id, baseRevision: revision, steps, size: at + 2 };
    ({ revision } = await child.call('proposals.appendSteps', typed));
    letters += text;
    told(letters);
    if (letters.length % 40 === 0) await child.call('proposals.foldSteps', { id });
  }
}

test('twenty times kill -9 while saving and typing: what was acknowledged is there, whole', async () => {
  const random = seededRandom('vaultKill');
  // What follows opens it in a process of the program.
  const maker = await openTestVault({ stretch: derivePasswordKey, vaultsDir: dir });
  const vault = { id: maker.vaultId };
  const { accountId, readerId } = await addClientWithReader(maker);
  const { id } = await maker.call('proposals.create', proposalInput(accountId, [readerId]));
  const root = { type: 'doc' as const, content: [{ type: 'paragraph' as const }] };
  await maker.call('proposals.saveDocument', { id, baseRevision: 1, document: { schemaVersion: 1, root } });
  await maker.close({ keepFiles: true });

  let acknowledged = 0;
  let letters = '';
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
    const { proposal } = await child.call('proposals.get', { id });
    const stands = lettersOf(proposal.document);
    expect(stands.startsWith(letters)).toBe(true);
    // At most the one letter that was written down and not answered.
    expect(stands.length - letters.length).toBeLessThanOrEqual(1);
    letters = stands;

    let { revision } = company;
    const typing = typeOn(child, proposal, (told) => (letters = told)).catch((error: unknown) =>
      expect(error).toMatchObject({ code: 'unavailable' }),
    );
    const saving = (async () => {
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
    await Promise.all([saving, typing]);
  }
  // Otherwise the kills hit nothing.
  expect(savesInAll).toBeGreaterThan(100);
  expect(letters.length).toBeGreaterThan(100);

  const { call, session } = startTestSession({ stretch: derivePasswordKey, vaultsDir: dir });
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
