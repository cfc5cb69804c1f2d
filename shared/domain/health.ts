import type { AccountHealth, HealthSign } from './accountView.ts';
import { addDays, type CalendarDate, daysBetween } from './calendarDate.ts';

/** Until a client's own rhythm is known, silence is measured by this many days (GLOSSARY: состояние клиента). */
export const defaultGapDays = 30;
/** A client spoken to daily is not neglected after two quiet days. */
export const shortestGapDays = 7;
/** Silence beyond this many usual gaps wants attention, beyond the second is a risk. */
export const silenceGaps = { attention: 1.5, risk: 3 } as const;
/** The same for deliveries: the alarm of a client that quietly stops to buy. */
export const deliveryGaps = { attention: 1.5, risk: 3 } as const;
/** A complaint or a promise of ours open this long (or past its own date by as much) is a risk. */
export const openTooLongDays = 14;
/** Fewer days than this say nothing of a rhythm. */
export const rhythmNeeds = 3;

/** The middle gap between different days, in days; null with fewer than three of them. */
export function usualGapDays(days: readonly CalendarDate[]): number | null {
  const sorted = [...new Set(days)].toSorted();
  if (sorted.length < rhythmNeeds) return null;
  const gaps = sorted
    .flatMap((day, at) => {
      const before = sorted[at - 1];
      return before === undefined ? [] : [daysBetween(before, day)];
    })
    .toSorted((a, b) => a - b);
  const middle = Math.floor(gaps.length / 2);
  const upper = gaps[middle] ?? 0;
  return gaps.length % 2 === 1 ? upper : Math.round(((gaps[middle - 1] ?? 0) + upper) / 2);
}

/** What the state of a relation is read from; lists hold only what is still open. */
export type HealthInput = {
  readonly today: CalendarDate;
  readonly lastContactOn: CalendarDate | null;
  readonly usualGapDays: number | null;
  readonly lastDeliveryOn: CalendarDate | null;
  /** Median gap between deliveries; null = fewer than three. */
  readonly usualDeliveryGapDays: number | null;
  /** Complaints and misunderstandings not settled. */
  readonly openComplaints: readonly {
    readonly happenedOn: CalendarDate;
    readonly dueOn: CalendarDate | null;
  }[];
  /** Promises of ours not kept yet, with a date. */
  readonly openPromises: readonly { readonly dueOn: CalendarDate }[];
  /** Steps of open tenders whose day is past. */
  readonly lateMilestones: number;
};

function gapSign(
  sign: 'silence' | 'buysLess',
  days: number,
  gap: number,
  limits: { readonly attention: number; readonly risk: number },
): HealthSign[] {
  const gaps = days / Math.max(gap, shortestGapDays);
  if (gaps > limits.risk) return [{ sign, level: 'risk', amount: days }];
  return gaps > limits.attention ? [{ sign, level: 'attention', amount: days }] : [];
}

/** Everything that speaks against an even relation; each with its level. GLOSSARY: состояние клиента. */
export function healthSigns(input: HealthInput): HealthSign[] {
  const { today, lastContactOn, lastDeliveryOn, usualDeliveryGapDays } = input;
  const signs: HealthSign[] = [];
  if (lastContactOn === null) signs.push({ sign: 'neverContacted', level: 'attention', amount: 0 });
  else {
    const gap = input.usualGapDays ?? defaultGapDays;
    signs.push(...gapSign('silence', daysBetween(lastContactOn, today), gap, silenceGaps));
  }
  if (lastDeliveryOn !== null && usualDeliveryGapDays !== null) {
    signs.push(
      ...gapSign('buysLess', daysBetween(lastDeliveryOn, today), usualDeliveryGapDays, deliveryGaps),
    );
  }
  for (const { happenedOn, dueOn } of input.openComplaints) {
    const amount = daysBetween(happenedOn, today);
    const isOverdue = dueOn !== null && dueOn < today;
    signs.push({
      sign: 'complaint',
      level: isOverdue || amount > openTooLongDays ? 'risk' : 'attention',
      amount,
    });
  }
  for (const { dueOn } of input.openPromises) {
    const amount = daysBetween(dueOn, today);
    if (amount > 0)
      signs.push({ sign: 'brokenPromise', level: amount > openTooLongDays ? 'risk' : 'attention', amount });
  }
  if (input.lateMilestones > 0)
    signs.push({ sign: 'lateTender', level: 'attention', amount: input.lateMilestones });
  return signs;
}

/**
 * Days at whose end the signs may change though nothing is saved: a client falls silent, a promise is broken. Late
 * tenders are not among them: their steps are not in the input.
 */
export function lastDaysOfSigns(input: Omit<HealthInput, 'today' | 'lateMilestones'>): CalendarDate[] {
  const { lastContactOn, usualGapDays: gap, lastDeliveryOn, usualDeliveryGapDays } = input;
  const lastDays = (
    from: CalendarDate | null,
    usual: number | null,
    limits: { readonly attention: number; readonly risk: number },
  ): CalendarDate[] =>
    from === null || usual === null
      ? []
      : [limits.attention, limits.risk].map((gaps) =>
          addDays(from, Math.floor(Math.max(usual, shortestGapDays) * gaps)),
        );
  return [
    ...lastDays(lastContactOn, gap ?? defaultGapDays, silenceGaps),
    ...lastDays(lastDeliveryOn, usualDeliveryGapDays, deliveryGaps),
    ...input.openComplaints.flatMap(({ happenedOn, dueOn }) => [
      addDays(happenedOn, openTooLongDays),
      ...(dueOn === null ? [] : [dueOn]),
    ]),
    ...input.openPromises.flatMap(({ dueOn }) => [dueOn, addDays(dueOn, openTooLongDays)]),
  ];
}

/** The state of a relation: the worst of its signs. */
export function accountHealth(input: HealthInput): AccountHealth {
  const signs = healthSigns(input);
  if (signs.some(({ level }) => level === 'risk')) return 'risk';
  return signs.length > 0 ? 'attention' : 'even';
}
