import type { PriceItem, PriceTable } from './priceTable.ts';

function plain(item: PriceItem): PriceItem {
  const { isOption: _option, variantSet: _set, isChosen: _chosen, ...rest } = item;
  return rest;
}

/**
 * The table with a line counted, offered as an option, standing in place of the line `otherId`, or chosen of its set.
 * A set always has one chosen line, and a set of one line is no set.
 */
export function standAs(
  table: PriceTable,
  id: string,
  standing: 'counted' | 'option' | 'variant' | 'chosen',
  otherId: string | null,
): PriceTable {
  const other = table.items.find((item) => item.id === otherId);
  const set = other?.variantSet ?? otherId ?? '';
  const moved = table.items.map((item): PriceItem => {
    if (standing === 'chosen') {
      const mine = table.items.find((one) => one.id === id)?.variantSet;
      if (mine === undefined || item.variantSet !== mine) return item;
      const { isChosen: _chosen, ...rest } = item;
      return item.id === id ? { ...rest, isChosen: true } : rest;
    }
    if (item.id === id) {
      if (standing === 'option') return { ...plain(item), isOption: true };
      return standing === 'variant' && set !== '' ? { ...plain(item), variantSet: set } : plain(item);
    }
    // The line that gets a variant becomes the chosen one of the new set.
    if (item.id === otherId && item.variantSet === undefined && standing === 'variant')
      return { ...item, variantSet: set, isChosen: true };
    return item;
  });
  const sizes = new Map<string, number>();
  for (const { variantSet } of moved)
    if (variantSet !== undefined) sizes.set(variantSet, (sizes.get(variantSet) ?? 0) + 1);
  const items = moved.map((item) =>
    item.variantSet !== undefined && sizes.get(item.variantSet) === 1 ? plain(item) : item,
  );
  return { ...table, items };
}
