import type { VaultMessage } from '../../shared/ipc/vaultMessages.ts';
import type { Service } from './serve.ts';
import { vaultStatus } from './vaultStatus.ts';

/** The part of Electron's utility process that is used here; in development runtimes a plain Node child instead. */
type ParentPort = {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
};

// Electron adds parentPort to Node's process only in a utility process.
const { parentPort } = process as NodeJS.Process & { readonly parentPort?: ParentPort };

const vaultsDir = process.env['KAMERTON_VAULTS'];
const resourcesDir = process.env['KAMERTON_RESOURCES'];
if (vaultsDir === undefined || resourcesDir === undefined) throw new Error('The shell gives both folders');
const folders = { vaultsDir, resourcesDir };

function post(message: VaultMessage): void {
  if (parentPort !== undefined) parentPort.postMessage(message);
  else process.send?.(message);
}

/**
 * The lock screen asks one thing, and at that moment Chromium needs every core: the store and all behind it are
 * loaded by the first other call, or when the start is over.
 */
const quietAfterMs = 600;
let service: Promise<Service> | null = null;
let running: Service | null = null;

function whole(): Promise<Service> {
  service ??= import('./serve.ts').then(({ serve }) => {
    running = serve(folders, post);
    return running;
  });
  return service;
}

/** The id of a request for the vault's status. */
function asksForStatus(message: unknown): number | null {
  if (typeof message !== 'object' || message === null) return null;
  if (!('name' in message) || message.name !== 'vault.status') return null;
  return 'id' in message && typeof message.id === 'number' ? message.id : null;
}

async function answer(message: unknown): Promise<void> {
  const id = service === null ? asksForStatus(message) : null;
  if (id === null) {
    await (await whole()).answer(message);
    return;
  }
  post({ kind: 'reply', id, reply: { ok: true, value: vaultStatus(folders.vaultsDir, null) } });
  setTimeout(() => void whole(), quietAfterMs);
}

function closeAndEnd(): void {
  try {
    running?.closeNow();
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
