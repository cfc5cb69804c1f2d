import { z } from 'zod';
import { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { contactRhythm } from '../../../shared/domain/contactRhythm.ts';
import { FollowUp } from '../../../shared/domain/followUp.ts';
import type { AccountId, ProposalId } from '../../../shared/domain/ids.ts';
import type { ProposalStatus } from '../../../shared/domain/proposal.ts';
import { awaitingStatuses, EditionRow, StatusNote } from '../../../shared/domain/proposalLife.ts';
import type { ProposalLife } from '../../../shared/domain/proposalLife.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { readProposalHead } from './proposalStore.ts';
import { fromRow } from './rows.ts';
import { listSentCopies } from './sentCopyStore.ts';

/** Writes down what a proposal became. */
export function addStatusNote(db: WritableDb, proposalId: ProposalId, note: StatusNote): void {
  db.prepare(/* sql */ `
    INSERT INTO proposal_statuses (proposalId, place, status, happenedOn, reasons, note)
    VALUES (:proposalId, (SELECT count(*) FROM proposal_statuses WHERE proposalId = :proposalId), :status, :happenedOn,
      :reasons, :note)`).run({ ...note, proposalId, reasons: JSON.stringify(note.reasons) });
}

/** Forgets the way of a proposal that was marked as sent by mistake. */
export function dropStatusNotes(db: WritableDb, proposalId: ProposalId): void {
  db.prepare(/* sql */ `DELETE FROM proposal_statuses WHERE proposalId = :proposalId`).run({ proposalId });
}

function listStatusNotes(db: ReadableDb, proposalId: ProposalId): StatusNote[] {
  return db
    .prepare(/* sql */ `
      SELECT status, happenedOn, reasons, note FROM proposal_statuses WHERE proposalId = :proposalId ORDER BY place`)
    .all({ proposalId })
    .map((row) => StatusNote.parse(fromRow(row, ['reasons'])));
}

/** The editions of a number that are not deleted, the first one first. */
export function listEditions(db: ReadableDb, number: string): EditionRow[] {
  return db
    .prepare(/* sql */ `
      SELECT id, edition, status, sentOn, validUntil FROM proposals
      WHERE number = :number AND deletedAtMs IS NULL ORDER BY edition`)
    .all({ number })
    .map((row) => EditionRow.parse(row));
}

const Previous = z.object({ previousId: z.string().nullable() });

/** A proposal and the edition it was made from. Throws notFound when it is the first, or the other was deleted. */
export function readEditionPair(db: ReadableDb, id: ProposalId): { before: EditionRow; after: EditionRow } {
  const { number } = readProposalHead(db, id);
  const { previousId } = Previous.parse(
    db.prepare(/* sql */ `SELECT previousId FROM proposals WHERE id = :id`).get({ id }),
  );
  const editions = listEditions(db, number);
  const before = editions.find((edition) => edition.id === previousId);
  const after = editions.find((edition) => edition.id === id);
  if (before === undefined || after === undefined)
    throw new AppError('notFound', 'no edition before this one');
  return { before, after };
}

const Latest = z.object({ latest: z.int() });

/** The number of the next edition; one of a deleted edition is not given again. */
export function nextEdition(db: ReadableDb, number: string): number {
  const row = db
    .prepare(/* sql */ `SELECT max(edition) AS latest FROM proposals WHERE number = :number`)
    .get({ number });
  return Latest.parse(row).latest + 1;
}

const Touch = z.object({ on: CalendarDate });

/** Days of our words to the client since sending: calls, letters, meetings, and steps ticked on days without them. */
function touchesSince(
  db: ReadableDb,
  accountId: AccountId,
  proposalId: ProposalId,
  sentOn: CalendarDate,
): CalendarDate[] {
  return db
    .prepare(/* sql */ `
      WITH words AS (
        SELECT happenedOn AS "on" FROM account_events
        WHERE accountId = :accountId AND deletedAtMs IS NULL AND kind IN ('meeting', 'call', 'letter') AND happenedOn > :sentOn
      )
      SELECT "on" FROM words
      UNION ALL
      SELECT DISTINCT doneOn FROM follow_ups
      WHERE proposalId = :proposalId AND deletedAtMs IS NULL AND doneOn >= :sentOn AND doneOn NOT IN (SELECT "on" FROM words)`)
    .all({ accountId, proposalId, sentOn })
    .map((row) => Touch.parse(row).on);
}

function listSteps(db: ReadableDb, proposalId: ProposalId): FollowUp[] {
  return db
    .prepare(/* sql */ `
      SELECT id, accountId, proposalId, personId, kind, title, dueOn, doneOn FROM follow_ups
      WHERE proposalId = :proposalId AND deletedAtMs IS NULL ORDER BY dueOn, createdAtMs, id`)
    .all({ proposalId })
    .map((row) => FollowUp.parse(row));
}

/** What became of a proposal. Throws notFound. */
export function readProposalLife(db: ReadableDb, id: ProposalId, today: CalendarDate): ProposalLife {
  const { accountId, number, status } = readProposalHead(db, id);
  const editions = listEditions(db, number);
  const sentOn = editions.find((edition) => edition.id === id)?.sentOn ?? null;
  const waits = (awaiting: ProposalStatus): boolean => awaitingStatuses.includes(awaiting);
  return {
    sentOn,
    editions,
    statuses: listStatusNotes(db, id),
    copies: listSentCopies(db, number),
    followUps: listSteps(db, id),
    rhythm:
      sentOn === null || !waits(status)
        ? null
        : contactRhythm({ sentOn, today, touches: touchesSince(db, accountId, id, sentOn) }),
  };
}
