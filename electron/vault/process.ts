import type { VaultMessage } from '../../shared/ipc/vaultMessages.ts';
import { serve } from './serve.ts';

/** The part of Electron's utility process that is used here; tests start the same file as a plain Node child. */
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

const service = serve(folders, post);

function closeAndEnd(): void {
  try {
    service.closeNow();
  } finally {
    process.exit(0);
  }
}

if (parentPort !== undefined) {
  parentPort.on('message', ({ data }) => void service.answer(data));
} else {
  process.on('message', (message) => void service.answer(message));
  // The parent is gone: what was acknowledged is on the disk already; this closes it cleanly.
  process.on('disconnect', closeAndEnd);
}
process.on('SIGTERM', closeAndEnd);
// Ctrl+C in a terminal reaches every process of the group: the shell decides when the vault closes.
process.on('SIGINT', () => undefined);

post({ kind: 'ready' });
