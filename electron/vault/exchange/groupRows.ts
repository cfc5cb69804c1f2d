import { splitCompanyName } from '../../../shared/domain/splitCompanyName.ts';

/** A line of a flat grouped report: a document, or a line without a day, with its sum; null = none that can be read. */
export type GroupLine = {
  readonly is: 'document' | 'undated';
  readonly name: string;
  readonly sum: number | null;
};

/** What an undated line is: a client, goods of the document above, a heading above a client, or nobody can tell. */
export type GroupRole = 'client' | 'goods' | 'above' | 'unclear';

/** So far ahead the documents of a client are added up. */
const mostAhead = 500;

/** Equal but for a rounding of one smallest unit a line. */
const isSum = (sum: number, of: number, lines: number): boolean => Math.abs(sum - of) <= lines;

/** Where a document is the last before an undated line or the end: only there can a client end. */
const endsGroup = (lines: readonly GroupLine[], at: number): boolean => lines[at + 1]?.is !== 'document';

/** Whether documents from `from` on, added to `begun`, come to a sum just where a client can end. */
function comesTo(lines: readonly GroupLine[], from: number, sum: number, begun: number): boolean {
  let [added, documents] = [begun, 0];
  for (let at = from; at < lines.length && documents < mostAhead; at += 1) {
    const line = lines[at];
    if (line?.is !== 'document') continue;
    if (line.sum === null) return false;
    added += line.sum;
    documents += 1;
    if (endsGroup(lines, at) && isSum(added, sum, documents)) return true;
  }
  return false;
}

/** How many of the lines below a document, from the first on, add up to it; null = none do. Most first. */
function goodsBelow(run: readonly GroupLine[], document: GroupLine): number | null {
  if (document.sum === null || run.some(({ sum }) => sum === null)) return null;
  for (let count = run.length; count > 0; count -= 1) {
    const sum = run.slice(0, count).reduce((whole, line) => whole + (line.sum ?? 0), 0);
    if (isSum(sum, document.sum, count)) return count;
  }
  return null;
}

/** «ИП 212-45» is a fire detector: only a word behind the form makes a company of it. */
const namesCompany = (name: string): boolean =>
  /инн[:\s]*\d{10}/iu.test(name) || (splitCompanyName(name).legalForm !== '' && !/^ИП\s*\d/iu.test(name));

type Client = { readonly sum: number | null; added: number | null; documents: number };

/** Whether the last line between two documents begins a client, by the sums around it. */
function roleOfLast(
  lines: readonly GroupLine[],
  next: number,
  run: readonly GroupLine[],
  document: GroupLine,
  client: Client,
): 'client' | 'goods' | 'unclear' {
  const last = run.at(-1);
  if (last === undefined) return 'goods';
  const goods = goodsBelow(run, document);
  const areAllGoods = goods === run.length;
  const opens = last.sum !== null && comesTo(lines, next, last.sum, 0);
  const { sum, added, documents } = client;
  if (sum !== null && added !== null) {
    // The client's line has the sum of its documents: when they have come to it, the next line is another client.
    if (isSum(added, sum, documents)) return !areAllGoods || opens ? 'client' : 'unclear';
    if (comesTo(lines, next, sum, added)) return goods === null || areAllGoods ? 'goods' : 'unclear';
  }
  if (areAllGoods) return opens && run.length === 1 ? 'unclear' : 'goods';
  if (goods !== null || opens) return 'client';
  // Where documents have sums, goods have them too.
  if (last.sum === null && document.sum !== null) return 'client';
  return 'unclear';
}

/**
 * Tells clients from goods in a grouped report that lost its outline, as a CSV of 1С: both stand without a day in one
 * column. Above the first document stands a client; below a document come its goods, whose sums add up to it; a client's
 * own sum is that of its documents. A line whose sums do not tell is a client where it names a legal form or an ИНН, and
 * else `unclear`, until `chosen` says. Answers the role of every undated line by its place in `lines`.
 */
export function groupRoles(
  lines: readonly GroupLine[],
  chosen: (name: string) => 'client' | 'goods' | null,
): ReadonlyMap<number, { readonly role: GroupRole; readonly asked: boolean }> {
  const roles = new Map<number, { readonly role: GroupRole; readonly asked: boolean }>();
  const put = (from: number, to: number, role: GroupRole): void => {
    for (let at = from; at < to; at += 1) roles.set(at, { role, asked: false });
  };
  let client: Client = { sum: null, added: 0, documents: 0 };
  const begin = (sum: number | null): void => {
    client = { sum, added: 0, documents: 0 };
  };
  const first = lines.findIndex(({ is }) => is === 'document');
  if (first < 0) return roles;
  if (first > 0) {
    put(0, first - 1, 'above');
    put(first - 1, first, 'client');
    begin(lines[first - 1]?.sum ?? null);
  }
  for (let at = first; at < lines.length;) {
    const document = lines[at];
    if (document === undefined) break;
    client.added = client.added === null || document.sum === null ? null : client.added + document.sum;
    client.documents += 1;
    let next = at + 1;
    while (next < lines.length && lines[next]?.is === 'undated') next += 1;
    const run = lines.slice(at + 1, next);
    const goods = goodsBelow(run, document);
    if (next >= lines.length) put(at + 1, at + 1 + (goods ?? run.length), 'goods');
    else if (run.length > 0) {
      const last = next - 1;
      const name = lines[last]?.name ?? '';
      const told = roleOfLast(lines, next, run, document, client);
      const asked = told === 'unclear' && !namesCompany(name);
      const role = !asked ? (told === 'unclear' ? 'client' : told) : (chosen(name) ?? 'unclear');
      const below = role === 'client' && goods !== null && goods < run.length ? goods : run.length - 1;
      put(at + 1, at + 1 + below, 'goods');
      put(at + 1 + below, last, 'above');
      roles.set(last, { role, asked });
      if (role !== 'goods') begin(role === 'client' ? (lines[last]?.sum ?? null) : null);
    }
    at = next;
  }
  return roles;
}
