import { z } from 'zod';
import { AccountDraft, IndustryVariant } from '../../../shared/domain/account.ts';
import { AccountEventDraft } from '../../../shared/domain/accountEvent.ts';
import { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { Colleague, Company } from '../../../shared/domain/company.ts';
import { CompetitorDraft } from '../../../shared/domain/competitor.ts';
import { DeliveryDraft } from '../../../shared/domain/delivery.ts';
import { StandardField } from '../../../shared/domain/dossierStandard.ts';
import { FactField, FieldNoteDraft } from '../../../shared/domain/fieldNote.ts';
import { FollowUpDraft } from '../../../shared/domain/followUp.ts';
import { TemplateId } from '../../../shared/domain/ids.ts';
import { ContactOfOurs, PersonDraft } from '../../../shared/domain/person.ts';
import { PriceListDraft } from '../../../shared/domain/priceListItem.ts';
import { ProposalStatus } from '../../../shared/domain/proposal.ts';
import { ReferenceDraft } from '../../../shared/domain/reference.ts';
import { TenderBid, TenderDraft, TenderParticipant } from '../../../shared/domain/tender.ts';

import { ExamplePlan, ExampleRivalry } from './examplePlan.ts';

/**
 * The data file of the example vault, `resources/example/<language>.json`. Instead of ids it has keys, unique in
 * the whole file; every day is written as seen from `baseDay` and moves with it when the example is loaded, so the
 * example is always alive. Birthdays, founding years and reference years stay as they are written.
 */
const Key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);

const ExampleColleague = Colleague.omit({ id: true }).extend({ key: Key });

const ExampleCompany = Company.omit({
  revision: true,
  colleagues: true,
  signatoryId: true,
  authorId: true,
}).extend({
  colleagues: z.array(ExampleColleague).min(1),
  signatoryKey: Key,
  authorKey: Key,
});

const ExamplePerson = PersonDraft.omit({
  accountId: true,
  heeds: true,
  conflicts: true,
  contactsOfOurs: true,
}).extend({
  key: Key,
  /** Keys of people of the same account. */
  heeds: z.array(Key),
  conflicts: z.array(Key).default([]),
  contactsOfOurs: z.array(ContactOfOurs.omit({ colleagueId: true }).extend({ colleague: Key })),
});

const ExampleEvent = AccountEventDraft.omit({ accountId: true, personIds: true, colleagueIds: true }).extend({
  people: z.array(Key),
  /** Keys of colleagues of ours. */
  ours: z.array(Key).default([]),
});

const ExampleTender = TenderDraft.omit({ accountId: true, participants: true, bids: true }).extend({
  key: Key,
  participants: z.array(TenderParticipant.omit({ personId: true }).extend({ person: Key })),
  bids: z.array(TenderBid.omit({ competitorId: true }).extend({ competitor: Key })),
});

const ExampleFollowUp = FollowUpDraft.omit({ accountId: true, proposalId: true, personId: true }).extend({
  proposalKey: Key.nullable(),
  personKey: Key.nullable(),
});

/** Composed when the example is loaded, by the same rules as a proposal of the user's own. */
const ExampleProposal = z.object({
  key: Key,
  tenderKey: Key.nullable(),
  /** At least one, in the order of interest; the sections are ordered by the rules. */
  readerKeys: z.array(Key).min(1),
  templateId: TemplateId,
  title: z.string().min(1).max(300),
  subject: z.string().max(500),
  documentDate: CalendarDate,
  /** validUntil = documentDate + daysValid. */
  daysValid: z.int().min(1).max(730),
  status: ProposalStatus,
  /** Prices of the template times this, so that the totals of the example differ. */
  pricePercent: z.int().min(10).max(300).default(100),
});

const ExampleAccount = z.object({
  key: Key,
  draft: AccountDraft.omit({ parentAccountId: true }),
  /** Key of another account of this file that owns this one. */
  parentKey: Key.nullable(),
  /** How some of its facts are known. */
  notes: z.array(FieldNoteDraft.extend({ field: FactField })).default([]),
  people: z.array(ExamplePerson),
  deliveries: z.array(DeliveryDraft.omit({ accountId: true })),
  events: z.array(ExampleEvent),
  competitors: z.array(CompetitorDraft.omit({ accountId: true }).extend({ key: Key })),
  tenders: z.array(ExampleTender),
  proposals: z.array(ExampleProposal),
  followUps: z.array(ExampleFollowUp),
  plan: ExamplePlan.nullable().default(null),
  rivalry: ExampleRivalry.nullable().default(null),
});

export const ExampleVault = z.object({
  schemaVersion: z.literal(1),
  baseDay: CalendarDate,
  company: ExampleCompany,
  references: z.array(ReferenceDraft),
  priceList: z.array(PriceListDraft),
  /** Fields that this department added to standards of the program. */
  ownFields: z.partialRecord(IndustryVariant, z.array(StandardField)).default({}),
  accounts: z.array(ExampleAccount).min(1),
});
export type ExampleVault = z.infer<typeof ExampleVault>;
