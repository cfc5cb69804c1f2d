import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccountId } from '../../shared/domain/ids.ts';
import { PersonId } from '../../shared/domain/ids.ts';
import { Birthday } from '../../shared/domain/calendarDate.ts';
import {
  accountDraft,
  competitorDraft,
  day,
  deliveryDraft,
  eventDraft,
  openDatedVault,
  personDraft,
  referenceDraft,
  tenderDraft,
  testCare,
  testToday,
} from '../support/drafts.ts';
import { expectCode } from '../support/vaultFiles.ts';

let vault: Awaited<ReturnType<typeof openDatedVault>>;
let accountId: AccountId;
beforeEach(async () => {
  vault = await openDatedVault();
  ({ id: accountId } = await vault.call('accounts.create', { draft: accountDraft() }));
});
afterEach(() => vault.close());

describe('people', () => {
  const list = async () => (await vault.call('people.list', { accountId })).people;

  it('keeps every field, the most influential first', async () => {
    await vault.call('privacy.setSpecialData', { on: true });
    const { id: adviser } = await vault.call('people.create', {
      draft: personDraft(accountId, { lastName: 'Шадрин', influence: 2 }),
    });
    const draft = personDraft(accountId, {
      birthday: Birthday.parse('--02-29'),
      criteria: [{ key: 'price', weightPercent: 60, note: 'считает сам' }],
      heeds: [adviser],
      facts: [
        {
          text: 'Окончил Политех',
          certainty: 'heard',
          source: 'от секретаря',
          notedOn: testToday,
          sensitive: true,
          care: testCare,
        },
      ],
      privateNotes: 'только для нас',
      nameForms: { addresseeDative: 'Вересову А. Н.', positionDative: '', greeting: '' },
    });
    const { id } = await vault.call('people.create', { draft });
    const people = await list();
    expect(people.map((person) => person.id)).toEqual([id, adviser]);
    expect(people[0]).toMatchObject(draft);
  });

  it('saves by revision, deletes and restores', async () => {
    const { id } = await vault.call('people.create', { draft: personDraft(accountId) });
    await vault.call('people.save', {
      id,
      baseRevision: 1,
      draft: personDraft(accountId, { lastName: 'Верескова' }),
    });
    await expectCode(
      vault.call('people.save', { id, baseRevision: 1, draft: personDraft(accountId) }),
      'staleRevision',
    );
    await vault.call('people.delete', { id });
    expect(await list()).toEqual([]);
    await expectCode(
      vault.call('people.save', { id, baseRevision: 2, draft: personDraft(accountId) }),
      'notFound',
    );
    await vault.call('people.restore', { id });
    expect(await list()).toMatchObject([{ lastName: 'Верескова', revision: 2 }]);
  });

  it('takes no adviser from another company', async () => {
    const { id: other } = await vault.call('accounts.create', { draft: accountDraft({ name: 'Другой' }) });
    const { id: stranger } = await vault.call('people.create', { draft: personDraft(other) });
    await expectCode(
      vault.call('people.create', { draft: personDraft(accountId, { heeds: [stranger] }) }),
      'notFound',
    );
    const nobody = PersonId.parse('00000000-0000-4000-8000-000000000000');
    await expectCode(
      vault.call('events.create', { draft: eventDraft(accountId, { personIds: [nobody] }) }),
      'notFound',
    );
    // A failed call leaves nothing behind.
    expect(await list()).toEqual([]);
    expect((await vault.call('events.list', { accountId })).events).toEqual([]);
  });

  it('stays with the account it was made for', async () => {
    const { id: other } = await vault.call('accounts.create', { draft: accountDraft({ name: 'Другой' }) });
    const { id } = await vault.call('people.create', { draft: personDraft(accountId) });
    const moved = await vault.reply('people.save', { id, baseRevision: 1, draft: personDraft(other) });
    expect(moved.ok).toBe(false);
    expect(await list()).toHaveLength(1);
  });
});

describe('deliveries', () => {
  const list = async () => (await vault.call('deliveries.list', { accountId })).deliveries;

  it('lists the newest first, saves, deletes and restores', async () => {
    const { id: old } = await vault.call('deliveries.create', {
      draft: deliveryDraft(accountId, { deliveredOn: day('2024-02-29'), profitMinor: -500 }),
    });
    const { id } = await vault.call('deliveries.create', { draft: deliveryDraft(accountId) });
    expect((await list()).map((delivery) => delivery.id)).toEqual([id, old]);
    await vault.call('deliveries.save', { id, draft: deliveryDraft(accountId, { subject: 'Компрессор' }) });
    expect((await list())[0]?.subject).toBe('Компрессор');
    await vault.call('deliveries.delete', { id });
    expect(await list()).toMatchObject([{ id: old, profitMinor: -500 }]);
    await expectCode(vault.call('deliveries.save', { id, draft: deliveryDraft(accountId) }), 'notFound');
    await vault.call('deliveries.restore', { id });
    expect(await list()).toHaveLength(2);
  });
});

describe('events', () => {
  const list = async () => (await vault.call('events.list', { accountId })).events;

  it('keeps people in their order, saves by revision, deletes and restores', async () => {
    const { id: first } = await vault.call('people.create', { draft: personDraft(accountId) });
    const { id: second } = await vault.call('people.create', {
      draft: personDraft(accountId, { lastName: 'Шадрин' }),
    });
    const draft = eventDraft(accountId, {
      kind: 'promise',
      promisedBy: 'us',
      dueOn: day('2026-12-01'),
      personIds: [second, first],
    });
    const { id } = await vault.call('events.create', { draft });
    expect(await list()).toEqual([{ ...draft, id, revision: 1 }]);
    await vault.call('events.save', {
      id,
      baseRevision: 1,
      draft: { ...draft, settledOn: testToday, personIds: [first] },
    });
    expect(await list()).toMatchObject([{ settledOn: testToday, personIds: [first], revision: 2 }]);
    await expectCode(vault.call('events.save', { id, baseRevision: 1, draft }), 'staleRevision');
    await vault.call('events.delete', { id });
    expect(await list()).toEqual([]);
    await vault.call('events.restore', { id });
    expect(await list()).toMatchObject([{ personIds: [first] }]);
  });
});

describe('several records of one line', () => {
  const promise = (overrides: Parameters<typeof eventDraft>[1] = {}) =>
    eventDraft(accountId, { kind: 'promise', promisedBy: 'us', title: 'Расчёт', ...overrides });

  it('are all written, or none where one is refused', async () => {
    const { ids } = await vault.call('events.createMany', { drafts: [eventDraft(accountId), promise()] });
    const list = async () => (await vault.call('events.list', { accountId })).events;
    expect((await list()).map(({ id }) => id).toSorted()).toEqual([...ids].toSorted());
    const nobody = PersonId.parse('00000000-0000-4000-8000-000000000000');
    await expectCode(
      vault.call('events.createMany', {
        drafts: [eventDraft(accountId), promise({ personIds: [nobody] })],
      }),
      'notFound',
    );
    expect(await list()).toHaveLength(2);
  });
});

describe('competitors', () => {
  const list = async () => (await vault.call('competitors.list', { accountId })).competitors;

  it('lists the largest share first, saves by revision, deletes and restores', async () => {
    await vault.call('competitors.create', {
      draft: competitorDraft(accountId, { name: 'Без доли', sharePercent: null }),
    });
    const { id } = await vault.call('competitors.create', {
      draft: competitorDraft(accountId, { name: 'Главный' }),
    });
    expect((await list()).map(({ name }) => name)).toEqual(['Главный', 'Без доли']);
    await vault.call('competitors.save', {
      id,
      baseRevision: 1,
      draft: competitorDraft(accountId, { name: 'Новый', sharePercent: 55 }),
    });
    await expectCode(
      vault.call('competitors.save', { id, baseRevision: 1, draft: competitorDraft(accountId) }),
      'staleRevision',
    );
    await vault.call('competitors.delete', { id });
    expect((await list()).map(({ name }) => name)).toEqual(['Без доли']);
    await vault.call('competitors.restore', { id });
    expect((await list())[0]).toMatchObject({ name: 'Новый', sharePercent: 55, revision: 2 });
  });
});

describe('tenders', () => {
  it('keeps its parts, counts its milestones, saves by revision, deletes and restores', async () => {
    const { id: personId } = await vault.call('people.create', { draft: personDraft(accountId) });
    const { id: competitorId } = await vault.call('competitors.create', {
      draft: competitorDraft(accountId),
    });
    const draft = tenderDraft(accountId, {
      criteria: [{ key: 'price', weightPercent: 40, ourStanding: 3, note: '' }],
      milestones: [
        { key: 'learnNeed', dueOn: day('2026-05-01'), doneOn: day('2026-05-04'), note: '' },
        { key: 'mapParticipants', dueOn: day('2026-06-01'), doneOn: null, note: '' },
        { key: 'submit', dueOn: day('2027-01-29'), doneOn: null, note: '' },
      ],
      participants: [{ personId, contactQuality: 4 }],
      bids: [{ competitorId, amountMinor: 700, note: '' }],
    });
    const { id } = await vault.call('tenders.create', { draft });
    const read = await vault.call('tenders.get', { id });
    expect(read).toMatchObject({ accountName: 'Тихвинский фарфор', tender: { ...draft, revision: 1 } });
    const rows = async () => (await vault.call('tenders.list', { accountId: null })).rows;
    expect(await rows()).toMatchObject([{ id, milestonesDone: 1, milestonesTotal: 3, lateMilestones: 1 }]);
    await vault.call('tenders.save', {
      id,
      baseRevision: 1,
      draft: { ...draft, status: 'lost', reasons: ['price'] },
    });
    await expectCode(vault.call('tenders.save', { id, baseRevision: 1, draft }), 'staleRevision');
    expect(await rows()).toMatchObject([{ status: 'lost', reasons: ['price'], lateMilestones: 0 }]);
    await vault.call('tenders.delete', { id });
    expect(await rows()).toEqual([]);
    await expectCode(vault.call('tenders.get', { id }), 'notFound');
    await vault.call('tenders.restore', { id });
    expect(await rows()).toHaveLength(1);
  });

  it('lists open tenders first, the nearest on top, and the nearest is the next of its client', async () => {
    const titles = ['Поздний', 'Ближний', 'Решённый', 'Без дня'];
    const tenders = [
      tenderDraft(accountId, { tenderOn: day('2027-05-01') }),
      tenderDraft(accountId, { tenderOn: day('2026-12-01') }),
      tenderDraft(accountId, { tenderOn: day('2026-01-01'), status: 'won' }),
      tenderDraft(accountId, { tenderOn: null, status: 'expected' }),
    ];
    for (const [at, draft] of tenders.entries())
      await vault.call('tenders.create', { draft: { ...draft, title: titles[at] ?? '' } });
    const { rows } = await vault.call('tenders.list', { accountId });
    expect(rows.map(({ title }) => title)).toEqual(['Ближний', 'Поздний', 'Без дня', 'Решённый']);
    expect((await vault.call('accounts.overview', { id: accountId })).nextTender?.title).toBe('Ближний');
  });
});

describe('references and our company', () => {
  it('saves references by revision, deletes and restores', async () => {
    const { id } = await vault.call('references.create', { draft: referenceDraft() });
    await vault.call('references.save', { id, baseRevision: 1, draft: referenceDraft({ year: null }) });
    await expectCode(
      vault.call('references.save', { id, baseRevision: 1, draft: referenceDraft() }),
      'staleRevision',
    );
    await vault.call('references.delete', { id });
    expect((await vault.call('references.list', {})).references).toEqual([]);
    await vault.call('references.restore', { id });
    expect((await vault.call('references.list', {})).references).toMatchObject([
      { id, year: null, revision: 2 },
    ]);
  });

  it('starts with an empty company and saves it whole', async () => {
    const { company } = await vault.call('company.get', {});
    expect(company).toMatchObject({
      revision: 0,
      name: '',
      vatRate: 22,
      vatMode: 'included',
      numberPattern: '{year}-{counter}',
    });
    const logo = { mime: 'image/png' as const, base64: 'iVBORw0KGgo=', widthPx: 1, heightPx: 1 };
    const written = { ...company, name: 'Камертон', vatRate: 'none' as const, logo };
    expect(await vault.call('company.save', { company: written })).toEqual({ revision: 1 });
    expect((await vault.call('company.get', {})).company).toEqual({ ...written, revision: 1 });
    await expectCode(vault.call('company.save', { company: written }), 'staleRevision');
  });

  it('brings the shipped templates into a new vault', async () => {
    const { templates } = await vault.call('templates.list', { language: 'ru' });
    expect(templates.length).toBeGreaterThan(0);
    expect(templates.every(({ language }) => language === 'ru')).toBe(true);
  });
});
