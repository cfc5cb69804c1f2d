import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Account } from '../../../shared/domain/account.ts';
import type { AccountPlan, PlanGoal } from '../../../shared/domain/accountPlan.ts';
import { emptyPlan } from '../../../shared/domain/accountPlan.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { lineHeat } from '../../../shared/domain/contactScheme.ts';
import type { CrossSaleMap } from '../../../shared/domain/crossSale.ts';
import { goalProgress } from '../../../shared/domain/goalProgress.ts';
import type { GaugeFigures } from '../../../shared/domain/goalProgress.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { planSteps } from '../../../shared/domain/planSteps.ts';
import {
  applyPlanTemplate,
  PlanTemplate,
  PlanTemplateBody,
  templateOfPlan,
} from '../../../shared/domain/planTemplate.ts';
import type { PlanView } from '../../../shared/ipc/calls/plan.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { listAccountEvents } from '../store/accountEventStore.ts';
import { readAccount } from '../store/accountStore.ts';
import { readCurrency } from '../exchange/readCurrency.ts';
import { readCompany } from '../store/companyStore.ts';
import { readCrossSale } from '../store/crossSaleStore.ts';
import { deliverySums } from '../store/deliverySums.ts';
import type { ReadableDb, WritableDb } from '../store/openDatabase.ts';
import { listPeople } from '../store/personStore.ts';
import type { KeptPlan } from '../store/planStore.ts';
import { readPlan, savePlan } from '../store/planStore.ts';
import { createPlanTemplate, listOwnPlanTemplates } from '../store/planTemplateStore.ts';
import { readMeasures } from '../store/accountMeasures.ts';
import { listProposals } from '../store/proposalStore.ts';

const minorOfWhole = 100;

/** The plan of a client, or an empty one of revision 0. Throws notFound. */
export function planOf(db: ReadableDb, accountId: AccountId, today: CalendarDate): KeptPlan {
  const { currency } = readAccount(db, accountId);
  return readPlan(db, accountId) ?? { plan: emptyPlan(today, currency), revision: 0 };
}

/**
 * Figures that goals are measured by: revenue in the currency that the goal's unit names, else in the client's; directions
 * are those that the client itself bought in twelve months.
 */
function figuresOf(
  db: ReadableDb,
  { id, currency: usual }: Pick<Account, 'id' | 'currency'>,
  { cells }: CrossSaleMap,
  today: CalendarDate,
): (goal: Pick<PlanGoal, 'unit'>) => GaugeFigures {
  const sums = deliverySums(db, [id], today).get(id) ?? [];
  const directions12m = cells.filter(({ row, state }) => row === id && state === 'bought').length;
  return ({ unit }) => {
    const currency = readCurrency(unit) ?? usual;
    const revenueMinor = sums.find((sum) => sum.currency === currency)?.revenueMinor ?? 0;
    return { revenue12m: Math.round(revenueMinor / minorOfWhole), directions12m };
  };
}

/** A client's plan with all that the vault counts for it: how far goals are, heat of lines, six steps, the map. Throws notFound. */
export function viewPlan(db: ReadableDb, accountId: AccountId, today: CalendarDate): PlanView {
  const account = readAccount(db, accountId);
  const { plan, revision } = planOf(db, accountId, today);
  const people = listPeople(db, accountId);
  const events = listAccountEvents(db, accountId);
  const crossSale = readCrossSale(db, account, plan.crossSale, today);
  const figures = figuresOf(db, account, crossSale, today);
  return {
    plan,
    revision,
    goals: plan.goals.map((goal) => ({ id: goal.id, ...goalProgress(goal, figures(goal), today) })),
    lines: plan.scheme.map((line) => ({ id: line.id, ...lineHeat(line, events, today) })),
    steps: planSteps({
      today,
      plan,
      people,
      events,
      completenessPercent: readMeasures(db, [accountId], today).get(accountId)?.completenessPercent ?? 0,
      proposalDays: listProposals(db, accountId)
        .filter(({ status }) => status !== 'draft')
        .map(({ documentDate }) => documentDate),
    }).map((step) => ({ ...step })),
    crossSale,
  };
}

const ShippedPlan = PlanTemplate.omit({ own: true });

/** Templates of plans that come with the program, by the names of their files. Throws a ZodError for a file out of the schema. */
export function readShippedPlans(resourcesDir: string): PlanTemplate[] {
  const folder = join(resourcesDir, 'plans');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .flatMap((file) => z.array(ShippedPlan).parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
    .map((template) => ({ ...template, own: false }));
}

/** The user's own templates of plans, then those of a language that ship. */
export function listPlanTemplates(db: ReadableDb, resourcesDir: string, language: Language): PlanTemplate[] {
  return [
    ...listOwnPlanTemplates(db),
    ...readShippedPlans(resourcesDir).filter((template) => template.language === language),
  ];
}

/** Lays a template over a client's plan; answers the plan before, which saved again takes it back. Throws notFound, accountDeleted, staleRevision. */
export function applyTemplateTo(
  db: WritableDb,
  to: { readonly accountId: AccountId; readonly templateId: string; readonly baseRevision: number },
  resourcesDir: string,
  when: { readonly nowMs: number; readonly today: CalendarDate },
): { revision: number; before: AccountPlan } {
  const template = [...listOwnPlanTemplates(db), ...readShippedPlans(resourcesDir)].find(
    ({ id }) => id === to.templateId,
  );
  if (template === undefined) throw new AppError('notFound', 'no such template of a plan');
  const { plan: before } = planOf(db, to.accountId, when.today);
  const after = applyPlanTemplate(before, template, {
    today: when.today,
    newId: randomUUID,
    people: listPeople(db, to.accountId),
    authorId: readCompany(db, when.today).authorId,
  });
  return { revision: savePlan(db, to.accountId, to.baseRevision, after, when.nowMs), before };
}

/** Keeps a client's plan as a template of the user's own. Throws notFound. */
export function savePlanAsTemplate(
  db: WritableDb,
  of: { readonly accountId: AccountId; readonly name: string; readonly language: Language },
  when: { readonly nowMs: number; readonly today: CalendarDate },
): { id: string } {
  const { plan } = planOf(db, of.accountId, when.today);
  const body = PlanTemplateBody.parse(templateOfPlan(plan, listPeople(db, of.accountId), of.name));
  return createPlanTemplate(db, body, of.language, when.nowMs);
}
