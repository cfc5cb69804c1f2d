import { randomBytes } from 'node:crypto';
import { derivePasswordKey, lowestN } from '../../electron/vault/keys/derive.ts';
import { writeProposal } from '../../electron/vault/docx/writeProposal.ts';
import { openTestExampleVault, openTestVault, testPassword } from '../support/testVault.ts';
import { median, ms, quantile } from './measure.ts';

const ROUNDS = 9;

async function timed(work: () => unknown): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function rounds(work: () => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await timed(work));
  return times;
}

/**
 * Opening a vault, split: the key derivation is dear on purpose (it is what a thief pays per guess), the rest is
 * ours to keep short. The example vault has no password, so opening it is all rest.
 */
export async function benchUnlock(): Promise<void> {
  const own = await openTestVault({ stretch: derivePasswordKey });
  const derivation = await rounds(() =>
    derivePasswordKey(testPassword, randomBytes(32), { N: lowestN, r: 8, p: 1 }),
  );
  const whole = await rounds(() =>
    own.call('vault.unlock', { vaultId: own.vaultId, password: testPassword }),
  );
  await own.close();
  const example = await openTestExampleVault('ru');
  const rest = await rounds(() => example.call('vault.unlock', { vaultId: example.vaultId, password: '-' }));
  const list = await rounds(() => example.call('accounts.list', { query: '' }));
  await example.close();

  console.log('\n## Unlocking (vault process, lowest password cost)\n');
  console.log(`key derivation             ${ms(median(derivation))}`);
  console.log(`whole, an own empty vault  ${ms(median(whole))}`);
  console.log(
    `the rest alone, example    ${ms(median(rest))} (worst of ${ROUNDS}: ${ms(quantile(rest, 1))})`,
  );
  console.log(`clients list after it      ${ms(median(list))}`);
}

/** Writing the example's first proposal as a DOCX: the first time in a process, and warm. */
export async function benchExport(): Promise<void> {
  const vault = await openTestExampleVault('ru');
  const { rows } = await vault.call('proposals.list', { accountId: null });
  const first = rows[0];
  if (first === undefined) throw new Error('The example vault holds no proposal to export');
  const source = await vault.call('proposals.get', { id: first.id });
  let bytes = 0;
  const write = async (): Promise<void> => {
    bytes = (await writeProposal(source)).byteLength;
  };
  const cold = await timed(write);
  const warm = await rounds(write);
  await vault.close();
  console.log('\n## Export of the example proposal to DOCX\n');
  console.log(`first ${ms(cold)}, warm ${ms(median(warm))}, ${(bytes / 1024).toFixed(0)} KiB`);
}
