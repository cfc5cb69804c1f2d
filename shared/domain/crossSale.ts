import { z } from 'zod';
import type { CrossSaleMark } from './accountPlan.ts';
import { CalendarDate } from './calendarDate.ts';
import { AccountId, ProposalId } from './ids.ts';
import { Currency } from './money.ts';

/** A row of the map: the client, a branch of it, or a department where it has no branches. */
export const CrossSaleRow = z.object({
  key: z.string(),
  kind: z.enum(['client', 'branch', 'department']),
  name: z.string(),
  /** Whose proposals and deliveries a press on the row's cells leads to. */
  accountId: AccountId,
});
export type CrossSaleRow = z.infer<typeof CrossSaleRow>;

export const CrossSaleState = z.enum(['bought', 'offered', 'idea', 'refused', 'lapsed', 'open']);
export type CrossSaleState = z.infer<typeof CrossSaleState>;

export const CrossSaleCell = z.object({
  row: z.string(),
  direction: z.string(),
  state: CrossSaleState,
  /** Bought in the last twelve months, or before them when `lapsed`; amounts of two currencies are not added. */
  sums: z.array(z.object({ currency: Currency, amountMinor: z.int() })),
  lastOn: CalendarDate.nullable(),
  /** The latest proposal that speaks of the direction. */
  proposal: z.object({ id: ProposalId, number: z.string(), on: CalendarDate }).nullable(),
  /** What the user wrote: the idea, or why they refused. */
  note: z.string(),
});
export type CrossSaleCell = z.infer<typeof CrossSaleCell>;

export const CrossSaleMap = z.object({
  rows: z.array(CrossSaleRow),
  directions: z.array(z.string()),
  cells: z.array(CrossSaleCell),
});
export type CrossSaleMap = z.infer<typeof CrossSaleMap>;

/** What a row bought of a direction in a currency, in the last twelve months and ever. */
export type BoughtOf = {
  readonly row: string;
  readonly direction: string;
  readonly currency: Currency;
  readonly recentMinor: number;
  readonly allMinor: number;
  readonly recentCount: number;
  readonly lastOn: CalendarDate;
};

/** A proposal of a row that went out and speaks of a direction. */
export type OfferedOf = {
  readonly row: string;
  readonly direction: string;
  readonly id: ProposalId;
  readonly number: string;
  readonly on: CalendarDate;
  readonly declined: boolean;
};

// Departments and directions are typed by hand: case and kinds of spaces do not make another one.
const folded = (text: string): string => text.replace(/\s+/gu, ' ').trim().toLowerCase();

/** The key of a department's row in marks. */
export const departmentRow = (department: string): string => `department ${folded(department)}`;

/** What directions are told apart by. */
export const directionKey = (direction: string): string => folded(direction);

function later(a: OfferedOf | undefined, b: OfferedOf): OfferedOf {
  return a === undefined || b.on > a.on ? b : a;
}

/**
 * The map of what each part of a client buys of what we sell. Bought within twelve months wins; then whatever was said
 * last, by the user's mark or by a proposal that went out (a declined one is a refusal); then what was bought before;
 * else the cell is open. GLOSSARY: карта кросс-продаж.
 */
export function crossSaleMap(input: {
  readonly rows: readonly CrossSaleRow[];
  readonly directions: readonly string[];
  readonly bought: readonly BoughtOf[];
  readonly offered: readonly OfferedOf[];
  readonly marks: readonly CrossSaleMark[];
}): CrossSaleMap {
  const at = (row: string, direction: string): string => `${row}\n${directionKey(direction)}`;
  const bought = Map.groupBy(input.bought, ({ row, direction }) => at(row, direction));
  const offered = new Map<string, OfferedOf>();
  for (const offer of input.offered) {
    const key = at(offer.row, offer.direction);
    offered.set(key, later(offered.get(key), offer));
  }
  const marks = new Map(input.marks.map((mark) => [at(mark.row, mark.direction), mark]));
  const cells = input.rows.flatMap(({ key: row }) =>
    input.directions.map((direction): CrossSaleCell => {
      const key = at(row, direction);
      const sales = bought.get(key) ?? [];
      const recent = sales.filter(({ recentCount }) => recentCount > 0);
      const offer = offered.get(key);
      const mark = marks.get(key);
      const state = ((): CrossSaleState => {
        if (recent.length > 0) return 'bought';
        if (mark !== undefined && (offer === undefined || mark.markedOn >= offer.on)) return mark.state;
        if (offer !== undefined) return offer.declined ? 'refused' : 'offered';
        return sales.length > 0 ? 'lapsed' : 'open';
      })();
      const counted = recent.length > 0 ? recent : sales;
      return {
        row,
        direction,
        state,
        sums: counted
          .map(({ currency, recentMinor, allMinor }) => ({
            currency,
            amountMinor: recent.length > 0 ? recentMinor : allMinor,
          }))
          .toSorted((a, b) => b.amountMinor - a.amountMinor),
        lastOn: sales.reduce<CalendarDate | null>(
          (last, { lastOn }) => (last === null || lastOn > last ? lastOn : last),
          null,
        ),
        proposal: offer === undefined ? null : { id: offer.id, number: offer.number, on: offer.on },
        note: mark?.note ?? '',
      };
    }),
  );
  return { rows: [...input.rows], directions: [...input.directions], cells };
}
