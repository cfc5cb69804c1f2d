import { z } from 'zod';
import type { AccountFamily } from '../../../shared/domain/accountFamily.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { addedSums } from '../../../shared/domain/currencySum.ts';
import { AccountId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { readMeasures } from './accountMeasures.ts';
import { deliverySums } from './deliverySums.ts';
import type { ReadableDb } from './openDatabase.ts';

const Above = z.object({ id: AccountId, name: z.string() });

/** Whom an account belongs to, the nearest first; what was deleted ends the line. */
function ownersOf(db: ReadableDb, id: AccountId): z.infer<typeof Above>[] {
  return db
    .prepare(/* sql */ `
      WITH RECURSIVE above (id, depth) AS (
        SELECT parentAccountId, 1 FROM accounts WHERE id = :id
        UNION SELECT a.parentAccountId, depth + 1 FROM above JOIN accounts a ON a.id = above.id
          WHERE a.deletedAtMs IS NULL AND depth < 100
      )
      SELECT accounts.id, name FROM above JOIN accounts ON accounts.id = above.id
      WHERE deletedAtMs IS NULL ORDER BY depth`)
    .all({ id })
    .map((row) => Above.parse(row));
}

const Found = z.object({ found: z.int() });

/** Throws accountCycle where the parent would stand below the account itself, deleted ones between them included. */
export function refuseCycle(db: ReadableDb, id: AccountId, parentId: AccountId): void {
  const { found } = Found.parse(
    db
      .prepare(/* sql */ `
        WITH RECURSIVE above (id) AS (
          SELECT :parentId UNION SELECT a.parentAccountId FROM above JOIN accounts a ON a.id = above.id
        )
        SELECT count(*) AS found FROM above WHERE id = :id`)
      .get({ id, parentId }),
  );
  if (found > 0) throw new AppError('accountCycle', 'the parent is a branch of the account');
}

const Below = z.object({
  id: AccountId,
  parentId: AccountId,
  name: z.string(),
  city: z.string(),
  depth: z.int(),
});

/** The branches of an account with the branches of those, each under its parent, by name. */
function branchesOf(db: ReadableDb, id: AccountId): z.infer<typeof Below>[] {
  const rows = db
    .prepare(/* sql */ `
      WITH RECURSIVE below (id, parentId, depth) AS (
        SELECT id, parentAccountId, 1 FROM accounts INDEXED BY accountsBranches
          WHERE parentAccountId = :id AND deletedAtMs IS NULL
        UNION SELECT b.id, b.parentAccountId, depth + 1 FROM below JOIN accounts b INDEXED BY accountsBranches
          ON b.parentAccountId = below.id WHERE b.deletedAtMs IS NULL AND depth < 100
      )
      SELECT below.id, parentId, name, city, depth FROM below JOIN accounts ON accounts.id = below.id
      ORDER BY depth, name`)
    .all({ id })
    .map((row) => Below.parse(row));
  const under = (parentId: AccountId): z.infer<typeof Below>[] =>
    rows.filter((row) => row.parentId === parentId).flatMap((row) => [row, ...under(row.id)]);
  return under(id);
}

/** The tree that an account stands in: whom it belongs to, its branches, and sums of the last 12 months with them. */
export function readFamily(db: ReadableDb, id: AccountId, today: CalendarDate): AccountFamily {
  const below = branchesOf(db, id);
  const ids = [id, ...below.map((branch) => branch.id)];
  const portfolio = readMeasures(db, ids, today);
  const delivered = deliverySums(db, ids, today);
  const sumsOf = (of: AccountId) => [...(delivered.get(of) ?? [])];
  const own = portfolio.get(id);
  if (own === undefined) throw new AppError('notFound', 'no such account');
  const branches = below.flatMap(({ id: branchId, name, city, depth }) => {
    const measures = portfolio.get(branchId);
    return measures === undefined
      ? []
      : [{ id: branchId, name, city, depth, measures, sums: sumsOf(branchId) }];
  });
  const ownSum = { profitSharePermille: own.profitSharePermille, sums: sumsOf(id) };
  return {
    parents: ownersOf(db, id).toReversed(),
    branches,
    own: ownSum,
    group: {
      profitSharePermille: branches.reduce(
        (sum, { measures }) => sum + measures.profitSharePermille,
        own.profitSharePermille,
      ),
      sums: addedSums([ownSum.sums, ...branches.map(({ sums }) => sums)]),
    },
  };
}

const Link = z.object({ id: AccountId, parentId: AccountId, parentName: z.string() });

/** Who is a branch of whom, and how many branches everybody has; deleted accounts take no part. */
export function readBranchLinks(db: ReadableDb): {
  readonly parentOf: ReadonlyMap<AccountId, { readonly id: AccountId; readonly name: string }>;
  readonly branchesOf: ReadonlyMap<AccountId, number>;
} {
  const links = db
    .prepare(/* sql */ `
      SELECT b.id, b.parentAccountId AS parentId, p.name AS parentName
      FROM accounts b INDEXED BY accountsBranches CROSS JOIN accounts p ON p.id = b.parentAccountId
      WHERE b.parentAccountId IS NOT NULL AND b.deletedAtMs IS NULL AND p.deletedAtMs IS NULL`)
    .all()
    .map((row) => Link.parse(row));
  const counts = new Map<AccountId, number>();
  for (const { parentId } of links) counts.set(parentId, (counts.get(parentId) ?? 0) + 1);
  return {
    parentOf: new Map(links.map(({ id, parentId, parentName }) => [id, { id: parentId, name: parentName }])),
    branchesOf: counts,
  };
}
