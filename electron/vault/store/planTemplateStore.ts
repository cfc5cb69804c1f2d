import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Language } from '../../../shared/domain/language.ts';
import type { PlanTemplate } from '../../../shared/domain/planTemplate.ts';
import { PlanTemplateBody } from '../../../shared/domain/planTemplate.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';

const Row = z.object({ id: z.string(), language: Language, body: z.string() });

/** Templates of plans that the user made, by name. */
export function listOwnPlanTemplates(db: ReadableDb): PlanTemplate[] {
  return db
    .prepare(/* sql */ `
      SELECT id, language, body FROM plan_templates WHERE deletedAtMs IS NULL ORDER BY body ->> '$.name', id`)
    .all()
    .map((row) => {
      const { id, language, body } = Row.parse(row);
      return { ...PlanTemplateBody.parse(JSON.parse(body)), id, language, own: true };
    });
}

export function createPlanTemplate(
  db: WritableDb,
  body: PlanTemplateBody,
  language: Language,
  nowMs: number,
): { id: string } {
  const id = randomUUID();
  db.prepare(/* sql */ `
    INSERT INTO plan_templates (id, language, savedAtMs, body) VALUES (:id, :language, :nowMs, :body)`).run({
    id,
    language,
    nowMs,
    body: JSON.stringify(body),
  });
  return { id };
}

/** Takes an own template away, or brings it back with null. Throws notFound; a shipped one is never there. */
export function setPlanTemplateDeleted(db: WritableDb, id: string, deletedAtMs: number | null): void {
  const { changes } = db
    .prepare(/* sql */ `UPDATE plan_templates SET deletedAtMs = :deletedAtMs WHERE id = :id`)
    .run({ id, deletedAtMs });
  if (changes === 0) throw new AppError('notFound', 'no such template of a plan');
}
