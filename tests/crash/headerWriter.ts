import { readHeader, writeHeader } from '../../electron/vault/keys/headerFile.ts';
import { makePasswordSlot } from '../../electron/vault/keys/slots.ts';
import { lowestN } from '../../electron/vault/keys/derive.ts';
import { vaultFolder } from '../../electron/vault/vaultFolder.ts';
import { quickStretch } from '../support/quickStretch.ts';

// Changes a vault's password between two without end, until it is killed: the writing is what a kill must hit, so
// the slow part (one derivation for each) is done before.
const [vaultsDir = '', vaultId = '', dataKeyHex = '', ...passwords] = process.argv.slice(2);
const dataKey = Buffer.from(dataKeyHex, 'hex');
const { headers } = vaultFolder(vaultsDir, vaultId);
const first = readHeader(headers);
const slots = await Promise.all(
  passwords.map((password) =>
    makePasswordSlot(vaultId, dataKey, password, { N: lowestN, r: 8, p: 1 }, quickStretch),
  ),
);
process.send?.('writing');
for (let revision = first.revision + 1; ; revision += 1) {
  const slot = slots[revision % slots.length];
  if (slot === undefined) throw new Error('no password given');
  const others = first.slots.filter((other) => other.type !== 'password');
  writeHeader(headers, { ...first, revision, slots: [...others, slot] });
}
