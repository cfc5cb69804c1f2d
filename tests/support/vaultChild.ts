import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { InputOf, OutputOf, VaultCall, VaultShellCall } from '../../shared/ipc/contract.ts';
import type { VaultMessage, VaultRequest } from '../../shared/ipc/vaultMessages.ts';
import { AppError, heardReply } from '../../shared/ipc/reply.ts';
import { resourcesDir } from './testVault.ts';

/** A real vault process as a plain Node child: what it does at its end is seen without a window. */
export type VaultChild = {
  /** Answers the value; throws the AppError of a failed reply, or `unavailable` when the process has ended. */
  call<Name extends VaultCall | VaultShellCall>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>;
  /** kill -9, and waits until it is gone. */
  kill(): Promise<void>;
};

export async function startVaultChild(vaultsDir: string): Promise<VaultChild> {
  const child: ChildProcess = fork(join(import.meta.dirname, '../../electron/vault/process.ts'), [], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
    env: { KAMERTON_VAULTS: vaultsDir, KAMERTON_RESOURCES: resourcesDir },
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  void gone.then(() => {
    for (const { reject } of waiting.values()) reject(new AppError('unavailable', 'the process has ended'));
  });
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error('the vault process ended at its start')));
    child.on('message', (message: VaultMessage) => {
      if (message.kind === 'ready') resolve();
      if (message.kind === 'failure') console.error(message);
      if (message.kind !== 'reply') return;
      const reply = heardReply(message.reply);
      if (reply.ok) waiting.get(message.id)?.resolve(reply.value);
      else waiting.get(message.id)?.reject(new AppError(reply.code, reply.code, reply.details));
      waiting.delete(message.id);
    });
  });
  let lastId = 0;
  return {
    call(name, input) {
      lastId += 1;
      const request: VaultRequest = { id: lastId, name, input, from: 'shell' };
      return new Promise((resolve, reject) => {
        waiting.set(request.id, { resolve, reject });
        child.send(request, (error) => {
          if (error !== null) reject(new AppError('unavailable', 'the process has ended'));
        });
      });
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Repeatable random numbers; the seed is printed so that a failure can be run again. */
export function seededRandom(name: string): () => number {
  const seed = Number(process.env['TEST_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`${name}: TEST_SEED=${seed}`);
  let state = seed;
  return () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
