import type { TableOfContentsNode } from '../../../../shared/document/nodes.ts';
import { descendants, textOf, type XmlElement } from './xmlTree.ts';

/** Whether a field's code is that of a table of contents. */
export function isContents(code: string): boolean {
  return /^\s*TOC\b/.test(code);
}

/** A table of contents from the field's code; its lines are drawn anew from the headings that come along. */
export function contentsOf(code: string, title: boolean): TableOfContentsNode {
  const [, from = '1', to = '3'] = /\\o\s+"?([1-9])-([1-9])/.exec(code) ?? [];
  const depth = Number(to) - Number(from) + 1;
  return { type: 'tableOfContents', attrs: { levels: depth <= 1 ? 1 : depth === 2 ? 2 : 3, title } };
}

/** The table of contents in a control of Word's, title and all. */
export function readContents(content: readonly XmlElement[]): TableOfContentsNode {
  const all: XmlElement = { name: '', attributes: new Map(), children: content };
  const code = descendants(all, 'w:instrText').map(textOf).find(isContents) ?? '';
  const [first] = descendants(all, 'w:p');
  const isTitle =
    first !== undefined && descendants(first, 'w:fldChar').length === 0 && textOf(first).trim() !== '';
  return contentsOf(code, isTitle);
}
