import { z } from 'zod';
import { CalendarDate } from './calendarDate.ts';
import { FollowUp } from './followUp.ts';
import { ProposalId, SentCopyId } from './ids.ts';
import { Currency } from './money.ts';
import { ProposalStatus } from './proposal.ts';
import { PriceDifference, TextChange } from './proposalDifference.ts';
import { TenderReason } from './tender.ts';

/** How a proposal reached its readers. */
export const SendChannel = z.enum(['email', 'paper', 'personal']);
export type SendChannel = z.infer<typeof SendChannel>;

/** A file that went to the client, kept byte for byte (GLOSSARY: отправленная копия). */
export const SentCopy = z.object({
  id: SentCopyId,
  edition: z.int().min(1),
  sentOn: CalendarDate,
  channel: SendChannel,
  readerNames: z.array(z.string()),
  fileName: z.string(),
  /** 64 hex digits, of the file's bytes. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.int(),
  /** Totals of the price table as sent; null = there was none. */
  totals: z
    .object({ netMinor: z.int(), vatMinor: z.int(), grossMinor: z.int(), currency: Currency })
    .nullable(),
});
export type SentCopy = z.infer<typeof SentCopy>;

/** A step of a proposal's way: the status it took on a day, and why. */
export const StatusNote = z.object({
  status: ProposalStatus,
  happenedOn: CalendarDate,
  /** Of the vocabulary of wins and losses. */
  reasons: z.array(TenderReason).max(12),
  note: z.string().max(2000),
});
export type StatusNote = z.infer<typeof StatusNote>;

/** An edition of a number (GLOSSARY: редакция). */
export const EditionRow = z.object({
  id: ProposalId,
  edition: z.int().min(1),
  status: ProposalStatus,
  sentOn: CalendarDate.nullable(),
  validUntil: CalendarDate,
});
export type EditionRow = z.infer<typeof EditionRow>;

/** What became of a proposal since it was written. */
export const ProposalLife = z.object({
  sentOn: CalendarDate.nullable(),
  /** All editions of its number, the first one first; the proposal itself among them. */
  editions: z.array(EditionRow),
  /** The earliest first. */
  statuses: z.array(StatusNote),
  /** Of all editions, the latest first. */
  copies: z.array(SentCopy),
  /** Steps after sending, by their day. */
  followUps: z.array(FollowUp),
  /** null = not sent, or the answer is known. */
  rhythm: z
    .object({
      state: z.enum(['silent', 'right', 'pushy']),
      position: z.number(),
      touches: z.int(),
      quietDays: z.int(),
    })
    .nullable(),
});
export type ProposalLife = z.infer<typeof ProposalLife>;

/** What changed against the edition before; a sent edition speaks by what was sent. */
export const EditionDifference = z.object({
  before: EditionRow,
  after: EditionRow,
  text: z.array(TextChange),
  price: PriceDifference,
});
export type EditionDifference = z.infer<typeof EditionDifference>;

/** Days before the last day of validity from which a renewal is offered. */
export const renewalDays = 7;

/** Statuses in which a proposal waits for the client's answer. */
export const awaitingStatuses: readonly ProposalStatus[] = ['sent', 'received', 'inReview'];
