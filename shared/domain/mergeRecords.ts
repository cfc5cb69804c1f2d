import { z } from 'zod';

/** What stands in a field of two records: text, number, an answer, a list, or a part with parts of its own. */
export const MergeValue = z.json();
export type MergeValue = z.infer<typeof MergeValue>;

export const MergeChoice = z.enum(['keep', 'away', 'both']);
export type MergeChoice = z.infer<typeof MergeChoice>;

/** A field that differs: `path` is its name, a part's field after a dot. */
export const MergeField = z.object({
  path: z.string(),
  keep: MergeValue,
  away: MergeValue,
  /** Whether both can stand: texts are joined, lists united. */
  joins: z.boolean(),
  /** The path whose choice decides: its own, or the currency's for money of two clients with two currencies. */
  chosenBy: z.string(),
  suggested: MergeChoice,
});
export type MergeField = z.infer<typeof MergeField>;

export type MergeChoices = Readonly<Record<string, MergeChoice>>;

type Plain = Readonly<Record<string, unknown>>;

// Parts whose fields are chosen one by one.
const parts: ReadonlySet<string> = new Set([
  'profile',
  'requisites',
  'threeP',
  'nameForms',
  'criteria',
  'details',
]);
// Short texts that are a value, not a text: two of them joined would be neither.
const single: ReadonlySet<string> = new Set([
  'name',
  'legalForm',
  'lastName',
  'firstName',
  'middleName',
  'gender',
  'variant',
  'readerRole',
  'decisionRole',
  'attitude',
  'psychotype',
  'birthday',
  'parentAccountId',
  'nextStepOn',
  'accountId',
]);
// Own money of a client and the currency it is told in. Of two currencies one comes, and with it the sums that are told
// in it: a sum beside another's currency would be another sum.
const currencyPath = 'currency';
const moneyPaths: readonly string[] = ['profile.annualRevenueMinor', 'profile.finances'];
const tiedPaths: readonly string[] = [currencyPath, ...moneyPaths];

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === 'unknown' ||
  (Array.isArray(value) && value.length === 0) ||
  // An answer that was not given.
  (isPlain(value) && Object.values(value).every(isEmpty));
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function leaves(record: Plain): Map<string, unknown> {
  const found = new Map<string, unknown>();
  for (const [name, value] of Object.entries(record)) {
    if (parts.has(name) && isPlain(value))
      for (const [inner, part] of Object.entries(value)) found.set(`${name}.${inner}`, part);
    else found.set(name, value);
  }
  return found;
}

function joinable(path: string, keep: unknown, away: unknown, values: ReadonlySet<string>): boolean {
  if (single.has(path) || values.has(path) || path.startsWith('requisites.') || path.startsWith('nameForms.'))
    return false;
  if (Array.isArray(keep) && Array.isArray(away)) return true;
  return typeof keep === 'string' && typeof away === 'string' && keep !== '' && away !== '';
}

/** Texts long enough to stand one under the other; shorter ones are joined in a line. */
const lineLength = 60;

function joined(keep: unknown, away: unknown): unknown {
  if (isList(keep) && isList(away)) {
    const keyOf = (item: unknown): string =>
      JSON.stringify(isPlain(item) ? (item['key'] ?? item['colleagueId'] ?? item['text'] ?? item) : item);
    const seen = new Set(keep.map(keyOf));
    return [...keep, ...away.filter((item) => !seen.has(keyOf(item)))];
  }
  const [a, b] = [String(keep), String(away)];
  if (a.includes(b)) return a;
  if (b.includes(a)) return b;
  const long = a.length > lineLength || b.length > lineLength || a.includes('\n') || b.includes('\n');
  return `${a}${long ? '\n' : ', '}${b}`;
}

/** What is chosen until the user says otherwise: what is there over what is not, long texts both, else the one kept. */
function suggestedFor(keep: unknown, away: unknown, joins: boolean): MergeChoice {
  if (isEmpty(keep)) return 'away';
  if (isEmpty(away)) return 'keep';
  if (!joins) return 'keep';
  if (Array.isArray(keep)) return 'both';
  return String(keep).length > lineLength || String(away).length > lineLength ? 'both' : 'keep';
}

/**
 * Fields in which two records differ, in the order of the record (GLOSSARY: слияние). Of clients with two currencies the
 * money follows the currency, also where the figures are the same. `values` are the paths of the dossier's details whose
 * text is a day, a number or an answer: two of them joined would be neither.
 */
export function mergeFields(keep: Plain, away: Plain, values: ReadonlySet<string> = new Set()): MergeField[] {
  const own = leaves(keep);
  const others = leaves(away);
  const areApart = !same(own.get(currencyPath), others.get(currencyPath));
  const isTied = (path: string): boolean => areApart && tiedPaths.includes(path);
  const hasMoney = (record: ReadonlyMap<string, unknown>): boolean =>
    moneyPaths.some((path) => !isEmpty(record.get(path)));
  // A part may have fields in one record that the other one has not.
  const paths = [...new Set([...own.keys(), ...others.keys()])].flatMap((path) =>
    isTied(path) ? (path === currencyPath ? tiedPaths : []) : [path],
  );
  return paths.flatMap((path) => {
    const value = own.get(path);
    const other = others.get(path);
    if (path === 'accountId' || (isEmpty(value) && isEmpty(other))) return [];
    const field = { path, keep: value ?? null, away: other ?? null };
    if (isTied(path)) {
      const suggested = !hasMoney(own) && hasMoney(others) ? 'away' : 'keep';
      return [MergeField.parse({ ...field, joins: false, chosenBy: currencyPath, suggested })];
    }
    if (same(value, other)) return [];
    const joins = joinable(path, value, other, values);
    return [
      MergeField.parse({ ...field, joins, chosenBy: path, suggested: suggestedFor(value, other, joins) }),
    ];
  });
}

/**
 * The record that stays, with each differing field as chosen; what is not chosen is as suggested. The result is not
 * checked here: joined texts may be longer than a field holds, and then the caller's schema refuses them.
 */
export function mergedRecord(
  keep: Plain,
  away: Plain,
  choices: MergeChoices,
  values: ReadonlySet<string> = new Set(),
): Record<string, unknown> {
  const result: Record<string, unknown> = { ...keep };
  for (const field of mergeFields(keep, away, values)) {
    const choice = choices[field.chosenBy] ?? field.suggested;
    const value =
      choice === 'keep'
        ? field.keep
        : choice === 'away' || !field.joins
          ? field.away
          : joined(field.keep, field.away);
    const [part, inner] = field.path.split('.');
    if (
      part === undefined ||
      (inner !== undefined && value === null && field.keep === null && choice === 'keep')
    )
      continue;
    const whole = result[part];
    if (inner === undefined) result[part] = value;
    else if (isPlain(whole)) result[part] = { ...whole, [inner]: value };
  }
  return result;
}
