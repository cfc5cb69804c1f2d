import { createHash, randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { eraseAttachmentsOf } from '../../electron/vault/store/attachmentStore.ts';
import { openSealedFile } from '../../electron/vault/store/sealedFile.ts';
import { attachmentPartBytes, largestAttachmentBytes } from '../../shared/domain/attachment.ts';
import { derivePasswordKey } from '../../electron/vault/keys/derive.ts';
import type { SessionOptions } from '../../electron/vault/session.ts';
import type { AttachmentPlace } from '../../shared/domain/attachment.ts';
import type { AccountId, AttachmentId } from '../../shared/domain/ids.ts';
import { pdfBytes, patternBytes, placeOf, pngBytes } from '../support/attachmentSamples.ts';
import { withFullDisk } from '../support/badFolders.ts';
import { accountDraft, eventDraft, openDatedVault, personDraft } from '../support/drafts.ts';
import { openTestVault, startTestSession, testPassword } from '../support/testVault.ts';
import type { TestVault } from '../support/testVault.ts';
import { startVaultChild } from '../support/vaultChild.ts';
import { expectCode, filesWith, flipBit, modeOf } from '../support/vaultFiles.ts';

const outside = mkdtempSync(join(tmpdir(), 'kamerton-attachments-'));
afterAll(() => rmSync(outside, { recursive: true, force: true }));

let vault: Awaited<ReturnType<typeof openDatedVault>>;
let accountId: AccountId;
let sealed: string;
beforeEach(async () => {
  vault = await openDatedVault();
  ({ id: accountId } = await vault.call('accounts.create', { draft: accountDraft() }));
  sealed = join(vault.dir, vault.vaultId, 'files');
});
afterEach(() => vault.close());

type Door = Pick<TestVault, 'call'>;
const fileOf = (name: string, bytes: Uint8Array): string => {
  const path = join(outside, name);
  writeFileSync(path, bytes);
  return path;
};
const add = (
  name: string,
  bytes: Uint8Array,
  place: AttachmentPlace = placeOf(accountId),
  door: Door = vault,
) => door.call('attachments.addFile', { place, path: fileOf(name, bytes) });
const list = async (door: Door = vault) => (await door.call('attachments.list', { accountId })).files;

/** As a dropped file comes in: part by part. */
async function drop(name: string, bytes: Buffer, place = placeOf(accountId)) {
  const { id } = await vault.call('attachments.begin', { place, name, sizeBytes: bytes.length });
  for (let from = 0; from < bytes.length; from += attachmentPartBytes) {
    const base64 = bytes.subarray(from, from + attachmentPartBytes).toString('base64');
    await vault.call('attachments.append', { id, base64 });
  }
  return vault.call('attachments.finish', { id, place, name });
}

async function readBack(id: AttachmentId, door: Door = vault): Promise<Buffer> {
  const read: Buffer[] = [];
  for (let part = 0, parts = 1; part < parts; part += 1) {
    const answer = await door.call('attachments.readPart', { id, part });
    parts = answer.parts;
    read.push(Buffer.from(answer.base64, 'base64'));
  }
  return Buffer.concat(read);
}

describe('a file of a dossier', () => {
  test('of 20 MB goes in by either way, lies sealed, and comes out byte for byte', async () => {
    const bytes = patternBytes(20 * attachmentPartBytes + 12_345);
    const chosen = await add('Чертёж узла.bin', bytes);
    const dropped = await drop('Чертёж 2.bin', Buffer.concat([bytes, Buffer.from('!')]));
    expect([chosen.outcome, dropped.outcome]).toEqual(['added', 'added']);
    const files = await list();
    expect(files.map(({ name, sizeBytes }) => [name, sizeBytes])).toEqual([
      ['Чертёж 2.bin', bytes.length + 1],
      ['Чертёж узла.bin', bytes.length],
    ]);
    expect(files[1]?.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect((await readBack(chosen.id)).equals(bytes)).toBe(true);
    expect((await readBack(dropped.id)).subarray(0, -1).equals(bytes)).toBe(true);
    const target = join(outside, 'сохранённый.bin');
    await vault.call('attachments.writeFile', { id: chosen.id, path: target });
    expect(readFileSync(target).equals(bytes)).toBe(true);
    if (process.platform !== 'win32') expect(modeOf(join(sealed, chosen.id))).toBe('600');
  });

  test('of any size around a part comes out as it went in, an empty one too', async () => {
    for (const size of [0, 1, attachmentPartBytes - 1, attachmentPartBytes, attachmentPartBytes + 1]) {
      const bytes = patternBytes(size);
      const { id } = await add(`ровно ${size}.bin`, bytes);
      expect((await readBack(id)).equals(bytes)).toBe(true);
    }
  });

  test('is refused over 100 MB, whatever size was told, and leaves nothing', async () => {
    const path = fileOf('большой.bin', Buffer.alloc(0));
    truncateSync(path, 200 * 1024 * 1024);
    await expectCode(
      vault.call('attachments.addFile', { place: placeOf(accountId), path }),
      'attachmentTooLarge',
    );
    const place = placeOf(accountId);
    const told = { place, name: 'большой.bin', sizeBytes: largestAttachmentBytes + 1 };
    await expectCode(vault.call('attachments.begin', told), 'attachmentTooLarge');
    const { id } = await vault.call('attachments.begin', { ...told, sizeBytes: 1 });
    const base64 = Buffer.alloc(attachmentPartBytes).toString('base64');
    const flood = async () => {
      for (let part = 0; part <= 100; part += 1) await vault.call('attachments.append', { id, base64 });
    };
    await expectCode(flood(), 'attachmentTooLarge');
    await expectCode(vault.call('attachments.append', { id, base64 }), 'notFound');
    expect(readdirSync(sealed)).toEqual([]);
    expect(await list()).toEqual([]);
  });

  test('that cannot be read is refused: a folder, a file that is not there', async () => {
    const place = placeOf(accountId);
    await expectCode(vault.call('attachments.addFile', { place, path: outside }), 'attachmentUnreadable');
    const path = join(outside, 'нет такого.pdf');
    await expectCode(vault.call('attachments.addFile', { place, path }), 'attachmentUnreadable');
  });

  test('twice in one place is known; in another place it is a file of its own', async () => {
    const { id: eventId } = await vault.call('events.create', { draft: eventDraft(accountId) });
    const first = await add('договор.pdf', pdfBytes(['Contract']));
    const again = await add('копия договора.pdf', pdfBytes(['Contract']));
    expect(again).toEqual({ id: first.id, name: 'договор.pdf', outcome: 'known' });
    const onEvent = await add('договор.pdf', pdfBytes(['Contract']), placeOf(accountId, { eventId }));
    expect(onEvent.outcome).toBe('added');
    expect(readdirSync(sealed)).toHaveLength(2);
    await vault.call('attachments.delete', { id: first.id });
    expect((await add('договор.pdf', pdfBytes(['Contract']))).outcome).toBe('added');
  });

  test('keeps no path in its name, and a new name keeps the extension', async () => {
    const { id, name } = await drop('..\\..\\C:\\тайно\\\u202Eсчёт?.pdf', pdfBytes(['1']));
    expect(name).toBe('счёт.pdf');
    const draft = { ...placeOf(accountId), name: 'Счёт за ноябрь', note: 'оплатить до пятницы' };
    await vault.call('attachments.save', { id, baseRevision: 1, draft });
    expect((await list())[0]).toMatchObject({
      name: 'Счёт за ноябрь.pdf',
      note: 'оплатить до пятницы',
      revision: 2,
    });
    await expectCode(vault.call('attachments.save', { id, baseRevision: 1, draft }), 'staleRevision');
  });

  test('belongs to the client’s own things alone', async () => {
    const other = await vault.call('accounts.create', { draft: accountDraft({ name: 'Другой' }) });
    const { id: personId } = await vault.call('people.create', { draft: personDraft(other.id) });
    const place = placeOf(accountId, { personId });
    await expectCode(
      vault.call('attachments.addFile', { place, path: fileOf('a.txt', Buffer.from('а')) }),
      'notFound',
    );
    expect(readdirSync(sealed)).toEqual([]);
  });

  test('is known by its bytes, not by its name', async () => {
    await add('фото.txt', pngBytes(320, 200));
    await add('огромное.png', pngBytes(2, 2, { width: 60_000, height: 60_000 }));
    await add('договор.png', pdfBytes(['x']));
    await add('битая.png', Buffer.from(`\u0089PNG\r\n\u001A\n${'мусор'.repeat(20)}`, 'latin1'));
    await add('рисунок.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'));
    await add('письмо.eml', Buffer.from('From: a@b.example\r\nSubject: x\r\n\r\nтекст'));
    await add('прайс.csv', Buffer.from('Товар;Цена\r\nНасос;10'));
    await add('документ.zip', readFileSync(join(import.meta.dirname, '../fixtures/word/libreoffice.docx')));
    await add('неизвестное', patternBytes(500));
    const told = (await list()).map(({ name, kind, widthPx }) => [name, kind, widthPx]);
    expect(Object.fromEntries(told.map(([name, ...rest]) => [name, rest]))).toEqual({
      'фото.txt': ['image', 320],
      'огромное.png': ['image', 60_000],
      'битая.png': ['image', null],
      'договор.png': ['pdf', null],
      'рисунок.svg': ['text', null],
      'письмо.eml': ['mail', null],
      'прайс.csv': ['text', null],
      'документ.zip': ['word', null],
      неизвестное: ['other', null],
    });
  });
});

describe('on the disk', () => {
  test('neither words nor names of files can be read', async () => {
    await add('Канарейкин договор.txt', Buffer.from('Канарейкина тайна\n'.repeat(500)));
    await vault.close({ keepFiles: true });
    for (const text of ['Канарейкин', 'тайна']) expect(filesWith(vault.dir, text)).toEqual([]);
    expect(filesWith(vault.dir, 'Проверка').length).toBeGreaterThan(0);
  });

  test('every flipped bit, a cut, a swap of files and a missing one are said, and of that file alone', async () => {
    const bytes = patternBytes(2 * attachmentPartBytes + 100);
    const damaged = await add('a.bin', bytes);
    const whole = await add('b.bin', Buffer.concat([bytes.subarray(1), Buffer.from([7])]));
    const path = join(sealed, damaged.id);
    const kept = readFileSync(path);
    const places = [
      0,
      9,
      39,
      40,
      500,
      40 + attachmentPartBytes,
      40 + attachmentPartBytes + 15,
      kept.length - 1,
    ];
    for (const at of places) {
      flipBit(path, at, at % 8);
      await expectCode(readBack(damaged.id), 'attachmentDamaged');
      writeFileSync(path, kept);
    }
    const sealedPart = attachmentPartBytes + 16;
    const part = (index: number) => kept.subarray(40 + index * sealedPart, 40 + (index + 1) * sealedPart);
    writeFileSync(path, Buffer.concat([kept.subarray(0, 40), part(1), part(0), part(2)]));
    await expectCode(readBack(damaged.id), 'attachmentDamaged');
    truncateSync(path, 40 + 2 * sealedPart);
    await expectCode(readBack(damaged.id), 'attachmentDamaged');
    writeFileSync(path, readFileSync(join(sealed, whole.id)));
    await expectCode(readBack(damaged.id), 'attachmentDamaged');
    rmSync(path);
    await expectCode(readBack(damaged.id), 'attachmentMissing');
    expect((await readBack(whole.id)).length).toBe(bytes.length);
    const saved = await vault.call('attachments.writeFiles', {
      ids: [damaged.id, whole.id],
      folder: outside,
    });
    expect(saved).toEqual({ written: 1, refused: [{ name: 'a.bin', code: 'attachmentMissing' }] });
    writeFileSync(path, kept);
    expect((await readBack(damaged.id)).equals(bytes)).toBe(true);
  });

  test('another key reads nothing', async () => {
    const { id } = await add('a.bin', patternBytes(100));
    const reader = await openSealedFile(join(sealed, id), Buffer.alloc(32), { id, sizeBytes: 100 });
    await expectCode(reader.read(0), 'attachmentDamaged');
    await reader.close();
  });

  test('nothing plain is written into the folder of the vaults, also by way of a link', async () => {
    const { id } = await add('a.txt', Buffer.from('а'));
    const path = join(vault.dir, 'копия.txt');
    await expectCode(vault.call('attachments.writeFile', { id, path }), 'vaultFolderChosen');
    await expectCode(
      vault.call('attachments.writeFiles', { ids: [id], folder: sealed }),
      'vaultFolderChosen',
    );
    const link = join(outside, 'ссылка');
    symlinkSync(sealed, link, 'junction');
    await expectCode(vault.call('attachments.writeFiles', { ids: [id], folder: link }), 'vaultFolderChosen');
    expect(existsSync(path)).toBe(false);
  });

  test('files saved together take free names', async () => {
    const folder = mkdtempSync(join(outside, 'вместе-'));
    writeFileSync(join(folder, 'акт.txt'), 'чужой');
    const one = await add('акт.txt', Buffer.from('1'));
    const { id: eventId } = await vault.call('events.create', { draft: eventDraft(accountId) });
    const two = await add('Акт.txt', Buffer.from('2'), placeOf(accountId, { eventId }));
    await vault.call('attachments.writeFiles', { ids: [one.id, two.id], folder });
    expect(readdirSync(folder).toSorted()).toEqual(['Акт (3).txt', 'акт (2).txt', 'акт.txt'].toSorted());
    expect(readFileSync(join(folder, 'акт.txt'), 'utf8')).toBe('чужой');
  });
});

test('saved onto a full disk it says so and leaves nothing half-written', async () => {
  const { id } = await add('большой.bin', patternBytes(300_000));
  await withFullDisk(outside, process.pid, async (folder) => {
    const before = readdirSync(folder);
    const path = join(folder, 'большой.bin');
    await expectCode(vault.call('attachments.writeFile', { id, path }), 'diskFull');
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('what is needed stays, what nobody needs goes', () => {
  const reopen = async (options: Partial<SessionOptions> = {}) => {
    const again = startTestSession({ ...options, vaultsDir: vault.dir });
    await again.call('vault.unlock', { vaultId: vault.vaultId, password: testPassword });
    return again;
  };
  const names = () => (existsSync(sealed) ? readdirSync(sealed).toSorted() : []);

  test('a file without a row and an unfinished one are swept when the vault opens', async () => {
    const { id } = await add('нужный.txt', Buffer.from('а'));
    await vault.close({ keepFiles: true });
    writeFileSync(join(sealed, randomUUID()), 'осиротевший');
    writeFileSync(join(sealed, `${randomUUID()}.part`), 'недописанный');
    writeFileSync(join(sealed, 'заметка пользователя.txt'), 'не наше');
    const again = await reopen();
    expect(names()).toEqual([id, 'заметка пользователя.txt'].toSorted());
    expect((await readBack(id, again)).toString()).toBe('а');
    await again.call('vault.close', {});
  });

  test('a deleted file comes back; taken out for good it goes when no backup needs it', async () => {
    const { id } = await add('старый.txt', Buffer.from('старое'));
    await vault.call('attachments.delete', { id });
    expect((await list())[0]?.deletedAtMs).not.toBeNull();
    await vault.call('attachments.restore', { id });
    expect((await list())[0]?.deletedAtMs).toBeNull();
    await vault.call('attachments.delete', { id });
    await vault.close({ keepFiles: true });

    const later = (days: number) => ({
      nowMs: () => Date.parse('2026-11-23T12:00:00') + days * 86_400_000,
      monotonicMs: () => 0,
    });
    const openLater = async (days: number) => {
      const again = startTestSession({ vaultsDir: vault.dir, clock: later(days) });
      await again.call('vault.unlock', { vaultId: vault.vaultId, password: testPassword });
      return again;
    };
    // A clock far ahead takes nothing out: thirty days are counted by days of work as well.
    const late = await openLater(400);
    expect(await list(late)).toHaveLength(1);
    await late.call('trash.purge', { refs: [{ kind: 'attachment', id }] });
    expect(await list(late)).toEqual([]);
    // The backup made while the row was there still speaks of it.
    expect(names()).toEqual([id]);
    for (let turn = 0; turn < 11; turn += 1) {
      const { company } = await late.call('company.get', {});
      await late.call('company.save', { company: { ...company, name: `Сохранение ${turn}` } });
      late.session.opened()?.backUp();
    }
    await late.call('vault.close', {});
    expect(names()).toEqual([]);
  });

  test('a restored backup finds its files, and what was added after it can be restored again', async () => {
    const { id: early } = await add('ранний.txt', Buffer.from('ранний'));
    vault.session.opened()?.backUp();
    const { id: late } = await add('поздний.txt', Buffer.from('поздний'));
    await vault.call('attachments.delete', { id: early });
    await vault.close({ keepFiles: true });
    const again = startTestSession({ vaultsDir: vault.dir });
    const backupsOf = async () => (await again.call('vault.listBackups', { vaultId: vault.vaultId })).backups;
    const before = await backupsOf();
    const [newest, oldest] = [before[0], before[1]];
    if (newest === undefined || oldest === undefined) throw new Error('two backups were made');
    const put = { vaultId: vault.vaultId, password: testPassword };
    await again.call('vault.restoreBackup', { ...put, backupId: oldest.backupId });
    expect((await list(again)).map(({ name, deletedAtMs }) => [name, deletedAtMs])).toEqual([
      ['ранний.txt', null],
    ]);
    expect((await readBack(early, again)).toString()).toBe('ранний');
    await again.call('vault.restoreBackup', { ...put, backupId: newest.backupId });
    expect(await list(again)).toHaveLength(2);
    expect((await readBack(late, again)).toString()).toBe('поздний');
    await again.call('vault.close', {});
  });

  test('erasing a person’s files removes rows and bytes, whatever the backups say', async () => {
    const { id: personId } = await vault.call('people.create', { draft: personDraft(accountId) });
    const theirs = await add('паспорт.txt', Buffer.from('личное'), placeOf(accountId, { personId }));
    const ours = await add('договор.txt', Buffer.from('общее'));
    const opened = vault.session.opened();
    if (opened === null) throw new Error('the vault is open');
    opened.backUp();
    opened.attachments.erase(opened.save((db) => eraseAttachmentsOf(db, personId)));
    expect((await list()).map(({ id }) => id)).toEqual([ours.id]);
    expect(names()).toEqual([ours.id]);
    await expectCode(vault.call('attachments.readPart', { id: theirs.id, part: 0 }), 'notFound');
  });

  test('killed at any moment of adding: every row has its file, and nothing is left over', async () => {
    await vault.close({ keepFiles: true });
    const path = fileOf('тяжёлый.bin', patternBytes(3 * attachmentPartBytes));
    const unlock = { vaultId: vault.vaultId, password: testPassword };
    // The password stretched as in the program, for a process of the program is what is killed.
    const inProgram = { stretch: derivePasswordKey };
    const { vaultId, recoveryKey } = vault;
    const renewing = startTestSession({ ...inProgram, vaultsDir: vault.dir });
    await renewing.call('vault.unlockWithRecoveryKey', { vaultId, recoveryKey, newPassword: testPassword });
    await renewing.call('vault.close', {});
    for (const waitMs of [8, 25]) {
      const child = await startVaultChild(vault.dir);
      await child.call('vault.unlock', unlock);
      const { id: eventId } = await child.call('events.create', { draft: eventDraft(accountId) });
      const adding = child.call('attachments.addFile', { place: placeOf(accountId, { eventId }), path });
      adding.catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      await child.kill();
      const again = await reopen(inProgram);
      const rows = await list(again);
      for (const { id } of rows) expect((await readBack(id, again)).length).toBe(3 * attachmentPartBytes);
      expect(names()).toEqual(rows.map(({ id }) => String(id)).toSorted());
      await again.call('vault.close', {});
    }
  });
});

test('a vault without files has no folder for them, and locks with a file half-way in', async () => {
  const fresh = await openTestVault();
  const { id } = await fresh.call('accounts.create', { draft: accountDraft() });
  expect(existsSync(join(fresh.dir, fresh.vaultId, 'files'))).toBe(false);
  await fresh.call('attachments.begin', { place: placeOf(id), name: 'x.bin', sizeBytes: 5 });
  await fresh.close({ keepFiles: true });
  const again = startTestSession({ vaultsDir: fresh.dir });
  await again.call('vault.unlock', { vaultId: fresh.vaultId, password: testPassword });
  expect(readdirSync(join(fresh.dir, fresh.vaultId, 'files'))).toEqual([]);
  await again.call('vault.close', {});
  rmSync(fresh.dir, { recursive: true, force: true });
});
