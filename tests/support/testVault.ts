import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vaultContents } from '../../electron/vault/contents.ts';
import { createDispatch } from '../../electron/vault/dispatch.ts';
import type { Caller, Dispatch } from '../../electron/vault/dispatch.ts';
import { handlers } from '../../electron/vault/handlers/index.ts';
import { createSession } from '../../electron/vault/session.ts';
import type { Session, SessionOptions } from '../../electron/vault/session.ts';
import { migrations } from '../../electron/vault/store/migrations/index.ts';
import { vaultContract, vaultShellContract } from '../../shared/ipc/contract.ts';
import type { InputOf, OutputOf, VaultCall, VaultShellCall } from '../../shared/ipc/contract.ts';
import { AppError } from '../../shared/ipc/reply.ts';
import type { Reply } from '../../shared/ipc/reply.ts';
import { quickStretch } from './quickStretch.ts';

export const testPassword = 'верба-кирпич-7-маяк';

type AnyCall = VaultCall | VaultShellCall;

/** A vault process's inside, in this process: real files, real encryption, the same door as the window's. */
export type TestVault = {
  /** Answers the value; throws the AppError of a failed reply. The answer is checked against the contract. */
  call<Name extends AnyCall>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>;
  /** The reply as the window would get it; takes any name and input. */
  reply(name: string, input: unknown, from?: Caller): Promise<Reply<unknown>>;
  /** Folder that holds the vaults. */
  readonly dir: string;
  readonly vaultId: string;
  readonly recoveryKey: string;
  readonly session: Session;
  /** Closes the vault as locking does and, unless `keepFiles`, removes its folder. */
  close(options?: { keepFiles?: boolean }): Promise<void>;
};

export const resourcesDir = join(import.meta.dirname, '../../resources');

/** The vault's side without any vault yet. */
export function startTestSession(options: Partial<SessionOptions> & { vaultsDir: string }): {
  session: Session;
  dispatch: Dispatch;
  call: TestVault['call'];
} {
  const session = createSession({
    resourcesDir,
    migrations,
    contents: vaultContents,
    passwordCost: 'lowest',
    stretch: quickStretch,
    ...options,
  });
  const dispatch = createDispatch({
    host: session,
    handlers,
    report: ({ call, error, at }) => console.error(`unexpected failure in ${call}: ${error} at ${at}`),
  });
  const call: TestVault['call'] = async (name, input) => {
    const reply = await dispatch(name, input, 'shell');
    if (!reply.ok) throw new AppError(reply.code, `${name} answered ${reply.code}`, reply.details);
    const output = { ...vaultContract, ...vaultShellContract }[name].output;
    // Parsed by the schema that OutputOf is made from; the index by a type parameter hides it.
    return output.parse(reply.value) as never;
  };
  return { session, dispatch, call };
}

export function newVaultsDir(): string {
  return mkdtempSync(join(tmpdir(), 'kamerton-test-'));
}

/** A new, empty, encrypted vault in a temporary folder. */
export async function openTestVault(options: Partial<SessionOptions> = {}): Promise<TestVault> {
  const dir = options.vaultsDir ?? newVaultsDir();
  const { session, dispatch, call } = startTestSession({ ...options, vaultsDir: dir });
  const created = await call('vault.create', { name: 'Проверка', password: testPassword, language: 'ru' });
  return wrap(dir, session, dispatch, call, created.vault.id, created.recoveryKey);
}

/** The example vault, as the button on the first screen opens it. */
export async function openTestExampleVault(language: 'ru' | 'en'): Promise<TestVault> {
  const dir = newVaultsDir();
  const { session, dispatch, call } = startTestSession({ vaultsDir: dir });
  const opened = await call('vault.openExample', { language });
  return wrap(dir, session, dispatch, call, opened.vault.id, '');
}

function wrap(
  dir: string,
  session: Session,
  dispatch: Dispatch,
  call: TestVault['call'],
  vaultId: string,
  recoveryKey: string,
): TestVault {
  return {
    call,
    reply: (name, input, from = 'window') => dispatch(name, input, from),
    dir,
    vaultId,
    recoveryKey,
    session,
    async close(how = {}) {
      await dispatch('vault.close', {}, 'shell');
      if (how.keepFiles !== true) rmSync(dir, { recursive: true, force: true });
    },
  };
}
