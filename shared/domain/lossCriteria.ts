import type { CriterionKey } from './person.ts';
import { TenderReason } from './tender.ts';

/** Which criteria a reason of a lost tender speaks to (GLOSSARY: причины побед и проигрышей). */
const criteriaOfReason: Readonly<Record<TenderReason, readonly CriterionKey[]>> = {
  price: ['price', 'ownershipCost'],
  paymentTerms: ['paymentTerms'],
  deliveryTime: ['launchTime'],
  technicalFit: ['technicalFit'],
  serviceLevel: ['serviceLevel', 'reliability'],
  references: ['references'],
  relations: ['relations'],
  // A late start says when to begin, not what to argue.
  lateStart: [],
  requirementsShapedByOther: ['businessKnowledge', 'technicalFit'],
  documents: ['compliance'],
  reputation: ['references', 'reliability'],
  budgetCut: ['payback', 'ownershipCost'],
};

/** Criteria behind a reason; empty for a reason outside the vocabulary. */
export function lossCriteria(reason: string): readonly CriterionKey[] {
  const known = TenderReason.safeParse(reason);
  return known.success ? criteriaOfReason[known.data] : [];
}
