import { z } from 'zod';
import { AccountMeasures } from './accountView.ts';
import { CurrencySum } from './currencySum.ts';
import { AccountId } from './ids.ts';

/** Sums of the last 12 months. */
const GroupSum = AccountMeasures.pick({ profitSharePermille: true }).extend({
  /** The commonest currency first. */
  sums: z.array(CurrencySum),
});

/** The tree of companies that a client stands in (GLOSSARY: филиал). */
export const AccountFamily = z.object({
  /** Whom it belongs to, the head of the group first. */
  parents: z.array(z.object({ id: AccountId, name: z.string() })),
  /** Its branches and theirs, each below its parent; depth 1 = its own. */
  branches: z.array(
    z.object({
      id: AccountId,
      name: z.string(),
      city: z.string(),
      depth: z.int(),
      measures: AccountMeasures,
      sums: z.array(CurrencySum),
    }),
  ),
  own: GroupSum,
  /** With all branches. */
  group: GroupSum,
});
export type AccountFamily = z.infer<typeof AccountFamily>;
