import { describe, expect, it } from 'vitest';
import { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { BlockRow } from '../../../shared/domain/library.ts';
import { countDeepFilters, noBlockFilter, passesFilter } from './blockFilter.ts';
import type { BlockFilter } from './blockFilter.ts';

const today = CalendarDate.parse('2026-11-23');
const row = BlockRow.parse({
  id: 'any',
  language: 'ru',
  title: 'Запас деталей',
  role: 'technical',
  criteria: ['reliability', 'serviceLevel'],
  psychotypes: ['analyst'],
  trade: '',
  industries: ['Керамика'],
  occasions: [],
  evidence: 'figures',
  facts: [{ kind: 'price', text: 'Цена блока', validUntil: '2026-12-01' }],
  why: '',
  revision: 1,
  savedAtMs: 0,
  origin: 'shipped',
  usedCount: 0,
  lastUsedOn: null,
});
const passes = (part: Partial<BlockFilter>) => passesFilter(row, { ...noBlockFilter, ...part }, today);

describe('the filters of the library', () => {
  it.each<[string, Partial<BlockFilter>, boolean]>([
    ['nothing chosen', {}, true],
    ['its role', { role: 'technical' }, true],
    ['another role', { role: 'ceo' }, false],
    ['a criterion it touches', { criterion: 'serviceLevel' }, true],
    ['a psychotype it is not for', { psychotype: 'driver' }, false],
    ['its industry', { industry: 'Керамика' }, true],
    ['another industry', { industry: 'Мебель' }, false],
    // It names no occasion and so suits every one.
    ['an occasion', { occasion: 'renewal' }, true],
    ['weaker evidence', { evidence: 'statement' }, false],
    ['the user’s own only', { ownOnly: true }, false],
    ['only what is or will soon be out of date', { outdatedOnly: true }, true],
    ['two at once, one of them failing', { role: 'technical', language: 'en' }, false],
  ])('%s', (_name, part, expected) => expect(passes(part)).toBe(expected));

  it('counts those that stand in the popover', () => {
    expect(countDeepFilters({ ...noBlockFilter, role: 'ceo', ownOnly: true })).toBe(0);
    expect(countDeepFilters({ ...noBlockFilter, criterion: 'price', occasion: 'tender' })).toBe(2);
  });
});
