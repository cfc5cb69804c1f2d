import { z } from 'zod';
import { MergeFieldKey } from '../document/mergeFields.ts';
import { ProposalDocument } from '../document/nodes.ts';
import { CalendarDate } from './calendarDate.ts';
import { Company } from './company.ts';
import { AccountId, PersonId, ProposalId, TemplateId, TenderId } from './ids.ts';
import { Language } from './language.ts';
import { Currency } from './money.ts';
import { PaperField } from './ownField.ts';
import { PriceLevel } from './competitor.ts';
import { ComparisonStanding } from './competitorOffer.ts';
import { Face, ProposalShape } from './face.ts';
import { Attitude, Gender, ManualNameForms, Psychotype, ReaderRole, WeightedCriterion } from './person.ts';
import { Reference } from './reference.ts';
import { ValidityPeriod } from './validity.ts';
import { DatedVatRate } from './vatRates.ts';

/** Status of a proposal (GLOSSARY: состояние КП). */
export const ProposalStatus = z.enum([
  'draft',
  'sent',
  'received',
  'inReview',
  'accepted',
  'declined',
  'expired',
]);
export type ProposalStatus = z.infer<typeof ProposalStatus>;

/** What the window may change beside the document itself. */
export const ProposalHeader = z.object({
  title: z.string().trim().min(1).max(300),
  /** The offer in a phrase, under the title: «Компрессорная станция цеха № 4: поставка, пуск и сервис». */
  subject: z.string().max(500),
  documentDate: CalendarDate,
  validity: ValidityPeriod,
  /** In the order of the sections. */
  readerIds: z.array(PersonId).max(30),
  addresseeId: PersonId.nullable(),
  /** A value typed by the user for a field wins over the computed one. */
  fieldOverrides: z.partialRecord(MergeFieldKey, z.string().max(2000)),
  shape: ProposalShape.default('group'),
  /** Only what the user made different; a reader without an entry has the face the program makes. */
  faces: z.array(Face).max(30).default([]),
});
export type ProposalHeader = z.infer<typeof ProposalHeader>;

export const Proposal = ProposalHeader.extend({
  id: ProposalId,
  accountId: AccountId,
  tenderId: TenderId.nullable(),
  templateId: TemplateId,
  language: Language,
  /** «2026-041»; never used twice, also after deletion. */
  number: z.string().max(60),
  /** Редакция: 1 for the first, 2 for «ред. 2». */
  edition: z.int().min(1),
  status: ProposalStatus,
  document: ProposalDocument,
  /** Counts every save; a save on an older revision is refused. */
  revision: z.int(),
  createdAtMs: z.int(),
  savedAtMs: z.int(),
});
export type Proposal = z.infer<typeof Proposal>;

/** A reader as a proposal needs them: nothing private is here, so nothing private can be printed. */
export const Reader = z.object({
  personId: PersonId,
  lastName: z.string(),
  firstName: z.string(),
  middleName: z.string(),
  gender: Gender,
  position: z.string(),
  role: ReaderRole,
  influence: z.int(),
  /** For ordering and the margin only; never printed. */
  psychotype: Psychotype,
  /** For the choice of arguments and the margin only; never printed. */
  attitude: Attitude.default('unknown'),
  criteria: z.array(WeightedCriterion),
  nameForms: ManualNameForms,
  /** Where a letter with the proposal goes; empty = not known. Never printed. */
  email: z.string().default(''),
  /** Deleted from the dossier since: stays a reader until taken out. */
  deleted: z.boolean().default(false),
});
export type Reader = z.infer<typeof Reader>;

/** All that a document is drawn from beside itself. Read fresh from the vault; the window and the DOCX writer share it. */
export const ProposalContext = z.object({
  today: CalendarDate,
  company: Company,
  account: z.object({
    id: AccountId,
    deleted: z.boolean(),
    name: z.string(),
    legalForm: z.string(),
    fullName: z.string(),
    industry: z.string(),
    city: z.string(),
    inn: z.string(),
    needs: z.string(),
    plans: z.string(),
    /** What the client is billed in: new prices begin in it. */
    currency: Currency,
    /** Day of the first delivery; null = nothing delivered yet. */
    firstDeliveryOn: CalendarDate.nullable(),
    deliveriesCount: z.int(),
    /** Complaints and misunderstandings of the last twelve months. */
    recentComplaints: z.int().default(0),
  }),
  tender: z
    .object({
      id: TenderId,
      title: z.string(),
      subject: z.string(),
      requestNumber: z.string(),
      tenderOn: CalendarDate.nullable(),
      criteria: z.array(z.object({ key: WeightedCriterion.shape.key, weightPercent: z.int() })),
    })
    .nullable(),
  /** The department's own fields of all standards with what the client's dossier says in them. */
  ownFields: z.array(PaperField).default([]),
  /** The readers of the proposal, in its order. */
  readers: z.array(Reader),
  /** Names of the user's own roles by key; deleted ones too, since a reader may still have one. */
  roleNames: z.record(z.string(), z.string()).default({}),
  /** The same of the user's own criteria. */
  criterionNames: z.record(z.string(), z.string()).default({}),
  /** Reasons of tenders lost at this client, newest first. */
  pastLosses: z.array(
    z.object({ tenderTitle: z.string(), decidedOn: CalendarDate.nullable(), reasons: z.array(z.string()) }),
  ),
  references: z.array(Reference),
  /** The vault's own dated rates of VAT; absent = those the program knows. */
  vatLaw: z.array(DatedVatRate).optional(),
  /** Who bids against us: the tender's bidders where they are known, else all who court the client. Never printed. */
  rivals: z
    .array(
      z.object({
        name: z.string(),
        priceLevel: PriceLevel,
        /** How we stand against this one by the client's criteria, where the dossier says it. */
        marks: z
          .array(z.object({ criterion: WeightedCriterion.shape.key, standing: ComparisonStanding }))
          .default([]),
      }),
    )
    .default([]),
});
export type ProposalContext = z.infer<typeof ProposalContext>;
