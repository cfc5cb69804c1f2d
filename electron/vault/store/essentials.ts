import { z } from 'zod';
import type { DossierEssentials } from '../../../shared/domain/completeness.ts';
import { Account } from '../../../shared/domain/account.ts';
import { Person } from '../../../shared/domain/person.ts';
import { Tender } from '../../../shared/domain/tender.ts';
import type { ReadableDb } from './openDatabase.ts';
import { fromRow } from './rows.ts';

const EssentialAccount = Account.pick({
  types: true,
  profile: true,
  requisites: true,
  criteria: true,
  relationNow: true,
  relationProspect: true,
});
const EssentialPerson = Person.pick({
  id: true,
  lastName: true,
  firstName: true,
  middleName: true,
  readerRole: true,
  decisionRole: true,
  influence: true,
  attitude: true,
  criteria: true,
  threeP: true,
});
const EssentialTender = Tender.pick({
  id: true,
  title: true,
  status: true,
  reasons: true,
  reasonText: true,
  budgetMinor: true,
});
const EssentialCompetitor = z.object({ strengths: z.string(), weaknesses: z.string() });
const Counts = z.object({ deliveriesCount: z.int(), eventsCount: z.int() });

/** What the completeness of a dossier is judged by; null when there is no such account. Deleted accounts have theirs. */
export function readEssentials(db: ReadableDb, accountId: string): DossierEssentials | null {
  const row = db
    .prepare(/* sql */ `
      SELECT types, profile, requisites, criteria, relationNow, relationProspect FROM accounts WHERE id = :accountId`)
    .get({ accountId });
  if (row === undefined) return null;
  const people = db
    .prepare(/* sql */ `
      SELECT id, lastName, firstName, middleName, readerRole, decisionRole, influence, attitude, criteria, threeP
      FROM people WHERE accountId = :accountId AND deletedAtMs IS NULL`)
    .all({ accountId });
  const tenders = db
    .prepare(/* sql */ `
      SELECT id, title, status, reasons, reasonText, budgetMinor
      FROM tenders WHERE accountId = :accountId AND deletedAtMs IS NULL ORDER BY tenderOn DESC`)
    .all({ accountId });
  const competitors = db
    .prepare(
      /* sql */ `SELECT strengths, weaknesses FROM competitors WHERE accountId = :accountId AND deletedAtMs IS NULL`,
    )
    .all({ accountId });
  const counts = db
    .prepare(/* sql */ `
      SELECT
        (SELECT count(*) FROM deliveries WHERE accountId = :accountId AND deletedAtMs IS NULL) AS deliveriesCount,
        (SELECT count(*) FROM account_events WHERE accountId = :accountId AND deletedAtMs IS NULL) AS eventsCount`)
    .get({ accountId });
  return {
    account: EssentialAccount.parse(fromRow(row, ['types', 'profile', 'requisites', 'criteria'])),
    people: people.map((person) => EssentialPerson.parse(fromRow(person, ['criteria', 'threeP']))),
    tenders: tenders.map((tender) => EssentialTender.parse(fromRow(tender, ['reasons']))),
    competitors: z.array(EssentialCompetitor).parse(competitors),
    ...Counts.parse(counts),
  };
}
