import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccount } from '../../electron/vault/store/accountStore.ts';
import { createDelivery } from '../../electron/vault/store/deliveryStore.ts';
import { hasUnsettledSearch, rebuildSearch } from '../../electron/vault/store/searchIndex.ts';
import { emptyProfile } from '../../shared/domain/account.ts';
import type { AccountId, PersonId } from '../../shared/domain/ids.ts';
import { emptyRequisites } from '../../shared/domain/requisites.ts';
import {
  accountDraft,
  day,
  deliveryDraft,
  eventDraft,
  openDatedVault,
  personDraft,
  proposalInput,
  tenderDraft,
  testCare,
} from '../support/drafts.ts';

let vault: Awaited<ReturnType<typeof openDatedVault>>;
let porcelain: AccountId;
let milk: AccountId;
let personId: PersonId;

beforeAll(async () => {
  vault = await openDatedVault();
  await vault.call('privacy.setSpecialData', { on: true });
  ({ id: porcelain } = await vault.call('accounts.create', {
    draft: accountDraft({
      name: 'Тихвинский фарфор',
      requisites: { ...emptyRequisites, inn: '4715009876' },
      profile: { ...emptyProfile, needs: 'Срочная поставка трёх компрессоров, гальванизация деталей' },
    }),
  }));
  ({ id: milk } = await vault.call('accounts.create', {
    draft: accountDraft({ name: 'Молоко «Заонежья»', city: 'Медвежьегорск', requisites: emptyRequisites }),
  }));
  ({ id: personId } = await vault.call('people.create', {
    draft: personDraft(milk, {
      lastName: 'Семёнова',
      firstName: 'Пелагея',
      middleName: 'Фёдоровна',
      position: 'Технолог',
      psychotype: 'expressive',
      family: 'племянники',
      hobbies: 'бадминтон',
      values: 'аккуратность',
      privateNotes: 'подагра',
      facts: [
        {
          text: 'Выступала на конференции маслоделов',
          certainty: 'confirmed',
          source: '',
          notedOn: null,
          sensitive: false,
          care: null,
        },
        {
          text: 'Увлекается астрологией',
          certainty: 'heard',
          source: 'сам',
          notedOn: null,
          sensitive: true,
          care: testCare,
        },
      ],
    }),
  }));
  await vault.call('events.create', {
    draft: eventDraft(porcelain, { title: 'Обсудили аудит пневмолинии' }),
  });
  await vault.call('tenders.create', {
    draft: tenderDraft(porcelain, { title: 'Осушители для печей', requestNumber: 'ТФ-118/26' }),
  });
  await vault.call('proposals.create', {
    ...proposalInput(milk, [personId], { title: 'Вторая очередь розлива' }),
    subject: 'Пуск и сервис',
  });
});
afterAll(() => vault.close());

const accountsFor = async (query: string) =>
  (await vault.call('accounts.list', { query })).rows.map(({ id }) => id);
const hitsFor = async (query: string) => (await vault.call('search.everywhere', { query })).hits;

describe('search', () => {
  it.each([
    ['фарфор', 'the name'],
    ['ФАРФОР', 'another case'],
    ['фарф', 'its beginning'],
    ['хвинск', 'its middle'],
    ['га', 'two letters that begin a word of their needs'],
    ['4715009876', 'ИНН'],
    ['1500', 'a piece of ИНН'],
    ['поставок', 'the genitive plural with a fleeting vowel'],
    ['поставками', 'another case of the word'],
    ['компрессоры', 'the nominative'],
    ['гальванизируем', 'a verb of the noun'],
    ['аудита', 'an event of theirs'],
    ['осушители', 'a tender of theirs'],
    ['срочных поставок компрес', 'several words, the last half typed'],
  ])('finds the porcelain works by «%s»: %s', async (query) => {
    expect(await accountsFor(query)).toEqual([porcelain]);
  });

  it.each([
    'семенова',
    'СЕМЁНОВА',
    'Пелагея Семёнова',
    'федоровна',
    'маслодел',
    'технологу',
    'медвежьегорске',
  ])('finds the dairy by «%s»', async (query) => {
    expect(await accountsFor(query)).toEqual([milk]);
  });

  it.each([
    'подагра',
    'астрологией',
    'экспрессивный',
    'expressive',
    'племянники',
    'бадминтон',
    'аккуратность',
  ])('never finds what is private: «%s»', async (query) => {
    expect(await accountsFor(query)).toEqual([]);
    // A word of the library may be near what was typed; nothing of a client is.
    expect((await hitsFor(query)).filter(({ accountId }) => accountId !== null)).toEqual([]);
  });

  it('answers accounts, people, tenders and proposals with their titles', async () => {
    expect(await hitsFor('семенова')).toMatchObject([
      {
        kind: 'person',
        id: personId,
        accountId: milk,
        title: 'Семёнова Пелагея Фёдоровна',
        subtitle: 'Технолог · Молоко «Заонежья»',
      },
    ]);
    expect(await hitsFor('ТФ-118')).toMatchObject([
      { kind: 'tender', accountId: porcelain, title: 'Осушители для печей' },
    ]);
    expect(await hitsFor('розлива')).toMatchObject([
      { kind: 'proposal', accountId: milk, subtitle: '№ 2026-001 · Молоко «Заонежья»' },
    ]);
    expect(await hitsFor('2026-001')).toMatchObject([{ kind: 'proposal' }]);
    expect(await hitsFor('пневмолиния')).toMatchObject([
      { kind: 'event', accountId: porcelain, title: 'Обсудили аудит пневмолинии', titleMarks: [[15, 26]] },
    ]);
  });

  it('follows a renaming at once', async () => {
    const { id } = await vault.call('accounts.create', { draft: accountDraft({ name: 'Бывшее имя' }) });
    await vault.call('accounts.save', {
      id,
      baseRevision: 1,
      draft: accountDraft({ name: 'Новая вывеска' }),
    });
    expect(await accountsFor('бывшее')).toEqual([]);
    expect(await accountsFor('вывеска')).toEqual([id]);
    await vault.call('accounts.delete', { id });
    expect(await accountsFor('вывеска')).toEqual([]);
  });

  it.each([
    '"',
    '""',
    '*',
    'фарфор"',
    'фарфор OR молоко',
    'NEAR(фарфор молоко)',
    'stems:фарфор',
    '^фарфор',
    "'; DROP TABLE accounts; --",
    '\u0000фарфор\u0000',
    '(((((',
    '- + { } :',
    '😀 😀 😀',
    'а\u0301\u0301\u0301',
    '%_%',
    '０１２',
    'x'.repeat(200),
  ])('takes %j as typed text, not as a query', async (query) => {
    expect((await vault.reply('accounts.list', { query })).ok).toBe(true);
    expect((await vault.reply('search.everywhere', { query })).ok).toBe(true);
    expect((await vault.call('accounts.list', { query: '' })).total).toBe(2);
  });

  it('takes a word of the query language as a word', async () => {
    const { id } = await vault.call('accounts.create', { draft: accountDraft({ name: 'OR AND NOT' }) });
    expect(await accountsFor('OR')).toEqual([id]);
    expect(await accountsFor('and not')).toEqual([id]);
    await vault.call('accounts.delete', { id });
  });

  it('answers any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (query) => {
        expect((await vault.reply('accounts.list', { query })).ok).toBe(true);
        expect((await vault.reply('search.everywhere', { query })).ok).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('finds a name by any three letters of it', async () => {
    const name = 'тихвинский фарфор';
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: name.length - 3 }),
        fc.integer({ min: 3, max: 10 }),
        async (from, length) => {
          const piece = name.slice(from, from + length);
          fc.pre(piece.trim().length >= 3);
          expect(await accountsFor(piece)).toContain(porcelain);
        },
      ),
    );
  });
});

it('names a person in the order their alphabet goes by, and finds them in either', async () => {
  await vault.call('people.create', {
    draft: personDraft(milk, { lastName: 'Baum', firstName: 'Kilian', middleName: '' }),
  });
  for (const query of ['baum', 'Kilian Baum', 'baum kilian'])
    expect(await hitsFor(query)).toMatchObject([{ kind: 'person', title: 'Kilian Baum' }]);
});

describe('the letters that may come next', () => {
  const lettersAfter = async (query: string) => (await vault.call('search.lettersNext', { query })).letters;

  it('go on with a word that the vault knows, whatever its case and whatever stands before it', async () => {
    for (const name of ['тихвинский', 'ФАРФОР', 'заонежья', 'семенова'])
      for (let at = 1; at < name.length; at++) {
        const letters = await lettersAfter(name.slice(0, at));
        expect(letters).toContain(name[at]?.toLowerCase());
        expect(await lettersAfter(`молоко ${name.slice(0, at)}`)).toEqual(letters);
      }
  });

  it('are none after a word that is over, or that nothing begins with', async () => {
    expect(await lettersAfter('тихвинский ')).toEqual([]);
    expect(await lettersAfter('щщ')).toEqual([]);
    expect(await lettersAfter('я'.repeat(200))).toEqual([]);
  });

  it('begin with those of most names, each of them once, and are no more than a pause between two keys allows', async () => {
    const many = await openDatedVault();
    try {
      for (const name of ['Ъама', 'Ъатод', 'Ъафель', 'Ъров', 'Ърот', 'Ъвант', 'Лом'])
        await many.call('accounts.create', { draft: accountDraft({ name }) });
      const { letters } = await many.call('search.lettersNext', { query: 'ъ' });
      expect(letters.slice(0, 3)).toEqual(['а', 'р', 'в']);
      for (const query of ['', 'ъ', 'ъа', 'к']) {
        const next = (await many.call('search.lettersNext', { query })).letters;
        expect(new Set(next).size).toBe(next.length);
        expect(next.length).toBeLessThanOrEqual(query === '' ? 32 : 16);
      }
    } finally {
      await many.close();
    }
  });
});

describe('what belongs to an archived client', () => {
  it('is marked, and stands after the rest that fits as well', async () => {
    const draft = accountDraft({ name: 'Гагачий пух', requisites: emptyRequisites });
    const { id: live } = await vault.call('accounts.create', { draft });
    const { id: away } = await vault.call('accounts.create', { draft });
    await vault.call('people.create', {
      draft: personDraft(away, { lastName: 'Гагачина', firstName: 'Анна', middleName: '' }),
    });
    const found = async () =>
      (await vault.call('search.everywhere', { query: 'гагач' })).hits.map((hit) => [
        hit.kind,
        hit.accountId,
        hit.archived,
      ]);
    await vault.call('bulk.changeAccounts', { ids: [away], change: { what: 'archive' } });
    expect(await found()).toEqual([
      ['account', live, false],
      ['account', away, true],
      ['person', away, true],
    ]);
    await vault.call('bulk.changeAccounts', { ids: [away], change: { what: 'unarchive' } });
    expect((await found()).every(([, , archived]) => archived === false)).toBe(true);
  });
});

it('puts a name with a long number before a later text that says both words', async () => {
  const own = await openDatedVault();
  try {
    const draft = accountDraft({ name: 'Причал 48151', requisites: emptyRequisites });
    const { id } = await own.call('accounts.create', { draft });
    const needs = { ...emptyProfile, needs: 'Причал 48151 под разгрузку' };
    // So many that nothing else is tried.
    for (const name of ['Затон', 'Плёс', 'Отмель', 'Излучина', 'Старица'])
      await own.call('accounts.create', { draft: { ...draft, name, profile: needs } });
    const { hits } = await own.call('search.everywhere', { query: '48151 причал' });
    expect(hits[0]?.id).toBe(id);
  } finally {
    await own.close();
  }
});

it('finds what was touched last first, and after the index was built anew what is latest', async () => {
  const own = await openDatedVault();
  try {
    const { id } = await own.call('accounts.create', { draft: accountDraft({ name: 'Гавань' }) });
    const call = (title: string, on: string) =>
      own.call('events.create', {
        draft: eventDraft(id, { title: `${title}: причал`, happenedOn: day(on) }),
      });
    const middle = await call('Второй', '2026-11-12');
    await call('Третий', '2026-11-13');
    await call('Первый', '2026-11-11');
    const titles = async () => {
      const { hits } = await own.call('search.everywhere', { query: 'причалы' });
      return hits.flatMap(({ kind, title }) => (kind === 'event' ? [title.split(':')[0]] : []));
    };
    expect(await titles()).toEqual(['Первый', 'Третий', 'Второй']);
    await own.call('events.save', {
      ...middle,
      baseRevision: 1,
      draft: eventDraft(id, { title: 'Второй: причал и кран', happenedOn: day('2026-11-12') }),
    });
    expect(await titles()).toEqual(['Второй', 'Первый', 'Третий']);
    own.session.opened()?.save((db) => rebuildSearch(db));
    expect(await titles()).toEqual(['Третий', 'Второй', 'Первый']);
    // Of one day what was added last.
    await call('Четвёртый', '2026-11-13');
    own.session.opened()?.save((db) => rebuildSearch(db));
    expect(await titles()).toEqual(['Четвёртый', 'Третий', 'Второй', 'Первый']);
    // More of a kind than are looked at: the last of them are.
    for (let at = 1; at <= 70; at++) await call(`Звонок ${at}`, '2026-11-10');
    expect((await titles())[0]).toBe('Звонок 70');
  } finally {
    await own.close();
  }
});

it('says while a long piece of work is still being indexed, and finds its clients first', async () => {
  const long = await openDatedVault();
  try {
    const opened = long.session.opened();
    if (opened === null) throw new Error('the vault did not open');
    opened.save((db) => {
      const { id } = createAccount(db, accountDraft({ name: 'Последний завод' }), 1);
      for (let at = 0; at < 600; at++) createDelivery(db, deliveryDraft(id, { subject: `Насос ${at}` }));
    });
    const asked = { query: 'последний', archived: false };
    const behind = await long.call('accounts.list', asked);
    expect(behind.isIndexing).toBe(true);
    expect(behind.rows.map(({ name }) => name)).toEqual(['Последний завод']);
    expect((await long.call('search.everywhere', { query: 'последний' })).isIndexing).toBe(true);
    while (hasUnsettledSearch(opened.reader)) await new Promise((resolve) => setImmediate(resolve));
    expect((await long.call('accounts.list', asked)).isIndexing).toBe(false);
    const { hits, isIndexing } = await long.call('search.everywhere', { query: 'насос 599' });
    expect(isIndexing).toBe(false);
    expect(hits.map(({ kind }) => kind)).toContain('delivery');
  } finally {
    await long.close();
  }
});
