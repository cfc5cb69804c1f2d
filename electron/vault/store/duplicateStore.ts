import { z } from 'zod';
import {
  Duplicate,
  type DuplicateReason,
  foldedCompany,
  foldedPhone,
  isNearName,
} from '../../../shared/domain/duplicates.ts';
import { fullName } from '../../../shared/domain/nameForms.ts';
import type { ReadableDb, WritableDb } from './openDatabase.ts';

const mostPairs = 200;
/** A bucket larger than this says nothing: so many share a beginning that comparing all with all would take minutes. */
const mostInBucket = 200;

const AccountLine = z.object({ id: z.string(), name: z.string(), inn: z.string(), city: z.string() });
type AccountLine = z.infer<typeof AccountLine>;
const PersonLine = z.object({
  id: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  lastName: z.string(),
  firstName: z.string(),
  middleName: z.string(),
  position: z.string(),
  email: z.string(),
  phone: z.string(),
});
type PersonLine = z.infer<typeof PersonLine>;

type Pairs<Line> = { take(first: Line, second: Line, reason: DuplicateReason): void };

const pairKey = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

const ApartPair = z.object({ firstId: z.string(), secondId: z.string() });

function apartPairs(db: ReadableDb): Set<string> {
  const rows = db.prepare(/* sql */ `SELECT firstId, secondId FROM apart_pairs`).all();
  return new Set(
    rows.map((row) => {
      const { firstId, secondId } = ApartPair.parse(row);
      return pairKey(firstId, secondId);
    }),
  );
}

/** Lines that share a key, next to next: three of one key make two pairs. */
function takeEqual<Line>(
  lines: readonly Line[],
  keyOf: (line: Line) => string,
  reason: DuplicateReason,
  pairs: Pairs<Line>,
): void {
  const last = new Map<string, Line>();
  for (const line of lines) {
    const key = keyOf(line);
    if (key === '') continue;
    const before = last.get(key);
    if (before !== undefined) pairs.take(before, line, reason);
    last.set(key, line);
  }
}

function takeNear(lines: readonly AccountLine[], pairs: Pairs<AccountLine>): void {
  const buckets = new Map<string, { folded: string; line: AccountLine }[]>();
  for (const line of lines) {
    const folded = foldedCompany(line.name);
    const city = line.city.trim().toLocaleLowerCase('ru');
    if (folded.length < 6 || city === '') continue;
    // One edit leaves the beginning or the end as it is.
    for (const key of [`${city} < ${folded.slice(0, 3)}`, `${city} > ${folded.slice(-3)}`]) {
      const bucket = buckets.get(key) ?? [];
      bucket.push({ folded, line });
      buckets.set(key, bucket);
    }
  }
  for (const bucket of buckets.values()) {
    if (bucket.length > mostInBucket) continue;
    for (const [at, one] of bucket.entries())
      for (const other of bucket.slice(at + 1))
        if (one.folded !== other.folded && isNearName(one.folded, other.folded))
          pairs.take(one.line, other.line, 'nearName');
  }
}

/** Clients and people that are likely entered twice, the likeliest reason first; archived ones are looked at too. */
export function findDuplicates(db: ReadableDb): Duplicate[] {
  const apart = apartPairs(db);
  const found = new Map<string, Duplicate>();
  const put = (
    pair: { readonly first: { id: string }; readonly second: { id: string } },
    make: () => Duplicate,
  ) => {
    const key = pairKey(pair.first.id, pair.second.id);
    if (found.size < mostPairs && !found.has(key) && !apart.has(key)) found.set(key, make());
  };
  const accounts = db
    .prepare(/* sql */ `
      SELECT id, name, inn, city FROM accounts INDEXED BY accountsListed WHERE deletedAtMs IS NULL`)
    .all()
    .map((row) => AccountLine.parse(row));
  const accountPairs: Pairs<AccountLine> = {
    take(first, second, reason) {
      put({ first, second }, () => {
        const side = ({ id, name, inn, city }: AccountLine) => ({
          id,
          title: name,
          subtitle: [city, inn].filter(Boolean).join(' · '),
        });
        return Duplicate.parse({
          kind: 'account',
          reason,
          accountId: first.id,
          accountName: first.name,
          first: side(first),
          second: side(second),
        });
      });
    },
  };
  takeEqual(accounts, ({ inn }) => inn.trim(), 'inn', accountPairs);
  takeEqual(accounts, ({ name }) => foldedCompany(name), 'name', accountPairs);
  takeNear(accounts, accountPairs);
  takePeople(db, put);
  return [...found.values()];
}

function takePeople(
  db: ReadableDb,
  put: (
    pair: { readonly first: { id: string }; readonly second: { id: string } },
    make: () => Duplicate,
  ) => void,
): void {
  const people = db
    .prepare(/* sql */ `
      SELECT p.id, p.accountId, a.name AS accountName, p.lastName, p.firstName, p.middleName, p.position, p.email, p.phone
      FROM people p JOIN accounts a ON a.id = p.accountId
      WHERE p.deletedAtMs IS NULL AND a.deletedAtMs IS NULL ORDER BY p.accountId`)
    .all()
    .map((row) => PersonLine.parse(row));
  const pairs: Pairs<PersonLine> = {
    take(first, second, reason) {
      put({ first, second }, () => {
        const side = (person: PersonLine) => ({
          id: person.id,
          title: fullName(person),
          subtitle: [person.position, person.email].filter(Boolean).join(' · '),
        });
        return Duplicate.parse({
          kind: 'person',
          reason,
          accountId: first.accountId,
          accountName: first.accountName,
          first: side(first),
          second: side(second),
        });
      });
    },
  };
  // Within one client: people of the same name at two clients are two people or one who moved.
  const within = (person: PersonLine, value: string): string =>
    value === '' ? '' : `${person.accountId} ${value}`;
  takeEqual(people, (person) => within(person, person.email.trim().toLowerCase()), 'email', pairs);
  takeEqual(people, (person) => within(person, foldedPhone(person.phone)), 'phone', pairs);
  takeEqual(
    people,
    (person) =>
      person.lastName === '' || person.firstName === ''
        ? ''
        : within(person, fullName(person).toLocaleLowerCase('ru').replaceAll('ё', 'е')),
    'fullName',
    pairs,
  );
}

/** Keeps that two are not one. */
export function keepApart(db: WritableDb, a: string, b: string): void {
  const [firstId, secondId] = a < b ? [a, b] : [b, a];
  db.prepare(/* sql */ `
    INSERT OR IGNORE INTO apart_pairs (firstId, secondId) VALUES (:firstId, :secondId)`).run({
    firstId,
    secondId,
  });
}
