import { headingLine, plainTable, saidLine } from '../document/plainTable.ts';
import type { BlockNode, DocumentRoot } from '../document/nodes.ts';
import type { PlanWords } from '../document/planWords.ts';
import { planWords } from '../document/planWords.ts';
import type { AccountPlan, PlanGoal, SchemeLine } from './accountPlan.ts';
import type { CalendarDate } from './calendarDate.ts';
import type { Colleague } from './company.ts';
import { formatDay, formatDayLong } from './formatDate.ts';
import { formatMoney } from './formatMoney.ts';
import { figuresWithUnit, type GoalProgress } from './goalProgress.ts';
import type { Language } from './language.ts';
import { fullName } from './nameForms.ts';
import type { Person } from './person.ts';
import type { PlanStep } from './planSteps.ts';
import { quotedName } from './quotedName.ts';

/** What a plan on paper is drawn from. Of people it takes names and posts alone: nothing private can be printed. */
export type PlanPaperSource = {
  readonly account: { readonly name: string; readonly legalForm: string };
  readonly plan: AccountPlan;
  readonly progress: ReadonlyMap<string, GoalProgress>;
  readonly steps: readonly Pick<PlanStep, 'key' | 'state'>[];
  readonly people: readonly Pick<
    Person,
    'id' | 'lastName' | 'firstName' | 'middleName' | 'position' | 'gender'
  >[];
  readonly colleagues: readonly Pick<Colleague, 'id' | 'name'>[];
  readonly today: CalendarDate;
};

/** 180 mm between the margins, in CSS pixels. */
const widthPx = 680;

type Printing = { readonly source: PlanPaperSource; readonly language: Language; readonly say: PlanWords };

const colleagueName = ({ source }: Printing, id: string | null): string =>
  source.colleagues.find((one) => one.id === id)?.name ?? '';

function figureOf(goal: PlanGoal, progress: GoalProgress | undefined, { language, say }: Printing): string {
  const print = (value: number): string =>
    value.toLocaleString(language === 'ru' ? 'ru-RU' : 'en-GB', { maximumFractionDigits: 2 });
  const current = progress?.current ?? null;
  const withUnit = (...figures: readonly string[]) => figuresWithUnit(figures, goal.unit, language);
  const [now = '', target = ''] =
    goal.target === null
      ? current === null
        ? []
        : withUnit(print(current))
      : current === null
        ? ['—', ...withUnit(print(goal.target))]
        : withUnit(print(current), print(goal.target));
  const said = target === '' ? now : say.figure(now, target);
  return [goal.measure, said].filter((part) => part !== '').join(': ');
}

function dueOf({ dueOn, doneOn }: PlanGoal['tasks'][number], { source, language, say }: Printing): string {
  if (doneOn !== null) return say.done(formatDay(doneOn, language));
  if (dueOn === null) return '';
  const day = formatDay(dueOn, language);
  return dueOn < source.today ? say.late(day) : day;
}

function goalBlocks(goal: PlanGoal, printing: Printing): BlockNode[] {
  const { source, language, say } = printing;
  const progress = source.progress.get(goal.id);
  const about = [
    figureOf(goal, progress, printing),
    goal.by === null ? '' : say.by(formatDay(goal.by, language)),
    say.goalState[progress?.state ?? 'onTrack'],
  ];
  const tasks = goal.tasks.map((task) => [
    task.title,
    colleagueName(printing, task.colleagueId),
    dueOf(task, printing),
  ]);
  return [
    headingLine(goal.title, 3),
    saidLine(about.filter((part) => part !== '').join('; ')),
    ...(tasks.length === 0 ? [] : [plainTable(say.taskColumns, tasks, { shares: [50, 30, 20], widthPx })]),
  ];
}

function partnerOf({ partner }: SchemeLine, { source, language }: Printing): string {
  if (partner.kind === 'group') return partner.name;
  const person = source.people.find(({ id }) => id === partner.personId);
  if (person === undefined) return '—';
  return [fullName(person, language), person.position.trim()].filter((part) => part !== '').join(', ');
}

function schemeBlocks(printing: Printing): BlockNode[] {
  const { source, say } = printing;
  if (source.plan.scheme.length === 0) return [saidLine(say.none.scheme, 'italic')];
  const rows = source.plan.scheme.map((line) => [
    partnerOf(line, printing),
    colleagueName(printing, line.colleagueId),
    `${say.channel[line.channel]}, ${say.every(line.everyDays)}`,
    line.topic,
  ]);
  return [plainTable(say.schemeColumns, rows, { shares: [34, 24, 22, 20], widthPx })];
}

function meansLines(printing: Printing): string[] {
  const { source, language, say } = printing;
  const { budgetMinor, spentMinor, currency, colleagueIds, materials, privileges } = source.plan.means;
  const money = (amountMinor: number): string => formatMoney({ amountMinor, currency }, language);
  const names = colleagueIds.map((id) => colleagueName(printing, id)).filter((name) => name !== '');
  const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return [
    ...(budgetMinor === null
      ? []
      : [say.budget(money(budgetMinor), spentMinor === null ? null : money(spentMinor))]),
    ...(names.length === 0 ? [] : [`${say.people}${names.join(', ')}`]),
    ...(flat(materials) === '' ? [] : [`${say.materials}${flat(materials)}`]),
    ...(flat(privileges) === '' ? [] : [`${say.privileges}${flat(privileges)}`]),
  ];
}

/**
 * The plan of a client as a paper for colleagues: goals with tasks, means, who talks to whom, the six steps. It says
 * nothing of attitudes, psychotypes, notes, influence or refusals. GLOSSARY: план развития клиента, внутренний документ.
 */
export function composePlanPaper(
  source: PlanPaperSource,
  language: Language,
): { readonly root: DocumentRoot; readonly title: string } {
  const say = planWords[language];
  const printing: Printing = { source, language, say };
  const title = say.title(quotedName(source.account, language));
  const { goals } = source.plan;
  const means = meansLines(printing);
  const content: BlockNode[] = [
    headingLine(title, 1),
    saidLine(say.asOf(formatDayLong(source.today, language))),
    headingLine(say.headings.goals, 2),
    ...(goals.length === 0
      ? [saidLine(say.none.goals, 'italic')]
      : goals.flatMap((goal) => goalBlocks(goal, printing))),
    ...(means.length === 0
      ? []
      : [headingLine(say.headings.means, 2), ...means.map((line) => saidLine(line))]),
    headingLine(say.headings.scheme, 2),
    ...schemeBlocks(printing),
    headingLine(say.headings.steps, 2),
    {
      type: 'orderedList',
      attrs: { start: 1 },
      content: source.steps.map(({ key, state }) => ({
        type: 'listItem',
        content: [saidLine(`${say.step[key]}: ${say.stepState[state]}`)],
      })),
    },
  ];
  return { root: { type: 'doc', content }, title };
}
