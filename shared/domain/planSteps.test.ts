import { describe, expect, it } from 'vitest';
import type { AccountPlan, PlanGoal } from './accountPlan.ts';
import { emptyPlan } from './accountPlan.ts';
import { addDays, calendarDate } from './calendarDate.ts';
import { goalProgress } from './goalProgress.ts';
import { AccountEventId, ColleagueId, PersonId } from './ids.ts';
import type { PlanStepsInput } from './planSteps.ts';
import { planSteps } from './planSteps.ts';

const uuid = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const today = calendarDate('2026-11-23');
const colleagueId = ColleagueId.parse(uuid(50));
const head = { id: PersonId.parse(uuid(1)), influence: 5 };
const clerk = { id: PersonId.parse(uuid(2)), influence: 1 };
const figures = { revenue12m: 600, directions12m: 2 };

const goal = (part: Partial<PlanGoal> = {}): PlanGoal => ({
  id: uuid(30),
  title: 'Сервис всех цехов',
  measure: '',
  unit: '',
  gauge: 'manual',
  from: null,
  target: null,
  current: null,
  by: null,
  outcome: 'open',
  tasks: [],
  ...part,
});
const task = (at: number, dueIn: number | null, done = false) => ({
  id: uuid(at),
  title: 'Позвонить',
  colleagueId: null,
  dueOn: dueIn === null ? null : addDays(today, dueIn),
  doneOn: done ? today : null,
});
const line = (personId: PersonId) => ({
  id: uuid(40),
  colleagueId,
  partner: { kind: 'person' as const, personId },
  channel: 'call' as const,
  everyDays: 30,
  topic: '',
  since: today,
});
const contact = (at: number, daysAgo: number, kind: 'call' | 'letter' | 'gift' = 'call') => ({
  id: AccountEventId.parse(uuid(at)),
  kind,
  happenedOn: addDays(today, -daysAgo),
  personIds: [head.id],
});
const input = (part: Partial<PlanStepsInput> = {}, plan: Partial<AccountPlan> = {}): PlanStepsInput => ({
  today,
  plan: { ...emptyPlan(today, 'RUB'), ...plan },
  completenessPercent: 40,
  people: [head, clerk],
  events: [],
  proposalDays: [],
  ...part,
});
const states = (of: PlanStepsInput) =>
  Object.fromEntries(planSteps(of).map(({ key, state, lacks }) => [key, [state, lacks]]));

describe('the six steps', () => {
  it('of an empty plan are still to do, each with what lacks first', () => {
    expect(states(input())).toEqual({
      collect: ['partly', 'facts'],
      plan: ['todo', 'goals'],
      scheme: ['todo', 'lines'],
      record: ['todo', 'lines'],
      inform: ['todo', 'report'],
      key: ['todo', 'privileges'],
    });
    const nobody = states(input({ people: [] }));
    expect(nobody['scheme']).toEqual(['todo', 'people']);
    expect(nobody['record']).toEqual(['todo', 'people']);
  });

  it('are done by the data', () => {
    const plan = {
      goals: [goal({ tasks: [task(31, 5)] })],
      means: { ...emptyPlan(today, 'RUB').means, privileges: 'Выезд вне очереди' },
      scheme: [line(head.id)],
      reportIds: [AccountEventId.parse(uuid(61))],
    };
    const events = [contact(60, 3), contact(61, 80, 'letter'), contact(62, 300, 'gift')];
    const done = planSteps(input({ completenessPercent: 70, events }, plan));
    expect(done.map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'done'));
  });

  it('ask for tasks of every goal, then for means', () => {
    const lacks = (plan: Partial<AccountPlan>) => states(input({}, plan))['plan'];
    expect(lacks({ goals: [goal(), goal({ id: uuid(33), tasks: [task(31, 5)] })] })).toEqual([
      'partly',
      'tasks',
    ]);
    expect(lacks({ goals: [goal({ tasks: [task(31, 5)] })] })).toEqual(['partly', 'means']);
    expect(lacks({ goals: [goal({ outcome: 'dropped' })] })).toEqual(['todo', 'goals']);
  });

  it('need contacts within the rhythm, and a report that is not older than 90 days', () => {
    const plan = { scheme: [line(head.id)], reportIds: [AccountEventId.parse(uuid(61))] };
    const late = states(input({ events: [contact(60, 31), contact(61, 91, 'letter')] }, plan));
    expect(late['record']).toEqual(['todo', 'contacts']);
    expect(late['inform']).toEqual(['todo', 'report']);
    expect(states(input({ proposalDays: [addDays(today, -90)] }))['inform']).toEqual(['done', null]);
  });

  it('give way to the mark of the user, both ways', () => {
    const mark = (done: boolean) => ({
      step: 'inform' as const,
      done,
      note: 'Звоню еженедельно',
      markedOn: today,
    });
    expect(states(input({}, { stepMarks: [mark(true)] }))['inform']?.[0]).toBe('done');
    const doubted = input({ proposalDays: [today] }, { stepMarks: [mark(false)] });
    expect(states(doubted)['inform']?.[0]).toBe('partly');
  });
});

describe('how far a goal is', () => {
  const progress = (part: Partial<PlanGoal>) => goalProgress(goal(part), figures, today);

  it('goes by the figure from its start to the target, also downwards', () => {
    expect(progress({ from: 100, target: 200, current: 150 })).toMatchObject({
      percent: 50,
      state: 'onTrack',
    });
    expect(progress({ from: 5, target: 1, current: 4 }).percent).toBe(25);
    expect(progress({ from: 5, target: 1, current: 9 }).percent).toBe(0);
    expect(progress({ target: 10, current: 12 })).toMatchObject({ percent: 100, state: 'reached' });
    expect(progress({ from: 3, target: 3, current: 2 }).percent).toBe(0);
  });

  it('reads figures of data, and tasks where there is no figure', () => {
    expect(progress({ gauge: 'revenue12m', target: 1200 })).toMatchObject({ current: 600, percent: 50 });
    expect(progress({ gauge: 'directions12m', target: 4 }).percent).toBe(50);
    expect(progress({ tasks: [task(31, 1, true), task(32, 1), task(33, 1)] }).percent).toBe(33);
    expect(progress({}).percent).toBeNull();
  });

  it('is late past its day, behind past a task’s, and ends as the user said', () => {
    expect(progress({ by: addDays(today, -1) }).state).toBe('late');
    expect(progress({ by: today }).state).toBe('onTrack');
    expect(progress({ tasks: [task(31, -1)] }).state).toBe('behind');
    expect(progress({ tasks: [task(31, -1, true)] }).state).toBe('onTrack');
    expect(progress({ outcome: 'dropped', by: addDays(today, -9) }).state).toBe('dropped');
  });
});
