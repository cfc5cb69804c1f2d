import { criterionHeading } from '../document/criterionHeading.ts';
import type { BlockNode } from '../document/nodes.ts';
import { findFirst } from '../document/walk.ts';
import type { RoleGroup } from './chooseArguments.ts';
import type { Language } from './language.ts';
import type { CriterionKey } from './person.ts';
import type { ProposalContext } from './proposal.ts';

/** More sub-headings than a section has arguments at most would be a questionnaire. */
const criteriaAtMost = 5;
/** The page's own yellow, so that the place is seen at once. */
const marker = '#fff2a8';

const hints: Readonly<Record<Language, { readonly criterion: string; readonly reader: string }>> = {
  ru: {
    criterion: '[Напишите здесь, чем ответим на\u00a0этот критерий]',
    reader: '[Напишите здесь, что важно этому читателю]',
  },
  en: {
    criterion: '[Write here how we answer this criterion]',
    reader: '[Write here what matters to this reader]',
  },
};

/** How every hint begins, in any language of a document: also one that the user shortened or copied is found. */
const hintPattern = /\[(?:напишите\s+здесь|write\s+here)[^\]]{0,200}\]?/iu;

/** The words of a hint that still stands in a text (GLOSSARY: место для довода); null = none. */
export function unwrittenHint(text: string): string | null {
  return hintPattern.exec(text)?.[0] ?? null;
}

/** Criteria that the section's own blocks answer, so that nobody is asked to write what is printed below. */
function answeredBy(blocks: readonly BlockNode[]): ReadonlySet<CriterionKey> {
  const has = (type: 'references' | 'paymentSchedule' | 'payback'): boolean =>
    findFirst({ content: [...blocks] }, type) !== null;
  return new Set<CriterionKey>([
    ...(has('references') ? (['references'] as const) : []),
    ...(has('paymentSchedule') ? (['paymentTerms'] as const) : []),
    ...(has('payback') ? (['payback', 'ownershipCost'] as const) : []),
  ]);
}

const hint = (text: string): BlockNode => ({
  type: 'paragraph',
  content: [{ type: 'text', text, marks: [{ type: 'highlight', attrs: { color: marker } }] }],
});

/**
 * What stands in the section of readers for whom the library has no argument: a sub-heading for each of their
 * criteria, the heaviest first, with a hint in place of the text; one hint where no criteria are known. `closing` =
 * the section's own blocks, whose criteria are left out. The check before sending stops at a hint.
 */
export function unwrittenPart(
  { readers }: Pick<RoleGroup, 'readers'>,
  closing: readonly BlockNode[],
  language: Language,
  context: Pick<ProposalContext, 'criterionNames'>,
): BlockNode[] {
  const weights = new Map<CriterionKey, number>();
  for (const { influence, criteria } of readers)
    for (const { key, weightPercent } of criteria)
      weights.set(key, (weights.get(key) ?? 0) + influence * weightPercent);
  const weighed = [...weights].filter(([, weight]) => weight > 0);
  if (weighed.length === 0) return [hint(hints[language].reader)];
  const answered = answeredBy(closing);
  return weighed
    .filter(([key]) => !answered.has(key))
    .toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, criteriaAtMost)
    .flatMap(([key]): BlockNode[] => {
      const title = criterionHeading(key, language, context.criterionNames);
      const heading: BlockNode = {
        type: 'heading',
        attrs: { level: 3, textAlign: null },
        content: [{ type: 'text', text: title }],
      };
      return [...(title === '' ? [] : [heading]), hint(hints[language].criterion)];
    });
}
