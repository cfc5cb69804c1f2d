import type { LookDesign } from '../domain/look.ts';
import type { DocumentRoot, HeadingLevel, HeadingNode, ValidityNode } from './nodes.ts';
import { walk } from './walk.ts';

/** A heading where it stands in the document; our validity block brings one of its own, on the second level. */
export type PlacedHeading = {
  readonly node: HeadingNode | ValidityNode;
  readonly level: HeadingLevel;
  /** «1.», «1.1»; empty where headings are not numbered, and for a heading that carries the mark of a list. */
  readonly number: string;
};

/**
 * The level that numbering and the table of contents begin with (GLOSSARY: нумерация заголовков): the highest there
 * is, but a first heading that is alone on the first level is the title of the paper and counts for neither.
 */
export function firstHeadingLevel(levels: readonly HeadingLevel[]): HeadingLevel {
  const isTitled = levels[0] === 1 && levels.length > 1 && !levels.includes(1, 1);
  const counted = isTitled ? levels.slice(1) : levels;
  return counted.reduce<HeadingLevel>((first, level) => (level < first ? level : first), counted[0] ?? 1);
}

/**
 * Numbers of headings by their levels in order, as Word's multilevel list counts: «1.», «1.1», «1.1.1»; empty for a
 * title. A heading below a level that has not come yet counts that level as one.
 */
export function headingNumbers(levels: readonly HeadingLevel[]): string[] {
  const first = firstHeadingLevel(levels);
  const counts: number[] = [];
  return levels.map((level) => {
    const depth = level - first;
    if (depth < 0) return '';
    counts.length = Math.min(counts.length, depth + 1);
    while (counts.length < depth) counts.push(1);
    counts[depth] = (counts[depth] ?? 0) + 1;
    return depth === 0 ? `${counts[0]}.` : counts.join('.');
  });
}

/** Whether a document's headings are numbered: by its own word, or else by the look's. */
export function hasHeadingNumbers(
  root: Pick<DocumentRoot, 'attrs'>,
  look: Pick<LookDesign, 'headingNumbers'>,
): boolean {
  return root.attrs?.headingNumbers ?? look.headingNumbers === 'decimal';
}

/** The headings of a document, and how many levels of them its deepest table of contents lists; null = it has none. */
export type PlacedHeadings = {
  readonly first: HeadingLevel;
  readonly headings: readonly PlacedHeading[];
  readonly listedDepth: HeadingLevel | null;
};

/** Every heading of the document in order, blank ones too. */
export function placedHeadings(root: Pick<DocumentRoot, 'content'>, numbered: boolean): PlacedHeadings {
  let listedDepth: HeadingLevel | null = null;
  const found: { node: HeadingNode | ValidityNode; level: HeadingLevel; counts: boolean }[] = [];
  walk(root, (node, parents) => {
    // No heading stands inside a line of text: most of a document need not be looked into.
    if (node.type === 'paragraph') return 'skip';
    if (node.type === 'validity') found.push({ node, level: 2, counts: false });
    if (node.type === 'tableOfContents' && node.attrs.levels > (listedDepth ?? 0))
      listedDepth = node.attrs.levels;
    if (node.type !== 'heading') return undefined;
    const parent = parents.at(-1);
    // The first line of a list item carries the item's mark instead.
    const isMarked = parent?.type === 'listItem' && parent.content[0] === node;
    found.push({ node, level: node.attrs.level, counts: !isMarked });
    return 'skip';
  });
  const levels = found.filter(({ counts }) => counts).map(({ level }) => level);
  const numbers = numbered ? headingNumbers(levels) : [];
  let at = 0;
  const headings = found.map(({ node, level, counts }) => {
    const number = counts ? (numbers[at] ?? '') : '';
    if (counts) at += 1;
    return { node, level, number };
  });
  return { first: firstHeadingLevel(levels), headings, listedDepth };
}
