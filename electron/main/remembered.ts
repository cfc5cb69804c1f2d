import type { RememberedVaults } from '../../shared/ipc/calls/remember.ts';
import type { InputOf, OutputOf, VaultCall, VaultShellCall } from '../../shared/ipc/contract.ts';
import { AppError } from '../../shared/ipc/reply.ts';
import type { ErrorCode } from '../../shared/ipc/reply.ts';
import { fieldOf } from './fieldOf.ts';

/** The system's keychain, as far as it is needed here. */
export type Keychain = {
  /** Its name, or null where the system has none that keeps a secret. Asks the user nothing. */
  backend(): string | null;
  /** Whether it answers now. The system may ask the user to unlock it. */
  isUsable(): boolean;
  /** Throws whatever the system says. */
  seal(secret: string): string;
  /** Throws for what this keychain has not sealed. */
  open(sealed: string): string;
};

/** What the rules below work with; tests hand in a keychain of their own. */
export type RememberedOptions = {
  readonly keychain: Keychain;
  /** A small file of this computer. It holds what the keychain has sealed, never a key itself. */
  readonly file: { read(): unknown; write(content: unknown): void };
  /** Asks the vault process. Throws AppError. */
  readonly ask: <Name extends VaultCall | VaultShellCall>(
    name: Name,
    input: InputOf<Name>,
  ) => Promise<OutputOf<Name>>;
  nowMs(): number;
};

type Entry = {
  readonly sealed: string;
  /** The keychain that sealed it. */
  readonly backend: string;
  readonly untilMs: number;
  readonly asksPassword: boolean;
};
type Entries = ReadonlyMap<string, Entry>;

/** The vaults that this computer opens without a password. Whatever fails here, the password still opens them. */
export type Remembered = {
  vaults(): Promise<RememberedVaults['vaults']>;
  /** Gives the key that the vault made ready to the keychain. Throws rememberNotKept; nothing is remembered then. */
  keep(): Promise<void>;
  /** Throws rememberedExpired, rememberedLost, keychainUnavailable, keychainChanged, or what opening throws. */
  open(vaultId: string): Promise<OutputOf<'vault.unlockWithDevice'>>;
  forget(vaultId: string): Promise<void>;
  /** The user has locked by hand: every vault wants its password once. */
  lockedByHand(): void;
  passwordGiven(vaultId: string): void;
};

function entryOf(stored: unknown): Entry | null {
  const [sealed, backend] = [fieldOf(stored, 'sealed'), fieldOf(stored, 'backend')];
  const untilMs = fieldOf(stored, 'untilMs');
  if (typeof sealed !== 'string' || typeof backend !== 'string') return null;
  if (typeof untilMs !== 'number' || !Number.isSafeInteger(untilMs)) return null;
  return { sealed, backend, untilMs, asksPassword: fieldOf(stored, 'asksPassword') !== false };
}

function entriesOf(stored: unknown): Entries {
  const ids = typeof stored === 'object' && stored !== null ? Object.keys(stored) : [];
  return new Map(
    ids.flatMap((vaultId) => {
      const entry = entryOf(fieldOf(stored, vaultId));
      return entry === null ? [] : [[vaultId, entry] as const];
    }),
  );
}

const codeOf = (error: unknown): ErrorCode | null => (error instanceof AppError ? error.code : null);

export function rememberedVaults({ keychain, file, ask, nowMs }: RememberedOptions): Remembered {
  let entries = entriesOf(file.read());

  const write = (changed: Entries): void => {
    file.write(Object.fromEntries(changed));
    entries = changed;
  };
  /** What cannot be written down holds until the program ends. */
  const change = (changed: Entries): void => {
    entries = changed;
    try {
      write(changed);
    } catch {
      // A full disk or a folder without the right to write: the slot beside the vault has its own end.
    }
  };

  const forget = async (vaultId: string): Promise<void> => {
    // The key first: a slot without it opens nothing.
    if (entries.has(vaultId)) change(new Map([...entries].filter(([id]) => id !== vaultId)));
    try {
      await ask('vault.forgetDevice', { vaultId });
    } catch {
      // Without a vault process the slot stays behind, for a key that is no more.
    }
  };

  /** For what will not come right by itself. */
  const forgetting = async (vaultId: string, code: ErrorCode, why: string): Promise<never> => {
    await forget(vaultId);
    throw new AppError(code, why);
  };

  const sealedEntry = (deviceKey: string, untilMs: number): Entry => {
    const backend = keychain.backend();
    if (backend === null || !keychain.isUsable()) throw new Error('no keychain that keeps a secret');
    const sealed = keychain.seal(deviceKey);
    // Tried at once: a keychain that does not give it back would be found out on another day.
    if (keychain.open(sealed) !== deviceKey) throw new Error('another secret came back');
    return { sealed, backend, untilMs, asksPassword: false };
  };

  return {
    async vaults() {
      if (entries.size === 0) return [];
      // Both halves must be there: a change of password takes away the one beside the vault.
      const { vaults } = await ask('vault.status', {});
      const withSlot = new Set(vaults.flatMap((vault) => (vault.hasDeviceSlot ? [vault.id] : [])));
      if ([...entries.keys()].some((id) => !withSlot.has(id)))
        change(new Map([...entries].filter(([id]) => withSlot.has(id))));
      return [...entries].map(([vaultId, { untilMs, asksPassword }]) => ({ vaultId, untilMs, asksPassword }));
    },

    async keep() {
      const { vaultId, deviceKey, untilMs } = await ask('vault.takeDeviceKey', {});
      try {
        write(new Map([...entries, [vaultId, sealedEntry(deviceKey, untilMs)]]));
      } catch {
        await forgetting(vaultId, 'rememberNotKept', 'the keychain or the disk does not keep it');
      }
    },

    async open(vaultId) {
      const entry = entries.get(vaultId);
      if (entry === undefined) return forgetting(vaultId, 'rememberedLost', 'no key here');
      if (entry.asksPassword) throw new AppError('unavailable', 'locked by hand');
      if (nowMs() >= entry.untilMs) return forgetting(vaultId, 'rememberedExpired', 'its days are over');
      if (keychain.backend() !== entry.backend)
        return forgetting(vaultId, 'keychainChanged', 'not the keychain that sealed it');
      // It may be locked today and answer tomorrow: nothing is forgotten for that.
      if (!keychain.isUsable()) throw new AppError('keychainUnavailable', 'the keychain does not answer');
      let deviceKey: string;
      try {
        deviceKey = keychain.open(entry.sealed);
      } catch {
        return forgetting(vaultId, 'rememberedLost', 'the keychain does not open it');
      }
      try {
        return await ask('vault.unlockWithDevice', { vaultId, deviceKey });
      } catch (error) {
        const code = codeOf(error);
        if (code === 'rememberedExpired') return forgetting(vaultId, code, 'its days are over');
        // A sealed text that was swapped may hold anything: then it is not even of a key's form.
        if (code === 'rememberedLost' || code === 'invalidInput')
          return forgetting(vaultId, 'rememberedLost', 'the key does not open it');
        throw error;
      }
    },

    forget,

    lockedByHand() {
      if (entries.size === 0) return;
      change(new Map([...entries].map(([id, entry]) => [id, { ...entry, asksPassword: true }])));
    },

    passwordGiven(vaultId) {
      const entry = entries.get(vaultId);
      if (entry?.asksPassword === true)
        change(new Map([...entries, [vaultId, { ...entry, asksPassword: false }]]));
    },
  };
}
