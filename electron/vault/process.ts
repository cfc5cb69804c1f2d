import { z } from 'zod';
import type { VaultMessage } from '../../shared/ipc/vaultMessages.ts';
import { vaultContents } from './contents.ts';
import { createDispatch } from './dispatch.ts';
import { handlers } from './handlers/index.ts';
import { createSession } from './session.ts';
import { migrations } from './store/migrations/index.ts';

/** The part of Electron's utility process that is used here; in development runtimes a plain Node child instead. */
type ParentPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
};

// Documents carry pictures; anything greater is a mistake or an attack.
const longestInput = 16 * 1024 * 1024;

const Request = z.object({
  id: z.int(),
  name: z.string().max(100),
  input: z.unknown(),
  from: z.enum(['window', 'shell']),
});

// Electron adds parentPort to Node's process only in a utility process.
const { parentPort } = process as NodeJS.Process & { readonly parentPort?: ParentPort };

const vaultsDir = process.env['KAMERTON_VAULTS'];
const resourcesDir = process.env['KAMERTON_RESOURCES'];
if (vaultsDir === undefined || resourcesDir === undefined) throw new Error('The shell gives both folders');

function post(message: VaultMessage): void {
  if (parentPort !== undefined) parentPort.postMessage(message);
  else process.send?.(message);
}

const session = createSession({ vaultsDir, resourcesDir, migrations, contents: vaultContents });
const dispatch = createDispatch({
  host: session,
  handlers,
  report: (failure) => post({ kind: 'failure', ...failure }),
});

function isTooLarge(input: unknown): boolean {
  try {
    return JSON.stringify(input).length > longestInput;
  } catch {
    // A cycle or a BigInt: no call of ours has one.
    return true;
  }
}

async function answer(message: unknown): Promise<void> {
  const request = Request.safeParse(message);
  if (!request.success) return;
  const { id, name, from } = request.data;
  const input = request.data.input ?? {};
  const reply = isTooLarge(input)
    ? ({ ok: false, code: 'invalidInput', details: {} } as const)
    : await dispatch(name, input, from);
  post({ kind: 'reply', id, reply });
}

function closeAndEnd(): void {
  try {
    session.closeNow();
  } finally {
    process.exit(0);
  }
}

if (parentPort !== undefined) {
  parentPort.on('message', ({ data }) => void answer(data));
} else {
  process.on('message', (message) => void answer(message));
  // The shell is gone: what was acknowledged is on the disk already; this closes it cleanly.
  process.on('disconnect', closeAndEnd);
}
process.on('SIGTERM', closeAndEnd);
// Ctrl+C in a terminal reaches every process of the group: the shell decides when the vault closes.
process.on('SIGINT', () => undefined);

post({ kind: 'ready' });
