import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Birthday } from '../../shared/domain/calendarDate.ts';
import type { AccountId } from '../../shared/domain/ids.ts';
import { accountDraft, openDatedVault, personDraft } from '../support/drafts.ts';
import { expectCode } from '../support/vaultFiles.ts';

const fixtures = join(import.meta.dirname, '../fixtures/cards');
let vault: Awaited<ReturnType<typeof openDatedVault>>;
let folder: string;
let accountId: AccountId;

beforeAll(async () => {
  vault = await openDatedVault();
  folder = mkdtempSync(join(tmpdir(), 'kamerton-cards-'));
  ({ id: accountId } = await vault.call('accounts.create', { draft: accountDraft() }));
});
afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

const read = async (name: string) =>
  (await vault.call('people.readCards', { path: join(fixtures, name), accountId })).rows;
const people = async () => (await vault.call('people.list', { accountId })).people;
const written = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

describe('cards', () => {
  it('are read as an iPhone writes them', async () => {
    expect(await read('iphone.vcf')).toMatchObject([
      {
        outcome: 'new',
        company: 'Тихвинский фарфор',
        losses: ['photo', 'moreEmails'],
        card: {
          lastName: 'Шадрин',
          firstName: 'Павел',
          middleName: 'Олегович',
          position: 'Главный инженер',
          department: 'Служба главного инженера',
          phone: '+7 921 555-01-02, 8 (812) 555-01-03',
          email: 'shadrin@farfor.example',
          birthday: '--02-29',
        },
      },
    ]);
  });

  it('are read as Google writes them, several in a file, one without a name', async () => {
    const [first, second] = await read('google.vcf');
    expect(first).toMatchObject({
      outcome: 'new',
      losses: [],
      card: {
        birthday: '1979-06-12',
        note: 'Звонить до 11, после — совещания\nПросит письмабез вложений',
      },
    });
    expect(second).toMatchObject({ number: 2, outcome: 'nameless', card: { email: 'info@farfor.example' } });
  });

  it('are read as Outlook writes them: 2.1, quoted-printable in windows-1251, soft ends of lines', async () => {
    expect(await read('outlook.vcf')).toMatchObject([
      {
        losses: ['photo', 'badBirthday'],
        card: {
          lastName: 'Заозёрный',
          firstName: 'Глеб',
          middleName: 'Романович',
          position: 'Начальник отдела материально-технического снабжения',
          department: 'Отдел снабжения',
          phone: '+7 (812) 555-01-05',
          email: 'zaozerny@farfor.example',
          birthday: null,
        },
      },
    ]);
  });

  it('are read as Android writes them, with the whole name in one field', async () => {
    expect(await read('android.vcf')).toMatchObject([
      {
        card: { lastName: 'Берёзкина', firstName: 'Мария', middleName: 'Львовна', phone: '89215550107' },
      },
      { card: { lastName: 'Шадрин', firstName: 'Павел', middleName: '' } },
    ]);
  });

  it('are read as 4.0, and as 3.0 in windows-1251 that nothing names', async () => {
    expect(await read('four.vcf')).toMatchObject([
      { card: { lastName: 'Кремер', firstName: 'Ида', phone: '+7-921-555-01-08', birthday: '--03-14' } },
    ]);
    expect(await read('plain1251.vcf')).toMatchObject([
      { card: { lastName: 'Лосев', firstName: 'Егор', middleName: 'Юрьевич', position: 'Механик' } },
    ]);
  });

  it('are refused in words when the file has none', async () => {
    for (const text of ['', 'BEGIN:VCALENDAR\nEND:VCALENDAR', 'BEGIN:VCARD\nN:Обрыв;;;;'])
      await expectCode(
        vault.call('people.readCards', { path: written('bad.vcf', text), accountId }),
        'cardsUnreadable',
      );
    await expectCode(
      vault.call('people.readCards', { path: join(folder, 'missing.vcf'), accountId }),
      'cardsUnreadable',
    );
  });

  it('make new people, fill what known people lack, do nothing the second time, and are taken back whole', async () => {
    const { id: known } = await vault.call('people.create', {
      draft: personDraft(accountId, {
        lastName: 'Шадрин',
        firstName: 'Павел',
        middleName: '',
        position: 'Инженер',
        phone: '8-921-555-01-02',
      }),
    });
    const before = await people();
    const rows = [...(await read('iphone.vcf')), ...(await read('google.vcf'))];
    expect(rows.map(({ outcome, match }) => [outcome, match?.by])).toEqual([
      ['fills', 'phone'],
      ['new', undefined],
      ['nameless', undefined],
    ]);
    const cards = rows.map(({ card }) => card);
    const done = await vault.call('people.importCards', { accountId, cards });
    expect(done.created).toHaveLength(1);
    const after = await people();
    expect(after).toHaveLength(2);
    // What was there is not written over.
    expect(after.find(({ id }) => id === known)).toMatchObject({
      position: 'Инженер',
      phone: '8-921-555-01-02',
      email: 'shadrin@farfor.example',
      birthday: '--02-29',
    });
    expect(await vault.call('people.importCards', { accountId, cards })).toEqual({ created: [], filled: [] });
    expect((await read('iphone.vcf'))[0]).toMatchObject({ outcome: 'same' });
    expect((await read('android.vcf'))[1]).toMatchObject({
      outcome: 'same',
      match: { id: known, by: 'phone' },
    });

    await vault.call('people.undoCards', { accountId, done });
    expect((await people()).map(({ revision: _revision, savedAtMs: _saved, ...person }) => person)).toEqual(
      before.map(({ revision: _revision, savedAtMs: _saved, ...person }) => person),
    );
  });

  it('go out without anything private and come back as they were', async () => {
    const { id: other } = await vault.call('accounts.create', {
      draft: accountDraft({ name: 'Обратно; туда' }),
    });
    await vault.call('people.create', {
      draft: personDraft(other, {
        position: 'Директор, член правления',
        phone: '+7 812 555-01-09',
        email: 'director@farfor.example',
        birthday: Birthday.parse('--02-29'),
        privateNotes: 'ревнует к заслугам зама',
        family: 'трое детей',
        hobbies: 'ловит хариуса',
        psychotype: 'driver',
      }),
    });
    const path = join(folder, 'out.vcf');
    await vault.call('files.write', { request: { kind: 'cards', accountId: other, language: 'ru' }, path });
    const text = readFileSync(path, 'utf8');
    for (const told of ['ревнует', 'детей', 'хариус', 'driver']) expect(text).not.toContain(told);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const { rows } = await vault.call('people.readCards', { path, accountId: other });
    expect(rows).toMatchObject([
      {
        outcome: 'same',
        company: 'Обратно; туда',
        card: { position: 'Директор, член правления', birthday: '--02-29' },
      },
    ]);
  });
});
