import type { AccountDraft } from './account.ts';
import type { MissingItem } from './accountView.ts';
import { isKnown } from './dossierFacts.ts';
import { countedWeight, type DossierStandard } from './dossierStandard.ts';
import type { PersonId, TenderId } from './ids.ts';
import { fullName } from './nameForms.ts';
import type { PersonDraft } from './person.ts';
import { isDecided } from './tender.ts';
import type { TenderDraft } from './tender.ts';

/** What the completeness of a dossier is judged by: the department's standard and its four parts (GLOSSARY: досье, полнота). */
export type DossierEssentials = {
  readonly standard: DossierStandard;
  readonly account: Pick<
    AccountDraft,
    | 'industry'
    | 'city'
    | 'types'
    | 'criteria'
    | 'threeP'
    | 'profile'
    | 'details'
    | 'requisites'
    | 'relationNow'
    | 'relationProspect'
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

/** A decision is made by a group: fewer known people than this leave the part unfinished. */
export const fullGroup = 3;
/** Influence from which a person's attitude and criteria must be known. */
export const weightyInfluence = 3;

export const has = (text: string): boolean => text.trim() !== '';

/** How much of a part is known, 0 … 1, and what it lacks. */
type PartState = { readonly share: number; readonly missing: readonly MissingItem[] };

/** One thing to know: whether it is, how much it counts, and what to say where it is not. */
type Check = { readonly known: boolean; readonly weight?: number; readonly missing: MissingItem };

function judge(checks: readonly Check[]): PartState {
  const whole = checks.reduce((sum, { weight = 1 }) => sum + weight, 0);
  const known = checks.reduce((sum, check) => sum + (check.known ? (check.weight ?? 1) : 0), 0);
  return {
    // A part that asks for nothing lacks nothing.
    share: whole === 0 ? 1 : known / whole,
    missing: checks.filter((check) => !check.known).map(({ missing }) => missing),
  };
}

function generalPart({ account, standard }: DossierEssentials): PartState {
  return judge(
    standard.fields
      .filter((field) => countedWeight(field) > 0)
      // What must be known and what counts most is missed first.
      .toSorted((a, b) => Number(b.required) - Number(a.required) || countedWeight(b) - countedWeight(a))
      .map((field) => ({
        known: isKnown(account, field.key),
        weight: countedWeight(field),
        missing: { kind: 'field', key: field.key, label: field.label, required: field.required },
      })),
  );
}

/** A decided tender of which nobody wrote why it was won or lost. */
export function lacksReason(tender: DossierEssentials['tenders'][number]): boolean {
  return isDecided(tender.status) && tender.reasons.length === 0 && !has(tender.reasonText);
}

function historyPart({ account, tenders, deliveriesCount, eventsCount }: DossierEssentials): PartState {
  const unexplained = tenders.find(lacksReason);
  return judge([
    { known: deliveriesCount > 0, missing: { kind: 'deliveries' } },
    { known: eventsCount > 0, missing: { kind: 'events' } },
    { known: has(account.relationNow), missing: { kind: 'relationNow' } },
    { known: has(account.relationProspect), missing: { kind: 'relationProspect' } },
    {
      known: tenders.some(({ status }) => isDecided(status)) && unexplained === undefined,
      missing:
        unexplained === undefined
          ? { kind: 'decidedTender' }
          : { kind: 'tenderReasons', tenderId: unexplained.id, tenderTitle: unexplained.title },
    },
  ]);
}

function peoplePart({ people }: DossierEssentials): PartState {
  const group = Math.min(people.length / fullGroup, 1);
  const few: MissingItem[] = group < 1 ? [{ kind: 'people', count: fullGroup - people.length }] : [];
  if (group === 0) return { share: 0, missing: few };
  const known = judge([
    { known: people.some(({ decisionRole }) => decisionRole === 'decides'), missing: { kind: 'decider' } },
    {
      known: people.every(({ decisionRole }) => decisionRole !== 'unknown'),
      missing: { kind: 'decisionRoles' },
    },
    {
      known: people.some(
        ({ threeP }) => threeP.need === true && threeP.means === true && threeP.authority === true,
      ),
      missing: { kind: 'personThreeP' },
    },
  ]);
  const weighty = people.filter(({ influence }) => influence >= weightyInfluence);
  const about = (person: DossierEssentials['people'][number]) => ({
    personId: person.id,
    personName: fullName(person),
  });
  const criteria = judge(
    weighty.map((person) => ({
      known: person.criteria.length > 0,
      missing: { kind: 'personCriteria', ...about(person) },
    })),
  );
  const attitude = judge(
    weighty.map((person) => ({
      known: person.attitude !== 'unknown',
      missing: { kind: 'personAttitude', ...about(person) },
    })),
  );
  return {
    share: (group + known.share + criteria.share + attitude.share) / 4,
    missing: [...few, ...known.missing, ...criteria.missing, ...attitude.missing],
  };
}

function competitorsPart({ competitors }: DossierEssentials): PartState {
  if (competitors.length === 0) return { share: 0, missing: [{ kind: 'competitors' }] };
  const sides = judge(
    competitors.map(({ strengths, weaknesses }) => ({
      known: has(strengths) && has(weaknesses),
      missing: { kind: 'competitorSides' },
    })),
  );
  // A name alone is half of what is wanted: the rest is where they are strong and weak.
  return { share: 0.5 + 0.5 * sides.share, missing: sides.missing.slice(0, 1) };
}

export const dossierParts = ['general', 'history', 'people', 'competitors'] as const;
export type DossierPart = (typeof dossierParts)[number];

/** How complete each part of a dossier is, 0 … 1, and what it lacks. GLOSSARY: полнота. */
export function completenessParts(dossier: DossierEssentials): Readonly<Record<DossierPart, PartState>> {
  return {
    general: generalPart(dossier),
    history: historyPart(dossier),
    people: peoplePart(dossier),
    competitors: competitorsPart(dossier),
  };
}

/** How much each part counts in the whole, percent, rounded down; of weights that do not add up to 100, in proportion. */
export function partWeightPercents({ partWeights }: DossierStandard): Readonly<Record<DossierPart, number>> {
  const whole = dossierParts.reduce((sum, part) => sum + partWeights[part], 0);
  const percent = (part: DossierPart): number => Math.floor((partWeights[part] * 100) / whole);
  return {
    general: percent('general'),
    history: percent('history'),
    people: percent('people'),
    competitors: percent('competitors'),
  };
}

/** How complete a dossier is, 0 … 100, whole percent rounded down so that 100 means complete. GLOSSARY: полнота. */
export function completenessPercent(dossier: DossierEssentials): number {
  const parts = completenessParts(dossier);
  const { partWeights } = dossier.standard;
  const whole = dossierParts.reduce((sum, part) => sum + partWeights[part], 0);
  const known = dossierParts.reduce((sum, part) => sum + partWeights[part] * parts[part].share, 0);
  // Shares are sums of thirds and elevenths: a hair below a whole number is that number.
  return Math.floor((known * 100) / whole + 1e-9);
}
