import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { derivePasswordKey, deriveSubkey, highestN, lowestN } from './derive.ts';
import type { ScryptCost, Stretch } from './derive.ts';

/** As we write it: the last sign of base64 has bits to spare, and a slot has one form only. */
const base64 = (length: number) =>
  z.base64().refine((text) => {
    const bytes = Buffer.from(text, 'base64');
    return bytes.length === length && bytes.toString('base64') === text;
  }, `not ${length} bytes`);

const scryptKdf = z.strictObject({
  name: z.literal('scrypt'),
  // Outside these limits a header is refused: neither a cheaper guess nor a gigabyte of memory by edit of a file.
  N: z
    .int()
    .min(lowestN)
    .max(highestN)
    .refine((cost) => Number.isInteger(Math.log2(cost)), 'not a power of two'),
  r: z.literal(8),
  p: z.literal(1),
  salt: base64(32),
});
const hkdfKdf = z.strictObject({ name: z.literal('hkdf-sha256'), salt: base64(32) });

/** A key that is wrapped by another. */
export const wrapping = { iv: base64(12), wrapped: base64(32), tag: base64(16) };

/** The data key wrapped once per way in. `example` opens with a constant of the program: nothing secret is inside. */
export const Slot = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('password'), kdf: scryptKdf, ...wrapping }),
  z.strictObject({ type: z.literal('recovery'), kdf: hkdfKdf, ...wrapping }),
  z.strictObject({ type: z.literal('example'), kdf: hkdfKdf, ...wrapping }),
]);
export type Slot = z.infer<typeof Slot>;
type SlotOf<Type extends Slot['type']> = Extract<Slot, { type: Type }>;

/** What the wrapping is bound to: a slot moved to another vault or given another cost does not open. */
function boundTo(vaultId: string, type: Slot['type'], kdf: Slot['kdf']): Buffer {
  const ordered =
    kdf.name === 'scrypt'
      ? { N: kdf.N, name: kdf.name, p: kdf.p, r: kdf.r, salt: kdf.salt }
      : { name: kdf.name, salt: kdf.salt };
  return Buffer.from(JSON.stringify({ format: 1, kdf: ordered, type, vaultId }), 'utf8');
}

type Wrapped = { iv: string; wrapped: string; tag: string };

/** Wraps the data key and wipes the wrapping one. `bound` must be the same when it is unwrapped. */
export function wrap(dataKey: Buffer, wrappingKey: Buffer, bound: Buffer): Wrapped {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey, iv);
  cipher.setAAD(bound);
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  wrappingKey.fill(0);
  return {
    iv: iv.toString('base64'),
    wrapped: wrapped.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** null = not this key. Wipes the wrapping key. */
export function unwrap(slot: Wrapped, wrappingKey: Buffer, bound: Buffer): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey, Buffer.from(slot.iv, 'base64'));
  decipher.setAAD(bound);
  decipher.setAuthTag(Buffer.from(slot.tag, 'base64'));
  try {
    return Buffer.concat([decipher.update(Buffer.from(slot.wrapped, 'base64')), decipher.final()]);
  } catch {
    return null;
  } finally {
    wrappingKey.fill(0);
  }
}

async function passwordWrappingKey(
  password: string,
  salt: Buffer,
  cost: ScryptCost,
  stretch: Stretch,
): Promise<Buffer> {
  const key = await stretch(password, salt, cost);
  try {
    return deriveSubkey(key, 'kam/kek/v1');
  } finally {
    key.fill(0);
  }
}

export async function makePasswordSlot(
  vaultId: string,
  dataKey: Buffer,
  password: string,
  cost: ScryptCost,
  stretch: Stretch = derivePasswordKey,
): Promise<Slot> {
  const salt = randomBytes(32);
  const kdf: SlotOf<'password'>['kdf'] = { name: 'scrypt', ...cost, salt: salt.toString('base64') };
  const wrappingKey = await passwordWrappingKey(password, salt, cost, stretch);
  return { type: 'password', kdf, ...wrap(dataKey, wrappingKey, boundTo(vaultId, 'password', kdf)) };
}

/** The data key, or null for a wrong password. The caller wipes it. */
export async function openPasswordSlot(
  vaultId: string,
  slot: SlotOf<'password'>,
  password: string,
  stretch: Stretch = derivePasswordKey,
): Promise<Buffer | null> {
  const cost: ScryptCost = { N: slot.kdf.N, r: slot.kdf.r, p: slot.kdf.p };
  const salt = Buffer.from(slot.kdf.salt, 'base64');
  const wrappingKey = await passwordWrappingKey(password, salt, cost, stretch);
  return unwrap(slot, wrappingKey, boundTo(vaultId, 'password', slot.kdf));
}

/** For secrets that are already random (recovery) or public (example): stretching would add only waiting. */
export function makeSecretSlot(
  type: 'recovery' | 'example',
  vaultId: string,
  dataKey: Buffer,
  secret: Buffer,
): Slot {
  const salt = randomBytes(32);
  const kdf: SlotOf<'recovery'>['kdf'] = { name: 'hkdf-sha256', salt: salt.toString('base64') };
  const wrappingKey = deriveSubkey(secret, `kam/${type}/v1`, salt);
  return { type, kdf, ...wrap(dataKey, wrappingKey, boundTo(vaultId, type, kdf)) };
}

export function openSecretSlot(
  vaultId: string,
  slot: SlotOf<'recovery' | 'example'>,
  secret: Buffer,
): Buffer | null {
  const wrappingKey = deriveSubkey(secret, `kam/${slot.type}/v1`, Buffer.from(slot.kdf.salt, 'base64'));
  return unwrap(slot, wrappingKey, boundTo(vaultId, slot.type, slot.kdf));
}
