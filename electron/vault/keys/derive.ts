import { hkdfSync, scrypt } from 'node:crypto';
import { AppError } from '../../../shared/ipc/reply.ts';

/** Cost of one guess. `N` is a power of two; r and p are fixed. */
export type ScryptCost = { readonly N: number; readonly r: 8; readonly p: 1 };

/** OWASP's least for scrypt; one guess costs 128 MiB. */
export const lowestN = 2 ** 17;
/** 1 GiB: a header that asks for more is refused before any memory is taken. */
export const highestN = 2 ** 20;

/**
 * 32 bytes from a password. The password is read as NFKC, so that «й» typed as one sign or as two opens the same
 * vault. The caller wipes the answer.
 */
export function derivePasswordKey(password: string, salt: Buffer, cost: ScryptCost): Promise<Buffer> {
  if (cost.N < lowestN || cost.N > highestN)
    throw new AppError('vaultHeaderDamaged', 'scrypt cost outside its limits');
  const secret = Buffer.from(password.normalize('NFKC'), 'utf8');
  // OpenSSL counts a little more than 128·N·r, so the bare product is refused.
  const maxmem = 128 * cost.N * cost.r + 32 * 1024 * 1024;
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, 32, { ...cost, maxmem }, (error, key) => {
      secret.fill(0);
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

/** How a password becomes a key, {@link derivePasswordKey} in the program. */
export type Stretch = typeof derivePasswordKey;

/** Picks the greatest cost that still opens within a second here, from the time of one run at the lowest. */
export function costFor(lowestRunMs: number): ScryptCost {
  const goalMs = 1000;
  if (lowestRunMs * 4 <= goalMs) return { N: 2 ** 19, r: 8, p: 1 };
  if (lowestRunMs * 2 <= goalMs) return { N: 2 ** 18, r: 8, p: 1 };
  return { N: lowestN, r: 8, p: 1 };
}

/** One key for one purpose: the label keeps them apart. */
export function deriveSubkey(key: Uint8Array, label: string, salt: Uint8Array = new Uint8Array()): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, label, 32));
}

/** The keys that an open vault works with; all come from the data key and never change with the password. */
export type VaultKeys = {
  readonly page: Buffer;
  readonly mark: Buffer;
  readonly seal: Buffer;
  readonly files: Buffer;
};

export function vaultKeysOf(dataKey: Buffer): VaultKeys {
  return {
    page: deriveSubkey(dataKey, 'kam/db/v1'),
    mark: deriveSubkey(dataKey, 'kam/hwm/v1'),
    seal: deriveSubkey(dataKey, 'kam/seal/v1'),
    files: deriveSubkey(dataKey, 'kam/attach/v1'),
  };
}

export function wipe(keys: VaultKeys): void {
  keys.page.fill(0);
  keys.mark.fill(0);
  keys.seal.fill(0);
  keys.files.fill(0);
}
