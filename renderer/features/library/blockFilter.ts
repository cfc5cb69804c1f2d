import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { factsState } from '../../../shared/domain/library.ts';
import type { BlockRow } from '../../../shared/domain/library.ts';
import type { CriterionKey, Psychotype, ReaderRole } from '../../../shared/domain/person.ts';
import type { EvidenceLevel, Occasion } from '../../../shared/domain/template.ts';

/** What the list of blocks is narrowed by; null = whatever. */
export type BlockFilter = {
  readonly language: Language | null;
  readonly role: ReaderRole | null;
  readonly criterion: CriterionKey | null;
  readonly psychotype: Psychotype | null;
  readonly industry: string | null;
  readonly occasion: Occasion | null;
  readonly evidence: EvidenceLevel | null;
  readonly ownOnly: boolean;
  readonly outdatedOnly: boolean;
};

export const noBlockFilter: BlockFilter = {
  language: null,
  role: null,
  criterion: null,
  psychotype: null,
  industry: null,
  occasion: null,
  evidence: null,
  ownOnly: false,
  outdatedOnly: false,
};

/** A block written for any value is written for this one too. */
const speaksTo = <Value>(values: readonly Value[], wanted: Value | null): boolean =>
  wanted === null || values.length === 0 || values.includes(wanted);

/** Whether a block passes the filter on a day. */
export function passesFilter(row: BlockRow, filter: BlockFilter, today: CalendarDate): boolean {
  return (
    (filter.language === null || row.language === filter.language) &&
    (filter.role === null || row.role === filter.role) &&
    (filter.criterion === null || row.criteria.includes(filter.criterion)) &&
    speaksTo(row.psychotypes, filter.psychotype) &&
    speaksTo(row.industries, filter.industry) &&
    speaksTo(row.occasions, filter.occasion) &&
    (filter.evidence === null || row.evidence === filter.evidence) &&
    (!filter.ownOnly || row.origin !== 'shipped') &&
    (!filter.outdatedOnly || factsState(row, today) !== 'hold')
  );
}

/** How many of the filters that have no chip of their own are set. */
export function countDeepFilters(filter: BlockFilter): number {
  const { language, criterion, psychotype, industry, occasion, evidence } = filter;
  return [language, criterion, psychotype, industry, occasion, evidence].filter((value) => value !== null)
    .length;
}
