import { z } from 'zod';
import { CalendarDate } from './calendarDate.ts';
import { AccountId, FollowUpId, PersonId, ProposalId } from './ids.ts';

/** Steps of the follow-up algorithm (GLOSSARY: сопровождение КП). */
export const FollowUpKind = z.enum(['checkReceipt', 'askNextSteps', 'askUrgency', 'agreeInterim', 'custom']);
export type FollowUpKind = z.infer<typeof FollowUpKind>;

export const FollowUpDraft = z.object({
  accountId: AccountId,
  proposalId: ProposalId.nullable(),
  personId: PersonId.nullable(),
  kind: FollowUpKind,
  title: z.string().max(300),
  dueOn: CalendarDate,
  doneOn: CalendarDate.nullable(),
});
export type FollowUpDraft = z.infer<typeof FollowUpDraft>;
export const FollowUp = FollowUpDraft.extend({ id: FollowUpId });
export type FollowUp = z.infer<typeof FollowUp>;
