import { z } from 'zod';
import { GiftBudget } from '../../domain/giftBudget.ts';
import { AccountId } from '../../domain/ids.ts';
import { type Contract, done } from './shapes.ts';

/** The limit of gifts to one client. */
export const giftCalls = {
  'gifts.budget': { input: z.object({ accountId: AccountId }), output: GiftBudget },
  'gifts.saveBudget': { input: GiftBudget, output: done },
} as const satisfies Contract;
