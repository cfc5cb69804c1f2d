import { realpath } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { AppError } from '../../../shared/ipc/reply.ts';

/** The real place of a path, links followed as far as it exists. */
async function realPlace(path: string): Promise<string> {
  const whole = resolve(path);
  try {
    return await realpath(whole);
  } catch {
    const parent = dirname(whole);
    return parent === whole
      ? whole
      : resolve(await realPlace(parent), whole.slice(parent.length).replace(/^[/\\]/u, ''));
  }
}

/**
 * Refuses to write plain files among the vault's own: there they would lie unencrypted in the one folder that is
 * trusted to be sealed. Throws vaultFolderChosen.
 */
export async function refuseVaultFolder(path: string, vaultFolder: string): Promise<void> {
  const [target, vaults] = await Promise.all([realPlace(path), realPlace(dirname(vaultFolder))]);
  const inside = relative(vaults, target);
  if (inside !== '..' && !inside.startsWith(`..${sep}`) && resolve(vaults, inside) === target)
    throw new AppError('vaultFolderChosen', 'inside the folder of the vaults');
}
