import { utilityProcess } from 'electron';
import type { UtilityProcess } from 'electron';
import { getPriority, setPriority } from 'node:os';
import { join } from 'node:path';
import type { JobProgress } from '../../shared/ipc/jobProgress.ts';
import { heardReply } from '../../shared/ipc/reply.ts';
import type { Reply, SaidReply } from '../../shared/ipc/reply.ts';
import type { VaultMessage, VaultRequest } from '../../shared/ipc/vaultMessages.ts';
import { log } from './log.ts';
import { builtDir, resourcesDir, vaultsDir } from './places.ts';

/** One vault process: it lives from one lock to the next. */
export type VaultProcess = {
  /** Starts it now, without a call. */
  start(): void;
  /** Never rejects: a process that has ended answers `unavailable`. */
  call(name: string, input: unknown, from: 'window' | 'shell'): Promise<Reply<unknown>>;
  /** The same for the window, unread. */
  relay(name: string, input: unknown): Promise<SaidReply<unknown>>;
  /** Ends it at once, as a crash would. */
  kill(): void;
  /** Closes the vault and waits for the process's end; kills it when it takes longer than it may. */
  end(): Promise<void>;
  /** Whoever wants to know how far long work is; one listener. */
  onProgress(listener: (progress: JobProgress) => void): void;
  /** Resolves when the process is gone: as asked, or by itself. */
  readonly ended: Promise<'asked' | 'crashed'>;
};

const noProcess: Reply<never> = { ok: false, code: 'unavailable', details: {} };
// Closing copies a changed vault into the backups: seconds for a great one.
const longestCloseMs = 20_000;
const longestExitMs = 1000;

/** What a vault process needs from the environment, and nothing that could turn it into another program. */
function childEnvironment(): Record<string, string> {
  const environment: Record<string, string> = {
    KAMERTON_VAULTS: vaultsDir(),
    KAMERTON_RESOURCES: resourcesDir(),
  };
  for (const name of ['TZ', 'LANG', 'SystemRoot', 'TEMP', 'TMP', 'TMPDIR']) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}

function fork(): UtilityProcess {
  return utilityProcess.fork(join(builtDir(), 'main', 'vault.js'), [], {
    serviceName: 'Kamerton vault',
    stdio: 'ignore',
    env: childEnvironment(),
  });
}

/**
 * Where the system lets it, Chromium raises its own processes above others, and this one stays below them: what a key
 * waits for would wait for the drawing of the key.
 */
function runBesideWindow(pid: number): void {
  try {
    const own = getPriority();
    if (getPriority(pid) !== own) setPriority(pid, own);
  } catch {
    // Not allowed, or the process has ended: it is slower beside a window that draws, and nothing else.
  }
}

/** Which vaults there are stands openly beside them: the first screen need not wait for a process to say it. */
async function statusBeforeStart(): Promise<Reply<unknown>> {
  // oxlint-disable-next-line no-restricted-imports -- the one thing the shell reads itself: no key, no dossier
  const { vaultStatus } = await import('../vault/vaultStatus.ts');
  return { ok: true, value: vaultStatus(vaultsDir(), null) };
}

/**
 * A vault process that starts with the first call it alone can answer, or when it is told to: beside the window's own
 * processes it would hold up the first screen, which asks for the vaults there are and nothing else.
 */
export function vaultProcess(): VaultProcess {
  let child: UtilityProcess | null = null;
  const waiting = new Map<number, (reply: SaidReply<unknown>) => void>();
  let lastId = 0;
  let phase: 'resting' | 'starting' | 'running' | 'closing' | 'ended' = 'resting';
  // Calls made before the process listens.
  let early: VaultRequest[] = [];

  let hearProgress: (progress: JobProgress) => void = () => undefined;
  const gone = Promise.withResolvers<'asked' | 'crashed'>();

  const hear = (message: VaultMessage): void => {
    if (message.kind === 'ready') {
      if (phase === 'starting') phase = 'running';
      for (const request of early) child?.postMessage(request);
      early = [];
    } else if (message.kind === 'reply') {
      waiting.get(message.id)?.(message.reply);
      waiting.delete(message.id);
    } else if (message.kind === 'progress') {
      hearProgress(message.progress);
    } else {
      log('vault.failure', { call: message.call, error: message.error, at: message.at });
    }
  };

  const start = (): void => {
    if (phase !== 'resting') return;
    phase = 'starting';
    child = fork();
    // What our own vault process sends; its form is VaultMessage by construction.
    child.on('message', (message: unknown) => hear(message as VaultMessage));
    child.once('spawn', () => {
      if (child?.pid !== undefined) runBesideWindow(child.pid);
    });
    child.on('exit', () => {
      const asked = phase === 'closing';
      phase = 'ended';
      for (const settle of waiting.values()) settle(noProcess);
      waiting.clear();
      gone.resolve(asked ? 'asked' : 'crashed');
    });
  };

  const ask = (name: string, input: unknown, from: 'window' | 'shell'): Promise<SaidReply<unknown>> => {
    if (phase === 'ended') return Promise.resolve(noProcess);
    if (phase === 'resting' && name === 'vault.status') return statusBeforeStart();
    start();
    lastId += 1;
    const request: VaultRequest = { id: lastId, name, input, from };
    return new Promise((resolve) => {
      waiting.set(request.id, resolve);
      if (phase === 'starting') early.push(request);
      else child?.postMessage(request);
    });
  };

  const call: VaultProcess['call'] = async (name, input, from) => heardReply(await ask(name, input, from));

  const within = (work: Promise<unknown>, ms: number): Promise<unknown> =>
    Promise.race([work, new Promise((resolve) => setTimeout(resolve, ms))]);

  return {
    start,
    call,
    relay: (name, input) => ask(name, input, 'window'),
    ended: gone.promise,
    kill() {
      const pid = child?.pid;
      // Electron's own way asks the process to close, which is what a crash does not do.
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
    },
    onProgress(listener) {
      hearProgress = listener;
    },
    async end() {
      if (phase === 'resting' || phase === 'ended') return;
      const closed = call('vault.close', {}, 'shell');
      phase = phase === 'starting' ? 'starting' : 'closing';
      await within(Promise.race([closed, gone.promise]), longestCloseMs);
      phase = 'closing';
      // The process itself would stay: its memory is what locking is about.
      child?.kill();
      await within(gone.promise, longestExitMs);
    },
  };
}
