import { describe, expect, it } from 'vitest';
import { misreadOperator } from './searchQuery.ts';

describe('a misread operator', () => {
  it.each([
    ['тип:эксперт молчит', 'тип:эксперт'],
    ['насос после:вчера', 'после:вчера'],
    ['до:32.13.2026', 'до:32.13.2026'],
    ['type:"key account"', 'type:"key account"'],
  ])('is what begins like one and is none: %s', (typed, piece) => expect(misreadOperator(typed)).toBe(piece));

  it.each(['тип:человек Петрова', 'после:01.10.2026 насос', 'звонок: ждёт расчёт', 'ТУ:2024', 'насос', ''])(
    'is none where all was understood or nothing was meant: %s',
    (typed) => expect(misreadOperator(typed)).toBeNull(),
  );
});
