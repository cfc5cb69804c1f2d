import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chosenElectron } from '../support/launchApp.ts';
import { aboutMachine } from './measure.ts';

// npm run bench [-- --pairs 21 --rounds 5 --only start,typing]. Trust the paired ratios, not the milliseconds.
const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '21' },
    rounds: { type: 'string', default: '5' },
    dossiers: { type: 'string', default: '10000' },
    only: {
      type: 'string',
      default: 'start,memory,vault,check,money,export,saving,typing,compose,import,search,list,keys,window',
    },
  },
});
const parts = values.only.split(',');
const electron = chosenElectron();
console.log(
  `Electron ${electron.version}${electron.official ? '' : ' (development fallback)'}; ${aboutMachine()}`,
);

if (parts.includes('start')) {
  const { benchStartUp } = await import('./startUp.ts');
  await benchStartUp(Number(values.pairs), null, 'Start on an empty machine: the first screen');
  const profile = await profileWithVault();
  await benchStartUp(Number(values.pairs), profile, 'Start with a vault: the unlock field');
  rmSync(profile, { recursive: true, force: true });
}
if (parts.includes('memory')) {
  const { benchClientsMemory } = await import('./clientsMemory.ts');
  await benchClientsMemory(5);
}
if (parts.includes('vault')) {
  const { benchExport, benchUnlock } = await import('./vaultWork.ts');
  await benchUnlock();
  await benchExport();
}
if (parts.includes('check')) {
  const { benchCheck } = await import('./checkWork.ts');
  await benchCheck();
}

if (parts.includes('money')) {
  const { benchMoney } = await import('./money.ts');
  benchMoney();
}
if (parts.includes('export')) {
  const { benchExportFloor } = await import('./exportWork.ts');
  await benchExportFloor([40, 400]);
}
if (parts.includes('saving')) {
  const { benchSaving } = await import('./saving.ts');
  await benchSaving();
}
if (parts.includes('typing')) {
  const { benchTyping } = await import('./typing.ts');
  await benchTyping([40, 400], Number(values.rounds));
}
if (parts.includes('compose')) {
  const { benchCompose } = await import('./composeWork.ts');
  benchCompose();
}
if (parts.includes('import')) {
  const { benchImport } = await import('./importWork.ts');
  await benchImport();
}
if (parts.includes('list')) {
  const { benchList } = await import('./listWork.ts');
  for (const count of values.dossiers.split(',')) await benchList(Number(count));
}
if (parts.includes('search')) {
  const { benchSearch } = await import('./searchWork.ts');
  for (const count of values.dossiers.split(',')) await benchSearch(Number(count));
}

if (parts.includes('keys')) {
  const { benchWindowSearch } = await import('./windowWork.ts');
  for (const count of values.dossiers.split(',')) await benchWindowSearch(Number(count));
}
if (parts.includes('window')) {
  const { benchWindow } = await import('./windowWork.ts');
  await benchWindow();
}

/** A user's folder as it stands after a vault was made, so that the app starts on the unlock field. */
async function profileWithVault(): Promise<string> {
  const { openTestVault } = await import('../support/testVault.ts');
  const { derivePasswordKey } = await import('../../electron/vault/keys/derive.ts');
  const profile = mkdtempSync(join(tmpdir(), 'kamerton-profile-'));
  const vaultsDir = join(profile, 'vaults');
  mkdirSync(vaultsDir);
  const vault = await openTestVault({ stretch: derivePasswordKey, vaultsDir });
  await vault.close({ keepFiles: true });
  return profile;
}
