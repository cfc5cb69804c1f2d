import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AccountPlan, PlanTask } from '../../shared/domain/accountPlan.ts';
import { emptyPlan } from '../../shared/domain/accountPlan.ts';
import { isWorkingDay } from '../../shared/domain/workingDays.ts';
import { ColleagueId } from '../../shared/domain/ids.ts';
import {
  accountDraft,
  addClientWithReader,
  day,
  deliveryDraft,
  eventDraft,
  openDatedVault,
  personDraft,
  proposalInput,
  testToday,
} from '../support/drafts.ts';
import { documentPlainText } from '../support/plainDocument.ts';
import { validateDocx } from '../support/docx.ts';
import { openOldVault } from '../support/oldVault.ts';
import { startTestSession, testPassword } from '../support/testVault.ts';
import { expectCode } from '../support/vaultFiles.ts';

// The long-term plan of a client (GLOSSARY: план развития клиента), through the door of the window.

let vault: Awaited<ReturnType<typeof openDatedVault>>;
const folder = mkdtempSync(join(tmpdir(), 'kamerton-plan-'));
const colleagueId = ColleagueId.parse(randomUUID());
beforeAll(async () => {
  vault = await openDatedVault();
  const { company } = await vault.call('company.get', {});
  await vault.call('company.save', {
    company: {
      ...company,
      colleagues: [
        {
          id: colleagueId,
          name: 'Кораблёва Анна',
          position: 'Менеджер',
          phone: '',
          email: '',
          responsibility: '',
          inTeamByDefault: true,
        },
      ],
      authorId: colleagueId,
    },
  });
});
afterAll(async () => {
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
});

const task = (title: string, dueOn: string | null): PlanTask => ({
  id: randomUUID(),
  title,
  colleagueId: null,
  dueOn: dueOn === null ? null : day(dueOn),
  doneOn: null,
});
const planWith = (tasks: PlanTask[], part: Partial<AccountPlan> = {}): AccountPlan => ({
  ...emptyPlan(testToday, 'RUB'),
  goals: [
    {
      id: randomUUID(),
      title: 'Удержать объём',
      measure: 'Выручка',
      unit: '₽',
      gauge: 'revenue12m',
      from: null,
      target: 20_000,
      current: null,
      by: null,
      outcome: 'open',
      tasks,
    },
  ],
  ...part,
});
const view = (accountId: Parameters<typeof deliveryDraft>[0]) => vault.call('plans.view', { accountId });
const dueToday = async () =>
  (await vault.call('today.list', { today: testToday })).rows.filter(({ kind }) => kind === 'planTask');

it('is empty until something is saved, then read back with what the vault counts', async () => {
  const { accountId } = await addClientWithReader(vault);
  await vault.call('deliveries.create', { draft: deliveryDraft(accountId) });
  const before = await view(accountId);
  expect(before).toMatchObject({ revision: 0, plan: emptyPlan(testToday, 'RUB'), goals: [] });
  const plan = planWith([task('Позвонить', '2026-12-30')]);
  expect(await vault.call('plans.save', { accountId, baseRevision: 0, plan })).toEqual({ revision: 1 });
  const after = await view(accountId);
  expect(after.plan).toEqual(plan);
  // 10 000 of 20 000 roubles were bought.
  expect(after.goals).toMatchObject([{ current: 10_000, percent: 50, state: 'onTrack' }]);
  await expectCode(vault.call('plans.save', { accountId, baseRevision: 0, plan }), 'staleRevision');
  await vault.call('plans.save', { accountId, baseRevision: 1, plan: before.plan });
  expect((await view(accountId)).plan).toEqual(before.plan);
});

it('puts a task into Today from a week before its day until it is done', async () => {
  const { accountId } = await addClientWithReader(vault);
  const late = task('Отправить отчёт', '2026-11-20');
  const tasks = [late, task('Встретиться', '2026-11-30'), task('Потом', '2026-12-01'), task('Без дня', null)];
  await vault.call('plans.save', { accountId, baseRevision: 0, plan: planWith(tasks) });
  expect((await dueToday()).map(({ subject, days }) => [subject, days])).toEqual([
    ['Отправить отчёт', -3],
    ['Встретиться', 7],
  ]);
  await vault.call('plans.setTaskDone', { accountId, taskId: late.id, doneOn: testToday });
  expect((await dueToday()).map(({ subject }) => subject)).toEqual(['Встретиться']);
  await vault.call('plans.setTaskDone', { accountId, taskId: late.id, doneOn: null });
  expect(await dueToday()).toHaveLength(2);
  await expectCode(
    vault.call('plans.setTaskDone', { accountId, taskId: randomUUID(), doneOn: testToday }),
    'notFound',
  );
  await vault.call('accounts.delete', { id: accountId });
  expect(await dueToday()).toEqual([]);
});

it('warms a line of the scheme as its person is not spoken to', async () => {
  const { accountId, readerId } = await addClientWithReader(vault);
  const line = {
    id: randomUUID(),
    colleagueId,
    partner: { kind: 'person' as const, personId: readerId },
    channel: 'call' as const,
    everyDays: 14,
    topic: 'Ход работ',
    since: day('2026-11-02'),
  };
  const plan = planWith([], { scheme: [line] });
  await vault.call('plans.save', { accountId, baseRevision: 0, plan });
  const heat = async () => (await view(accountId)).lines[0];
  expect(await heat()).toMatchObject({ state: 'due', lastOn: null });
  await vault.call('events.create', {
    draft: eventDraft(accountId, { personIds: [readerId], happenedOn: day('2026-11-20') }),
  });
  expect(await heat()).toMatchObject({ state: 'even', lastOn: '2026-11-20', days: 3 });
  const stranger = (await addClientWithReader(vault)).readerId;
  await expectCode(
    vault.call('plans.save', {
      accountId,
      baseRevision: 1,
      plan: planWith([], {
        scheme: [{ ...line, partner: { kind: 'person', personId: stranger } }],
      }),
    }),
    'notFound',
  );
});

it('shows what the client and its branches buy of what we sell', async () => {
  const { accountId, readerId } = await addClientWithReader(vault);
  const { id: branchId } = await vault.call('accounts.create', {
    draft: accountDraft({ name: 'Филиал в Пикалёво', parentAccountId: accountId }),
  });
  const deliver = (to: typeof accountId, direction: string, deliveredOn: string) =>
    vault.call('deliveries.create', {
      draft: deliveryDraft(to, { direction, deliveredOn: day(deliveredOn) }),
    });
  await deliver(accountId, 'Компрессоры', '2026-10-01');
  await deliver(branchId, 'Запчасти', '2023-05-01');
  const { id } = await vault.call(
    'proposals.create',
    proposalInput(accountId, [readerId], { title: 'Запасные части и сервисное обслуживание' }),
  );
  await vault.call('proposals.setStatus', { id, status: 'sent' });
  const plan = planWith([], {
    crossSale: [
      { row: branchId, direction: 'Компрессоры', state: 'refused', note: 'Свои есть', markedOn: testToday },
    ],
  });
  await vault.call('plans.save', { accountId, baseRevision: 0, plan });
  const { crossSale } = await view(accountId);
  expect(crossSale.rows.map(({ kind, name }) => [kind, name])).toEqual([
    ['client', 'Тихвинский фарфор'],
    ['branch', 'Филиал в Пикалёво'],
  ]);
  expect(crossSale.directions).toEqual(expect.arrayContaining(['Компрессоры', 'Запчасти', 'Сервис']));
  const stateOf = (row: string, direction: string) =>
    crossSale.cells.find((cell) => cell.row === row && cell.direction === direction)?.state;
  expect(stateOf(accountId, 'Компрессоры')).toBe('bought');
  expect(stateOf(accountId, 'Сервис')).toBe('offered');
  expect(stateOf(branchId, 'Запчасти')).toBe('lapsed');
  expect(stateOf(branchId, 'Компрессоры')).toBe('refused');
  expect(stateOf(branchId, 'Сервис')).toBe('open');
});

it('takes a template with dates from today and gives it back by one save', async () => {
  const { accountId, readerId } = await addClientWithReader(vault);
  await vault.call('people.create', {
    draft: personDraft(accountId, { lastName: 'Шадрин', readerRole: 'technical', influence: 4 }),
  });
  const { templates } = await vault.call('plans.templates', { language: 'ru' });
  expect(templates).toHaveLength(5);
  const template = templates.find(({ id }) => id === 'keep-breadwinner-ru');
  if (template === undefined) throw new Error('the template is not there');
  const { before } = await vault.call('plans.applyTemplate', {
    accountId,
    templateId: template.id,
    baseRevision: 0,
  });
  const { plan, revision } = await view(accountId);
  expect(plan.goals.map(({ title }) => title)).toEqual(template.goals.map(({ title }) => title));
  const days = plan.goals.flatMap(({ by, tasks }) => [by, ...tasks.map(({ dueOn }) => dueOn)]);
  for (const due of days) expect(due !== null && due > testToday && isWorkingDay(due)).toBe(true);
  expect(plan.scheme.map(({ partner }) => partner)).toContainEqual({ kind: 'person', personId: readerId });
  expect(plan.scheme.every((line) => line.colleagueId === colleagueId)).toBe(true);
  await vault.call('plans.save', { accountId, baseRevision: revision, plan: before });
  expect((await view(accountId)).plan).toEqual(before);
});

it('keeps a plan as a template of the user’s own, which can be taken away and brought back', async () => {
  const { accountId, readerId } = await addClientWithReader(vault);
  const line = {
    id: randomUUID(),
    colleagueId,
    partner: { kind: 'person' as const, personId: readerId },
    channel: 'meeting' as const,
    everyDays: 60,
    topic: 'Итоги',
    since: testToday,
  };
  const plan = planWith([task('Встретиться', '2026-12-03')], { scheme: [line] });
  await vault.call('plans.save', { accountId, baseRevision: 0, plan });
  const { id } = await vault.call('plans.saveTemplate', { accountId, name: 'Наш образец', language: 'ru' });
  const own = async () =>
    (await vault.call('plans.templates', { language: 'ru' })).templates.filter((one) => one.own);
  const [template] = await own();
  expect(template).toMatchObject({
    id,
    name: 'Наш образец',
    goals: [{ tasks: [{ title: 'Встретиться', inDays: 10 }] }],
    scheme: [{ role: 'ceo', everyDays: 60 }],
  });
  // Nothing that leads back to the client.
  expect(JSON.stringify(template)).not.toContain(readerId);
  await vault.call('plans.deleteTemplate', { id });
  expect(await own()).toEqual([]);
  await vault.call('plans.restoreTemplate', { id });
  expect(await own()).toHaveLength(1);
});

it('loses the lines of a person who is erased, and stays whole', async () => {
  const { accountId, readerId } = await addClientWithReader(vault, { lastName: 'Забелин' });
  const { id: other } = await vault.call('people.create', {
    draft: personDraft(accountId, { lastName: 'Шадрин' }),
  });
  const line = (partner: AccountPlan['scheme'][number]['partner']) => ({
    id: randomUUID(),
    colleagueId,
    partner,
    channel: 'call' as const,
    everyDays: 30,
    topic: '',
    since: testToday,
  });
  const plan = planWith([task('Позвонить', '2026-12-03')], {
    scheme: [
      line({ kind: 'person', personId: readerId }),
      line({ kind: 'person', personId: other }),
      line({ kind: 'group', name: 'Дирекция', personIds: [readerId, other] }),
    ],
  });
  await vault.call('plans.save', { accountId, baseRevision: 0, plan });
  const { places } = await vault.call('people.traces', { id: readerId });
  await vault.call('people.erase', {
    id: readerId,
    reason: 'request',
    note: '',
    responsible: 'Корабельникова А. П.',
    placeKeys: places.map(({ key }) => key),
    sentFiles: 'erase',
    purgeBackups: true,
  });
  const kept = (await view(accountId)).plan;
  expect(kept.goals).toEqual(plan.goals);
  expect(kept.scheme.map(({ partner }) => partner)).toEqual([
    { kind: 'person', personId: other },
    { kind: 'group', name: 'Дирекция', personIds: [other] },
  ]);
});

it('is written down without what we think of people', async () => {
  const { accountId, readerId } = await addClientWithReader(vault, {
    attitude: 'against',
    privateNotes: 'ревнует к заслугам зама',
    hobbies: 'ловит хариуса',
  });
  const line = {
    id: randomUUID(),
    colleagueId,
    partner: { kind: 'person' as const, personId: readerId },
    channel: 'meeting' as const,
    everyDays: 60,
    topic: 'Итоги',
    since: testToday,
  };
  const plan = planWith([task('Встретиться', '2026-12-03')], { scheme: [line] });
  await vault.call('plans.save', { accountId, baseRevision: 0, plan });
  const request = { kind: 'accountPlan', accountId, language: 'ru' } as const;
  const { paper } = await vault.call('papers.get', { request });
  const text = documentPlainText(paper.root);
  for (const said of ['Удержать объём', 'Встретиться', '03.12.2026', 'Вересов', 'встреча, раз в'])
    expect(text).toContain(said);
  expect(text).not.toMatch(/хариус|ревнует|против/);
  const path = join(folder, 'plan.docx');
  await vault.call('papers.writeDocx', { request, path });
  expect(await validateDocx(path)).toEqual([]);
});

it('comes to a vault of the version before with an empty plan', async () => {
  const old = await openOldVault('plans');
  try {
    await old.call('vault.close', {});
    const { call } = startTestSession({ vaultsDir: old.dir });
    await call('vault.unlock', { vaultId: old.vaultId, password: testPassword });
    const { id } = await call('accounts.create', { draft: accountDraft() });
    expect((await call('plans.view', { accountId: id })).revision).toBe(0);
    expect((await call('offers.list', { accountId: id })).offers).toEqual([]);
    await call('vault.close', {});
  } finally {
    await old.close();
  }
});
