import { createHash, randomUUID } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { ProposalId } from '../../../shared/domain/ids.ts';
import { PersonId, SentCopyId } from '../../../shared/domain/ids.ts';
import { Currency } from '../../../shared/domain/money.ts';
import { fullName } from '../../../shared/domain/nameForms.ts';
import { PriceTable } from '../../../shared/domain/priceTable.ts';
import { priceTotals } from '../../../shared/domain/priceTotals.ts';
import type { SendChannel } from '../../../shared/domain/proposalLife.ts';
import { SentCopy } from '../../../shared/domain/proposalLife.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { fromRow } from './rows.ts';

/** A file as it was written. */
export type WrittenFile = { readonly fileName: string; readonly bytes: Uint8Array };

/** What an edition said, kept for comparing: its paragraphs without the price table, and that table. */
export const SentPaper = z.object({ text: z.array(z.string()), priceTable: PriceTable.nullable() });
export type SentPaper = z.infer<typeof SentPaper>;

const ExportRow = z.object({ fileName: z.string(), bytes: z.instanceof(Uint8Array) });

/** Remembers the file that was written last of a proposal at a revision. */
export function keepLastExport(db: WritableDb, id: ProposalId, revision: number, file: WrittenFile): void {
  db.prepare(/* sql */ `
    INSERT INTO last_exports (proposalId, revision, fileName, bytes) VALUES (:id, :revision, :fileName, :bytes)
    ON CONFLICT (proposalId) DO UPDATE SET revision = :revision, fileName = :fileName, bytes = :bytes`).run({
    id,
    revision,
    fileName: file.fileName,
    bytes: deflateSync(file.bytes),
  });
}

/** The file written at this revision; null when the proposal changed since, or was never exported. */
export function readLastExport(db: ReadableDb, id: ProposalId, revision: number): WrittenFile | null {
  const row = db
    .prepare(
      /* sql */ `SELECT fileName, bytes FROM last_exports WHERE proposalId = :id AND revision = :revision`,
    )
    .get({ id, revision });
  if (row === undefined) return null;
  const { fileName, bytes } = ExportRow.parse(row);
  return { fileName, bytes: inflateSync(bytes) };
}

export type Sending = {
  readonly sentOn: CalendarDate;
  readonly readerIds: readonly PersonId[];
  readonly channel: SendChannel;
};

/** Freezes a file as sent. */
export function insertSentCopy(
  db: WritableDb,
  of: { readonly id: ProposalId; readonly revision: number },
  sending: Sending,
  file: WrittenFile,
  paper: SentPaper,
  nowMs: number,
): void {
  const { priceTable } = paper;
  const totals = priceTable === null ? null : priceTotals(priceTable);
  db.prepare(/* sql */ `
    INSERT INTO sent_copies (id, createdAtMs, proposalId, revision, sentOn, channel, readerIds, fileName, sha256, sizeBytes,
      netMinor, vatMinor, grossMinor, currency, bytes, paper)
    VALUES (:id, :nowMs, :proposalId, :revision, :sentOn, :channel, :readerIds, :fileName, :sha256, :sizeBytes,
      :netMinor, :vatMinor, :grossMinor, :currency, :bytes, :paper)`).run({
    id: SentCopyId.parse(randomUUID()),
    nowMs,
    proposalId: of.id,
    revision: of.revision,
    sentOn: sending.sentOn,
    channel: sending.channel,
    readerIds: JSON.stringify(sending.readerIds),
    fileName: file.fileName,
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    sizeBytes: file.bytes.length,
    netMinor: totals?.netMinor ?? null,
    vatMinor: totals?.vatMinor ?? null,
    grossMinor: totals?.grossMinor ?? null,
    currency: priceTable?.currency ?? 'RUB',
    bytes: deflateSync(file.bytes),
    paper: deflateSync(JSON.stringify(paper)),
  });
}

const Name = z.object({ lastName: z.string(), firstName: z.string(), middleName: z.string() });
const CopyRow = SentCopy.omit({ readerNames: true, totals: true }).extend({
  readers: z.array(Name),
  netMinor: z.int().nullable(),
  vatMinor: z.int().nullable(),
  grossMinor: z.int().nullable(),
  currency: Currency,
});

/** Sent copies of all editions of a number, the latest first; those of one sending in the order of the readers. */
export function listSentCopies(db: ReadableDb, number: string): SentCopy[] {
  return db
    .prepare(/* sql */ `
      SELECT c.id, p.edition, c.sentOn, c.channel, c.fileName, c.sha256, c.sizeBytes, c.netMinor, c.vatMinor, c.grossMinor,
        c.currency,
        (SELECT json_group_array(json_object('lastName', r.lastName, 'firstName', r.firstName, 'middleName', r.middleName)
            ORDER BY reader.key)
          FROM json_each(c.readerIds) reader JOIN people r ON r.id = reader.value) AS readers
      FROM sent_copies c JOIN proposals p ON p.id = c.proposalId
      WHERE p.number = :number AND p.deletedAtMs IS NULL
      ORDER BY c.createdAtMs DESC,
        (SELECT place.key FROM json_each(p.readerIds) place WHERE place.value = c.readerIds ->> 0), c.id`)
    .all({ number })
    .map((row) => {
      const { readers, netMinor, vatMinor, grossMinor, currency, ...copy } = CopyRow.parse(
        fromRow(row, ['readers']),
      );
      const totals =
        netMinor === null || vatMinor === null || grossMinor === null
          ? null
          : { netMinor, vatMinor, grossMinor, currency };
      return { ...copy, totals, readerNames: readers.map((reader) => fullName(reader)) };
    });
}

const Bytes = z.object({ fileName: z.string(), sha256: z.string(), bytes: z.instanceof(Uint8Array) });

/** A sent copy as it went out. Throws notFound; fileErased; fileUnreadable when its bytes are no longer those of its hash. */
export function readSentCopy(db: ReadableDb, id: SentCopyId): WrittenFile {
  const row = db
    .prepare(/* sql */ `SELECT fileName, sha256, bytes FROM sent_copies WHERE id = :id`)
    .get({ id });
  if (row === undefined) throw new AppError('notFound', 'no such sent copy');
  const { fileName, sha256, bytes } = Bytes.parse(row);
  const file = inflateSync(bytes);
  if (file.length === 0) throw new AppError('fileErased', 'erased with a person it was written for');
  if (createHash('sha256').update(file).digest('hex') !== sha256)
    throw new AppError('fileUnreadable', 'the kept bytes are not those of the hash');
  return { fileName, bytes: file };
}

const PaperRow = z.object({ readerIds: z.array(PersonId), paper: z.instanceof(Uint8Array) });

/** What the sent copies of a proposal said, and whom each was sent to; the latest first. */
export function listSentPapers(
  db: ReadableDb,
  proposalId: ProposalId,
): { readonly readerIds: readonly PersonId[]; readonly paper: SentPaper }[] {
  return db
    .prepare(/* sql */ `
      SELECT readerIds, paper FROM sent_copies WHERE proposalId = :proposalId ORDER BY createdAtMs DESC, id`)
    .all({ proposalId })
    .map((row) => {
      const { readerIds, paper } = PaperRow.parse(fromRow(row, ['readerIds']));
      return { readerIds, paper: SentPaper.parse(JSON.parse(inflateSync(paper).toString('utf8'))) };
    });
}

/** Forgets the copies of a proposal that was marked as sent by mistake. */
export function dropSentCopies(db: WritableDb, proposalId: ProposalId): void {
  db.prepare(/* sql */ `DELETE FROM sent_copies WHERE proposalId = :proposalId`).run({ proposalId });
}
