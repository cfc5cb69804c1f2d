import type { OutputOf } from '../../shared/ipc/contract.ts';
import { AppError } from '../../shared/ipc/reply.ts';
import type { Desk } from './desk.ts';
import { systemKeychain } from './keychain.ts';
import { rememberedVaults } from './remembered.ts';
import type { Remembered } from './remembered.ts';
import { readStored, writeStored } from './storedJson.ts';

const fileName = 'remembered.json';

let known: Remembered | null = null;

function remembered(desk: Desk): Remembered {
  known ??= rememberedVaults({
    keychain: systemKeychain,
    file: { read: () => readStored(fileName), write: (content) => writeStored(fileName, content) },
    ask: async (name, input) => {
      const reply = await desk.vault().call(name, input, 'shell');
      if (!reply.ok) throw new AppError(reply.code, 'the vault declined', reply.details);
      // Our own vault process answers by the contract that names the type.
      return reply.value as never;
    },
    nowMs: () => Date.now(),
  });
  return known;
}

/** What the lock screen offers. Asks the keychain nothing but its name. */
export async function readRemembered(desk: Desk): Promise<OutputOf<'shell.remembered'>> {
  return {
    isPossible: systemKeychain.backend() !== null,
    opensByItself: !desk.wasOpened(),
    vaults: await remembered(desk).vaults(),
  };
}

export async function keepRemembered(desk: Desk): Promise<OutputOf<'shell.keepRemembered'>> {
  await remembered(desk).keep();
  return {};
}

export async function openRemembered(desk: Desk, vaultId: string): Promise<OutputOf<'shell.openRemembered'>> {
  const opened = await remembered(desk).open(vaultId);
  desk.noteOpened();
  return opened;
}

export async function forgetRemembered(
  desk: Desk,
  vaultId: string,
): Promise<OutputOf<'shell.forgetRemembered'>> {
  await remembered(desk).forget(vaultId);
  return {};
}

/** After a lock by hand the password is asked for once. */
export function noteLockedByHand(desk: Desk): void {
  remembered(desk).lockedByHand();
}

export function notePasswordGiven(desk: Desk, vaultId: string): void {
  remembered(desk).passwordGiven(vaultId);
}
