import { z } from 'zod';
import { type Contract, done, nothing } from './shapes.ts';

/** A random key of 32 bytes in base64: all that the shell ever holds of a vault's keys. */
export const deviceKey = z.base64().length(44);
const vaultId = z.uuid();

/** What this computer remembers. */
export const RememberedVaults = z.object({
  /** The system has a keychain that keeps a secret. */
  isPossible: z.boolean(),
  /** Nothing was open since the program started: a remembered vault opens without a press. */
  opensByItself: z.boolean(),
  vaults: z.array(
    z.object({
      vaultId,
      untilMs: z.int(),
      /** The user has locked by hand: the password is asked for once. */
      asksPassword: z.boolean(),
    }),
  ),
});
export type RememberedVaults = z.infer<typeof RememberedVaults>;

/** Opening without the password, as the window asks it of the vault. */
export const rememberCalls = {
  /** Checks the password of the open vault and makes a key ready for this computer; `shell.keepRemembered` keeps it. */
  'vault.remember': { input: z.object({ password: z.string().min(1).max(1000) }), output: done },
} as const satisfies Contract;

export const rememberShellCalls = {
  /** Hands over, once, the key that was made ready, and writes the slot that it opens. */
  'vault.takeDeviceKey': { input: nothing, output: z.object({ vaultId, deviceKey, untilMs: z.int() }) },
  /** Removes the slot: no key opens it any more. */
  'vault.forgetDevice': { input: z.object({ vaultId }), output: done },
} as const satisfies Contract;

export const rememberWindowCalls = {
  'shell.remembered': { input: nothing, output: RememberedVaults },
  /** Gives the key that the vault made ready to the system's keychain. */
  'shell.keepRemembered': { input: nothing, output: done },
  'shell.forgetRemembered': { input: z.object({ vaultId }), output: done },
} as const satisfies Contract;
