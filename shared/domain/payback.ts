import { z } from 'zod';
import { AmountMinor } from './money.ts';

/** A yearly cost of running as things are now, and with what we offer. */
export const RunningCost = z.object({
  title: z.string().max(200),
  nowMinor: AmountMinor.min(0),
  oursMinor: AmountMinor.min(0),
});
export type RunningCost = z.infer<typeof RunningCost>;

/** What a calculation of ownership cost and payback is made of (GLOSSARY: стоимость владения, окупаемость). */
export const PaybackPlan = z.object({
  /** The purchase; null = the total of the proposal's price table. */
  purchaseMinor: AmountMinor.min(0).nullable(),
  years: z.int().min(1).max(15),
  costs: z.array(RunningCost).max(20),
});
export type PaybackPlan = z.infer<typeof PaybackPlan>;

export type PaybackResult = {
  /** Yearly running costs. */
  readonly nowMinor: number;
  readonly oursMinor: number;
  /** Saved in a year; negative = running costs grow. */
  readonly savingMinor: number;
  /** All costs over the years: running costs now, and purchase with running costs of ours. */
  readonly ownershipNowMinor: number;
  readonly ownershipOursMinor: number;
  /** Whole months until the savings reach the purchase, rounded up; null = they never do. */
  readonly months: number | null;
};

/**
 * Simple payback and total cost of ownership: costs of every year are alike, money of later years is not discounted,
 * months = purchase / (yearly saving / 12), rounded up. GLOSSARY: стоимость владения, окупаемость.
 */
export function payback(purchaseMinor: number, plan: Pick<PaybackPlan, 'years' | 'costs'>): PaybackResult {
  const nowMinor = plan.costs.reduce((sum, cost) => sum + cost.nowMinor, 0);
  const oursMinor = plan.costs.reduce((sum, cost) => sum + cost.oursMinor, 0);
  const savingMinor = nowMinor - oursMinor;
  const months =
    savingMinor <= 0
      ? null
      : Number((12n * BigInt(purchaseMinor) + BigInt(savingMinor) - 1n) / BigInt(savingMinor));
  return {
    nowMinor,
    oursMinor,
    savingMinor,
    ownershipNowMinor: nowMinor * plan.years,
    ownershipOursMinor: purchaseMinor + oursMinor * plan.years,
    months,
  };
}
