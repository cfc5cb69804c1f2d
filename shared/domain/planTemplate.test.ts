import { describe, expect, it } from 'vitest';
import { emptyPlan } from './accountPlan.ts';
import { calendarDate } from './calendarDate.ts';
import { ColleagueId, PersonId } from './ids.ts';
import type { PlanTemplateBody } from './planTemplate.ts';
import { applyPlanTemplate, planDay, templateOfPlan } from './planTemplate.ts';

const uuid = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const today = calendarDate('2026-11-23');
const author = ColleagueId.parse(uuid(90));
const engineer = ColleagueId.parse(uuid(91));

const template: PlanTemplateBody = {
  name: 'Удержать кормильца',
  about: '',
  fits: ['breadwinner'],
  goals: [
    {
      title: 'Сохранить объём',
      measure: 'Выручка',
      unit: '₽',
      gauge: 'revenue12m',
      target: null,
      inDays: 90,
      tasks: [
        { title: 'Сверить закупки', inDays: 7 },
        { title: 'Без дня', inDays: null },
      ],
    },
  ],
  materials: 'Отчёт',
  privileges: 'Выезд вне очереди',
  scheme: [
    { role: 'ceo', channel: 'meeting', everyDays: 90, topic: 'Итоги' },
    { role: 'decides', channel: 'call', everyDays: 30, topic: '' },
    { role: 'technical', channel: 'call', everyDays: 21, topic: 'Ход работ' },
  ],
};
const people = [
  {
    id: PersonId.parse(uuid(1)),
    readerRole: 'ceo' as const,
    decisionRole: 'decides' as const,
    influence: 5,
    contactsOfOurs: [],
  },
  {
    id: PersonId.parse(uuid(2)),
    readerRole: 'technical' as const,
    decisionRole: 'advises' as const,
    influence: 3,
    contactsOfOurs: [
      { colleagueId: author, strength: 1, kind: '' },
      { colleagueId: engineer, strength: 5, kind: '' },
    ],
  },
];
const apply = (plan = emptyPlan(today, 'RUB'), authorId: ColleagueId | null = author) => {
  let made = 100;
  return applyPlanTemplate(plan, template, { today, people, authorId, newId: () => uuid((made += 1)) });
};

describe('a template of a plan', () => {
  it('dates goals and tasks from today, days off moved to the next working day', () => {
    const [goal] = apply().goals;
    expect(goal?.tasks.map(({ dueOn }) => dueOn)).toEqual(['2026-11-30', null]);
    // 90 days later is a Sunday.
    expect(goal?.by).toBe('2027-02-22');
    expect(planDay(calendarDate('2026-12-30'), 3)).toBe('2027-01-11');
  });

  it('gives a line to whoever of ours knows the person best, and one line a person', () => {
    expect(apply().scheme.map(({ partner, colleagueId }) => [partner, colleagueId])).toEqual([
      [{ kind: 'person', personId: people[0]?.id }, author],
      [{ kind: 'person', personId: people[1]?.id }, engineer],
    ]);
    // Nobody knows the head and nobody is the author: the line is left out.
    expect(apply(emptyPlan(today, 'RUB'), null).scheme).toHaveLength(1);
  });

  it('is added to what stands: nothing is lost, nobody gets a second line, texts are not doubled', () => {
    const once = apply();
    const twice = apply(once);
    expect(twice.goals).toHaveLength(2);
    expect(twice.scheme).toEqual(once.scheme);
    expect(twice.means).toEqual(once.means);
  });

  it('made of a plan keeps days from its start and roles, not dates and people', () => {
    const body = templateOfPlan(apply(), people, 'Наш образец');
    expect(body).toMatchObject({
      name: 'Наш образец',
      privileges: 'Выезд вне очереди',
      goals: [{ title: 'Сохранить объём', tasks: [{ inDays: 7 }, { inDays: null }] }],
      scheme: [{ role: 'ceo' }, { role: 'technical' }],
    });
    expect(JSON.stringify(body)).not.toContain(people[0]?.id);
  });
});
