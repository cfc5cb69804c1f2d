import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { dayOfInstant } from '../../shared/domain/calendarDate.ts';
import type { JobProgress } from '../../shared/ipc/jobProgress.ts';
import type { Language } from '../../shared/domain/language.ts';
import type { OpenedVault, VaultSummary } from '../../shared/ipc/contract.ts';
import { AppError } from '../../shared/ipc/reply.ts';
import type { SessionTools, VaultHost } from './handlers/handler.ts';
import { openAttempts } from './keys/attempts.ts';
import type { Attempts } from './keys/attempts.ts';
import { deviceKeys } from './keys/deviceKeys.ts';
import { costFor, derivePasswordKey, lowestN, vaultKeysOf, wipe } from './keys/derive.ts';
import type { ScryptCost, Stretch } from './keys/derive.ts';
import { readHeader, repairCopies, writeHeader } from './keys/headerFile.ts';
import type { VaultHeader } from './keys/headerFile.ts';
import { refuseWeakPassword } from './keys/passwordStrength.ts';
import { formatRecoveryKey, newRecoverySecret, parseRecoveryKey } from './keys/recoveryKey.ts';
import { makePasswordSlot, makeSecretSlot, openPasswordSlot, openSecretSlot } from './keys/slots.ts';
import type { Slot } from './keys/slots.ts';
import { createVaultDatabase, openVaultDatabase } from './openVault.ts';
import type { OpenVault } from './openVault.ts';
import { checkBackup, findBackup, listBackups, putBack } from './store/backups.ts';
import { openHighWaterMark } from './store/highWaterMark.ts';
import type { Migration } from './store/migrate.ts';
import type { ReadableDb, WritableDb } from './store/openDatabase.ts';
import { readForSeal, removeSeal, type FileDigest } from './store/seal.ts';
import { namingFailures, storeFailure } from './store/storeFailure.ts';
import { listVaults, summaryOf, vaultFolder } from './vaultFolder.ts';
import type { VaultFolder } from './vaultFolder.ts';
import { systemClock, vaultStatus } from './vaultStatus.ts';

/** What is inside a vault: the session keeps it without knowing the field. */
export type VaultContents = {
  /** Fills a new example vault. */
  fillExample(db: WritableDb, language: Language, resourcesDir: string): void;
  /** Whether an opened vault lags behind this program: shipped templates, search index, what is past its time. */
  needsPreparing(db: ReadableDb, resourcesDir: string, nowMs: number): boolean;
  prepareVault(db: WritableDb, resourcesDir: string, nowMs: number): void;
  /** Ends every save: see `OpenVaultOptions.settle`. */
  settle(db: WritableDb): boolean;
};

export type SessionOptions = {
  readonly vaultsDir: string;
  readonly resourcesDir: string;
  readonly migrations: readonly Migration[];
  readonly contents: VaultContents;
  readonly clock?: { nowMs(): number; monotonicMs(): number };
  /** `lowest` leaves out the measuring of this computer. */
  readonly passwordCost?: 'measured' | 'lowest';
  /** Tests that are not about passwords stretch them less: it is half of what opening a small vault takes. */
  readonly stretch?: Stretch;
  /** Told how far long work is. */
  readonly progress?: (progress: JobProgress) => void;
};

/** At most one vault is open in a process; locking ends the process. */
export type Session = VaultHost & {
  readonly tools: SessionTools;
  opened(): OpenVault | null;
  /** Closes without waiting for anything: the process is about to end. */
  closeNow(): void;
};

/** Not a secret: the example vault holds invented data, and opens with one press. */
const exampleSecret = Buffer.from('kamerton example vault', 'utf8');
const exampleNames: Readonly<Record<Language, string>> = { ru: 'Пример', en: 'Example' };

type SlotOfType<Type extends Slot['type']> = Extract<Slot, { type: Type }>;

function slotOf<Type extends Slot['type']>(header: VaultHeader, type: Type): SlotOfType<Type> {
  const slot = header.slots.find((candidate): candidate is SlotOfType<Type> => candidate.type === type);
  if (slot === undefined) throw new AppError('unavailable', `no ${type} slot`);
  return slot;
}

function withSlot(header: VaultHeader, slot: Slot): VaultHeader {
  return {
    ...header,
    revision: header.revision + 1,
    slots: [...header.slots.filter((other) => other.type !== slot.type), slot],
  };
}

export function createSession(options: SessionOptions): Session {
  const { vaultsDir, resourcesDir, migrations, contents } = options;
  const clock = options.clock ?? systemClock;
  const stretch = options.stretch ?? derivePasswordKey;
  const attemptsOf = new Map<string, Attempts>();
  const devices = deviceKeys(() => clock.nowMs());
  let current: OpenVault | null = null;

  const tools: SessionTools = {
    resourcesDir,
    nowMs: () => clock.nowMs(),
    today: () => dayOfInstant(clock.nowMs()),
    progress: options.progress ?? (() => undefined),
  };

  const attempts = (files: VaultFolder, vaultId: string): Attempts => {
    const known = attemptsOf.get(vaultId) ?? openAttempts(files.attempts, clock);
    attemptsOf.set(vaultId, known);
    return known;
  };

  const measureCost = async (): Promise<ScryptCost> => {
    const lowest: ScryptCost = { N: lowestN, r: 8, p: 1 };
    if (options.passwordCost === 'lowest') return lowest;
    const startedMs = performance.now();
    await derivePasswordKey('measuring', randomBytes(32), lowest);
    return costFor(performance.now() - startedMs);
  };

  const newPasswordSlot = async (vaultId: string, dataKey: Buffer, password: string): Promise<Slot> =>
    makePasswordSlot(vaultId, dataKey, password, await measureCost(), stretch);

  /** Throws tooManyAttempts or wrongPassword; the answer is the same whatever was wrong with the password. */
  const dataKeyByPassword = async (
    files: VaultFolder,
    header: VaultHeader,
    password: string,
  ): Promise<Buffer> => {
    if (header.kind === 'example') return dataKeyOfExample(header);
    const gate = attempts(files, header.vaultId);
    gate.refuseTooMany();
    const dataKey = await openPasswordSlot(header.vaultId, slotOf(header, 'password'), password, stretch);
    if (dataKey === null) {
      gate.countFailure();
      throw new AppError('wrongPassword', 'no slot opens');
    }
    gate.forget();
    return dataKey;
  };

  const dataKeyOfExample = (header: VaultHeader): Buffer => {
    const dataKey = openSecretSlot(header.vaultId, slotOf(header, 'example'), exampleSecret);
    if (dataKey === null) throw new AppError('vaultHeaderDamaged', 'the example does not open');
    return dataKey;
  };

  const close = (): void => {
    const closing = current;
    current = null;
    devices.drop();
    closing?.close();
  };

  const prepare = (vault: OpenVault): void => {
    if (!contents.needsPreparing(vault.reader, resourcesDir, clock.nowMs())) return;
    vault.save((db) => contents.prepareVault(db, resourcesDir, clock.nowMs()));
  };

  const open = (
    files: VaultFolder,
    header: VaultHeader,
    dataKey: Buffer,
    read: FileDigest | null = null,
  ): OpenedVault => {
    close();
    try {
      current = openVaultDatabase({
        files,
        header,
        dataKey,
        read,
        migrations,
        nowMs: () => clock.nowMs(),
        settle: contents.settle,
      });
    } finally {
      dataKey.fill(0);
    }
    try {
      prepare(current);
    } catch (error) {
      // Without room the vault still opens, with the templates it had.
      if (!(error instanceof AppError)) throw error;
    }
    try {
      current.scrub();
    } catch (error) {
      // Still asked for: the next opening tries again.
      if (!(error instanceof AppError)) throw error;
    }
    try {
      current.sweepAttachments();
    } catch {
      // A file that cannot be removed now is tried again at the next opening.
    }
    try {
      repairCopies(files.headers, header);
    } catch {
      // A copy of the header that cannot be written now is tried again at the next opening.
    }
    return { vault: summaryOf(files, header), lastSavesMissing: current.lastSavesMissing };
  };

  /** The open vault's files, after its password was checked. */
  const checkedCurrent = async (
    password: string,
  ): Promise<{ files: VaultFolder; header: VaultHeader; dataKey: Buffer }> => {
    if (current === null) throw new AppError('locked', 'no vault is open');
    const files = vaultFolder(vaultsDir, current.header.vaultId);
    const header = readHeader(files.headers);
    if (header.kind === 'example') throw new AppError('unavailable', 'the example has no password');
    return { files, header, dataKey: await dataKeyByPassword(files, header, password) };
  };

  /** Makes the folder, the database and the header; a failure half-way leaves nothing behind. */
  const createVault = async (
    kind: VaultHeader['kind'],
    name: string,
    language: Language,
    slotsFor: (vaultId: string, dataKey: Buffer) => Promise<Slot[]>,
    fill: (vault: OpenVault) => void,
  ): Promise<VaultSummary> => {
    const vaultId = randomUUID();
    const files = vaultFolder(vaultsDir, vaultId);
    const dataKey = randomBytes(32);
    let made: OpenVault | null = null;
    try {
      const header: VaultHeader = {
        format: 1,
        vaultId,
        name,
        kind,
        language,
        createdAtMs: clock.nowMs(),
        revision: 1,
        slots: await slotsFor(vaultId, dataKey),
      };
      mkdirSync(files.folder, { recursive: true, mode: 0o700 });
      made = createVaultDatabase({
        files,
        header,
        dataKey,
        migrations,
        nowMs: () => clock.nowMs(),
        settle: contents.settle,
      });
      prepare(made);
      fill(made);
      // Last: a folder without a header is no vault, so a creation that was cut short is never offered.
      writeHeader(files.headers, header);
      close();
      current = made;
      return summaryOf(files, header);
    } catch (error) {
      made?.close();
      rmSync(files.folder, { recursive: true, force: true });
      throw storeFailure(error);
    } finally {
      dataKey.fill(0);
    }
  };

  return {
    tools,
    opened: () => current,
    closeNow: close,

    status: () => vaultStatus(vaultsDir, current?.header.vaultId ?? null, attempts),

    async create({ name, password, language }) {
      refuseWeakPassword(password);
      const recovery = newRecoverySecret();
      const vault = await createVault(
        'own',
        name,
        language,
        async (vaultId, dataKey) => [
          await newPasswordSlot(vaultId, dataKey, password),
          makeSecretSlot('recovery', vaultId, dataKey, recovery),
        ],
        () => undefined,
      );
      const recoveryKey = formatRecoveryKey(recovery);
      recovery.fill(0);
      return { vault, recoveryKey };
    },

    async openExample({ language }) {
      const known = listVaults(vaultsDir).find(
        (vault) => vault.kind === 'example' && vault.language === language,
      );
      if (known !== undefined) {
        const files = vaultFolder(vaultsDir, known.id);
        const header = readHeader(files.headers);
        return open(files, header, dataKeyOfExample(header));
      }
      const vault = await createVault(
        'example',
        exampleNames[language],
        language,
        async (vaultId, dataKey) => [makeSecretSlot('example', vaultId, dataKey, exampleSecret)],
        (made) => made.save((db) => contents.fillExample(db, language, resourcesDir)),
      );
      return { vault, lastSavesMissing: 0 };
    },

    async unlock({ vaultId, password, remember }) {
      const files = vaultFolder(vaultsDir, vaultId);
      const header = readHeader(files.headers);
      const deriving = dataKeyByPassword(files, header, password);
      // Stretching the password takes its second on another processor: a large vault opens as soon as a small one.
      const read = readForSeal(files.seal, files.database);
      const dataKey = await deriving;
      const forDevice = remember && header.kind === 'own' ? Buffer.from(dataKey) : null;
      try {
        const opened = open(files, header, dataKey, read);
        if (forDevice !== null) devices.prepare(files.deviceSlot, header, forDevice);
        return opened;
      } finally {
        forDevice?.fill(0);
      }
    },

    async remember({ password }) {
      const { files, header, dataKey } = await checkedCurrent(password);
      try {
        devices.prepare(files.deviceSlot, header, dataKey);
      } finally {
        dataKey.fill(0);
      }
      return {};
    },

    takeDeviceKey: () => devices.take(),

    unlockWithDevice({ vaultId, deviceKey }) {
      const files = vaultFolder(vaultsDir, vaultId);
      const header = readHeader(files.headers);
      return open(files, header, devices.open(files.deviceSlot, header, deviceKey));
    },

    forgetDevice({ vaultId }) {
      devices.forget(vaultFolder(vaultsDir, vaultId).deviceSlot);
      return {};
    },

    async unlockWithRecoveryKey({ vaultId, recoveryKey, newPassword }) {
      const files = vaultFolder(vaultsDir, vaultId);
      const header = readHeader(files.headers);
      const secret = parseRecoveryKey(recoveryKey);
      const dataKey = openSecretSlot(vaultId, slotOf(header, 'recovery'), secret);
      secret.fill(0);
      if (dataKey === null) throw new AppError('wrongRecoveryKey', 'the key of another vault');
      refuseWeakPassword(newPassword);
      const renewed = withSlot(header, await newPasswordSlot(vaultId, dataKey, newPassword));
      namingFailures(() => writeHeader(files.headers, renewed));
      devices.forget(files.deviceSlot);
      attempts(files, vaultId).forget();
      return open(files, renewed, dataKey);
    },

    listBackups({ vaultId }) {
      const backups = listBackups(vaultFolder(vaultsDir, vaultId).backups);
      return { backups: backups.map(({ backupId, savedAtMs, rev }) => ({ backupId, savedAtMs, rev })) };
    },

    async restoreBackup({ vaultId, backupId, password }) {
      const files = vaultFolder(vaultsDir, vaultId);
      const header = readHeader(files.headers);
      const backup = findBackup(files.backups, backupId);
      const dataKey = await dataKeyByPassword(files, header, password);
      close();
      const keys = vaultKeysOf(dataKey);
      try {
        const { rev } = checkBackup(backup.path, keys.page, vaultId);
        const mark = openHighWaterMark(files.mark, keys.mark);
        namingFailures(() => {
          putBack(backup, files.database, String(mark.read() ?? 'unknown'));
          removeSeal(files.seal);
          // The one place where the mark may go back: the user asked for the older state.
          mark.write(rev);
          mark.close();
        });
      } finally {
        wipe(keys);
      }
      return open(files, header, dataKey);
    },

    async changePassword({ oldPassword, newPassword }) {
      refuseWeakPassword(newPassword);
      const { files, header, dataKey } = await checkedCurrent(oldPassword);
      try {
        const slot = await newPasswordSlot(header.vaultId, dataKey, newPassword);
        namingFailures(() => writeHeader(files.headers, withSlot(header, slot)));
        devices.forget(files.deviceSlot);
      } finally {
        dataKey.fill(0);
      }
      return {};
    },

    async renewRecoveryKey({ password }) {
      const { files, header, dataKey } = await checkedCurrent(password);
      const secret = newRecoverySecret();
      try {
        const slot = makeSecretSlot('recovery', header.vaultId, dataKey, secret);
        namingFailures(() => writeHeader(files.headers, withSlot(header, slot)));
        return { recoveryKey: formatRecoveryKey(secret) };
      } finally {
        dataKey.fill(0);
        secret.fill(0);
      }
    },

    scrub() {
      if (current === null) throw new AppError('locked', 'no vault is open');
      current.scrub();
      return {};
    },

    close() {
      close();
      return {};
    },
  };
}
