import type { ClientColumn } from './clientRows.ts';

/** The columns of the clients table in their order. */
export const clientColumns: readonly ClientColumn[] = [
  'name',
  'type',
  'cell',
  'share',
  'contact',
  'completeness',
  'health',
  'nextStep',
];

/** Their widths, as a grid takes them. */
export const columnWidths: Readonly<Record<ClientColumn, string>> = {
  name: 'minmax(190px, 1.5fr)',
  type: 'minmax(142px, 0.6fr)',
  cell: '76px',
  share: '146px',
  contact: '116px',
  completeness: '92px',
  health: '106px',
  nextStep: 'minmax(232px, 1.9fr)',
};

/** What a narrow window leaves out: the last contact stands behind the state, completeness in the dossier. */
export const leftOutWhenNarrow: ReadonlySet<ClientColumn> = new Set(['contact', 'completeness']);
/** Widths there, where they are others. */
export const narrowWidths: Partial<Readonly<Record<ClientColumn, string>>> = {
  name: 'minmax(170px, 1.5fr)',
  share: '132px',
  nextStep: 'minmax(180px, 1.9fr)',
};

/** Heights of a client's line and of a group's head, CSS pixels. */
export const rowHeight = 36;
export const groupHeight = 32;

/** Rows that are drawn beyond those in sight, on either side. */
export const overscan = 8;
/** The same at the beginning of the list, where it is drawn anew with every key of a search. */
export const overscanAtTop = 1;

/** More clients than this are not read at once: the table reads its rows as they come into sight. */
export const mostAtOnce = 300;
