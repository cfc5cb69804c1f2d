import type { Language } from '../domain/language.ts';
import type { DocumentRoot, HeadingLevel, TableOfContentsNode } from './nodes.ts';
import type { PlacedHeading } from './headings.ts';
import { findAll, inlineText } from './walk.ts';
import type { MergeFieldKey } from './mergeFields.ts';
import { words } from './words.ts';

/** One line of a table of contents. */
export type ContentsEntry = {
  /** Place of its heading among all headings of the document. */
  readonly at: number;
  /** 0 for the outermost of the table. */
  readonly depth: number;
  readonly level: HeadingLevel;
  readonly number: string;
  readonly text: string;
};

/** Whether a table of contents stands anywhere in a document. */
export function hasContents(root: DocumentRoot): boolean {
  return findAll(root, 'tableOfContents').length > 0;
}

/** The levels of headings that a table of contents lists, from and to. */
export function listedLevels(
  first: HeadingLevel,
  depth: HeadingLevel,
): { readonly from: HeadingLevel; readonly to: HeadingLevel } {
  const to = Math.min(first + depth - 1, 3);
  return { from: first, to: to === 1 ? 1 : to === 2 ? 2 : 3 };
}

/** Signs that no file can carry (XML 1.0 §2.2): a text of nothing else says nothing. */
// oxlint-disable-next-line no-control-regex -- control characters are what must be found
export const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

/**
 * What a table of contents prints (GLOSSARY: оглавление): a line for every heading that says something, from the
 * level numbering begins with down to the wanted depth. `title` is empty where it is not wanted.
 */
export function contentsView(
  attrs: TableOfContentsNode['attrs'],
  placed: { readonly first: HeadingLevel; readonly headings: readonly PlacedHeading[] },
  fieldText: (key: MergeFieldKey) => string,
  language: Language,
): { readonly title: string; readonly entries: readonly ContentsEntry[] } {
  const { from, to } = listedLevels(placed.first, attrs.levels);
  const entries = placed.headings.flatMap(({ node, level, number }, at): ContentsEntry[] => {
    const said =
      node.type === 'heading' ? inlineText(node.content, fieldText) : words[language].validityHeading;
    const text = said
      .replaceAll(unprintable, '')
      .replaceAll(/[\s\u0085]+/gu, (space) => (space === '\u00a0' ? space : ' '))
      .trim();
    return level < from || level > to || text === ''
      ? []
      : [{ at, depth: level - from, level, number, text }];
  });
  return { title: attrs.title && entries.length > 0 ? words[language].contents : '', entries };
}

/** A line of the table as it reads: the number, then the words. */
export function contentsLine({ number, text }: ContentsEntry): string {
  return number === '' ? text : `${number} ${text}`;
}
