import { wordLossKinds, type WordLoss, type WordLossKind } from '../../../../shared/document/wordFile.ts';

/** Counts what a file could not bring along. */
export type LossCount = {
  note(kind: WordLossKind, count?: number): void;
  /** Once, however often it happens. */
  noteOnce(kind: WordLossKind): void;
  /** In the order they are said in; kinds that did not happen are not among them. */
  list(): WordLoss[];
};

export function countLosses(): LossCount {
  const counts = new Map<WordLossKind, number>();
  return {
    note: (kind, count = 1) => void counts.set(kind, (counts.get(kind) ?? 0) + count),
    noteOnce: (kind) => void counts.set(kind, 1),
    list: () =>
      wordLossKinds.flatMap((kind) => {
        const count = counts.get(kind) ?? 0;
        return count === 0 ? [] : [{ kind, count }];
      }),
  };
}
