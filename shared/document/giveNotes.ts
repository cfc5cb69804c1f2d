import { formatPercent } from '../domain/formatDate.ts';
import type { Give } from '../domain/giveGet.ts';
import type { Language } from '../domain/language.ts';
import type { PriceTable } from '../domain/priceTable.ts';
import { priceWords } from './priceWords.ts';

const said = (gives: readonly Give[], language: Language): string =>
  gives.map(({ kind, text }) => text.trim() || priceWords[language].gives[kind]).join('; ');

/** What the client gives for each discount, a sentence each, if the author wants it printed. GLOSSARY: что взамен. */
export function giveNotes(table: PriceTable, language: Language): readonly string[] {
  if (table.printGives !== true) return [];
  const note = (bp: number, title: string | null, gives: readonly Give[]): string[] =>
    bp === 0 || gives.length === 0
      ? []
      : [priceWords[language].give(formatPercent(bp, language), title, said(gives, language))];
  return [
    ...table.items.flatMap((item) => note(item.discountBp, item.title.trim(), item.gives ?? [])),
    ...note(table.totalDiscountBp ?? 0, null, table.totalGives ?? []),
  ];
}
