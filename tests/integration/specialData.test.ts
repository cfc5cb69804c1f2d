import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Birthday } from '../../shared/domain/calendarDate.ts';
import type { AccountId, PersonId } from '../../shared/domain/ids.ts';
import type { PersonFact } from '../../shared/domain/person.ts';
import {
  accountDraft,
  day,
  eventDraft,
  openDatedVault,
  personDraft,
  proposalInput,
  testCare,
  testToday,
} from '../support/drafts.ts';
import { unzip, validateDocx } from '../support/docx.ts';
import { readExported } from '../support/exported.ts';
import { documentPlainText } from '../support/plainDocument.ts';
import { expectCode } from '../support/vaultFiles.ts';

let vault: Awaited<ReturnType<typeof openDatedVault>>;
let folder: string;
let accountId: AccountId;
beforeAll(async () => {
  vault = await openDatedVault();
  folder = mkdtempSync(join(tmpdir(), 'kamerton-special-'));
  ({ id: accountId } = await vault.call('accounts.create', { draft: accountDraft() }));
});
afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const health = 'бронхиальная астма';
const fact = (part: Partial<PersonFact> = {}): PersonFact => ({
  text: health,
  certainty: 'confirmed',
  source: 'сам сказал',
  notedOn: testToday,
  sensitive: true,
  care: testCare,
  ...part,
});
const secrets = {
  health,
  note: 'ревнует к заслугам зама',
  taboo: 'развод',
  worry: 'сокращение отдела',
  family: 'дочь поступает в консерваторию',
};

describe('facts of special categories', () => {
  let id: PersonId;
  const stored = async () => {
    const { people, hiddenFacts, specialData } = await vault.call('people.list', { accountId });
    const person = people.find((one) => one.id === id);
    if (person === undefined) throw new Error('nobody');
    return { person, hiddenFacts, specialData };
  };
  const save = async (facts: readonly PersonFact[]) => {
    const { person } = await stored();
    const { id: _id, revision, savedAtMs: _saved, ...draft } = person;
    await vault.call('people.save', { id, baseRevision: revision, draft: { ...draft, facts: [...facts] } });
  };

  it('are refused until the vault keeps them', async () => {
    expect(await vault.call('privacy.get', {})).toMatchObject({ specialData: false, facts: 0, acts: [] });
    await expectCode(
      vault.call('people.create', { draft: personDraft(accountId, { facts: [fact()] }) }),
      'specialDataOff',
    );
    ({ id } = await vault.call('people.create', { draft: personDraft(accountId) }));
    await expectCode(save([fact()]), 'specialDataOff');
  });

  it('need a source, a purpose, a consent and a day of review', async () => {
    await vault.call('privacy.setSpecialData', { on: true });
    await expectCode(save([fact({ care: null })]), 'careMissing');
    await expectCode(save([fact({ source: ' ' })]), 'careMissing');
    for (const part of [{ purpose: '' }, { consentBy: '' }])
      await expectCode(save([fact({ care: { ...testCare, ...part } })]), 'invalidInput');
    await save([fact()]);
    expect((await stored()).person.facts).toEqual([fact()]);
    expect(await vault.call('privacy.get', {})).toMatchObject({ facts: 1, troubled: 0 });
    vault.setDay('2027-11-23');
    expect(await vault.call('privacy.get', {})).toMatchObject({ facts: 1, troubled: 1 });
    // Said where the day's work stands, without a word of the fact.
    const { rows } = await vault.call('today.list', { today: day('2027-11-23') });
    expect(rows.filter(({ kind }) => kind === 'factReview')).toMatchObject([
      { personId: id, dueOn: '2027-11-23' },
    ]);
    expect(JSON.stringify(rows)).not.toContain(health);
    vault.setDay(testToday);
  });

  it('stay inside unseen when the vault keeps them no more, survive a save, and can be erased', async () => {
    await vault.call('privacy.setSpecialData', { on: false });
    const hidden = await stored();
    expect(hidden.specialData).toBe(false);
    expect(hidden.person.facts).toEqual([]);
    expect(hidden.hiddenFacts).toEqual([{ id, count: 1 }]);
    const open = fact({ text: 'Окончил Политех', sensitive: false, care: null });
    await save([open]);
    expect((await stored()).person.facts).toEqual([open]);
    await vault.call('privacy.setSpecialData', { on: true });
    expect((await stored()).person.facts).toEqual([open, fact()]);
    await vault.call('privacy.setSpecialData', { on: false });
    expect(await vault.call('privacy.eraseSpecialFacts', { personId: id })).toEqual({ erased: 1 });
    expect(await stored()).toMatchObject({ hiddenFacts: [] });
    await vault.call('privacy.setSpecialData', { on: true });
    expect((await stored()).person.facts).toEqual([open]);
  });
});

describe('a conflict', () => {
  it('has two sides, whoever has it written down, and is taken back from both', async () => {
    const { id: account } = await vault.call('accounts.create', { draft: accountDraft({ name: 'Двое' }) });
    const { id: one } = await vault.call('people.create', { draft: personDraft(account) });
    const { id: other } = await vault.call('people.create', {
      draft: personDraft(account, { conflicts: [one], influence: 2 }),
    });
    const conflicts = async () =>
      (await vault.call('people.list', { accountId: account })).people.map((person) => person.conflicts);
    expect(await conflicts()).toEqual([[other], [one]]);
    await vault.call('people.save', {
      id: one,
      baseRevision: 1,
      draft: personDraft(account, { position: 'Юрист' }),
    });
    expect(await conflicts()).toEqual([[], []]);
  });
});

describe('every door out of the vault', () => {
  let id: PersonId;
  let client: AccountId;
  beforeAll(async () => {
    await vault.call('privacy.setSpecialData', { on: true });
    ({ id: client } = await vault.call('accounts.create', { draft: accountDraft({ name: 'Выход' }) }));
    ({ id } = await vault.call('people.create', {
      draft: personDraft(client, {
        lastName: 'Кожемякин',
        privateNotes: secrets.note,
        taboos: secrets.taboo,
        worry: secrets.worry,
        worryOn: testToday,
        family: secrets.family,
        birthday: Birthday.parse('1970-11-30'),
        facts: [fact()],
      }),
    }));
    await vault.call('events.create', { draft: eventDraft(client, { personIds: [id] }) });
    await vault.call('meetings.savePlan', {
      plan: {
        accountId: client,
        meetsOn: day('2026-11-26'),
        place: '',
        purpose: '',
        personIds: [id],
        questions: [],
        offers: [],
        objections: [],
      },
    });
  });
  const leaks = (text: string, told: readonly string[] = Object.values(secrets)): string[] =>
    told.filter((secret) => text.toLowerCase().includes(secret.toLowerCase()));

  it('lets no confidence into a proposal, its fields and its file', async () => {
    const { id: proposalId } = await vault.call('proposals.create', proposalInput(client, [id]));
    const { proposal, context } = await vault.call('proposals.get', { id: proposalId });
    expect(leaks(JSON.stringify(proposal))).toEqual([]);
    expect(leaks(JSON.stringify(context))).toEqual([]);
    const path = join(folder, 'proposal.docx');
    await vault.call('proposals.writeDocx', { id: proposalId, path });
    expect(leaks(readExported(path).everything)).toEqual([]);
  });

  it('lets none into tables, cards and the calendar', async () => {
    for (const table of ['clients', 'deliveries', 'tenders', 'proposals'] as const) {
      const path = join(folder, `${table}.xlsx`);
      await vault.call('files.write', { request: { kind: 'table', table, language: 'ru' }, path });
      const parts = [...unzip(readFileSync(path)).values()].map((part) => part.toString('utf8')).join('\n');
      expect(leaks(parts)).toEqual([]);
    }
    for (const request of [
      { kind: 'cards', accountId: client, language: 'ru' },
      { kind: 'calendar', language: 'ru' },
    ] as const) {
      const path = join(folder, request.kind);
      await vault.call('files.write', { request, path });
      // Lines are folded and letters escaped: compared without both.
      expect(leaks(readFileSync(path, 'utf8').replaceAll(/\r\n /g, '').replaceAll('\\', ''))).toEqual([]);
    }
  });

  it('lets none into the general sheet, and no special category into the private one', async () => {
    const sheet = async (variant: 'general' | 'private') => {
      const request = { kind: 'meetingSheet', accountId: client, variant, language: 'ru' } as const;
      const path = join(folder, `${variant}.docx`);
      await vault.call('papers.writeDocx', { request, path });
      const { paper } = await vault.call('papers.get', { request });
      return `${documentPlainText(paper.root)}\n${readExported(path).everything}`;
    };
    expect(leaks(await sheet('general'))).toEqual([]);
    const own = await sheet('private');
    expect(leaks(own, [secrets.health, secrets.family])).toEqual([]);
    expect(leaks(own, [secrets.note, secrets.taboo, secrets.worry])).toHaveLength(3);
  });

  it('lets the map of the group, which tells attitudes, into the private sheet alone', async () => {
    const picture = { mime: 'image/png', base64: onePixel, widthPx: 1, heightPx: 1 } as const;
    await vault.call('people.keepGroupPicture', { accountId: client, picture });
    const images = async (variant: 'general' | 'private') => {
      const request = { kind: 'meetingSheet', accountId: client, variant, language: 'ru' } as const;
      const { paper } = await vault.call('papers.get', { request });
      return paper.root.content.filter(({ type }) => type === 'image').length;
    };
    expect([await images('general'), await images('private')]).toEqual([0, 1]);
    const path = join(folder, 'with-map.docx');
    const request = { kind: 'meetingSheet', accountId: client, variant: 'private', language: 'ru' } as const;
    await vault.call('papers.writeDocx', { request, path });
    expect(await validateDocx(path)).toEqual([]);
    await vault.call('people.keepGroupPicture', { accountId: client, picture: null });
    expect(await vault.call('people.groupPicture', { accountId: client })).toEqual({ kept: false });
  });

  it('finds none by the search, and none in a library file', async () => {
    for (const secret of Object.values(secrets)) {
      const { hits } = await vault.call('search.everywhere', { query: `"${secret}"` });
      expect(hits).toEqual([]);
      expect((await vault.call('accounts.list', { query: secret })).rows).toEqual([]);
    }
    const { rows } = await vault.call('library.blocks', { query: '' });
    const path = join(folder, 'library.json');
    await vault.call('library.writeFile', {
      refs: rows.slice(0, 50).map(({ id: blockId }) => ({ kind: 'block' as const, id: blockId })),
      path,
    });
    expect(leaks(readFileSync(path, 'utf8'))).toEqual([]);
  });

  it('opens wholly to the person alone: everything about them, nobody else by name', async () => {
    const { id: other } = await vault.call('people.create', {
      draft: personDraft(client, {
        lastName: 'Охлопков',
        firstName: 'Савелий',
        middleName: 'Игнатьевич',
        position: 'Главный механик',
      }),
    });
    await vault.call('events.create', {
      draft: eventDraft(client, {
        happenedOn: day('2026-11-24'),
        title: 'Спор о сроках',
        text: 'Охлопков и Кожемякин не согласны; Савелию Игнатьевичу нужен июнь',
        personIds: [id, other],
      }),
    });
    const path = join(folder, 'all.docx');
    const { jsonName } = await vault.call('people.writeData', { id, language: 'ru', path });
    expect(jsonName).toBe('all.json');
    expect(await validateDocx(path)).toEqual([]);
    const json = readFileSync(join(folder, jsonName), 'utf8');
    const { text } = readExported(path);
    for (const told of [text, json]) {
      expect(leaks(told)).toHaveLength(Object.values(secrets).length);
      expect(told).not.toMatch(/Охлопков|Савели/);
      expect(told).toContain('[главный механик] и Кожемякин не согласны');
    }
    for (const said of ['Кожемякин Андрей Николаевич', 'здоровье', 'согласие 23.11.2026', 'Выход'])
      expect(text).toContain(said);
    expect(JSON.parse(json)).toMatchObject({
      kind: 'kamerton.personData',
      cards: [{ lastName: 'Кожемякин', facts: [{ text: health, care: { category: 'health' } }] }],
      events: [{ with: ['Главный механик'] }, {}],
    });
    // An older file of the user's is not written over.
    expect((await vault.call('people.writeData', { id, language: 'ru', path })).jsonName).toBe(
      'all (2).json',
    );
  });
});
