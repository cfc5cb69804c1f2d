import { readGiftBudget, saveGiftBudget } from '../store/giftBudgetStore.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

export const giftHandlers: Pick<Handlers, Extract<keyof Handlers, `gifts.${string}`>> = {
  'gifts.budget': read((db, { accountId }) => readGiftBudget(db, accountId)),
  'gifts.saveBudget': write((db, budget) => {
    saveGiftBudget(db, budget);
    return {};
  }),
};
