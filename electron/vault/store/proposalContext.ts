import { z } from 'zod';
import { Account } from '../../../shared/domain/account.ts';
import { addDays, CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { PriceLevel } from '../../../shared/domain/competitor.ts';
import { ComparisonMark } from '../../../shared/domain/competitorOffer.ts';
import type { OwnFieldKey } from '../../../shared/domain/detailFields.ts';
import { fieldOf, isOwnField } from '../../../shared/domain/dossierStandard.ts';
import type { AccountId, PersonId, ProposalId, TenderId } from '../../../shared/domain/ids.ts';
import { fieldRead, fieldWritten, ownColumns } from '../../../shared/domain/ownColumn.ts';
import type { PaperField } from '../../../shared/domain/ownField.ts';
import type { Proposal, ProposalContext } from '../../../shared/domain/proposal.ts';
import { Reader } from '../../../shared/domain/proposal.ts';
import { Tender } from '../../../shared/domain/tender.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { readCompany } from './companyStore.ts';
import { guessedFields } from './fieldNoteStore.ts';
import type { ReadableDb } from './openDatabase.ts';
import { readProposal } from './proposalStore.ts';
import { readVatLaw } from './rateStore.ts';
import { listReferences } from './referenceStore.ts';
import { fromRow } from './rows.ts';
import { listOwnFields, standardReader } from './standardReader.ts';
import { listTerms } from './termStore.ts';
import type { OwnTerm } from '../../../shared/domain/library.ts';

const AccountPart = Account.pick({
  id: true,
  name: true,
  legalForm: true,
  industry: true,
  city: true,
  currency: true,
}).extend({
  deletedAtMs: z.int().nullable(),
  fullName: z.string(),
  inn: z.string(),
  needs: z.string(),
  plans: z.string(),
  firstDeliveryOn: CalendarDate.nullable(),
  deliveriesCount: z.int(),
  recentComplaints: z.int(),
});

/** Complaints older than this are history: a supplier is judged by the last year. */
const complaintDays = 365;

function readAccountPart(
  db: ReadableDb,
  accountId: AccountId,
  today: CalendarDate,
): ProposalContext['account'] {
  const row = db
    .prepare(/* sql */ `
      SELECT id, name, legalForm, industry, city, currency, inn, deletedAtMs,
        json_extract(requisites, '$.fullName') AS fullName,
        json_extract(profile, '$.needs') AS needs, json_extract(profile, '$.plans') AS plans,
        (SELECT min(deliveredOn) FROM deliveries d WHERE d.accountId = accounts.id AND d.deletedAtMs IS NULL)
          AS firstDeliveryOn,
        (SELECT count(*) FROM deliveries d WHERE d.accountId = accounts.id AND d.deletedAtMs IS NULL) AS deliveriesCount,
        (SELECT count(*) FROM account_events e
          WHERE e.accountId = accounts.id AND e.deletedAtMs IS NULL AND e.kind IN ('complaint', 'misunderstanding')
            AND e.happenedOn > :since AND e.happenedOn <= :today) AS recentComplaints
      FROM accounts WHERE id = :accountId`)
    .get({ accountId, today, since: addDays(today, -complaintDays) });
  if (row === undefined) throw new AppError('notFound', 'no such account');
  const { deletedAtMs, ...account } = AccountPart.parse(row);
  // A guess is a hole in a document, not a statement about the client.
  const guessed = guessedFields(db, accountId);
  const told = (field: 'industry' | 'city' | 'fullName' | 'inn' | 'needs' | 'plans'): string =>
    guessed.has(field) ? '' : account[field];
  return {
    ...account,
    industry: told('industry'),
    city: told('city'),
    fullName: told('fullName'),
    inn: told('inn'),
    needs: told('needs'),
    plans: told('plans'),
    deleted: deletedAtMs !== null,
  };
}

const DossierPart = Account.pick({ variant: true, details: true });

/**
 * Every own field of the department with what this dossier says in its column: a text that names the field of another
 * standard is filled from that of the client's own. Guesses that nobody allowed are left out.
 */
function readOwnFields(db: ReadableDb, accountId: AccountId): PaperField[] {
  const fields = listOwnFields(db);
  const row = db
    .prepare(/* sql */ `SELECT variant, details FROM accounts WHERE id = :accountId`)
    .get({ accountId });
  const { variant, details } = DossierPart.parse(fromRow(row, ['details']));
  const standard = standardReader(db)(variant);
  const guessed = guessedFields(db, accountId);
  const client = { standardId: standard.id, details };
  const valueOf = (key: OwnFieldKey): string => (guessed.has(key) ? '' : (details[key] ?? ''));
  const papers = ownColumns(fields).flatMap((column) => {
    const isAsked = column.fields.some(({ key }) => fieldOf(standard, key)?.asked === true);
    const state = isAsked ? 'asked' : column.askedBy.length > 0 ? 'elsewhere' : 'former';
    const read = fieldRead(column, client).key;
    const offered = fieldWritten(column, client).key;
    return column.fields.map(({ key, label, kind }): PaperField => ({
      key,
      label: fieldOf(standard, key)?.label ?? label,
      kind: fieldOf(standard, read)?.kind ?? kind,
      state,
      value: valueOf(read),
      offered: key === offered,
    }));
  });
  const known = new Set(fields.map(({ key }) => key));
  // What no standard names any more still stands in the dossier, as text.
  const nameless = Object.keys(details)
    .filter(isOwnField)
    .filter((key) => !known.has(key))
    .map((key): PaperField => ({
      key,
      label: '',
      kind: 'long',
      state: 'former',
      value: valueOf(key),
      offered: false,
    }));
  return [...papers, ...nameless];
}

const TenderPart = Tender.pick({
  id: true,
  title: true,
  subject: true,
  requestNumber: true,
  tenderOn: true,
  criteria: true,
});

function readTenderPart(db: ReadableDb, tenderId: TenderId | null): ProposalContext['tender'] {
  const row = db
    .prepare(
      /* sql */ `SELECT id, title, subject, requestNumber, tenderOn, criteria FROM tenders WHERE id = :tenderId`,
    )
    .get({ tenderId });
  if (row === undefined) return null;
  const tender = TenderPart.parse(fromRow(row, ['criteria']));
  return { ...tender, criteria: tender.criteria.map(({ key, weightPercent }) => ({ key, weightPercent })) };
}

/** Readers in the order of the ids. A person deleted since stays a reader of the paper; nothing private is read. */
function readReaders(db: ReadableDb, readerIds: readonly PersonId[]): Reader[] {
  const of = db.prepare(/* sql */ `
    SELECT id AS personId, lastName, firstName, middleName, gender, position, readerRole AS role, influence, psychotype,
      attitude, criteria, nameForms, email, deletedAtMs IS NOT NULL AS deleted
    FROM people WHERE id = :id`);
  return readerIds.flatMap((id) => {
    const row = of.get({ id });
    if (row === undefined) return [];
    const fields = fromRow(row, ['criteria', 'nameForms']);
    return [Reader.parse({ ...fields, deleted: fields['deleted'] === 1 })];
  });
}

const Loss = z.object({
  tenderTitle: z.string(),
  decidedOn: CalendarDate.nullable(),
  reasons: z.array(z.string()),
});

function readPastLosses(db: ReadableDb, accountId: AccountId): ProposalContext['pastLosses'] {
  return db
    .prepare(/* sql */ `
      SELECT title AS tenderTitle, decidedOn, reasons FROM tenders
      WHERE accountId = :accountId AND status = 'lost' AND deletedAtMs IS NULL
      ORDER BY coalesce(decidedOn, tenderOn) DESC NULLS LAST, title`)
    .all({ accountId })
    .map((row) => Loss.parse(fromRow(row, ['reasons'])));
}

const Rival = z.object({
  name: z.string(),
  priceLevel: PriceLevel,
  marks: z.array(ComparisonMark.pick({ criterion: true, standing: true })),
});

/** Those who bid in the tender where bids are known, else everybody who courts the client. */
function readRivals(
  db: ReadableDb,
  { accountId, tenderId }: { readonly accountId: AccountId; readonly tenderId: TenderId | null },
): ProposalContext['rivals'] {
  return db
    .prepare(/* sql */ `
      WITH bidders AS (
        SELECT json_extract(bid.value, '$.competitorId') AS id
        FROM tenders t, json_each(t.bids) bid WHERE t.id = :tenderId AND t.deletedAtMs IS NULL)
      SELECT name, priceLevel,
        (SELECT json_group_array(json_object('criterion', criterion, 'standing', standing) ORDER BY criterion)
          FROM comparison_marks m WHERE m.competitorId = competitors.id) AS marks
      FROM competitors
      WHERE accountId = :accountId AND deletedAtMs IS NULL
        AND (id IN (SELECT id FROM bidders) OR NOT EXISTS (SELECT 1 FROM bidders))
      ORDER BY name, id`)
    .all({ accountId, tenderId })
    .map((row) => Rival.parse(fromRow(row, ['marks'])));
}

/** All that a proposal is drawn from beside itself, read fresh. Throws notFound when there never was such an account. */
export function readProposalContext(
  db: ReadableDb,
  about: {
    readonly accountId: AccountId;
    readonly tenderId: TenderId | null;
    readonly readerIds: readonly PersonId[];
  },
  today: CalendarDate,
): ProposalContext {
  const terms = listTerms(db);
  const namesOf = (kind: OwnTerm['kind']): Record<string, string> =>
    Object.fromEntries(terms.filter((term) => term.kind === kind).map(({ key, label }) => [key, label]));
  return {
    today,
    company: readCompany(db, today),
    account: readAccountPart(db, about.accountId, today),
    tender: readTenderPart(db, about.tenderId),
    ownFields: readOwnFields(db, about.accountId),
    readers: readReaders(db, about.readerIds),
    roleNames: namesOf('role'),
    criterionNames: namesOf('criterion'),
    pastLosses: readPastLosses(db, about.accountId),
    references: listReferences(db),
    vatLaw: readVatLaw(db),
    rivals: readRivals(db, about),
  };
}

/** A proposal with all it is drawn from. A deleted client does not stop the reading. Throws notFound. */
export function readProposalWithContext(
  db: ReadableDb,
  id: ProposalId,
  today: CalendarDate,
): { proposal: Proposal; context: ProposalContext } {
  const proposal = readProposal(db, id);
  return { proposal, context: readProposalContext(db, proposal, today) };
}
