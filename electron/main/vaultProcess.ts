import { app, utilityProcess } from 'electron';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { JobProgress } from '../../shared/ipc/jobProgress.ts';
import type { Reply } from '../../shared/ipc/reply.ts';
import type { VaultMessage, VaultRequest } from '../../shared/ipc/vaultMessages.ts';
import { log } from './log.ts';
import { builtDir, resourcesDir, vaultsDir } from './places.ts';

/** One vault process: it lives from one lock to the next. */
export type VaultProcess = {
  /** Never rejects: a process that has ended answers `unavailable`. */
  call(name: string, input: unknown, from: 'window' | 'shell'): Promise<Reply<unknown>>;
  /** Ends it at once, as a crash would. */
  kill(): void;
  /** Closes the vault and waits for the process's end; kills it when it takes longer than it may. */
  end(): Promise<void>;
  /** Whoever wants to know how far long work is; one listener. */
  onProgress(listener: (progress: JobProgress) => void): void;
  /** Resolves when the process is gone: as asked, or by itself. */
  readonly ended: Promise<'asked' | 'crashed'>;
};

type Child = {
  post(message: VaultRequest): void;
  kill(): void;
  readonly pid: () => number | undefined;
  onMessage(listener: (message: VaultMessage) => void): void;
  onExit(listener: () => void): void;
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

function startUtility(): Child {
  const child = utilityProcess.fork(join(builtDir(), 'main', 'vault.js'), [], {
    serviceName: 'Kamerton vault',
    stdio: 'ignore',
    env: childEnvironment(),
  });
  return {
    post: (message) => child.postMessage(message),
    kill: () => void child.kill(),
    pid: () => child.pid,
    // What our own vault process sends; its form is VaultMessage by construction.
    onMessage: (listener) =>
      void child.on('message', (message: unknown) => listener(message as VaultMessage)),
    onExit: (listener) => void child.on('exit', listener),
  };
}

/** Development runtimes whose own Node is too old for the addon: the same file under the project's Node. */
function startNodeChild(): Child {
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const child = fork(join(builtDir(), 'main', 'vault.js'), [], {
    execPath: join(app.getAppPath(), 'node_modules', 'node', 'bin', program),
    execArgv: [],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    // Electron's own allocator has no arena a thread; with the system's, as many megabytes would lie idle.
    env: { ...childEnvironment(), MALLOC_ARENA_MAX: '1' },
  });
  child.on('error', (error) => log('vault.startFailed', { error: error.name }));
  return {
    post: (message) => void child.send(message, () => undefined),
    kill: () => void child.kill('SIGKILL'),
    pid: () => child.pid,
    // As above.
    onMessage: (listener) =>
      void child.on('message', (message: unknown) => listener(message as VaultMessage)),
    onExit: (listener) => void child.once('exit', listener),
  };
}

/** The addon needs Node-API 10; whatever is shipped has it. */
export function vaultRuntime(): 'utility' | 'node' {
  return Number(process.versions['napi'] ?? 0) >= 10 ? 'utility' : 'node';
}

/**
 * Starts a vault process. A utility process needs Electron to be ready. A Node child on the contrary must be there
 * before Chromium starts its own processes: forked among them it inherits their sockets, and a page then waits for
 * ever for a graphics process whose end nobody notices.
 */
export function startVaultProcess(): VaultProcess {
  const child = vaultRuntime() === 'utility' ? startUtility() : startNodeChild();
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  let lastId = 0;
  let phase: 'starting' | 'running' | 'closing' | 'ended' = 'starting';
  // Calls made before the process listens.
  let early: VaultRequest[] = [];

  let hearProgress: (progress: JobProgress) => void = () => undefined;
  const gone = Promise.withResolvers<'asked' | 'crashed'>();
  child.onMessage((message) => {
    if (message.kind === 'ready') {
      if (phase === 'starting') phase = 'running';
      for (const request of early) child.post(request);
      early = [];
    } else if (message.kind === 'reply') {
      waiting.get(message.id)?.(message.reply);
      waiting.delete(message.id);
    } else if (message.kind === 'progress') {
      hearProgress(message.progress);
    } else {
      log('vault.failure', { call: message.call, error: message.error, at: message.at });
    }
  });
  child.onExit(() => {
    const asked = phase === 'closing';
    phase = 'ended';
    for (const settle of waiting.values()) settle(noProcess);
    waiting.clear();
    gone.resolve(asked ? 'asked' : 'crashed');
  });

  const call: VaultProcess['call'] = (name, input, from) => {
    if (phase === 'ended') return Promise.resolve(noProcess);
    lastId += 1;
    const request: VaultRequest = { id: lastId, name, input, from };
    return new Promise((resolve) => {
      waiting.set(request.id, resolve);
      if (phase === 'starting') early.push(request);
      else child.post(request);
    });
  };

  const within = (work: Promise<unknown>, ms: number): Promise<unknown> =>
    Promise.race([work, new Promise((resolve) => setTimeout(resolve, ms))]);

  return {
    call,
    ended: gone.promise,
    kill() {
      const pid = child.pid();
      // Electron's own way asks the process to close, which is what a crash does not do.
      if (pid !== undefined) process.kill(pid, 'SIGKILL');
    },
    onProgress(listener) {
      hearProgress = listener;
    },
    async end() {
      if (phase === 'ended') return;
      const closed = call('vault.close', {}, 'shell');
      phase = phase === 'starting' ? 'starting' : 'closing';
      await within(Promise.race([closed, gone.promise]), longestCloseMs);
      phase = 'closing';
      // The process itself would stay: its memory is what locking is about.
      child.kill();
      await within(gone.promise, longestExitMs);
    },
  };
}
