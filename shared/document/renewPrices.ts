import type { CalendarDate } from '../domain/calendarDate.ts';
import { russianVatLaw, standardVatRate, type VatLaw } from '../domain/vatRates.ts';
import type { DocumentRoot } from './nodes.ts';
import { replaceBlocks } from './replaceBlocks.ts';

/**
 * The document with its price tables brought to another day: lines at the general VAT rate of `from` take the one of
 * `to`; special rates and «без НДС» stay. Sums are computed from the lines wherever they are shown. GLOSSARY: НДС.
 */
export function renewPrices(
  root: DocumentRoot,
  from: CalendarDate,
  to: CalendarDate,
  law: VatLaw = russianVatLaw,
): DocumentRoot {
  const before = standardVatRate(from, law);
  const after = standardVatRate(to, law);
  if (before === after) return root;
  return replaceBlocks(root, 'priceTable', (block) => {
    const { table } = block.attrs;
    const items = table.items.map((item) => (item.vatRate === before ? { ...item, vatRate: after } : item));
    return [{ ...block, attrs: { ...block.attrs, table: { ...table, items } } }];
  });
}
