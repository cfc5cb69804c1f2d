import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { VaultSummary } from '../../shared/ipc/contract.ts';
import { readHeader } from './keys/headerFile.ts';
import type { HeaderPaths, VaultHeader } from './keys/headerFile.ts';

/** The files of one vault: a folder named by its id, so that no path tells a client's name. */
export type VaultFolder = {
  readonly folder: string;
  readonly database: string;
  readonly headers: HeaderPaths;
  readonly mark: string;
  readonly seal: string;
  readonly attempts: string;
  /** The slot for the computer that remembers the vault. */
  readonly deviceSlot: string;
  /** Room for the last saves on a full disk. */
  readonly ballast: string;
  readonly backups: string;
  /** Sealed files of the dossiers, one each, named by their ids. */
  readonly attachments: string;
};

export function vaultFolder(vaultsDir: string, vaultId: string): VaultFolder {
  // The id becomes a folder's name: nothing but a uuid may reach the disk.
  const folder = join(vaultsDir, z.uuid().parse(vaultId));
  const backups = join(folder, 'backups');
  return {
    folder,
    database: join(folder, 'vault.db'),
    headers: [join(folder, 'vault.hdr'), join(folder, 'vault.hdr.bak'), join(backups, 'vault.hdr')],
    mark: join(folder, 'vault.hwm'),
    seal: join(folder, 'vault.seal'),
    attempts: join(folder, 'vault.attempts'),
    deviceSlot: join(folder, 'vault.device'),
    ballast: join(folder, 'vault.ballast'),
    backups,
    attachments: join(folder, 'files'),
  };
}

function modifiedAtMs(path: string): number {
  return Math.round(statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
}

export function summaryOf(files: VaultFolder, header: VaultHeader): VaultSummary {
  return {
    id: header.vaultId,
    name: header.name,
    kind: header.kind,
    language: header.language,
    savedAtMs: Math.max(
      header.createdAtMs,
      modifiedAtMs(files.database),
      modifiedAtMs(`${files.database}-wal`),
      modifiedAtMs(files.seal),
    ),
    hasDeviceSlot: existsSync(files.deviceSlot),
  };
}

/** Every vault with a readable header, the user's own first, then the one used last. */
export function listVaults(vaultsDir: string): readonly VaultSummary[] {
  let names: string[];
  try {
    names = readdirSync(vaultsDir);
  } catch {
    return [];
  }
  return names
    .flatMap((name): VaultSummary[] => {
      if (!z.uuid().safeParse(name).success) return [];
      const files = vaultFolder(vaultsDir, name);
      try {
        const header = readHeader(files.headers);
        return header.vaultId === name ? [summaryOf(files, header)] : [];
      } catch {
        // A vault whose every header is damaged still stands in the list below, so that it is not taken for lost.
        return [damagedSummary(name, files)];
      }
    })
    .toSorted(
      (one, other) =>
        Number(one.kind === 'example') - Number(other.kind === 'example') || other.savedAtMs - one.savedAtMs,
    );
}

function damagedSummary(vaultId: string, files: VaultFolder): VaultSummary {
  return {
    id: vaultId,
    name: vaultId.slice(0, 8),
    kind: 'own',
    language: 'ru',
    savedAtMs: Math.max(modifiedAtMs(files.database), modifiedAtMs(files.seal)),
    hasDeviceSlot: false,
  };
}
