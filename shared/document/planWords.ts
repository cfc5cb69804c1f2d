import type { ContactChannel, PlanStepKey } from '../domain/accountPlan.ts';
import type { GoalState } from '../domain/goalProgress.ts';
import type { Language } from '../domain/language.ts';
import type { PlanStep } from '../domain/planSteps.ts';

const nbsp = '\u00A0';

/** Printed words of a client's plan. */
export type PlanWords = {
  readonly title: (company: string) => string;
  readonly fileName: string;
  readonly asOf: (day: string) => string;
  readonly headings: {
    readonly goals: string;
    readonly means: string;
    readonly scheme: string;
    readonly steps: string;
  };
  readonly none: { readonly goals: string; readonly scheme: string };
  readonly by: (day: string) => string;
  readonly taskColumns: readonly [string, string, string];
  readonly schemeColumns: readonly [string, string, string, string];
  readonly figure: (current: string, target: string) => string;
  readonly goalState: Readonly<Record<GoalState, string>>;
  readonly step: Readonly<Record<PlanStepKey, string>>;
  readonly stepState: Readonly<Record<PlanStep['state'], string>>;
  readonly channel: Readonly<Record<ContactChannel, string>>;
  readonly every: (days: number) => string;
  readonly done: (day: string) => string;
  readonly late: (day: string) => string;
  readonly budget: (sum: string, spent: string | null) => string;
  readonly people: string;
  readonly materials: string;
  readonly privileges: string;
};

const ru: PlanWords = {
  title: (company) => `План развития: ${company}`,
  fileName: 'План_развития',
  asOf: (day) => `На ${day}`,
  headings: {
    goals: 'Цели и задачи',
    means: 'Средства',
    scheme: 'Схема общения',
    steps: 'Шесть шагов',
  },
  none: { goals: 'Целей пока нет', scheme: 'Линий пока нет' },
  by: (day) => `к${nbsp}${day}`,
  taskColumns: ['Задача', 'Кто', 'Срок'],
  schemeColumns: ['С кем', 'Кто у нас', 'Как и как часто', 'О чём'],
  figure: (current, target) => `${current} из ${target}`,
  goalState: {
    reached: 'достигнута',
    dropped: 'снята',
    late: 'срок прошёл',
    behind: 'отстаём',
    onTrack: 'по плану',
  },
  step: {
    collect: 'Собрать сведения',
    plan: 'Составить план',
    scheme: 'Расписать общение',
    record: 'Записывать события',
    inform: 'Сообщать о ходе дел',
    key: 'Дать почувствовать ценность',
  },
  stepState: { done: 'сделано', partly: 'в работе', todo: 'не начато' },
  channel: { meeting: 'встреча', call: 'звонок', letter: 'письмо' },
  every: (days) => (days === 1 ? 'каждый день' : `раз в${nbsp}${days}${nbsp}дн.`),
  done: (day) => `сделано ${day}`,
  late: (day) => `${day}, просрочено`,
  budget: (sum, spent) => (spent === null ? `Бюджет: ${sum}` : `Бюджет: ${sum}, потрачено ${spent}`),
  people: 'Люди: ',
  materials: 'Материалы: ',
  privileges: 'Привилегии: ',
};

const en: PlanWords = {
  title: (company) => `Account plan: ${company}`,
  fileName: 'Account_plan',
  asOf: (day) => `As of ${day}`,
  headings: {
    goals: 'Goals and tasks',
    means: 'Means',
    scheme: 'Who talks to whom',
    steps: 'Six steps',
  },
  none: { goals: 'No goals yet', scheme: 'No lines yet' },
  by: (day) => `by ${day}`,
  taskColumns: ['Task', 'Who', 'By'],
  schemeColumns: ['Whom', 'Who of ours', 'How and how often', 'About what'],
  figure: (current, target) => `${current} of ${target}`,
  goalState: {
    reached: 'reached',
    dropped: 'given up',
    late: 'overdue',
    behind: 'behind',
    onTrack: 'on track',
  },
  step: {
    collect: 'Collect information',
    plan: 'Make a plan',
    scheme: 'Set out who talks to whom',
    record: 'Record what happens',
    inform: 'Report progress',
    key: 'Let them feel valued',
  },
  stepState: { done: 'done', partly: 'under way', todo: 'not begun' },
  channel: { meeting: 'meeting', call: 'call', letter: 'letter' },
  every: (days) => (days === 1 ? 'every day' : `every ${days} days`),
  done: (day) => `done on ${day}`,
  late: (day) => `${day}, overdue`,
  budget: (sum, spent) => (spent === null ? `Budget: ${sum}` : `Budget: ${sum}, ${spent} spent`),
  people: 'People: ',
  materials: 'Materials: ',
  privileges: 'Privileges: ',
};

/** Printed words of plans by language. */
export const planWords: Readonly<Record<Language, PlanWords>> = { ru, en };
