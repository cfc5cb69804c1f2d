import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { z } from 'zod';
import { AppError } from '../../../shared/ipc/reply.ts';
import { rememberedDays } from '../../../shared/ipc/rememberedDays.ts';
import { writeAtomically } from '../store/atomicWrite.ts';
import { deriveSubkey } from './derive.ts';
import type { VaultHeader } from './headerFile.ts';
import { unwrap, wrap, wrapping } from './slots.ts';

const dayMs = 24 * 60 * 60 * 1000;
const longestSlot = 4096;

/**
 * The data key wrapped for one computer. A file of its own beside the header: a release that knows nothing of it reads
 * the header as before, no copy of the header carries it elsewhere, and its damage leaves the password's slot alone.
 */
const DeviceSlot = z.strictObject({
  format: z.literal(1),
  madeAtMs: z.int(),
  untilMs: z.int(),
  ...wrapping,
});
type DeviceSlot = z.infer<typeof DeviceSlot>;

/**
 * What the wrapping is bound to: the vault, the time, and the password's slot. Another password ends it even where
 * the file itself stayed.
 */
function boundTo(
  header: VaultHeader,
  { madeAtMs, untilMs }: Pick<DeviceSlot, 'madeAtMs' | 'untilMs'>,
): Buffer {
  const password = header.slots.find((slot) => slot.type === 'password');
  if (password === undefined) throw new AppError('unavailable', 'a vault without a password');
  const { vaultId } = header;
  const bound = { format: 1, madeAtMs, passwordSalt: password.kdf.salt, type: 'device', untilMs, vaultId };
  return Buffer.from(JSON.stringify(bound), 'utf8');
}

function readSlot(path: string): DeviceSlot | null {
  try {
    if (statSync(path).size > longestSlot) return null;
    return DeviceSlot.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

/** Keys for a computer that remembers a vault: 32 random bytes that the system's keychain keeps, a slot that they open. */
export type DeviceKeys = {
  /** Makes a key and its slot; both wait in memory until they are taken. Throws unavailable for the example. */
  prepare(path: string, header: VaultHeader, dataKey: Buffer): void;
  /** The key that waits, once; its slot is on the disk then. Throws unavailable or rememberNotKept. */
  take(): { vaultId: string; deviceKey: string; untilMs: number };
  /** The data key, which the caller wipes. Throws rememberedExpired or rememberedLost. */
  open(path: string, header: VaultHeader, deviceKey: string): Buffer;
  /** Removes a slot, and what waits. */
  forget(path: string): void;
  /** Wipes what waits. */
  drop(): void;
};

export function deviceKeys(nowMs: () => number): DeviceKeys {
  let waiting: { path: string; vaultId: string; slot: DeviceSlot; key: Buffer } | null = null;

  const drop = (): void => {
    waiting?.key.fill(0);
    waiting = null;
  };

  return {
    prepare(path, header, dataKey) {
      drop();
      const madeAtMs = nowMs();
      const life = { madeAtMs, untilMs: madeAtMs + rememberedDays * dayMs };
      const bound = boundTo(header, life);
      const key = randomBytes(32);
      const slot: DeviceSlot = {
        format: 1,
        ...life,
        ...wrap(dataKey, deriveSubkey(key, 'kam/device/v1'), bound),
      };
      waiting = { path, vaultId: header.vaultId, slot, key };
    },

    take() {
      if (waiting === null) throw new AppError('unavailable', 'no key was made ready');
      const { path, vaultId, slot, key } = waiting;
      try {
        writeAtomically(path, JSON.stringify(slot));
        return { vaultId, deviceKey: key.toString('base64'), untilMs: slot.untilMs };
      } catch {
        throw new AppError('rememberNotKept', 'the slot cannot be written');
      } finally {
        drop();
      }
    },

    open(path, header, deviceKey) {
      const slot = readSlot(path);
      if (slot === null) throw new AppError('rememberedLost', 'no slot that reads');
      const key = Buffer.from(deviceKey, 'base64');
      const dataKey = unwrap(slot, deriveSubkey(key, 'kam/device/v1'), boundTo(header, slot));
      key.fill(0);
      if (dataKey === null) throw new AppError('rememberedLost', 'the slot does not open');
      // Only now are its times known to be ours. A clock set back by more than a day would make it last for ever.
      if (nowMs() >= slot.untilMs || nowMs() < slot.madeAtMs - dayMs) {
        dataKey.fill(0);
        throw new AppError('rememberedExpired', 'its days are over');
      }
      return dataKey;
    },

    forget(path) {
      drop();
      try {
        rmSync(path, { force: true });
      } catch {
        // A folder that cannot be written: another password, or the end of its days, ends the slot all the same.
      }
    },

    drop,
  };
}
