import { describe, expect, it } from 'vitest';
import type { AccountEvent, AccountEventKind } from '../../../../shared/domain/accountEvent.ts';
import { calendarDate } from '../../../../shared/domain/calendarDate.ts';
import type { Delivery } from '../../../../shared/domain/delivery.ts';
import { AccountEventId, AccountId, DeliveryId } from '../../../../shared/domain/ids.ts';
import { countByFilter, timelineOf } from './timeline.ts';
import type { History } from './timeline.ts';

const accountId = AccountId.parse('00000000-0000-4000-8000-000000000001');
let made = 0;
const uuid = () => {
  made += 1;
  return `00000000-0000-4000-9000-${String(made).padStart(12, '0')}`;
};

function event(kind: AccountEventKind, day: string): AccountEvent {
  return {
    id: AccountEventId.parse(uuid()),
    revision: 1,
    accountId,
    kind,
    happenedOn: calendarDate(day),
    title: kind,
    text: '',
    personIds: [],
    promisedBy: null,
    dueOn: null,
    settledOn: null,
    outcome: '',
    settledAs: null,
  };
}

function delivery(day: string): Delivery {
  return {
    id: DeliveryId.parse(uuid()),
    accountId,
    deliveredOn: calendarDate(day),
    direction: 'Сервис',
    subject: 'Обслуживание',
    revenueMinor: 100,
    profitMinor: 10,
    currency: 'RUB',
    document: '',
  };
}

const history: History = {
  events: [event('call', '2026-10-03'), event('complaint', '2026-11-05'), event('promise', '2026-11-20')],
  deliveries: ['2026-10-01', '2026-10-12', '2026-10-28', '2026-11-02'].map(delivery),
  tenders: [],
  proposals: [],
};

describe('the timeline', () => {
  it('goes by month, the newest first', () => {
    const months = timelineOf(history, 'all');
    expect(months.map(({ month }) => month.slice(0, 7))).toEqual(['2026-11', '2026-10']);
    const days = months.flatMap(({ items }) => items.map(({ on }) => on));
    expect(days).toEqual(days.toSorted().toReversed());
  });

  it('folds three deliveries of a month into one line and leaves fewer apart', () => {
    const [november, october] = timelineOf(history, 'all');
    expect(november?.items.filter(({ kind }) => kind === 'delivery')).toHaveLength(1);
    const folded = october?.items.find(({ kind }) => kind === 'deliveries');
    expect(
      folded?.kind === 'deliveries' ? folded.deliveries.map(({ deliveredOn }) => deliveredOn) : [],
    ).toEqual(['2026-10-28', '2026-10-12', '2026-10-01']);
  });

  it('shows every delivery where deliveries alone are asked for', () => {
    const items = timelineOf(history, 'deliveries').flatMap((month) => month.items);
    expect(items.map(({ kind }) => kind)).toEqual(['delivery', 'delivery', 'delivery', 'delivery']);
  });

  it('tells contacts, complaints and promises apart, and counts what each filter shows', () => {
    const kinds = (filter: 'contacts' | 'complaints' | 'promises') =>
      timelineOf(history, filter).flatMap(({ items }) =>
        items.map((item) => (item.kind === 'event' ? item.event.kind : '')),
      );
    expect(kinds('contacts')).toEqual(['call']);
    expect(kinds('complaints')).toEqual(['complaint']);
    expect(kinds('promises')).toEqual(['promise']);
    expect(countByFilter(history)).toMatchObject({
      all: 7,
      contacts: 1,
      deliveries: 4,
      complaints: 1,
      promises: 1,
    });
  });
});
