import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { JobProgress } from '../../../shared/ipc/jobProgress.ts';
import type { OutputOf, ParsedInputOf, VaultCall, VaultShellCall } from '../../../shared/ipc/contract.ts';
import type { AttachmentFiles } from '../store/attachmentFiles.ts';
import type { ReadableDb, WritableDb } from '../store/openDatabase.ts';

/** What a handler may need besides the vault itself. Time comes from here, so that tests can set it. */
export type SessionTools = {
  /** Folder with `templates/`, `blocks/` and `example/`. */
  readonly resourcesDir: string;
  /** UTC milliseconds. */
  nowMs(): number;
  /** The local calendar day. */
  today(): CalendarDate;
  /** Tells the window how far long work is. */
  progress(told: JobProgress): void;
};

/** The same with what belongs to the vault that is open. */
export type HandlerTools = SessionTools & {
  readonly attachments: AttachmentFiles;
  /** The folder of the open vault: nothing is exported into it. */
  readonly vaultFolder: string;
};

/** Calls about the vault as a whole: they work on the {@link VaultHost}, most of them while nothing is open. */
export type HostCall =
  | 'vault.status'
  | 'vault.create'
  | 'vault.openExample'
  | 'vault.unlock'
  | 'vault.unlockWithRecoveryKey'
  | 'vault.listBackups'
  | 'vault.restoreBackup'
  | 'vault.changePassword'
  | 'vault.renewRecoveryKey'
  | 'vault.remember'
  | 'vault.takeDeviceKey'
  | 'vault.unlockWithDevice'
  | 'vault.forgetDevice'
  | 'vault.scrub'
  | 'vault.close';

type HostMethod<Name extends HostCall> = (
  input: ParsedInputOf<Name>,
) => OutputOf<Name> | Promise<OutputOf<Name>>;

/** The life of a vault: creating, opening, locking, keys, backups. */
export type VaultHost = {
  status: HostMethod<'vault.status'>;
  create: HostMethod<'vault.create'>;
  openExample: HostMethod<'vault.openExample'>;
  unlock: HostMethod<'vault.unlock'>;
  unlockWithRecoveryKey: HostMethod<'vault.unlockWithRecoveryKey'>;
  listBackups: HostMethod<'vault.listBackups'>;
  restoreBackup: HostMethod<'vault.restoreBackup'>;
  changePassword: HostMethod<'vault.changePassword'>;
  renewRecoveryKey: HostMethod<'vault.renewRecoveryKey'>;
  remember: HostMethod<'vault.remember'>;
  takeDeviceKey: HostMethod<'vault.takeDeviceKey'>;
  unlockWithDevice: HostMethod<'vault.unlockWithDevice'>;
  forgetDevice: HostMethod<'vault.forgetDevice'>;
  scrub: HostMethod<'vault.scrub'>;
  close: HostMethod<'vault.close'>;
};

/** Reads the open vault. May be asynchronous: other calls run meanwhile. */
export type ReadHandler<Name extends VaultCall | VaultShellCall> = {
  readonly kind: 'read';
  run(
    db: ReadableDb,
    input: ParsedInputOf<Name>,
    tools: HandlerTools,
  ): OutputOf<Name> | Promise<OutputOf<Name>>;
};

/** Changes the open vault. Synchronous: dispatch wraps it in one transaction, and a throw leaves nothing behind. */
export type WriteHandler<Name extends VaultCall | VaultShellCall> = {
  readonly kind: 'write';
  run(db: WritableDb, input: ParsedInputOf<Name>, tools: HandlerTools): OutputOf<Name>;
};

/** Changes the open vault once, in one transaction, after work that takes time. Answers what `work` answered. */
export type SaveOnce = <Result>(work: (db: WritableDb) => Result) => Result;

/** Reads and works first, which may be asynchronous while other calls run, then saves as a write does. */
export type StagedHandler<Name extends VaultCall | VaultShellCall> = {
  readonly kind: 'staged';
  run(
    db: ReadableDb,
    input: ParsedInputOf<Name>,
    tools: HandlerTools,
    save: SaveOnce,
  ): Promise<OutputOf<Name>>;
};

export type HostHandler<Name extends VaultCall | VaultShellCall> = {
  readonly kind: 'host';
  run(host: VaultHost, input: ParsedInputOf<Name>): OutputOf<Name> | Promise<OutputOf<Name>>;
};

export type Handler<Name extends VaultCall | VaultShellCall> =
  | ReadHandler<Name>
  | WriteHandler<Name>
  | StagedHandler<Name>
  | HostHandler<Name>;

/** One handler for every call: a missing one does not compile. */
export type Handlers = { readonly [Name in VaultCall | VaultShellCall]: Handler<Name> };

/** A handler that only reads; the call's name is known from its place in the map. */
export function read<Name extends VaultCall | VaultShellCall>(run: ReadHandler<Name>['run']): Handler<Name> {
  return { kind: 'read', run };
}

/** A handler that writes. */
export function write<Name extends VaultCall | VaultShellCall>(
  run: WriteHandler<Name>['run'],
): Handler<Name> {
  return { kind: 'write', run };
}

/** A handler that works before it writes: `finish` gets what `prepare` made, and checks that it still holds. */
export function staged<Name extends VaultCall | VaultShellCall, Prepared>(
  prepare: (db: ReadableDb, input: ParsedInputOf<Name>, tools: HandlerTools) => Promise<Prepared>,
  finish: (
    db: WritableDb,
    input: ParsedInputOf<Name>,
    tools: HandlerTools,
    prepared: Prepared,
  ) => OutputOf<Name>,
): Handler<Name> {
  return {
    kind: 'staged',
    run: async (db, input, tools, save) => {
      const prepared = await prepare(db, input, tools);
      return save((writable) => finish(writable, input, tools, prepared));
    },
  };
}

/** A handler of the vault's own life. */
export function host<Name extends VaultCall | VaultShellCall>(run: HostHandler<Name>['run']): Handler<Name> {
  return { kind: 'host', run };
}
