import type { AccountDraft } from './account.ts';
import { detailFields, type DetailKey } from './detailFields.ts';
import { type FieldKey, isOwnField, requisiteFields } from './dossierStandard.ts';

/** The part of a client that a standard asks about. */
export type StandardFacts = Pick<
  AccountDraft,
  'industry' | 'city' | 'types' | 'criteria' | 'threeP' | 'profile' | 'details' | 'requisites'
>;

const details: ReadonlySet<FieldKey> = new Set(detailFields);
const requisites: ReadonlySet<FieldKey> = new Set(requisiteFields);

export const isDetail = (key: FieldKey): key is DetailKey => isOwnField(key) || details.has(key);
const isRequisite = (key: FieldKey): key is (typeof requisiteFields)[number] => requisites.has(key);

const has = (text: string): boolean => text.trim() !== '';

/** Whether something is known of a field. Money of a year is known where one year has a figure or a note. */
export function isKnown(facts: StandardFacts, key: FieldKey): boolean {
  if (isDetail(key)) return has(facts.details[key] ?? '');
  if (isRequisite(key)) return has(facts.requisites[key]);
  const { profile } = facts;
  switch (key) {
    case 'industry':
    case 'city':
      return has(facts[key]);
    case 'types':
      return facts.types.length > 0;
    case 'criteria':
      return Object.values(facts.criteria).some(({ met }) => met !== null);
    case 'threeP':
      return Object.values(facts.threeP).every((answer) => answer !== null);
    case 'employees':
    case 'foundedYear':
      return profile[key] !== null;
    case 'annualRevenueMinor':
      // The same figure, told by the year it belongs to.
      return (
        profile.annualRevenueMinor !== null ||
        profile.finances.some(({ revenueMinor }) => revenueMinor !== null)
      );
    case 'finances':
      return profile.finances.some(
        ({ revenueMinor, profitMinor, note }) => revenueMinor !== null || profitMinor !== null || has(note),
      );
    case 'description':
    case 'history':
    case 'structure':
    case 'surroundings':
    case 'needs':
    case 'plans':
    case 'weakSpots':
    case 'growthZones':
    case 'financialNotes':
      return has(profile[key]);
  }
}
