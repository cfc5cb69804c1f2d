import { applyTemplateTo, listPlanTemplates, savePlanAsTemplate, viewPlan } from '../actions/plans.ts';
import { savePlan, setPlanTaskDone } from '../store/planStore.ts';
import { setPlanTemplateDeleted } from '../store/planTemplateStore.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

export const planHandlers: Pick<Handlers, Extract<keyof Handlers, `plans.${string}`>> = {
  'plans.view': read((db, { accountId }, tools) => viewPlan(db, accountId, tools.today())),
  'plans.save': write((db, { accountId, baseRevision, plan }, tools) => ({
    revision: savePlan(db, accountId, baseRevision, plan, tools.nowMs()),
  })),
  'plans.setTaskDone': write((db, { doneOn, ...task }, tools) => ({
    revision: setPlanTaskDone(db, task, doneOn, tools.nowMs()),
  })),
  'plans.templates': read((db, { language }, tools) => ({
    templates: listPlanTemplates(db, tools.resourcesDir, language),
  })),
  'plans.applyTemplate': write((db, to, tools) =>
    applyTemplateTo(db, to, tools.resourcesDir, { nowMs: tools.nowMs(), today: tools.today() }),
  ),
  'plans.saveTemplate': write((db, of, tools) =>
    savePlanAsTemplate(db, of, { nowMs: tools.nowMs(), today: tools.today() }),
  ),
  'plans.deleteTemplate': write((db, { id }, tools) => {
    setPlanTemplateDeleted(db, id, tools.nowMs());
    return {};
  }),
  'plans.restoreTemplate': write((db, { id }) => {
    setPlanTemplateDeleted(db, id, null);
    return {};
  }),
};
