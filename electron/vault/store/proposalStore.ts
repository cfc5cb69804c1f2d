import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { priceTableOf } from '../../../shared/document/walk.ts';
import type { ProposalDocument } from '../../../shared/document/nodes.ts';
import { readDocument } from '../../../shared/document/upgradeDocument.ts';
import { ProposalRow } from '../../../shared/domain/accountView.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { AccountId, TenderId } from '../../../shared/domain/ids.ts';
import { ProposalId } from '../../../shared/domain/ids.ts';
import { fullName } from '../../../shared/domain/nameForms.ts';
import { priceTotals } from '../../../shared/domain/priceTotals.ts';
import { Proposal } from '../../../shared/domain/proposal.ts';
import type { ProposalHeader, ProposalStatus } from '../../../shared/domain/proposal.ts';
import { proposalNumber } from '../../../shared/domain/proposalNumber.ts';
import type { InputOf, OutputOf } from '../../../shared/ipc/contract.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { refreshSummary } from './accountSummary.ts';
import { applySteps, fromStepped, toStepped } from './documentSteps.ts';
import { findInTexts } from './findInTexts.ts';
import { noteUses } from './libraryUses.ts';
import type { ReadableDb, SqlParams, WritableDb } from './openDatabase.ts';
import { dropSteps, listSteps, revisionNow, savedNow } from './proposalStepStore.ts';
import { accountIdOf, fromRow, markDeleted, markRestored, requireOfAccount } from './rows.ts';

const jsonColumns = ['readerIds', 'fieldOverrides', 'validity', 'faces'];
const headFields = /* sql */ `
  id, accountId, tenderId, templateId, language, number, edition, status, title, subject, documentDate,
  json_object('validFrom', validFrom, 'validUntil', validUntil) AS validity,
  addresseeId, readerIds, fieldOverrides, shape, faces,
  ${revisionNow} AS revision, createdAtMs, ${savedNow} AS savedAtMs`;

/** A proposal without its document: what lists, names and tasks need. */
export const ProposalHead = Proposal.omit({ document: true });
export type ProposalHead = z.infer<typeof ProposalHead>;

/** Throws notFound; a deleted proposal is not found. */
export function readProposalHead(db: ReadableDb, id: ProposalId): ProposalHead {
  const row = db
    .prepare(/* sql */ `SELECT ${headFields} FROM proposals WHERE id = :id AND deletedAtMs IS NULL`)
    .get({ id });
  if (row === undefined) throw new AppError('notFound', 'no such proposal');
  return ProposalHead.parse(fromRow(row, jsonColumns));
}

const DocumentRow = z.object({ document: z.string() });

/** As it was typed last, whether written whole or not. Throws notFound, documentInvalid or documentNewer. */
export function readProposal(db: ReadableDb, id: ProposalId): Proposal {
  const head = readProposalHead(db, id);
  const row = db
    .prepare(/* sql */ `SELECT document FROM proposal_documents WHERE proposalId = :id`)
    .get({ id });
  const written = readDocument(JSON.parse(DocumentRow.parse(row).document));
  const typed = listSteps(db, id);
  if (typed.length === 0) return { ...head, document: written };
  return { ...head, document: fromStepped(applySteps(toStepped(written), typed)) };
}

const Listed = ProposalRow.omit({ readerNames: true });
const ReaderName = z.object({ lastName: z.string(), firstName: z.string(), middleName: z.string() });

const listed = /* sql */ `p.id, p.accountId, a.name AS accountName, p.tenderId, p.number, p.edition, p.title, p.subject,
  p.language, p.status, p.documentDate, p.validUntil, p.totalMinor, p.currency, p.savedAtMs,
  (SELECT max(q.edition) FROM proposals q
    WHERE q.number = p.number AND q.edition > p.edition AND q.status <> 'draft' AND q.deletedAtMs IS NULL)
    AS replacedByEdition,
  (SELECT json_group_array(json_object('lastName', r.lastName, 'firstName', r.firstName, 'middleName', r.middleName)
      ORDER BY reader.key)
    FROM json_each(p.readerIds) reader JOIN people r ON r.id = reader.value) AS readers`;
const lastSavedFirst = `ORDER BY p.savedAtMs DESC, p.number DESC`;

function toListed(row: unknown): ProposalRow {
  const fields = fromRow(row, ['readers']);
  const readerNames = z
    .array(ReaderName)
    .parse(fields['readers'])
    .map((reader) => fullName(reader));
  return { ...Listed.parse(fields), readerNames };
}

/** Proposals of a client, or of all, the last saved first; those of deleted clients stay in the list of all. */
export function listProposals(db: ReadableDb, accountId: AccountId | null): ProposalRow[] {
  return db
    .prepare(/* sql */ `
      SELECT ${listed} FROM proposals p JOIN accounts a ON a.id = p.accountId
      WHERE p.deletedAtMs IS NULL AND (:accountId IS NULL OR p.accountId = :accountId) ${lastSavedFirst}`)
    .all({ accountId })
    .map(toListed);
}

const Count = z.object({ count: z.int() });

/**
 * The first rows of the list of all proposals, the last saved first, with how many were found of how many. The query is
 * a piece of a number, a client's name, a title or a subject.
 */
export function pageProposals(
  db: ReadableDb,
  { view, query, limit }: InputOf<'proposals.page'>,
): OutputOf<'proposals.page'> {
  const ended = `('accepted', 'declined', 'expired')`;
  const living = /* sql */ `FROM proposals p JOIN accounts a ON a.id = p.accountId WHERE p.deletedAtMs IS NULL`;
  const ids = findInTexts(
    db,
    /* sql */ `SELECT p.id, p.number, a.name AS accountName, p.title, p.subject ${living}`,
    query,
  );
  const where = /* sql */ `${living}
    ${view === 'all' ? '' : `AND p.status ${view === 'ended' ? 'IN' : 'NOT IN'} ${ended}`}
    AND (:ids IS NULL OR p.id IN (SELECT value FROM json_each(:ids)))`;
  const count = (sql: string, of: SqlParams): number => Count.parse(db.prepare(sql).get(of)).count;
  return {
    rows: db
      .prepare(/* sql */ `SELECT ${listed} ${where} ${lastSavedFirst} LIMIT :limit`)
      .all({ ids, limit })
      .map(toListed),
    found: count(/* sql */ `SELECT count(*) AS count ${where}`, { ids }),
    total: count(/* sql */ `SELECT count(*) AS count FROM proposals WHERE deletedAtMs IS NULL`, {}),
  };
}

const Counter = z.object({ lastCounter: z.int() });

/** Takes the next number of a year. It is never given again, also after the proposal is deleted. */
export function takeNumber(db: WritableDb, pattern: string, year: number): string {
  const used = db.prepare(/* sql */ `SELECT 1 FROM proposals WHERE number = :number`);
  for (;;) {
    const { lastCounter } = Counter.parse(
      db
        .prepare(/* sql */ `
          INSERT INTO proposal_counters (year, lastCounter) VALUES (:year, 1)
          ON CONFLICT (year) DO UPDATE SET lastCounter = lastCounter + 1 RETURNING lastCounter`)
        .get({ year }),
    );
    const plain = proposalNumber(pattern, year, lastCounter);
    // A pattern without the year or the counter would give one number twice: then both are added to it.
    const number = used.get({ number: plain }) === undefined ? plain : `${plain}-${year}-${lastCounter}`;
    if (used.get({ number }) === undefined) return number;
  }
}

function totalOf(document: ProposalDocument): { totalMinor: number | null; currency: string } {
  const table = priceTableOf(document.root);
  if (table === null) return { totalMinor: null, currency: 'RUB' };
  const { grossMinor, isTooLarge } = priceTotals(table);
  return { totalMinor: isTooLarge ? null : grossMinor, currency: table.currency };
}

const headerParams = (header: ProposalHeader) => ({
  title: header.title,
  subject: header.subject,
  documentDate: header.documentDate,
  validFrom: header.validity.validFrom,
  validUntil: header.validity.validUntil,
  addresseeId: header.addresseeId,
  readerIds: JSON.stringify(header.readerIds),
  fieldOverrides: JSON.stringify(header.fieldOverrides),
  shape: header.shape,
  faces: JSON.stringify(header.faces),
});

export type NewProposal = ProposalHeader &
  Pick<Proposal, 'accountId' | 'tenderId' | 'templateId' | 'language' | 'number' | 'document'> & {
    /** 1 where absent. */
    readonly edition?: number;
    /** The edition it was made from. */
    readonly previousId?: ProposalId;
  };

/** Stores a composed proposal as a draft. `id` is given only by the example. */
export function insertProposal(
  db: WritableDb,
  proposal: NewProposal,
  nowMs: number,
  id: ProposalId = ProposalId.parse(randomUUID()),
): ProposalId {
  const { accountId, tenderId, templateId, language, number, document } = proposal;
  db.prepare(/* sql */ `
    INSERT INTO proposals (id, revision, createdAtMs, savedAtMs, accountId, tenderId, templateId, language, number, edition, previousId,
      status, title, subject, documentDate, validFrom, validUntil, addresseeId, readerIds, fieldOverrides, shape, faces,
      totalMinor, currency)
    VALUES (:id, 1, :nowMs, :nowMs, :accountId, :tenderId, :templateId, :language, :number, :edition, :previousId,
      'draft', :title, :subject, :documentDate, :validFrom, :validUntil, :addresseeId, :readerIds, :fieldOverrides,
      :shape, :faces, :totalMinor, :currency)`).run({
    ...headerParams(proposal),
    ...totalOf(document),
    id,
    nowMs,
    accountId,
    tenderId,
    templateId,
    language,
    number,
    edition: proposal.edition ?? 1,
    previousId: proposal.previousId ?? null,
  });
  db.prepare(/* sql */ `INSERT INTO proposal_documents (proposalId, document) VALUES (:id, :document)`).run({
    id,
    document: JSON.stringify(document),
  });
  noteUses(db, id, document);
  return id;
}

/** Says why a save changed nothing. Throws proposalSent, staleRevision or notFound. */
function refuseSave(db: ReadableDb, id: ProposalId, baseRevision: number): never {
  const { status, revision } = readProposalHead(db, id);
  if (status !== 'draft') throw new AppError('proposalSent', 'a sent proposal stays as it was sent');
  throw new AppError('staleRevision', `the proposal moved past revision ${baseRevision}`, { revision });
}

/** Writes the whole document; what was typed is in it, so its journal is emptied. */
function putDocument(db: WritableDb, id: ProposalId, document: ProposalDocument): void {
  db.prepare(/* sql */ `UPDATE proposal_documents SET document = :document WHERE proposalId = :id`).run({
    id,
    document: JSON.stringify(document),
  });
  noteUses(db, id, document);
  dropSteps(db, id);
}

/** Writes whole what its journal says already: the proposal does not change, nor does its revision. */
export function foldDocument(db: WritableDb, head: ProposalHead, document: ProposalDocument): void {
  const { id, revision, savedAtMs } = head;
  db.prepare(/* sql */ `
    UPDATE proposals SET revision = :revision, savedAtMs = :savedAtMs, totalMinor = :totalMinor, currency = :currency
    WHERE id = :id`).run({ id, revision, savedAtMs, ...totalOf(document) });
  putDocument(db, id, document);
}

/** Saves what was typed; answers the new revision. Throws notFound, proposalSent or staleRevision. */
export function saveProposalDocument(
  db: WritableDb,
  id: ProposalId,
  baseRevision: number,
  document: ProposalDocument,
  nowMs: number,
): number {
  const { changes } = db
    .prepare(/* sql */ `
      UPDATE proposals
      SET revision = :baseRevision + 1, savedAtMs = :nowMs, totalMinor = :totalMinor, currency = :currency
      WHERE id = :id AND ${revisionNow} = :baseRevision AND status = 'draft' AND deletedAtMs IS NULL`)
    .run({ id, baseRevision, nowMs, ...totalOf(document) });
  if (changes === 0) refuseSave(db, id, baseRevision);
  putDocument(db, id, document);
  return baseRevision + 1;
}

/** Throws notFound unless the readers and the addressee are people of the account. */
function requireReaders(
  db: ReadableDb,
  accountId: AccountId,
  header: Pick<ProposalHeader, 'readerIds' | 'addresseeId'>,
): void {
  const { readerIds, addresseeId } = header;
  requireOfAccount(db, 'people', accountId, addresseeId === null ? readerIds : [...readerIds, addresseeId]);
}

/** Answers the new revision. Throws notFound, proposalSent or staleRevision. */
export function saveProposalHeader(
  db: WritableDb,
  id: ProposalId,
  baseRevision: number,
  header: ProposalHeader,
  nowMs: number,
): number {
  requireReaders(db, readProposalHead(db, id).accountId, header);
  const { changes } = db
    .prepare(/* sql */ `
      UPDATE proposals
      SET title = :title, subject = :subject, documentDate = :documentDate, validFrom = :validFrom,
        validUntil = :validUntil, addresseeId = :addresseeId, readerIds = :readerIds, fieldOverrides = :fieldOverrides,
        shape = :shape, faces = :faces,
        revision = revision + 1, savedAtMs = :nowMs
      WHERE id = :id AND ${revisionNow} = :baseRevision AND status = 'draft' AND deletedAtMs IS NULL`)
    .run({ ...headerParams(header), id, baseRevision, nowMs });
  if (changes === 0) refuseSave(db, id, baseRevision);
  return baseRevision + 1;
}

/** Writes the status; `sentOn` absent = it stays. Answers the new revision. */
export function putProposalStatus(
  db: WritableDb,
  head: ProposalHead,
  next: { readonly status: ProposalStatus; readonly sentOn?: CalendarDate | null },
  nowMs: number,
): number {
  db.prepare(/* sql */ `
    UPDATE proposals
    SET status = :status, sentOn = CASE WHEN :keepsDay THEN sentOn ELSE :sentOn END, revision = revision + 1, savedAtMs = :nowMs
    WHERE id = :id`).run({
    id: head.id,
    nowMs,
    status: next.status,
    keepsDay: next.sentOn === undefined ? 1 : 0,
    sentOn: next.sentOn ?? null,
  });
  refreshSummary(db, head.accountId);
  return head.revision + 1;
}

export function deleteProposal(db: WritableDb, id: ProposalId, nowMs: number): void {
  markDeleted(db, 'proposals', id, nowMs);
  refreshSummary(db, accountIdOf(db, 'proposals', id));
}

export function restoreProposal(db: WritableDb, id: ProposalId): void {
  markRestored(db, 'proposals', id);
  refreshSummary(db, accountIdOf(db, 'proposals', id));
}

/** The account that a tender belongs to must be this one. Throws notFound. */
export function requireTenderOf(db: ReadableDb, accountId: AccountId, tenderId: TenderId | null): void {
  if (tenderId !== null) requireOfAccount(db, 'tenders', accountId, [tenderId]);
}
