import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { Language } from '../../../shared/domain/language.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { writeAtomically } from '../store/atomicWrite.ts';
import { Slot } from './slots.ts';

/** What can be read without the password: the vault's name on the lock screen, and the wrapped keys. */
export const VaultHeader = z.strictObject({
  format: z.literal(1),
  vaultId: z.uuid(),
  name: z.string().min(1).max(100),
  kind: z.enum(['own', 'example']),
  language: Language,
  createdAtMs: z.int(),
  /** Counts rewrites: of two good copies the higher one is the newer. */
  revision: z.int().min(1),
  slots: z.array(Slot).min(1).max(8),
});
export type VaultHeader = z.infer<typeof VaultHeader>;

const HeaderFile = z.strictObject({ header: z.unknown(), sha256: z.string() });

/** Where the copies of one header lie, the first one leading. */
export type HeaderPaths = readonly [string, ...string[]];

// A header is about a kilobyte; anything greater is not read into memory.
const longestHeader = 64 * 1024;

/** Against bit rot only: forgery is the matter of the slots. */
function checksum(header: unknown): string {
  return createHash('sha256').update(JSON.stringify(header)).digest('hex');
}

function readCopy(path: string): VaultHeader | null {
  try {
    const text = readFileSync(path);
    if (text.length > longestHeader) return null;
    const file = HeaderFile.parse(JSON.parse(text.toString('utf8')));
    if (file.sha256 !== checksum(file.header)) return null;
    return VaultHeader.parse(file.header);
  } catch {
    return null;
  }
}

/**
 * The newest readable copy. Throws vaultMissing when there is none at all, vaultHeaderDamaged when none reads.
 * The newest wins, not the first: a password change that was cut short must not leave the old password alive.
 */
export function readHeader(paths: HeaderPaths): VaultHeader {
  const copies = paths.map(readCopy).filter((copy) => copy !== null);
  const newest = copies.toSorted((one, other) => other.revision - one.revision)[0];
  if (newest !== undefined) return newest;
  if (!paths.some((path) => existsSync(path))) throw new AppError('vaultMissing', 'no header');
  throw new AppError('vaultHeaderDamaged', 'no copy of the header reads');
}

/** Writes every copy, each wholly or not at all, the leading one first. */
export function writeHeader(paths: HeaderPaths, header: VaultHeader): void {
  const content = JSON.stringify({ header, sha256: checksum(header) });
  for (const path of paths) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeAtomically(path, content);
  }
}

/** Brings damaged or older copies up to the given header. */
export function repairCopies(paths: HeaderPaths, header: VaultHeader): void {
  const content = JSON.stringify({ header, sha256: checksum(header) });
  for (const path of paths) {
    if (readCopy(path)?.revision === header.revision) continue;
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeAtomically(path, content);
  }
}
