import { canSettle } from '../../../../shared/domain/accountEvent.ts';
import type { AccountEvent, AccountEventKind } from '../../../../shared/domain/accountEvent.ts';
import type { ProposalRow, TenderRow } from '../../../../shared/domain/accountView.ts';
import type { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import type { Delivery } from '../../../../shared/domain/delivery.ts';

export const historyFilters = [
  'all',
  'contacts',
  'deliveries',
  'complaints',
  'promises',
  'openMatters',
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
  | { readonly kind: 'proposal'; readonly on: CalendarDate; readonly proposal: ProposalRow };

export type TimelineMonth = { readonly month: CalendarDate; readonly items: readonly TimelineItem[] };

export type History = {
  readonly events: readonly AccountEvent[];
  readonly deliveries: readonly Delivery[];
  readonly tenders: readonly TenderRow[];
  readonly proposals: readonly ProposalRow[];
};

/** More deliveries than this in one month are folded into one line. */
const foldAfter = 2;

const troubles: readonly AccountEventKind[] = ['complaint', 'wish', 'misunderstanding'];

function eventPasses(event: AccountEvent, filter: HistoryFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'contacts':
      return event.kind !== 'promise' && !troubles.includes(event.kind);
    case 'complaints':
      return troubles.includes(event.kind);
    case 'promises':
      return event.kind === 'promise';
    case 'openMatters':
      return canSettle(event.kind) && event.settledOn === null;
    case 'deliveries':
    case 'tenders':
    case 'proposals':
      return false;
  }
}

/** How many lines each filter would show, deliveries counted one by one. */
export function countByFilter(history: History): Readonly<Record<HistoryFilter, number>> {
  const events = (filter: HistoryFilter) =>
    history.events.filter((event) => eventPasses(event, filter)).length;
  const tenders = history.tenders.filter((tender) => tender.tenderOn !== null).length;
  return {
    all: history.events.length + history.deliveries.length + tenders + history.proposals.length,
    contacts: events('contacts'),
    deliveries: history.deliveries.length,
    complaints: events('complaints'),
    promises: events('promises'),
    openMatters: events('openMatters'),
    tenders,
    proposals: history.proposals.length,
  };
}

/** The history by month, newest first. With the deliveries chosen alone none are folded. */
export function timelineOf(history: History, filter: HistoryFilter): TimelineMonth[] {
  const items: TimelineItem[] = history.events
    .filter((event) => eventPasses(event, filter))
    .map((event) => ({ kind: 'event', on: event.happenedOn, event }));
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
