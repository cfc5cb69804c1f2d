import { z } from 'zod';
import { BlockNode } from '../document/nodes.ts';
import { CalendarDate } from './calendarDate.ts';
import { BlockId, TemplateId } from './ids.ts';
import { Language } from './language.ts';
import { Occasion } from './occasion.ts';
import { CriterionKey, Psychotype, ReaderRole } from './person.ts';

export { Occasion } from './occasion.ts';

/** What a template says of one reader's section. */
export const RoleSection = z.strictObject({
  role: ReaderRole,
  outlineTitle: z.string().min(1).max(200),
  /** Printed before the arguments: the section's heading and an opening paragraph. */
  opening: z.array(BlockNode),
  /** Printed after the arguments: for finance the payment schedule, for HR the references node. */
  closing: z.array(BlockNode),
  /** Blocks that this role gets in any case (GLOSSARY: что получает каждый читатель). */
  requiredBlockIds: z.array(BlockId),
});
export type RoleSection = z.infer<typeof RoleSection>;

/** A skeleton of a proposal as data: the common frame, and a section for each role. */
export const Template = z.strictObject({
  id: TemplateId,
  schemaVersion: z.literal(1),
  language: Language,
  title: z.string().min(1).max(200),
  /** One line on when to take it. */
  purpose: z.string().max(500),
  trade: z.string().max(100),
  /** Before the readers' sections: section nodes with letterhead, addressee, greeting, the essence. */
  before: z.array(BlockNode),
  roleSections: z.array(RoleSection),
  /** After them: prices, terms, team, validity, signature. */
  after: z.array(BlockNode),
});
export type Template = z.infer<typeof Template>;

/** What an argument proves by, the weakest first (GLOSSARY: доказательность). */
export const EvidenceLevel = z.enum(['statement', 'reasoning', 'figures', 'document', 'referee']);
export type EvidenceLevel = z.infer<typeof EvidenceLevel>;

/** A fact in an argument that is true until a day: a certificate, a price (GLOSSARY: датированный факт). */
export const DatedFact = z.strictObject({
  kind: z.enum(['certificate', 'price', 'figure', 'other']),
  text: z.string().trim().min(1).max(200),
  /** The last day it is true, inclusive. */
  validUntil: CalendarDate,
});
export type DatedFact = z.infer<typeof DatedFact>;

/**
 * An argument block (блок-довод) of the library. What was added after the first blocks were written has a default:
 * any industry, any occasion, a statement, no dated facts.
 */
export const Block = z.strictObject({
  id: BlockId,
  schemaVersion: z.literal(1),
  language: Language,
  title: z.string().min(1).max(200),
  role: ReaderRole,
  /** The criteria it answers, the main one first. */
  criteria: z.array(CriterionKey).min(1),
  /** Psychotypes it is written for; empty = any. */
  psychotypes: z.array(Psychotype),
  trade: z.string().max(100),
  /** Industries of clients it is written for; empty = any. */
  industries: z.array(z.string().trim().min(1).max(100)).max(20).default([]),
  /** Empty = any. */
  occasions: z.array(Occasion).max(10).default([]),
  evidence: EvidenceLevel.default('statement'),
  facts: z.array(DatedFact).max(20).default([]),
  /** Why it works, one line for the KAM. */
  why: z.string().max(500),
  content: z.array(BlockNode).min(1),
});
export type Block = z.infer<typeof Block>;
