import { expect, it } from 'vitest';
import { typeNotices } from './typeEvidence.ts';

it('holds the types against the share of profit', () => {
  expect(typeNotices([], { profitSharePermille: 100 })).toEqual([{ type: 'breadwinner', says: 'missing' }]);
  expect(typeNotices([], { profitSharePermille: 99 })).toEqual([]);
  expect(typeNotices(['breadwinner'], { profitSharePermille: 250 })).toEqual([]);
  expect(typeNotices(['breadwinner', 'expert'], { profitSharePermille: 40 })).toEqual([
    { type: 'breadwinner', says: 'notBorneOut' },
  ]);
  expect(typeNotices(['prospective', 'breadwinner'], { profitSharePermille: 250 })).toEqual([
    { type: 'prospective', says: 'notBorneOut' },
  ]);
});
