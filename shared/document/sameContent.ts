import type { BlockNode } from './nodes.ts';

/**
 * A node as text in one form: whatever the editor adds without meaning (null attributes, empty lists, split runs of
 * one format, another order of marks) is gone.
 */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return joined(value.map(canonical));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value)
    .map(([key, field]): [string, unknown] => [key, key === 'marks' ? sortedMarks(field) : canonical(field)])
    .filter(([, field]) => !isEmpty(field))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

function isEmpty(field: unknown): boolean {
  if (field === null || field === undefined) return true;
  if (Array.isArray(field)) return field.length === 0;
  return typeof field === 'object' && Object.keys(field).length === 0;
}

function sortedMarks(marks: unknown): unknown {
  if (!Array.isArray(marks)) return marks;
  return marks.map(canonical).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

type Run = { readonly type: 'text'; readonly text: string; readonly marks?: unknown };
const isRun = (node: unknown): node is Run =>
  typeof node === 'object' && node !== null && 'type' in node && node.type === 'text' && 'text' in node;

/** Neighbouring runs of one format are one run. */
function joined(nodes: readonly unknown[]): unknown[] {
  const result: unknown[] = [];
  for (const node of nodes) {
    const before = result.at(-1);
    if (isRun(node) && isRun(before) && JSON.stringify(node.marks) === JSON.stringify(before.marks))
      result[result.length - 1] = { ...before, text: before.text + node.text };
    else result.push(node);
  }
  return result;
}

/** One text for nodes that print the same; differs when anything that matters differs. */
export const contentKey = (nodes: readonly BlockNode[]): string => JSON.stringify(canonical(nodes));

export const sameContent = (a: readonly BlockNode[], b: readonly BlockNode[]): boolean =>
  contentKey(a) === contentKey(b);
