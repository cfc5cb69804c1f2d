import { z } from 'zod';
import { Account } from '../../../shared/domain/account.ts';
import type { DossierEssentials } from '../../../shared/domain/completeness.ts';
import { Person } from '../../../shared/domain/person.ts';
import { Tender } from '../../../shared/domain/tender.ts';
import type { ReadableDb } from './openDatabase.ts';
import { fromRow } from './rows.ts';
import { standardReader } from './standardReader.ts';

const EssentialAccount = Account.pick({
  id: true,
  variant: true,
  industry: true,
  city: true,
  types: true,
  profile: true,
  details: true,
  requisites: true,
  criteria: true,
  threeP: true,
  relationNow: true,
  relationProspect: true,
});
const EssentialPerson = Person.pick({
  id: true,
  accountId: true,
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
  accountId: true,
  title: true,
  status: true,
  reasons: true,
  reasonText: true,
  budgetMinor: true,
});
const EssentialCompetitor = z.object({
  accountId: z.string(),
  strengths: z.string(),
  weaknesses: z.string(),
});
const Counts = z.object({ accountId: z.string(), deliveriesCount: z.int(), eventsCount: z.int() });

/** Groups rows by the account they belong to. */
function byAccount<Row extends { readonly accountId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.accountId);
    if (group === undefined) groups.set(row.accountId, [row]);
    else group.push(row);
  }
  return groups;
}

/**
 * What the completeness of dossiers is judged by, of those accounts that are there, in no order; deleted accounts have
 * theirs. Five statements for all of them: a changed standard judges ten thousand dossiers.
 */
export function readManyEssentials(
  db: ReadableDb,
  accountIds: readonly string[],
): { readonly accountId: string; readonly essentials: DossierEssentials }[] {
  const ids = JSON.stringify(accountIds);
  const standardOf = standardReader(db);
  const accounts = db
    .prepare(/* sql */ `
      SELECT accounts.id, variant, industry, city, types, profile, details, requisites, criteria, threeP, relationNow,
        relationProspect
      FROM json_each(:ids) chosen CROSS JOIN accounts ON accounts.id = chosen.value`)
    .all({ ids })
    .map((row) =>
      EssentialAccount.parse(
        fromRow(row, ['types', 'profile', 'details', 'requisites', 'criteria', 'threeP']),
      ),
    );
  const people = db
    .prepare(/* sql */ `
      SELECT people.id, accountId, lastName, firstName, middleName, readerRole, decisionRole, influence, attitude,
        criteria, threeP
      FROM json_each(:ids) chosen CROSS JOIN people ON people.accountId = chosen.value
      WHERE deletedAtMs IS NULL AND archivedAtMs IS NULL`)
    .all({ ids })
    .map((row) => EssentialPerson.parse(fromRow(row, ['criteria', 'threeP'])));
  const tenders = db
    .prepare(/* sql */ `
      SELECT tenders.id, accountId, title, status, reasons, reasonText, budgetMinor
      FROM json_each(:ids) chosen CROSS JOIN tenders ON tenders.accountId = chosen.value
      WHERE deletedAtMs IS NULL ORDER BY tenderOn DESC`)
    .all({ ids })
    .map((row) => EssentialTender.parse(fromRow(row, ['reasons'])));
  const competitors = db
    .prepare(/* sql */ `
      SELECT accountId, strengths, weaknesses
      FROM json_each(:ids) chosen CROSS JOIN competitors ON competitors.accountId = chosen.value
      WHERE deletedAtMs IS NULL`)
    .all({ ids })
    .map((row) => EssentialCompetitor.parse(row));
  const counts = db
    .prepare(/* sql */ `
      SELECT value AS accountId,
        (SELECT count(*) FROM deliveries WHERE accountId = value AND deletedAtMs IS NULL) AS deliveriesCount,
        (SELECT count(*) FROM account_events WHERE accountId = value AND deletedAtMs IS NULL) AS eventsCount
      FROM json_each(:ids)`)
    .all({ ids })
    .map((row) => Counts.parse(row));
  const of = {
    people: byAccount(people),
    tenders: byAccount(tenders),
    competitors: byAccount(competitors),
    counts: byAccount(counts),
  };
  return accounts.map((account) => {
    const [count] = of.counts.get(account.id) ?? [];
    return {
      accountId: account.id,
      essentials: {
        standard: standardOf(account.variant),
        account,
        people: of.people.get(account.id) ?? [],
        tenders: of.tenders.get(account.id) ?? [],
        competitors: of.competitors.get(account.id) ?? [],
        deliveriesCount: count?.deliveriesCount ?? 0,
        eventsCount: count?.eventsCount ?? 0,
      },
    };
  });
}

/** The same of one account; null when there is no such account. */
export function readEssentials(db: ReadableDb, accountId: string): DossierEssentials | null {
  return readManyEssentials(db, [accountId])[0]?.essentials ?? null;
}
