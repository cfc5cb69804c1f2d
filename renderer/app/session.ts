import { create } from 'zustand';
import type { OpenedVault, VaultSummary } from '../../shared/ipc/contract.ts';
import { call, deskErrorOf, onWindowEvent } from './call.ts';
import type { DeskError } from './call.ts';

/** Whether a vault is open in this window. */
export type Session =
  | { readonly phase: 'starting' }
  | {
      readonly phase: 'closed';
      readonly vaults: readonly VaultSummary[];
      /** Wait this long before the next password is tried (growing delay after wrong ones). */
      readonly retryAfterMs: number;
      /** The vault process ended by itself: said once, above the unlock field. */
      readonly endedByItself: boolean;
      /** Why the list of vaults could not be read. */
      readonly error: DeskError | null;
    }
  | { readonly phase: 'open'; readonly vault: VaultSummary; readonly lastSavesMissing: number };

export const useSession = create<Session>(() => ({ phase: 'starting' }));

function set(session: Session): void {
  useSession.setState(session, true);
}

async function readStatus(endedByItself: boolean): Promise<void> {
  try {
    const { open, vaults, retryAfterMs } = await call('vault.status', {});
    if (open === null) set({ phase: 'closed', vaults, retryAfterMs, endedByItself, error: null });
    else set({ phase: 'open', vault: open, lastSavesMissing: 0 });
  } catch (thrown) {
    set({ phase: 'closed', vaults: [], retryAfterMs: 0, endedByItself, error: deskErrorOf(thrown) });
  }
}

/** Asks whether a vault is open and which ones there are; then keeps listening. */
export async function startSession(): Promise<void> {
  onWindowEvent('vault.ended', () => void readStatus(true));
  await readStatus(false);
}

/** Asks again: after a failure, or when the list of vaults has changed. */
export async function refreshSession(): Promise<void> {
  await readStatus(false);
}

/** Goes in: the vault has answered that it is open. */
export function enterVault(opened: OpenedVault): void {
  set({ phase: 'open', vault: opened.vault, lastSavesMissing: opened.lastSavesMissing });
}
