import { describe, expect, it } from 'vitest';
import type { AccountEvent, AccountEventKind } from '../../../../shared/domain/accountEvent.ts';
import type { Attachment } from '../../../../shared/domain/attachment.ts';
import { calendarDate } from '../../../../shared/domain/calendarDate.ts';
import type { Delivery } from '../../../../shared/domain/delivery.ts';
import {
  AccountEventId,
  AccountId,
  AttachmentId,
  DeliveryId,
  PersonId,
} from '../../../../shared/domain/ids.ts';
import { countByFilter, historyWith, timelineOf } from './timeline.ts';
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
    colleagueIds: [],
    promisedBy: null,
    dueOn: null,
    settledOn: null,
    outcome: '',
    settledAs: null,
    mark: null,
    amountMinor: null,
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

const file = (day: string, eventId: AccountEventId | null): Attachment => ({
  id: AttachmentId.parse(uuid()),
  revision: 1,
  accountId,
  eventId,
  personId: null,
  tenderId: null,
  proposalId: null,
  name: 'договор.pdf',
  note: '',
  kind: 'pdf',
  mime: 'application/pdf',
  sizeBytes: 1,
  widthPx: null,
  heightPx: null,
  sha256: '0'.repeat(64),
  addedAtMs: Date.parse(`${day}T12:00:00`),
  deletedAtMs: null,
});

const history: History = {
  events: [event('call', '2026-10-03'), event('complaint', '2026-11-05'), event('promise', '2026-11-20')],
  deliveries: ['2026-10-01', '2026-10-12', '2026-10-28', '2026-11-02'].map(delivery),
  tenders: [],
  proposals: [],
  files: [],
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

  it('sets wishes, feedback, gifts and documents apart, and a file with its event', () => {
    const call = event('call', '2026-11-10');
    const kinds = (['wish', 'feedback', 'gift', 'document', 'note'] as const).map((kind) =>
      event(kind, '2026-11-01'),
    );
    const full: History = {
      ...history,
      deliveries: [],
      events: [...kinds, call],
      files: [file('2026-11-12', null), file('2026-11-12', null), file('2026-11-11', call.id)],
    };
    expect(countByFilter(full)).toMatchObject({
      all: 7,
      contacts: 2,
      wishes: 1,
      feedback: 1,
      gifts: 1,
      documents: 3,
    });
    const documents = timelineOf(full, 'documents').flatMap(({ items }) => items);
    expect(documents.map(({ kind, on }) => [kind, on])).toEqual([
      ['files', '2026-11-12'],
      ['event', '2026-11-10'],
      ['event', '2026-11-01'],
    ]);
  });

  it('of one person holds what they took part in and their files', () => {
    const personId = PersonId.parse(uuid());
    const met = { ...event('meeting', '2026-11-02'), personIds: [personId] };
    const theirs = { ...file('2026-11-12', null), personId };
    const all: History = {
      ...history,
      events: [met, event('call', '2026-11-03')],
      files: [theirs, file('2026-11-12', null)],
    };
    const kept = historyWith(all, personId);
    expect([kept.events, kept.deliveries, kept.files]).toEqual([[met], [], [theirs]]);
  });
});
