import type { ArgumentNode, DocumentRoot, SectionNode } from '../document/nodes.ts';
import { type DocumentNode, walk } from '../document/walk.ts';
import type { PersonId } from './ids.ts';
import { type CriterionKey, criterionKeys } from './person.ts';
import type { Reader } from './proposal.ts';

/**
 * `argued`: an argument is written for this reader on this criterion; `mentioned`: the document touches it, but for
 * somebody else or in passing; `missing`: the reader weighs it and nothing speaks to it; `indifferent`: no weight.
 */
export type CoverageState = 'argued' | 'mentioned' | 'missing' | 'indifferent';
export type CoverageCell = {
  readonly criterion: CriterionKey;
  readonly weightPercent: number;
  readonly state: CoverageState;
  /** The section where it is argued or mentioned first; null = nowhere or outside sections. */
  readonly sectionId: string | null;
};
export type CoverageRow = { readonly personId: PersonId; readonly cells: readonly CoverageCell[] };
export type Coverage = {
  /** Criteria that at least one reader weighs, the heaviest over all readers first. */
  readonly criteria: readonly CriterionKey[];
  /** A row per reader in the given order, a cell per criterion in the order of `criteria`. */
  readonly rows: readonly CoverageRow[];
  /** Pairs of reader and criterion without any argument. */
  readonly missing: number;
};

/** A place in the document that speaks to a criterion; `personIds` null = to everybody. */
type Voice = {
  readonly criterion: CriterionKey;
  readonly personIds: readonly PersonId[] | null;
  readonly strength: 'argued' | 'mentioned';
  readonly sectionId: string | null;
};

const enclosingSection = (parents: readonly DocumentNode[]): SectionNode | null =>
  parents.findLast((node) => node.type === 'section') ?? null;

function argumentVoices(node: ArgumentNode, section: SectionNode | null): Voice[] {
  const sectionId = section?.attrs.sectionId ?? null;
  const ofSection = section !== null && section.attrs.role !== null ? section.attrs.personIds : null;
  // A block put in by hand names nobody: it speaks to the readers of its section.
  const personIds = node.attrs.personIds.length > 0 ? node.attrs.personIds : ofSection;
  const touched = node.attrs.reasons.flatMap((reason): Voice[] =>
    reason.kind === 'criterion' && reason.criterion !== node.attrs.criterion
      ? [{ criterion: reason.criterion, personIds: [reason.personId], strength: 'mentioned', sectionId }]
      : [],
  );
  if (node.attrs.criterion === null) return touched;
  return [{ criterion: node.attrs.criterion, personIds, strength: 'argued', sectionId }, ...touched];
}

/** Our own blocks speak too: references to `references`, the schedule to `paymentTerms`, the calculation to `payback` and `ownershipCost`, prices to `price`, the team to `relations`. */
function blockVoice(node: DocumentNode, section: SectionNode | null): Voice[] {
  const sectionId = section?.attrs.sectionId ?? null;
  const forRole = section !== null && section.attrs.role !== null;
  const voice = (criterion: CriterionKey, argues: boolean): Voice => ({
    criterion,
    personIds: argues && forRole ? section.attrs.personIds : null,
    strength: argues && forRole ? 'argued' : 'mentioned',
    sectionId,
  });
  if (node.type === 'references' && node.attrs.referenceIds.length > 0) return [voice('references', true)];
  if (node.type === 'paymentSchedule' && node.attrs.stages.length > 0) return [voice('paymentTerms', true)];
  if (node.type === 'payback' && node.attrs.plan.costs.length > 0)
    return [voice('payback', true), voice('ownershipCost', true)];
  if (node.type === 'priceTable' && node.attrs.table.items.length > 0) return [voice('price', false)];
  if (node.type === 'team' && node.attrs.colleagueIds.length > 0) return [voice('relations', false)];
  return [];
}

function voicesOf(root: Pick<DocumentRoot, 'content'>): Voice[] {
  const voices: Voice[] = [];
  walk(root, (node, parents) => {
    const section = enclosingSection(parents);
    if (node.type === 'argument') voices.push(...argumentVoices(node, section));
    voices.push(...blockVoice(node, section));
  });
  return voices;
}

/**
 * Whether each reader's criteria are answered (GLOSSARY: покрытие). The rule of the field: a proposal is read by a
 * group of experts, and each of them must find what they judge by.
 */
export function coverageOf(
  document: Pick<DocumentRoot, 'content'>,
  readers: readonly Pick<Reader, 'personId' | 'criteria'>[],
): Coverage {
  const voices = voicesOf(document);
  const total = (criterion: CriterionKey): number =>
    readers
      .flatMap((reader) => reader.criteria)
      .reduce((sum, { key, weightPercent }) => (key === criterion ? sum + weightPercent : sum), 0);
  const weighed = readers.flatMap((reader) => reader.criteria.map(({ key }) => key));
  const criteria = [...new Set<CriterionKey>([...criterionKeys, ...weighed])]
    .filter((criterion) => total(criterion) > 0)
    .toSorted((a, b) => total(b) - total(a));
  let missing = 0;
  const rows = readers.map(({ personId, criteria: weights }) => ({
    personId,
    cells: criteria.map((criterion): CoverageCell => {
      const weightPercent = weights.find(({ key }) => key === criterion)?.weightPercent ?? 0;
      if (weightPercent === 0) return { criterion, weightPercent, state: 'indifferent', sectionId: null };
      const heard = voices.filter((voice) => voice.criterion === criterion);
      const argued = heard.find(
        ({ strength, personIds }) =>
          strength === 'argued' && (personIds === null || personIds.includes(personId)),
      );
      const voice = argued ?? heard[0];
      if (voice === undefined) missing += 1;
      const state = argued !== undefined ? 'argued' : voice === undefined ? 'missing' : 'mentioned';
      return { criterion, weightPercent, state, sectionId: voice?.sectionId ?? null };
    }),
  }));
  return { criteria, rows, missing };
}
