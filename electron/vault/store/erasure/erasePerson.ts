import type { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import type {
  DataCategory,
  Erased,
  ErasureAct,
  ErasureOrder,
  PersonTraces,
} from '../../../../shared/domain/erasure.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { replaceMentions } from '../../../../shared/domain/personMentions.ts';
import { AppError } from '../../../../shared/ipc/reply.ts';
import { refreshSummary } from '../accountSummary.ts';
import { readCompany } from '../companyStore.ts';
import type { ReadableDb, WritableDb } from '../openDatabase.ts';
import { foldAllSteps } from '../proposalJournal.ts';
import { insertAct } from './erasureActs.ts';
import type { PersonRow, Trace, Traces } from './findTraces.ts';
import { accountNamed, findTraces, mentionPlaces, sentTo } from './findTraces.ts';
import { eraseSentFiles, holders } from './personHolders.ts';
import { askScrub } from './scrub.ts';
import { deleteRow, withoutIds, withTexts, writeRow } from './tableTexts.ts';

/** What stands where a name stood. */
export const erasedWord = '[стёрто]';

function categoriesOf(cards: readonly PersonRow[]): DataCategory[] {
  const any = (holds: (card: PersonRow) => boolean): boolean => cards.some(holds);
  const filled = (...texts: readonly string[]): boolean => texts.some((text) => text.trim() !== '');
  const all: readonly [DataCategory, boolean][] = [
    ['name', any((card) => filled(card.lastName, card.firstName, card.middleName))],
    ['work', any((card) => filled(card.position, card.department, card.career, card.education))],
    ['contacts', any((card) => filled(card.phone, card.email, card.contactKind))],
    ['birthday', any(({ birthday }) => birthday !== null)],
    ['personal', any((card) => filled(card.family, card.hobbies, card.values, card.taboos, card.worry))],
    ['decision', true],
    ['facts', any(({ facts }) => facts.some(({ sensitive }) => !sensitive))],
    ['special', any(({ facts }) => facts.some(({ sensitive }) => sensitive))],
    ['notes', any(({ privateNotes }) => filled(privateNotes))],
  ];
  return all.flatMap(([category, held]) => (held ? [category] : []));
}

function linksOf(traces: Traces): PersonTraces['links'] {
  const records = (tables: readonly string[]): number =>
    new Set(
      traces.rows
        .filter(({ row, pointsAt }) => pointsAt && tables.includes(row.table.name))
        .map(({ row, record }) => row.values['eventId'] ?? record),
    ).size;
  return {
    events: records(['account_event_people']),
    tenders: records(['tenders']),
    proposals: records(['proposals', 'proposal_documents']),
    tasks: records(['follow_ups']),
  };
}

/** What the vault holds of a person and what erasing them would touch. Throws notFound. */
export function readTraces(db: ReadableDb, id: PersonId): PersonTraces {
  return told(db, findTraces(db, id));
}

function told(db: ReadableDb, traces: Traces): PersonTraces {
  const places = mentionPlaces(db, traces);
  const sent = sentTo(db, traces);
  const files = traces.rows.filter(
    ({ row, pointsAt }) => pointsAt && row.table.name === 'attachments',
  ).length;
  return {
    accountNames: [...traces.person.accountIds].map((accountId) => accountNamed(db, accountId)?.name ?? ''),
    categories: [
      ...categoriesOf(traces.cards),
      ...(files > 0 ? (['files'] as const) : []),
      ...(places.length > 0 ? (['mentions'] as const) : []),
      ...(sent.length > 0 ? (['letters'] as const) : []),
    ],
    links: linksOf(traces),
    files,
    places,
    sent,
  };
}

/** The row without the person's ids, and without their name where that was decided; answers whether a name was taken out. */
function cleanRow(db: WritableDb, trace: Trace, ids: ReadonlySet<string>, takeName: boolean): boolean {
  const { row, found } = trace;
  const { table } = row;
  const isThem = (column: string): boolean => ids.has(row.values[column] ?? '');
  // A row that is the person's, or is nothing without them.
  if (table.columns.some((column) => isThem(column) && !table.nullable.has(column))) {
    deleteRow(db, row);
    return false;
  }
  const changed: Record<string, string | null> = {};
  for (const [column, value] of Object.entries(row.values)) {
    const naming = takeName ? found.find((one) => one.column === column) : undefined;
    const unnamed =
      naming === undefined
        ? value
        : withTexts(
            value,
            replaceMentions(naming.texts, naming.mentions, () => erasedWord),
          );
    const clean = isThem(column) ? null : withoutIds(unnamed, ids);
    if (clean !== value) changed[column] = clean;
  }
  writeRow(db, row, changed);
  return takeName && found.length > 0;
}

/**
 * Erases a person: every card of theirs, every link to them, their name in the records chosen, what cannot be cleaned
 * as a whole; writes the act. Nothing of it can be taken back. The file still holds pages with traces until the scrub
 * that is asked for here has run. Throws notFound.
 */
export function erasePerson(
  db: WritableDb,
  order: ErasureOrder,
  now: { readonly nowMs: number; readonly today: CalendarDate },
): Erased {
  // Cards go before what points at them is looked at; at the end everything must fit again.
  db.exec(/* sql */ `PRAGMA defer_foreign_keys = ON`);
  foldAllSteps(db);
  const traces = findTraces(db, order.id);
  const [card] = traces.cards;
  if (card === undefined) throw new AppError('notFound', 'no such person');
  const home = (traces.cards.find(({ id }) => id === order.id) ?? card).accountId;
  const before = told(db, traces);
  for (const holder of holders) holder.erase(db, traces.person);
  const eraseSent = order.sentFiles === 'erase';
  if (eraseSent) for (const { id } of before.sent) eraseSentFiles(db, id);

  const chosen = new Set(order.placeKeys);
  const touched = new Set<string>(traces.person.accountIds);
  const cleaned = new Set<string>();
  const proposalIds = new Set<string>();
  for (const trace of traces.rows) {
    const takeName = trace.sentId === null ? chosen.has(trace.record) : eraseSent;
    if (cleanRow(db, trace, traces.person.ids, takeName)) cleaned.add(trace.record);
    if (trace.accountId !== '') touched.add(trace.accountId);
    if (trace.kind === 'proposal') proposalIds.add(trace.record.slice('proposal '.length));
  }
  for (const id of proposalIds)
    db.prepare(/* sql */ `UPDATE proposals SET revision = revision + 1 WHERE id = :id`).run({ id });
  for (const accountId of touched) {
    if (accountNamed(db, accountId)?.deletedAtMs !== null) continue;
    refreshSummary(db, accountId);
  }
  askScrub(db, order.purgeBackups ? 'copies' : 'file');
  const number = insertAct(db, now, actOf(db, order, { before, traces, cleaned }, now.today));
  return { number, accountId: home };
}

function actOf(
  db: ReadableDb,
  order: ErasureOrder,
  what: {
    readonly before: PersonTraces;
    readonly traces: Traces;
    readonly cleaned: ReadonlySet<string>;
  },
  today: CalendarDate,
): Omit<ErasureAct, 'number' | 'erasedOn' | 'code'> {
  const { before, traces, cleaned } = what;
  const { name, legalForm, requisites } = readCompany(db, today);
  const files = before.sent.reduce((sum, { files: count }) => sum + count, 0);
  const { events, tenders, proposals, tasks } = before.links;
  const left = before.places.filter(({ key }) => !cleaned.has(key)).length;
  return {
    operator: {
      name: requisites.fullName === '' ? [legalForm, name].filter(Boolean).join(' ') : requisites.fullName,
      inn: requisites.inn,
      address: requisites.legalAddress,
    },
    responsible: order.responsible,
    reason: order.reason,
    note: order.note,
    categories: before.categories,
    counts: {
      cards: traces.cards.length,
      links: events + tenders + proposals + tasks,
      texts: before.places.length - left,
      textsLeft: left,
      sentFiles: files,
    },
    sentFiles: before.sent.length === 0 ? 'none' : order.sentFiles === 'erase' ? 'erased' : 'kept',
    backups: order.purgeBackups ? 'remade' : 'kept',
  };
}
