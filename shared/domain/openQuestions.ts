import type { OpenQuestion } from './accountView.ts';
import { type DossierEssentials, has, lacksReason, weightyInfluence } from './completeness.ts';
import { isKnown } from './dossierFacts.ts';
import { countedWeight, fieldOf, type StandardField } from './dossierStandard.ts';
import type { ReaderRole } from './person.ts';
import { fullName } from './nameForms.ts';

/** The readers of a large proposal, the questions about them in this order. */
const groupRoles: readonly ReaderRole[] = ['ceo', 'finance', 'technical', 'hr'];

/** Fields whose question stands elsewhere in the order, in words of its own. */
const askedApart: ReadonlySet<StandardField['key']> = new Set(['needs', 'plans', 'fullName', 'inn']);

/** Fields that are asked and empty, those that count most first; equal ones in the order of the standard. */
function unknownFields({ account, standard }: DossierEssentials): StandardField[] {
  return standard.fields
    .filter((field) => countedWeight(field) > 0 && !askedApart.has(field.key) && !isKnown(account, field.key))
    .toSorted((a, b) => countedWeight(b) - countedWeight(a));
}

const asks = ({ standard }: DossierEssentials, key: StandardField['key']): boolean => {
  const field = fieldOf(standard, key);
  return field !== undefined && countedWeight(field) > 0;
};

const about = (person: DossierEssentials['people'][number]) => ({
  personId: person.id,
  personName: fullName(person),
});

const fieldQuestion = ({ key, label, question }: StandardField): OpenQuestion => ({
  kind: 'fieldUnknown',
  key,
  label,
  question,
});

/** Who decides, first of all. */
function groupQuestions({ people }: DossierEssentials): OpenQuestion[] {
  if (people.length === 0) return [{ kind: 'noPeople' }];
  return people.some(({ decisionRole }) => decisionRole === 'decides') ? [] : [{ kind: 'noDecisionMaker' }];
}

/** What the weightiest judge by, who of a large group is not known, how the weighty stand to us. */
function peopleQuestions({ people }: DossierEssentials): OpenQuestion[] {
  const weighty = people
    .filter(({ influence }) => influence >= weightyInfluence)
    .toSorted((a, b) => b.influence - a.influence);
  const isThere = (role: ReaderRole) => people.some(({ readerRole }) => readerRole === role);
  return [
    ...weighty
      .filter(({ criteria }) => criteria.length === 0)
      .map((person): OpenQuestion => ({ kind: 'criteriaUnknown', ...about(person) })),
    ...groupRoles
      .filter((role) => people.length > 0 && !isThere(role))
      .map((role): OpenQuestion => ({ kind: 'roleMissing', role })),
    ...weighty
      .filter(({ attitude }) => attitude === 'unknown')
      .map((person): OpenQuestion => ({ kind: 'attitudeUnknown', ...about(person) })),
  ];
}

/**
 * What to find out next, the most useful first; callers show as many as they have room for. First who decides and
 * what is needed, then why tenders were lost, what the department's standard insists on, what the weightiest people
 * judge by, and at the end the other fields of the standard. GLOSSARY: открытые вопросы.
 */
export function openQuestions(dossier: DossierEssentials): OpenQuestion[] {
  const { account, tenders } = dossier;
  const questions = groupQuestions(dossier);
  if (asks(dossier, 'needs') && !has(account.profile.needs)) questions.push({ kind: 'needsUnknown' });
  for (const { id, title } of tenders.filter(lacksReason))
    questions.push({ kind: 'lossReasonMissing', tenderId: id, tenderTitle: title });
  const fields = unknownFields(dossier);
  questions.push(...fields.filter(({ required }) => required).map(fieldQuestion));
  questions.push(...peopleQuestions(dossier));
  for (const { id, title, status, budgetMinor } of tenders) {
    const isOpen = status === 'expected' || status === 'preparing';
    if (isOpen && budgetMinor === null)
      questions.push({ kind: 'tenderBudgetUnknown', tenderId: id, tenderTitle: title });
  }
  if (dossier.competitors.length === 0) questions.push({ kind: 'competitorsUnknown' });
  if (asks(dossier, 'plans') && !has(account.profile.plans)) questions.push({ kind: 'plansUnknown' });
  if (asks(dossier, 'inn') && !has(account.requisites.inn)) questions.push({ kind: 'requisitesMissing' });
  questions.push(...fields.filter(({ required }) => !required).map(fieldQuestion));
  return questions;
}
