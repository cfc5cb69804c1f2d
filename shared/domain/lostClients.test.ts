import { describe, expect, it } from 'vitest';
import { calendarDate } from './calendarDate.ts';
import { TenderId } from './ids.ts';
import { lossCauses, lostByYear, type Word } from './lostClients.ts';

const today = calendarDate('2026-11-23');
const word = (overrides: Partial<Word>): Word => ({
  kind: 'complaint',
  dueOn: calendarDate('2025-03-01'),
  settledOn: calendarDate('2025-02-20'),
  settledAs: 'kept',
  ...overrides,
});
const tender = {
  id: TenderId.parse('00000000-0000-4000-8000-000000000001'),
  title: 'Сервис на 2025 год',
  reasons: ['paymentTerms'] as const,
};

describe('why a client may have left', () => {
  it('counts what ended badly: open, late, or given up', () => {
    const words = [
      word({}),
      word({ settledOn: calendarDate('2025-03-02') }),
      word({ kind: 'misunderstanding', settledOn: null }),
      word({ settledAs: 'broken' }),
      word({ kind: 'promise', settledOn: null }),
      word({ kind: 'promise' }),
    ];
    expect(lossCauses({ words, lostTender: null, lastContactOn: today }, today)).toEqual([
      { kind: 'complaints', count: 3 },
      { kind: 'promises', count: 1 },
    ]);
  });

  it('names the lost tender with its reasons, and a client nobody speaks with', () => {
    const lastContactOn = calendarDate('2026-08-25');
    expect(lossCauses({ words: [], lostTender: tender, lastContactOn }, today)).toEqual([
      { kind: 'tender', tenderId: tender.id, title: tender.title, reasons: ['paymentTerms'] },
      { kind: 'forgotten', days: 90 },
    ]);
    expect(lossCauses({ words: [], lostTender: null, lastContactOn: null }, today)).toEqual([
      { kind: 'forgotten', days: null },
    ]);
  });

  it('says nothing where the dossier does not', () => {
    expect(lossCauses({ words: [word({})], lostTender: null, lastContactOn: today }, today)).toEqual([]);
  });

  it('counts losses by the year of the last delivery', () => {
    const on = (day: string) => ({ lastDeliveryOn: calendarDate(day) });
    expect(lostByYear([on('2025-01-01'), on('2023-05-05'), on('2025-12-31')])).toEqual([
      { year: 2023, clients: 1 },
      { year: 2025, clients: 2 },
    ]);
  });
});
