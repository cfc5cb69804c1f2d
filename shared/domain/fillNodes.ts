import type { BlockNode } from '../document/nodes.ts';
import type { CalendarDate } from './calendarDate.ts';
import { hasConsentOn } from './consent.ts';
import type { ReferenceId } from './ids.ts';
import type { Language } from './language.ts';
import type { ReaderRole } from './person.ts';
import type { ProposalContext } from './proposal.ts';
import type { Reference } from './reference.ts';
import type { ValidityPeriod } from './validity.ts';

/** How many references fill an empty block: enough to choose whom to call, few enough to be read. */
export const referencesPerBlock = 3;

const sameWords = (a: string, b: string): boolean =>
  a.trim() !== '' && a.trim().toLowerCase() === b.trim().toLowerCase();

/**
 * How well a reference fits: the client's industry 3, a referee of the reader's own role 2, a consent that lasts as
 * long as the proposal 1 (GLOSSARY: рекомендация).
 */
function referenceScore(
  reference: Reference,
  roles: readonly ReaderRole[],
  industry: string,
  until: CalendarDate,
): number {
  return (
    (sameWords(reference.industry, industry) ? 3 : 0) +
    (roles.includes(reference.refereeRole) ? 2 : 0) +
    (hasConsentOn(reference, until) ? 1 : 0)
  );
}

export type FillContext = {
  readonly context: ProposalContext;
  readonly language: Language;
  readonly validity: ValidityPeriod;
};

/** References for an empty block: of others, consent holds today, in the paper's language, not named above; best fit first. */
function pickReferences(
  fill: FillContext,
  roles: readonly ReaderRole[],
  used: ReadonlySet<ReferenceId>,
): ReferenceId[] {
  const { context, language, validity } = fill;
  const score = (reference: Reference): number =>
    referenceScore(reference, roles, context.account.industry, validity.validUntil);
  return (
    context.references
      .filter((reference) => reference.language === language && !used.has(reference.id))
      // Nobody is recommended to themselves.
      .filter(({ companyName }) => !sameWords(companyName, context.account.name))
      .filter((reference) => hasConsentOn(reference, context.today))
      .toSorted(
        (a, b) =>
          score(b) - score(a) ||
          // A referee asked too often grows tired: the rested one first.
          a.usedCount - b.usedCount ||
          (b.year ?? 0) - (a.year ?? 0) ||
          (a.id < b.id ? -1 : 1),
      )
      .slice(0, referencesPerBlock)
      .map(({ id }) => id)
  );
}

/**
 * Fills what a template leaves open, in document order: empty `references` (never the same twice), empty `team` with
 * the colleagues of every team, and price tables with the company's VAT rate and mode. Other nodes are kept as they
 * are; `used` collects the references named so far.
 */
export function fillNodes(
  nodes: readonly BlockNode[],
  fill: FillContext,
  roles: readonly ReaderRole[],
  used: Set<ReferenceId>,
): BlockNode[] {
  return nodes.map((node): BlockNode => {
    switch (node.type) {
      case 'references': {
        const chosen = node.attrs.referenceIds.length > 0;
        const referenceIds = chosen ? node.attrs.referenceIds : pickReferences(fill, roles, used);
        for (const id of referenceIds) used.add(id);
        return { ...node, attrs: { referenceIds } };
      }
      case 'team': {
        if (node.attrs.colleagueIds.length > 0) return node;
        const colleagueIds = fill.context.company.colleagues
          .filter(({ inTeamByDefault }) => inTeamByDefault)
          .map(({ id }) => id);
        return { ...node, attrs: { colleagueIds } };
      }
      case 'priceTable': {
        const { vatRate, vatMode } = fill.context.company;
        const { table } = node.attrs;
        const items = table.items.map((item) => ({ ...item, vatRate }));
        // Prices that a template brings keep the currency they were written in.
        const currency = items.length === 0 ? fill.context.account.currency : table.currency;
        return { ...node, attrs: { table: { ...table, currency, vatMode, items } } };
      }
      case 'section':
        return {
          ...node,
          content: fillNodes(node.content, fill, node.attrs.role === null ? roles : [node.attrs.role], used),
        };
      case 'columns':
        return {
          ...node,
          content: node.content.map((column) => ({
            ...column,
            content: fillNodes(column.content, fill, roles, used),
          })),
        };
      case 'argument':
      case 'callout':
      case 'blockquote':
        return { ...node, content: fillNodes(node.content, fill, roles, used) };
      default:
        return node;
    }
  });
}
