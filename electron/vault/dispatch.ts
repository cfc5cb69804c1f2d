import { vaultContract, vaultShellContract } from '../../shared/ipc/contract.ts';
import type { VaultCall, VaultShellCall } from '../../shared/ipc/contract.ts';
import { AppError } from '../../shared/ipc/reply.ts';
import type { Reply } from '../../shared/ipc/reply.ts';
import type { Handler, Handlers, HandlerTools } from './handlers/handler.ts';
import type { OpenVault } from './openVault.ts';
import type { Session } from './session.ts';
import { storeFailure } from './store/storeFailure.ts';

/** Who asks: the window may not make the calls that carry paths. */
export type Caller = 'window' | 'shell';
export type Dispatch = (name: string, input: unknown, from: Caller) => Promise<Reply<unknown>>;

/** Told of failures that nobody expected: the call's name and where it broke, never what was in it. */
export type FailureReport = (failure: {
  readonly call: string;
  readonly error: string;
  readonly at: string;
}) => void;

export type DispatchOptions = {
  readonly host: Session;
  readonly handlers: Handlers;
  readonly report?: FailureReport;
};

function isCallFor(name: string, from: Caller): name is VaultCall | VaultShellCall {
  return Object.hasOwn(vaultContract, name) || (from === 'shell' && Object.hasOwn(vaultShellContract, name));
}

const contract = { ...vaultContract, ...vaultShellContract };

/**
 * The one door to a vault: checks the name and the input, runs the handler, answers a Reply. Calls about the vault
 * itself follow one another; all others run in the order they came.
 */
export function createDispatch({ host, handlers, report }: DispatchOptions): Dispatch {
  let lastHostCall: Promise<unknown> = Promise.resolve();
  const reading = new Set<Promise<unknown>>();

  const openVault = () => {
    const vault = host.opened();
    if (vault === null) throw new AppError('locked', 'no vault is open');
    return vault;
  };

  /** What was asked before the vault closes is still answered. */
  const beforeClosing = (answer: Promise<unknown>): Promise<unknown> => {
    const settled = answer.catch(() => undefined).finally(() => reading.delete(settled));
    reading.add(settled);
    return answer;
  };

  const run = <Name extends VaultCall | VaultShellCall>(name: Name, raw: unknown): unknown => {
    const parsed = contract[name].input.safeParse(raw);
    if (!parsed.success) {
      // The path names fields of our own schema; the value that was refused stays inside.
      const field = parsed.error.issues[0]?.path.join('.') ?? '';
      throw new AppError('invalidInput', 'the input does not parse', { field: field.slice(0, 100) });
    }
    // The handler map and the contract are indexed by the same name: what this schema parsed is what this handler takes.
    const handler = handlers[name] as Handler<VaultCall | VaultShellCall>;
    const input = parsed.data as never;
    const toolsOf = (vault: OpenVault): HandlerTools => ({
      ...host.tools,
      attachments: vault.attachments,
      vaultFolder: vault.folder,
    });
    switch (handler.kind) {
      case 'read': {
        const vault = openVault();
        const answer = handler.run(vault.reader, input, toolsOf(vault));
        return answer instanceof Promise ? beforeClosing(answer) : answer;
      }
      case 'staged': {
        const vault = openVault();
        return beforeClosing(
          handler.run(vault.reader, input, toolsOf(vault), (work) => openVault().save(work)),
        );
      }
      case 'write': {
        const vault = openVault();
        return vault.save((db) => handler.run(db, input, toolsOf(vault)));
      }
      case 'host': {
        const answer = lastHostCall.then(async () => {
          await Promise.all(reading);
          return handler.run(host, input);
        });
        lastHostCall = answer.catch(() => undefined);
        return answer;
      }
      default:
        throw new Error('Unknown kind of handler');
    }
  };

  return async (name, input, from) => {
    try {
      if (!isCallFor(name, from)) throw new AppError('unavailable', 'no such call');
      return { ok: true, value: await run(name, input) };
    } catch (thrown) {
      const error = storeFailure(thrown);
      if (error instanceof AppError) return { ok: false, code: error.code, details: error.details };
      report?.({
        call: name.slice(0, 60),
        error: error instanceof Error ? error.name : typeof error,
        at: placesOf(error),
      });
      return { ok: false, code: 'unexpected', details: {} };
    }
  };
}

/** File names and lines of a stack, without the message: a message may quote what the user typed. */
function placesOf(error: unknown): string {
  if (!(error instanceof Error) || error.stack === undefined) return '';
  return error.stack
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 6)
    .map((line) => /([\w.-]+:\d+:\d+)\)?$/.exec(line)?.[1] ?? '')
    .join(' < ');
}
