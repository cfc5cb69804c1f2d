import { describe, expect, it } from 'vitest';
import { changedAccount } from './bulkWork.ts';
import { newAccount } from './newAccount.ts';

const typed = (...types: ('breadwinner' | 'expert' | 'imageMaker')[]) => ({
  ...newAccount('Клиент'),
  currency: 'RUB' as const,
  types,
});

describe('types of many clients', () => {
  it('keep what each was besides', () => {
    const main = (...types: Parameters<typeof typed>) =>
      changedAccount(typed(...types), { what: 'mainType', type: 'expert' })?.types;
    expect(main()).toEqual(['expert']);
    expect(main('breadwinner')).toEqual(['expert', 'breadwinner']);
    expect(main('breadwinner', 'expert')).toEqual(['expert', 'breadwinner']);
    const second = (...types: Parameters<typeof typed>) =>
      changedAccount(typed(...types), { what: 'secondType', type: 'expert' })?.types;
    expect(second()).toEqual(['expert']);
    expect(second('expert', 'imageMaker')).toEqual(['expert', 'imageMaker']);
    expect(second('breadwinner', 'imageMaker')).toEqual(['breadwinner', 'expert', 'imageMaker']);
  });
});
