import type { AccountDraft } from './account.ts';
import type { OpenQuestion } from './accountView.ts';
import type { PersonId, TenderId } from './ids.ts';
import { fullName } from './nameForms.ts';
import type { PersonDraft, ReaderRole } from './person.ts';
import type { TenderDraft } from './tender.ts';

/** What the completeness of a dossier is judged by: its four parts (GLOSSARY: досье, полнота). */
export type DossierEssentials = {
  readonly account: Pick<
    AccountDraft,
    'types' | 'profile' | 'requisites' | 'criteria' | 'relationNow' | 'relationProspect'
  >;
  readonly people: readonly (Pick<
    PersonDraft,
    | 'lastName'
    | 'firstName'
    | 'middleName'
    | 'readerRole'
    | 'decisionRole'
    | 'influence'
    | 'attitude'
    | 'criteria'
    | 'threeP'
  > & { readonly id: PersonId })[];
  readonly tenders: readonly (Pick<
    TenderDraft,
    'title' | 'status' | 'reasons' | 'reasonText' | 'budgetMinor'
  > & {
    readonly id: TenderId;
  })[];
  readonly competitors: readonly { readonly strengths: string; readonly weaknesses: string }[];
  readonly deliveriesCount: number;
  readonly eventsCount: number;
};

/** How much each part weighs; they add up to 100. People decide, so they weigh most. */
export const partWeights = { general: 30, history: 20, people: 35, competitors: 15 } as const;
/** A decision is made by a group: fewer known people than this leave the part unfinished. */
export const fullGroup = 3;
/** Influence from which a person's attitude and criteria must be known. */
export const weightyInfluence = 3;
/** The readers of a large proposal, the questions about them in this order. */
const groupRoles: readonly ReaderRole[] = ['ceo', 'finance', 'technical', 'hr'];

const has = (text: string): boolean => text.trim() !== '';
const shareOf = (checks: readonly boolean[]): number =>
  checks.length === 0 ? 1 : checks.filter(Boolean).length / checks.length;

function generalShare({ account }: DossierEssentials): number {
  const { profile, requisites } = account;
  return shareOf([
    has(profile.description),
    profile.employees !== null,
    has(profile.history),
    has(profile.structure) || has(profile.surroundings),
    profile.annualRevenueMinor !== null || has(profile.financialNotes),
    has(profile.needs),
    has(profile.plans),
    has(profile.weakSpots) || has(profile.growthZones),
    has(requisites.inn) && has(requisites.fullName),
    account.types.length > 0,
    Object.values(account.criteria).some(({ met }) => met !== null),
  ]);
}

const isDecided = (status: TenderDraft['status']): boolean => status === 'won' || status === 'lost';
const lacksReason = (tender: DossierEssentials['tenders'][number]): boolean =>
  isDecided(tender.status) && tender.reasons.length === 0 && !has(tender.reasonText);

function historyShare(dossier: DossierEssentials): number {
  return shareOf([
    dossier.deliveriesCount > 0,
    dossier.eventsCount > 0,
    has(dossier.account.relationNow),
    has(dossier.account.relationProspect),
    dossier.tenders.some(({ status }) => isDecided(status)) && !dossier.tenders.some(lacksReason),
  ]);
}

function peopleShare({ people }: DossierEssentials): number {
  const group = Math.min(people.length / fullGroup, 1);
  if (group === 0) return 0;
  const known = shareOf([
    people.some(({ decisionRole }) => decisionRole === 'decides'),
    people.every(({ decisionRole }) => decisionRole !== 'unknown'),
    people.some(({ threeP }) => threeP.need === true && threeP.means === true && threeP.authority === true),
  ]);
  const weighty = people.filter(({ influence }) => influence >= weightyInfluence);
  const criteria = shareOf(weighty.map((person) => person.criteria.length > 0));
  const attitude = shareOf(weighty.map((person) => person.attitude !== 'unknown'));
  return (group + known + criteria + attitude) / 4;
}

function competitorsShare({ competitors }: DossierEssentials): number {
  if (competitors.length === 0) return 0;
  // A name alone is half of what is wanted: the rest is where they are strong and weak.
  return (
    0.5 + 0.5 * shareOf(competitors.map(({ strengths, weaknesses }) => has(strengths) && has(weaknesses)))
  );
}

export type DossierPart = keyof typeof partWeights;

/** How complete each part of a dossier is, 0 … 1, in the order of the parts. GLOSSARY: полнота. */
export function completenessParts(dossier: DossierEssentials): Readonly<Record<DossierPart, number>> {
  return {
    general: generalShare(dossier),
    history: historyShare(dossier),
    people: peopleShare(dossier),
    competitors: competitorsShare(dossier),
  };
}

/** How complete a dossier is, 0 … 100, whole percent rounded down so that 100 means complete. GLOSSARY: полнота. */
export function completenessPercent(dossier: DossierEssentials): number {
  const parts = completenessParts(dossier);
  const sum =
    partWeights.general * parts.general +
    partWeights.history * parts.history +
    partWeights.people * parts.people +
    partWeights.competitors * parts.competitors;
  // Shares are sums of thirds and elevenths: a hair below a whole number is that number.
  return Math.floor(sum + 1e-9);
}

/**
 * What to find out next, the most useful first; callers show as many as they have room for. First who decides and
 * what is needed, then why tenders were lost, then what the weightiest people judge by. GLOSSARY: открытые вопросы.
 */
export function openQuestions(dossier: DossierEssentials): OpenQuestion[] {
  const { account, people, tenders } = dossier;
  const questions: OpenQuestion[] = [];
  if (people.length === 0) questions.push({ kind: 'noPeople' });
  else if (!people.some(({ decisionRole }) => decisionRole === 'decides'))
    questions.push({ kind: 'noDecisionMaker' });
  if (!has(account.profile.needs)) questions.push({ kind: 'needsUnknown' });
  for (const tender of tenders.filter(lacksReason)) {
    questions.push({ kind: 'lossReasonMissing', tenderId: tender.id, tenderTitle: tender.title });
  }
  const weighty = people
    .filter(({ influence }) => influence >= weightyInfluence)
    .toSorted((a, b) => b.influence - a.influence);
  const about = (person: DossierEssentials['people'][number]) => ({
    personId: person.id,
    personName: fullName(person),
  });
  for (const person of weighty) {
    if (person.criteria.length === 0) questions.push({ kind: 'criteriaUnknown', ...about(person) });
  }
  if (people.length > 0) {
    for (const role of groupRoles) {
      if (!people.some(({ readerRole }) => readerRole === role))
        questions.push({ kind: 'roleMissing', role });
    }
  }
  for (const person of weighty) {
    if (person.attitude === 'unknown') questions.push({ kind: 'attitudeUnknown', ...about(person) });
  }
  for (const { id, title, status, budgetMinor } of tenders) {
    const isOpen = status === 'expected' || status === 'preparing';
    if (isOpen && budgetMinor === null)
      questions.push({ kind: 'tenderBudgetUnknown', tenderId: id, tenderTitle: title });
  }
  if (dossier.competitors.length === 0) questions.push({ kind: 'competitorsUnknown' });
  if (!has(account.profile.plans)) questions.push({ kind: 'plansUnknown' });
  if (!has(account.requisites.inn)) questions.push({ kind: 'requisitesMissing' });
  return questions;
}
