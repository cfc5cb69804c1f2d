import { z } from 'zod';
import type { VaultCall } from '../../shared/ipc/contract.ts';
import type { Reply, SaidReply } from '../../shared/ipc/reply.ts';
import type { VaultMessage } from '../../shared/ipc/vaultMessages.ts';
import { givingBackMemory } from '../node/giveBackMemory.ts';
import { vaultContents } from './contents.ts';
import { createDispatch } from './dispatch.ts';
import { handlers } from './handlers/index.ts';
import { createSession } from './session.ts';
import { migrations } from './store/migrations/index.ts';

// Documents carry pictures; anything greater is a mistake or an attack.
const longestInput = 16 * 1024 * 1024;
/** A list, a dossier or an answer to a search leaves less behind; a long document exported leaves more. */
const worthGivingBack = 16 * 1024 * 1024;

const Request = z.object({
  id: z.int(),
  name: z.string().max(100),
  input: z.unknown(),
  from: z.enum(['window', 'shell']),
});

function isTooLarge(input: unknown): boolean {
  try {
    return JSON.stringify(input).length > longestInput;
  } catch {
    // A cycle or a BigInt: no call of ours has one.
    return true;
  }
}

/** Answers with bytes in them, which JSON cannot say. */
export const withBytes: ReadonlySet<string> = new Set<VaultCall>(['proposals.preview']);

/** For the window as it is passed on, for the shell as it is read there. */
function said(reply: Reply<unknown>, { name, from }: z.infer<typeof Request>): SaidReply<unknown> {
  return from === 'shell' || withBytes.has(name) ? reply : JSON.stringify(reply);
}

/** Everything behind the lock screen. */
export type Service = {
  answer(message: unknown): Promise<void>;
  /** Closes the vault without waiting for anything: the process is about to end. */
  closeNow(): void;
};

/** Makes the vault's side ready to answer every call. */
export function serve(
  folders: { readonly vaultsDir: string; readonly resourcesDir: string },
  post: (message: VaultMessage) => void,
): Service {
  const session = createSession({
    ...folders,
    migrations,
    contents: vaultContents,
    progress: (progress) => post({ kind: 'progress', progress }),
  });
  const dispatch = createDispatch({
    host: session,
    handlers,
    report: (failure) => post({ kind: 'failure', ...failure }),
  });
  const working = givingBackMemory(worthGivingBack, () => session.opened()?.dropCache());
  return {
    async answer(message) {
      const request = Request.safeParse(message);
      if (!request.success) return;
      const { id, name, from } = request.data;
      const input = request.data.input ?? {};
      const reply = isTooLarge(input)
        ? ({ ok: false, code: 'invalidInput', details: {} } as const)
        : await working(() => dispatch(name, input, from));
      post({ kind: 'reply', id, reply: said(reply, request.data) });
    },
    closeNow: () => session.closeNow(),
  };
}
