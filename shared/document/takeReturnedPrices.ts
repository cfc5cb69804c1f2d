import { formatPercent, formatQuantity } from '../domain/formatDate.ts';
import { formatAmount } from '../domain/formatMoney.ts';
import type { Language } from '../domain/language.ts';
import { PriceTable, type PriceItem } from '../domain/priceTable.ts';
import { lineStandings, priceTotals, type LineStanding } from '../domain/priceTotals.ts';
import { standAs } from '../domain/standAs.ts';
import type { VatRate } from '../domain/vat.ts';
import { matchReturnedLines, type KnownLine } from './matchReturnedLines.ts';
import { plainWords } from './printedFigure.ts';
import { otherSums, type OtherSum } from './printedSums.ts';
import { priceTableView } from './priceViews.ts';
import type {
  ReturnedLine,
  ReturnedPrices,
  ReturnedProblem,
  ReturnedStanding,
} from './readReturnedPrices.ts';
import { words } from './words.ts';

export type ReturnedField =
  | 'title'
  | 'note'
  | 'unit'
  | 'quantity'
  | 'price'
  | 'discount'
  | 'vat'
  | 'standing';

/** Texts are as the document prints them; of `standing` they are keys of `LineStanding`. */
export type FieldChange = { readonly field: ReturnedField; readonly before: string; readonly after: string };

/** What a client changed in our price table; figures as the document prints them. */
export type ReturnedChange =
  | { readonly kind: 'line'; readonly title: string; readonly fields: readonly FieldChange[] }
  | { readonly kind: 'removed'; readonly title: string }
  | {
      readonly kind: 'added';
      readonly title: string;
      readonly quantity: string;
      readonly unit: string;
      readonly price: string;
    }
  | { readonly kind: 'group'; readonly before: string; readonly after: string; readonly count: number }
  | { readonly kind: 'vatRate' | 'totalDiscount'; readonly before: string; readonly after: string }
  | { readonly kind: 'order' };

/** A returned table as ours: with the client's figures, and what is to be known before it is taken. */
export type TakenPrices = {
  readonly table: PriceTable;
  readonly changes: readonly ReturnedChange[];
  /** Sums that stand in the file and do not agree with what its lines come to. */
  readonly otherSums: readonly OtherSum[];
};

const kindOf = (standing: ReturnedStanding): LineStanding =>
  typeof standing === 'string' ? standing : 'variant';

/** Our text where the file says the same, so that no space of ours is lost; else the file's. */
const keptText = (ours: string, theirs: string): string =>
  plainWords(ours) === plainWords(theirs) ? ours : theirs;

const isOnTop = ({ vatMode, items }: PriceTable): boolean =>
  vatMode === 'onTop' && items.some(({ vatRate }) => vatRate !== 'none');

const oneOf = (rates: readonly VatRate[]): VatRate | null => {
  const [first, ...others] = new Set(rates);
  return others.length === 0 ? (first ?? null) : null;
};

/** Our lines in the order they are printed in, with what a returned one is known by. */
function printedLines(
  table: PriceTable,
  language: Language,
): { readonly item: PriceItem; readonly known: KnownLine }[] {
  const standings = new Map(
    lineStandings(table.items).map((standing, at) => [table.items[at]?.id, standing]),
  );
  const items = new Map(table.items.map((item) => [item.id, item]));
  let number = 0;
  return priceTableView(table, language).rows.flatMap((row) => {
    const item = row.kind === 'item' ? items.get(row.itemId) : undefined;
    if (item === undefined) return [];
    const standing = standings.get(item.id) ?? 'counted';
    number += standing === 'counted' ? 1 : 0;
    const group = standing === 'counted' ? item.group : '';
    const { title, quantityMilli, priceMinor } = item;
    const known = {
      standing,
      number: standing === 'counted' ? number : 0,
      group,
      title,
      quantityMilli,
      priceMinor,
    };
    return [{ item, known }];
  });
}

function changedItem(item: PriceItem, line: ReturnedLine, vatRate: VatRate | null): PriceItem {
  const { foreign, priceUntil, ...own } = item;
  const isSamePrice = item.priceMinor === line.priceMinor;
  return {
    ...own,
    // A price somebody else wrote is the table's own: no rate converts it, no price list holds it.
    ...(isSamePrice && foreign !== undefined ? { foreign } : {}),
    ...(isSamePrice && priceUntil !== undefined ? { priceUntil } : {}),
    // Options and variants are printed without their group.
    group: line.standing === 'counted' ? keptText(item.group, line.group) : item.group,
    title: keptText(item.title, line.title),
    note: keptText(item.note, line.note),
    unit: keptText(item.unit, line.unit),
    quantityMilli: line.quantityMilli,
    priceMinor: line.priceMinor,
    discountBp: line.discountBp,
    vatRate: line.vatRate ?? vatRate ?? item.vatRate,
  };
}

/** The lines in our order where theirs is the same, new ones behind the line they were written behind. */
function ordered(
  made: readonly { readonly item: PriceItem; readonly place: number | null }[],
  ours: PriceTable,
) {
  const places = made.flatMap(({ place }) => place ?? []);
  const isReordered = places.some((place, at) => at > 0 && place < (places[at - 1] ?? 0));
  if (isReordered) return { items: made.map(({ item }) => item), isReordered };
  const byId = new Map(made.map(({ item }) => [item.id, item]));
  const items = ours.items.flatMap(({ id }) => byId.get(id) ?? []);
  made.forEach(({ item, place }, at) => {
    if (place !== null) return;
    const before = made[at - 1]?.item;
    items.splice(before === undefined ? 0 : items.findIndex(({ id }) => id === before.id) + 1, 0, item);
  });
  return { items, isReordered };
}

/** Lines stand in the total, apart or in place of others as they do in the file. */
function withStandings(
  table: PriceTable,
  wanted: ReadonlyMap<string, { readonly standing: ReturnedStanding }>,
  idOfNumber: ReadonlyMap<number, string>,
): PriceTable {
  let result = table;
  // Twice, since a set that loses a line may count another.
  for (const id of [...wanted.keys(), ...wanted.keys()]) {
    const standing = wanted.get(id)?.standing ?? 'counted';
    const at = result.items.findIndex((item) => item.id === id);
    if (lineStandings(result.items)[at] === kindOf(standing)) continue;
    const otherId = typeof standing === 'string' ? null : (idOfNumber.get(standing.insteadOf) ?? null);
    const kind = kindOf(standing) === 'variant' && otherId === null ? 'option' : kindOf(standing);
    result = standAs(result, id, kind, otherId);
  }
  return result;
}

const percentText = (bp: number, language: Language): string =>
  bp === 0 ? words[language].noAmount : formatPercent(bp, language);

function fieldChanges(
  before: { readonly item: PriceItem; readonly standing: LineStanding },
  after: { readonly item: PriceItem; readonly standing: LineStanding },
  language: Language,
): FieldChange[] {
  const none = words[language].noAmount;
  const rate = (vatRate: VatRate) => (vatRate === 'none' ? none : formatPercent(vatRate * 100, language));
  const texts = ({ item, standing }: typeof before): Readonly<Record<ReturnedField, string>> => ({
    title: plainWords(item.title),
    note: plainWords(item.note),
    unit: plainWords(item.unit),
    quantity: formatQuantity(item.quantityMilli, language),
    price: formatAmount(item.priceMinor, language),
    discount: percentText(item.discountBp, language),
    vat: rate(item.vatRate),
    standing,
  });
  const [ours, theirs] = [texts(before), texts(after)];
  const fields = ['title', 'note', 'unit', 'quantity', 'price', 'discount', 'vat', 'standing'] as const;
  return fields.flatMap((field) =>
    ours[field] === theirs[field]
      ? []
      : [{ field, before: ours[field] || none, after: theirs[field] || none }],
  );
}

type Pair = { readonly before: PriceItem; readonly after: PriceItem };

/** Groups that got another name, or lines that moved to another group: each pair of names once. */
function groupChanges(pairs: readonly Pair[]): ReturnedChange[] {
  const counts = new Map<string, { before: string; after: string; count: number }>();
  for (const { before, after } of pairs) {
    if (plainWords(before.group) === plainWords(after.group)) continue;
    const key = `${before.group}\n${after.group}`;
    const known = counts.get(key) ?? {
      before: plainWords(before.group),
      after: plainWords(after.group),
      count: 0,
    };
    counts.set(key, { ...known, count: known.count + 1 });
  }
  return [...counts.values()].map((change) => ({ kind: 'group', ...change }));
}

/** What the lines of both tables differ in, each line once, in the order of the file; then what is said of the whole. */
function changesOf(
  ours: PriceTable,
  taken: PriceTable,
  isReordered: boolean,
  language: Language,
): ReturnedChange[] {
  const standingsBefore = lineStandings(ours.items);
  const standingsAfter = lineStandings(taken.items);
  const known = new Map(
    ours.items.map((item, at) => [item.id, { item, standing: standingsBefore[at] ?? 'counted' }]),
  );
  const pairs = taken.items.flatMap((after) => {
    const before = known.get(after.id)?.item;
    return before === undefined ? [] : [{ before, after }];
  });
  const rates = [
    oneOf(pairs.map(({ before }) => before.vatRate)),
    oneOf(pairs.map(({ after }) => after.vatRate)),
  ] as const;
  const isOneRate = pairs.length > 1 && rates[0] !== null && rates[1] !== null && rates[0] !== rates[1];
  const lines = taken.items.flatMap((item, at): ReturnedChange[] => {
    const before = known.get(item.id);
    if (before === undefined)
      return [
        {
          kind: 'added',
          title: plainWords(item.title),
          quantity: formatQuantity(item.quantityMilli, language),
          unit: plainWords(item.unit),
          price: formatAmount(item.priceMinor, language),
        },
      ];
    const fields = fieldChanges(before, { item, standing: standingsAfter[at] ?? 'counted' }, language).filter(
      ({ field }) => !(isOneRate && field === 'vat'),
    );
    return fields.length === 0 ? [] : [{ kind: 'line', title: plainWords(before.item.title), fields }];
  });
  const left = new Set(taken.items.map(({ id }) => id));
  const removed = ours.items.flatMap((item): ReturnedChange[] =>
    left.has(item.id) ? [] : [{ kind: 'removed', title: plainWords(item.title) }],
  );
  const rateText = (rate: VatRate | null) =>
    rate === null || rate === 'none' ? words[language].noVat : formatPercent(rate * 100, language);
  const discounts = [ours.totalDiscountBp ?? 0, taken.totalDiscountBp ?? 0] as const;
  return [
    ...lines,
    ...removed,
    ...groupChanges(pairs),
    ...(isOneRate
      ? [{ kind: 'vatRate', before: rateText(rates[0]), after: rateText(rates[1]) } as const]
      : []),
    ...(discounts[0] === discounts[1]
      ? []
      : [
          {
            kind: 'totalDiscount',
            before: percentText(discounts[0], language),
            after: percentText(discounts[1], language),
          } as const,
        ]),
    ...(isReordered ? [{ kind: 'order' } as const] : []),
  ];
}

/** Why lines that were read do not fit our table; null = they do. */
function misfit(
  ours: PriceTable,
  returned: ReturnedPrices,
  matched: readonly (number | null)[],
): ReturnedProblem | null {
  const { head, lines, groups } = returned;
  if (ours.items.length === 0) return null;
  if (head.currency !== ours.currency) return { reason: 'currency' };
  // Whether VAT comes on top is printed only where there is any.
  const has = (key: 'discount' | 'vat') => head.columns.includes(key);
  if (head.isOnTop !== isOnTop(ours)) return { reason: 'vatMode' };
  if (!has('discount') && ours.items.some(({ discountBp }) => discountBp > 0))
    return { reason: 'missingColumn', column: 'discount' };
  if (!has('vat') && oneOf(ours.items.map(({ vatRate }) => vatRate)) === null)
    return { reason: 'missingColumn', column: 'vat' };
  if (lines.length > 0 && matched.every((place) => place === null)) return { reason: 'foreign' };
  const names = new Set([...ours.items, ...lines].map(({ group }) => plainWords(group)));
  // A heading that no line stands under, and that was not ours, was written there as something else.
  const stranger = groups.find(({ label }) => !names.has(label));
  return stranger === undefined
    ? null
    : { reason: 'strangeRow', text: `${stranger.label} | ${stranger.amount}` };
}

/**
 * Our price table with what a returned one says: lines are matched to ours and keep what is never printed; sums are
 * computed anew by our own rules and compared with those that stand in the file. An empty table of ours takes the
 * returned one as it is. `newId` names new lines. GLOSSARY: вернувшаяся таблица цен.
 */
export function takeReturnedPrices(
  ours: PriceTable,
  returned: ReturnedPrices,
  newId: () => string,
): ({ readonly ok: true } & TakenPrices) | { readonly ok: false; readonly problem: ReturnedProblem } {
  const { head, lines } = returned;
  const printed = printedLines(ours, head.language);
  const theirs = lines.map((line) => ({ ...line, standing: kindOf(line.standing) }));
  const matched = matchReturnedLines(
    printed.map(({ known }) => known),
    theirs,
  );
  const problem = misfit(ours, returned, matched);
  if (problem !== null) return { ok: false, problem };
  const ourRate = oneOf(ours.items.map(({ vatRate }) => vatRate));
  const made: { item: PriceItem; place: number | null }[] = [];
  for (const [at, line] of lines.entries()) {
    const place = matched[at] ?? null;
    const old = place === null ? undefined : printed[place]?.item;
    const vatRate = line.vatRate ?? returned.vatRate;
    if (old !== undefined) {
      made.push({ item: changedItem(old, line, vatRate), place });
      continue;
    }
    const rate = vatRate ?? ourRate;
    if (rate === null) return { ok: false, problem: { reason: 'vatUnknown' } };
    const { group, title, note, unit, quantityMilli, priceMinor, discountBp } = line;
    const item = {
      id: newId(),
      group,
      title,
      note,
      unit,
      quantityMilli,
      priceMinor,
      discountBp,
      vatRate: rate,
    };
    made.push({ item, place: null });
  }
  const { items, isReordered } = ordered(made, ours);
  const { totalDiscountBp: ourDiscount, ...rest } = ours;
  const discount = returned.totalDiscountBp ?? ourDiscount ?? 0;
  const flat: PriceTable = {
    ...(discount === (ourDiscount ?? 0)
      ? ours
      : discount === 0
        ? rest
        : { ...rest, totalDiscountBp: discount }),
    ...(ours.items.length === 0 && items.length > 0
      ? { currency: head.currency, vatMode: head.isOnTop ? 'onTop' : 'included' }
      : {}),
    items,
  };
  const wanted = new Map(
    made.flatMap(({ item }, at) => {
      const line = lines[at];
      return line === undefined ? [] : [[item.id, line] as const];
    }),
  );
  const idOfNumber = new Map(
    made.flatMap(({ item }, at) => {
      const line = lines[at];
      return line?.standing === 'counted' && line.number > 0 ? [[line.number, item.id] as const] : [];
    }),
  );
  const table = PriceTable.safeParse(withStandings(flat, wanted, idOfNumber));
  if (!table.success) return { ok: false, problem: { reason: 'tooLong' } };
  if (priceTotals(table.data).isTooLarge) return { ok: false, problem: { reason: 'tooLarge' } };
  return {
    ok: true,
    table: table.data,
    changes: changesOf(ours, table.data, isReordered, head.language),
    otherSums: otherSums(
      table.data,
      returned,
      made.map(({ item }) => item.id),
    ),
  };
}
