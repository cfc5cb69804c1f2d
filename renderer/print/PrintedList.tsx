import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type {
  BlockNode,
  BulletListNode,
  ListItemNode,
  OrderedListNode,
} from '../../shared/document/nodes.ts';

type ListNode = BulletListNode | OrderedListNode;
type Draw = (nodes: readonly BlockNode[]) => ReactNode;

const bullets = ['•', '–', '◦'];

function itemParts(item: ListItemNode, numbers: string | null, depth: number, draw: Draw): ReactNode {
  // The first list right inside a numbered item counts on: «1.» → «1.1.»; a second one begins anew.
  let mayCountOn = numbers !== null;
  return item.content.map((child, at) => {
    if (child.type !== 'bulletList' && child.type !== 'orderedList')
      return <Fragment key={at}>{draw([child])}</Fragment>;
    const countsOn = mayCountOn && child.type === 'orderedList' && child.attrs.start === 1;
    if (child.type === 'orderedList') mayCountOn = false;
    return (
      <PrintedList
        depth={depth + 1}
        draw={draw}
        key={at}
        list={child}
        prefix={countsOn ? (numbers ?? '') : ''}
      />
    );
  });
}

/** A list with everything in it; its marks are those of the Word file. */
export function PrintedList({
  list,
  draw,
  depth = 0,
  prefix = '',
}: {
  readonly list: ListNode;
  readonly draw: Draw;
  readonly depth?: number;
  readonly prefix?: string;
}) {
  const ordered = list.type === 'orderedList';
  const items = list.content.map((item, at) => {
    const mark = ordered ? `${prefix}${list.attrs.start + at}.` : (bullets[depth % bullets.length] ?? '•');
    return (
      <li data-mark={mark} key={at}>
        {itemParts(item, ordered ? mark : null, depth, draw)}
      </li>
    );
  });
  return ordered ? <ol start={list.attrs.start}>{items}</ol> : <ul>{items}</ul>;
}
