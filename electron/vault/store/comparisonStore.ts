import { ComparisonMark } from '../../../shared/domain/competitorOffer.ts';
import type { ComparisonCriterion } from '../../../shared/domain/competitorOffer.ts';
import { topCriteria } from '../../../shared/domain/groupCriteria.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import type { CriterionKey } from '../../../shared/domain/person.ts';
import { Tender } from '../../../shared/domain/tender.ts';
import { readEssentials } from './essentials.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';
import { fromRow, requireLiveAccount, requireOfAccount } from './rows.ts';

/** Marks of a client's competitors by criterion. */
export function listComparisonMarks(db: ReadableDb, accountId: AccountId): ComparisonMark[] {
  return db
    .prepare(/* sql */ `
      SELECT m.competitorId, m.criterion, m.standing, m.note
      FROM comparison_marks m JOIN competitors c ON c.id = m.competitorId
      WHERE c.accountId = :accountId AND c.deletedAtMs IS NULL ORDER BY m.competitorId, m.criterion`)
    .all({ accountId })
    .map((row) => ComparisonMark.parse(row));
}

/** Writes a mark, or takes it away with `standing` null. Throws notFound or accountDeleted. */
export function setComparisonMark(
  db: WritableDb,
  accountId: AccountId,
  mark: Omit<ComparisonMark, 'standing'> & { readonly standing: ComparisonMark['standing'] | null },
): void {
  requireLiveAccount(db, accountId);
  requireOfAccount(db, 'competitors', accountId, [mark.competitorId]);
  const { competitorId, criterion, standing, note } = mark;
  if (standing === null)
    db.prepare(/* sql */ `
      DELETE FROM comparison_marks WHERE competitorId = :competitorId AND criterion = :criterion`).run({
      competitorId,
      criterion,
    });
  else
    db.prepare(/* sql */ `
      INSERT INTO comparison_marks (competitorId, criterion, standing, note)
      VALUES (:competitorId, :criterion, :standing, :note)
      ON CONFLICT (competitorId, criterion) DO UPDATE SET standing = :standing, note = :note`).run({
      competitorId,
      criterion,
      standing,
      note,
    });
}

const OwnStandings = Tender.pick({ title: true, criteria: true });

/**
 * What the client compares suppliers by: the criteria of its group by weight, then those of its tenders and marks that
 * nobody of the group named. Our standing is of the latest tender that says it.
 */
export function comparisonCriteria(db: ReadableDb, accountId: AccountId): ComparisonCriterion[] {
  const essentials = readEssentials(db, accountId);
  const group = essentials === null ? [] : topCriteria(essentials.people);
  const tenders = db
    .prepare(/* sql */ `
      SELECT title, criteria FROM tenders WHERE accountId = :accountId AND deletedAtMs IS NULL
      ORDER BY coalesce(tenderOn, decidedOn) DESC NULLS LAST, title`)
    .all({ accountId })
    .map((row) => OwnStandings.parse(fromRow(row, ['criteria'])));
  const keys = new Set<CriterionKey>([
    ...group.map(({ key }) => key),
    ...tenders.flatMap(({ criteria }) => criteria.map(({ key }) => key)),
    ...listComparisonMarks(db, accountId).map(({ criterion }) => criterion),
  ]);
  return [...keys].map((key) => {
    const tender = tenders.find(({ criteria }) =>
      criteria.some((one) => one.key === key && one.ourStanding !== null),
    );
    return {
      key,
      percent: group.find((one) => one.key === key)?.percent ?? 0,
      ourStanding: tender?.criteria.find((one) => one.key === key)?.ourStanding ?? null,
      tenderTitle: tender?.title ?? '',
    };
  });
}
