import { z } from 'zod';
import type { ComposeInput } from './chooseArguments.ts';
import { fittingBlocks, roleGroups } from './chooseArguments.ts';
import { weightSum } from './criterionWorth.ts';
import { PersonId } from './ids.ts';
import { ReaderRole } from './person.ts';

/** What keeps a composition from being as good as it could be; each has a sentence, none stops it. */
export const CompositionNote = z.discriminatedUnion('kind', [
  /** No block of the language and trade at all. */
  z.object({ kind: z.literal('libraryEmpty') }),
  z.object({ kind: z.literal('roleWithoutBlocks'), role: ReaderRole }),
  /** Arguments are chosen by the role alone. */
  z.object({ kind: z.literal('readerWithoutCriteria'), personId: PersonId }),
  /** More than 100 in all: brought down to 100. */
  z.object({ kind: z.literal('contradictoryWeights'), personId: PersonId, sumPercent: z.int() }),
]);
export type CompositionNote = z.infer<typeof CompositionNote>;

/** What the composition lacks, in the order of the sections. Nothing is invented in its place. */
export function compositionNotes(input: ComposeInput): CompositionNote[] {
  const fitting = fittingBlocks(input);
  if (fitting.length === 0) return [{ kind: 'libraryEmpty' }];
  return roleGroups(input.context).flatMap(({ role, readers }): CompositionNote[] => [
    ...(fitting.some((block) => block.role === role) ? [] : [{ kind: 'roleWithoutBlocks' as const, role }]),
    ...readers.flatMap((reader): CompositionNote[] => {
      const { personId } = reader;
      const sumPercent = weightSum(reader);
      if (sumPercent === 0) return [{ kind: 'readerWithoutCriteria', personId }];
      return sumPercent > 100 ? [{ kind: 'contradictoryWeights', personId, sumPercent }] : [];
    }),
  ]);
}
