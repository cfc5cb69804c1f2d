/** What a paste could not keep, counted, so that it can be said once. */
export type PasteLosses = {
  /** Pictures that lie elsewhere or are of a kind the document does not hold; their description stays as text. */
  pictures: number;
  /** Links to files, programs or places of the source; their text stays. */
  links: number;
  /** Embedded objects, forms, frames. */
  objects: number;
  /** Reviewers' comments. */
  comments: number;
  /** Text and rows that were hidden in the source. */
  hidden: number;
  /** Columns of a table beyond what Word can hold. */
  columns: number;
};

export type LossKind = keyof PasteLosses;

export const lossKinds = [
  'pictures',
  'links',
  'objects',
  'comments',
  'hidden',
  'columns',
] as const satisfies readonly LossKind[];

export function noLosses(): PasteLosses {
  return { pictures: 0, links: 0, objects: 0, comments: 0, hidden: 0, columns: 0 };
}

export function anythingLost(losses: PasteLosses): boolean {
  return lossKinds.some((kind) => losses[kind] > 0);
}
