import { z } from 'zod';
import { CalendarDate } from './calendarDate.ts';
import { AccountId, PersonId, ProposalId } from './ids.ts';

/** Why data of a person are destroyed (152-ФЗ art. 20, 21; GDPR art. 17). */
export const ErasureReason = z.enum(['consentWithdrawn', 'purposeReached', 'request', 'unlawful', 'other']);
export type ErasureReason = z.infer<typeof ErasureReason>;

/** Kinds of personal data that were kept of a person: an act names these, never what they said. */
export const dataCategories = [
  'name',
  'work',
  'contacts',
  'birthday',
  'personal',
  'decision',
  'facts',
  'special',
  'notes',
  'files',
  'mentions',
  'letters',
] as const;
export const DataCategory = z.enum(dataCategories);
export type DataCategory = z.infer<typeof DataCategory>;

/** What sort of record a place is: the window words it. */
export const PlaceKind = z.enum([
  'event',
  'client',
  'person',
  'tender',
  'proposal',
  'competitor',
  'delivery',
  'task',
  'reference',
  'library',
  'file',
  'other',
]);
export type PlaceKind = z.infer<typeof PlaceKind>;

/** A record whose texts name a person. */
export const MentionPlace = z.object({
  /** Names the record for {@link ErasureOrder}. */
  key: z.string().max(300),
  kind: PlaceKind,
  /** The client it belongs to; empty = none. */
  accountName: z.string(),
  /** Its title, number or day. */
  title: z.string(),
  /** The words around the first mentions. */
  quotes: z.array(z.string()),
  /** How many mentions there are in all. */
  count: z.int(),
  /** Whether nobody else can be meant: chosen unless the user says otherwise. */
  sure: z.boolean(),
});
export type MentionPlace = z.infer<typeof MentionPlace>;

/** What the vault holds of a person, before it is erased. */
export const PersonTraces = z.object({
  /** Dossiers they stand in: more than one when they went to another client. */
  accountNames: z.array(z.string()),
  categories: z.array(DataCategory),
  /** Records that stay and lose their link to the person. */
  links: z.object({ events: z.int(), tenders: z.int(), proposals: z.int(), tasks: z.int() }),
  /** Files attached to them: they go with the person. */
  files: z.int(),
  places: z.array(MentionPlace),
  /** Proposals in the client's hands that were made for the person or name them. */
  sent: z.array(z.object({ id: ProposalId, number: z.string(), title: z.string(), files: z.int() })),
});
export type PersonTraces = z.infer<typeof PersonTraces>;

/** What the user decided about an erasure. */
export const ErasureOrder = z.object({
  id: PersonId,
  reason: ErasureReason,
  note: z.string().trim().max(500),
  /** Who answers for it: name and post, as printed in the act. */
  responsible: z.string().trim().min(1).max(300),
  /** Records whose texts lose the name. */
  placeKeys: z.array(z.string().max(300)).max(100_000),
  /** Files that were sent: business documents may be kept, or go too. */
  sentFiles: z.enum(['keep', 'erase']),
  purgeBackups: z.boolean(),
});
export type ErasureOrder = z.infer<typeof ErasureOrder>;

/**
 * The act of a destruction (Roskomnadzor's order No. 179 of 28.10.2022): who, when, why, by what means, which
 * categories; whose data they were is told by a code only. GLOSSARY: акт об уничтожении.
 */
export const ErasureAct = z.object({
  number: z.int().min(1),
  erasedOn: CalendarDate,
  /** «ПД-2026-004»: stands for the person. */
  code: z.string(),
  operator: z.object({ name: z.string(), inn: z.string(), address: z.string() }),
  responsible: z.string(),
  reason: ErasureReason,
  note: z.string(),
  categories: z.array(DataCategory),
  counts: z.object({
    cards: z.int(),
    links: z.int(),
    texts: z.int(),
    textsLeft: z.int(),
    sentFiles: z.int(),
  }),
  sentFiles: z.enum(['none', 'kept', 'erased']),
  backups: z.enum(['kept', 'remade']),
});
export type ErasureAct = z.infer<typeof ErasureAct>;

/** Code of a person in acts: the year and the number of the act, nothing of the person. */
export function actCode(number: number, erasedOn: CalendarDate): string {
  return `ПД-${erasedOn.slice(0, 4)}-${String(number).padStart(3, '0')}`;
}

/** What an erasure answers: the act, and the client whose dossier the person was in. */
export const Erased = z.object({ number: z.int(), accountId: AccountId });
export type Erased = z.infer<typeof Erased>;
