import type { CriterionKey, ShippedRole } from './person.ts';

/** What readers of a role usually judge by (GLOSSARY: что получает каждый читатель); the dossier decides. */
export const roleCriteria: Readonly<Record<ShippedRole, readonly CriterionKey[]>> = {
  ceo: ['exclusiveTerms', 'statusRecognition', 'businessKnowledge'],
  hr: ['references', 'training', 'relations'],
  finance: ['price', 'ownershipCost', 'paymentTerms', 'payback'],
  technical: ['technicalFit', 'reliability', 'serviceLevel', 'launchTime'],
  procurement: ['price', 'paymentTerms', 'launchTime'],
  security: ['safety', 'compliance'],
  legal: ['compliance'],
  user: ['training', 'serviceLevel'],
  other: [],
};
