import { canSettle } from '../../../../shared/domain/accountEvent.ts';
import type { AccountEvent, AccountEventKind } from '../../../../shared/domain/accountEvent.ts';
import type { ProposalRow, TenderRow } from '../../../../shared/domain/accountView.ts';
import type { Attachment } from '../../../../shared/domain/attachment.ts';
import { dayOfInstant } from '../../../../shared/domain/calendarDate.ts';
import type { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import type { Delivery } from '../../../../shared/domain/delivery.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';

export const historyFilters = [
  'all',
  'contacts',
  'deliveries',
  'complaints',
  'wishes',
  'promises',
  'openMatters',
  'feedback',
  'gifts',
  'documents',
  'tenders',
  'proposals',
] as const;
export type HistoryFilter = (typeof historyFilters)[number];

/** One line of the history. Several deliveries of a month stand as one line that opens. */
export type TimelineItem =
  | { readonly kind: 'event'; readonly on: CalendarDate; readonly event: AccountEvent }
  | { readonly kind: 'delivery'; readonly on: CalendarDate; readonly delivery: Delivery }
  | { readonly kind: 'deliveries'; readonly on: CalendarDate; readonly deliveries: readonly Delivery[] }
  | { readonly kind: 'tender'; readonly on: CalendarDate; readonly tender: TenderRow }
  | { readonly kind: 'proposal'; readonly on: CalendarDate; readonly proposal: ProposalRow }
  /** Files added on one day that belong to no event. */
  | { readonly kind: 'files'; readonly on: CalendarDate; readonly files: readonly Attachment[] };

export type TimelineMonth = { readonly month: CalendarDate; readonly items: readonly TimelineItem[] };

export type History = {
  readonly events: readonly AccountEvent[];
  readonly deliveries: readonly Delivery[];
  readonly tenders: readonly TenderRow[];
  readonly proposals: readonly ProposalRow[];
  /** Without deleted ones. */
  readonly files: readonly Attachment[];
};

/** More deliveries than this in one month are folded into one line. */
const foldAfter = 2;

const talks: readonly AccountEventKind[] = ['meeting', 'call', 'letter', 'note'];

function eventPasses(event: AccountEvent, filter: HistoryFilter, withFiles: ReadonlySet<string>): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'contacts':
      return talks.includes(event.kind);
    case 'complaints':
      return event.kind === 'complaint' || event.kind === 'misunderstanding';
    case 'wishes':
      return event.kind === 'wish';
    case 'promises':
      return event.kind === 'promise';
    case 'feedback':
      return event.kind === 'feedback';
    case 'gifts':
      return event.kind === 'gift';
    case 'documents':
      return event.kind === 'document' || withFiles.has(event.id);
    case 'openMatters':
      return canSettle(event.kind) && event.settledOn === null;
    case 'deliveries':
    case 'tenders':
    case 'proposals':
      return false;
  }
}

/** Ids of the events that have files. */
function eventsWithFiles(history: History): ReadonlySet<string> {
  return new Set(history.files.flatMap(({ eventId }) => eventId ?? []));
}

/** Files that stand in the history by themselves, those of a day together. */
function looseFiles(history: History): Extract<TimelineItem, { kind: 'files' }>[] {
  const shown = new Set<string>(history.events.map(({ id }) => id));
  const byDay = new Map<CalendarDate, Attachment[]>();
  for (const file of history.files) {
    if (file.eventId !== null && shown.has(file.eventId)) continue;
    const day = dayOfInstant(file.addedAtMs);
    const list = byDay.get(day);
    if (list === undefined) byDay.set(day, [file]);
    else list.push(file);
  }
  return [...byDay].map(([on, files]) => ({ kind: 'files', on, files }));
}

/** The part of the history in which a person took part, and their own files. */
export function historyWith(history: History, personId: PersonId): History {
  const events = history.events.filter(({ personIds }) => personIds.includes(personId));
  const kept = new Set<string>(events.map(({ id }) => id));
  return {
    events,
    deliveries: [],
    tenders: [],
    proposals: [],
    files: history.files.filter((file) => file.personId === personId || kept.has(file.eventId ?? '')),
  };
}

/** How many lines each filter would show, deliveries counted one by one. */
export function countByFilter(history: History): Readonly<Record<HistoryFilter, number>> {
  const withFiles = eventsWithFiles(history);
  const loose = looseFiles(history).length;
  const events = (filter: HistoryFilter) =>
    history.events.filter((event) => eventPasses(event, filter, withFiles)).length;
  const tenders = history.tenders.filter((tender) => tender.tenderOn !== null).length;
  return {
    all: history.events.length + history.deliveries.length + tenders + history.proposals.length + loose,
    contacts: events('contacts'),
    deliveries: history.deliveries.length,
    complaints: events('complaints'),
    wishes: events('wishes'),
    feedback: events('feedback'),
    gifts: events('gifts'),
    documents: events('documents') + loose,
    promises: events('promises'),
    openMatters: events('openMatters'),
    tenders,
    proposals: history.proposals.length,
  };
}

/** The history by month, newest first. With the deliveries chosen alone none are folded. */
export function timelineOf(history: History, filter: HistoryFilter): TimelineMonth[] {
  const withFiles = eventsWithFiles(history);
  const items: TimelineItem[] = history.events
    .filter((event) => eventPasses(event, filter, withFiles))
    .map((event) => ({ kind: 'event', on: event.happenedOn, event }));
  if (filter === 'all' || filter === 'documents') items.push(...looseFiles(history));
  if (filter === 'all' || filter === 'tenders') {
    for (const tender of history.tenders) {
      if (tender.tenderOn !== null) items.push({ kind: 'tender', on: tender.tenderOn, tender });
    }
  }
  if (filter === 'all' || filter === 'proposals') {
    for (const proposal of history.proposals)
      items.push({ kind: 'proposal', on: proposal.documentDate, proposal });
  }
  if (filter === 'all' || filter === 'deliveries')
    items.push(...deliveryItems(history.deliveries, filter === 'all'));

  const months = new Map<string, TimelineItem[]>();
  for (const item of items.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))) {
    const key = item.on.slice(0, 7);
    const list = months.get(key);
    if (list === undefined) months.set(key, [item]);
    else list.push(item);
  }
  return [...months.values()].flatMap((list) =>
    list[0] === undefined ? [] : [{ month: list[0].on, items: list }],
  );
}

function deliveryItems(deliveries: readonly Delivery[], fold: boolean): TimelineItem[] {
  const single = (delivery: Delivery): TimelineItem => ({
    kind: 'delivery',
    on: delivery.deliveredOn,
    delivery,
  });
  if (!fold) return deliveries.map(single);
  const byMonth = new Map<string, Delivery[]>();
  for (const delivery of deliveries) {
    const key = delivery.deliveredOn.slice(0, 7);
    const list = byMonth.get(key);
    if (list === undefined) byMonth.set(key, [delivery]);
    else list.push(delivery);
  }
  return [...byMonth.values()].flatMap((list) => {
    if (list.length <= foldAfter) return list.map(single);
    const sorted = list.toSorted((a, b) => (a.deliveredOn < b.deliveredOn ? 1 : -1));
    const [newest] = sorted;
    return newest === undefined ? [] : [{ kind: 'deliveries', on: newest.deliveredOn, deliveries: sorted }];
  });
}
