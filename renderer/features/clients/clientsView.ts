import { create } from 'zustand';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { noFilter } from './clientRows.ts';
import type { ClientColumn, ClientFilter, ClientSort } from './clientRows.ts';

/** How the list is looked at; kept while the window lives, so that coming back from a dossier finds it as it was. */
export type ClientsView = {
  readonly query: string;
  readonly filter: ClientFilter;
  readonly sort: ClientSort;
  readonly grouped: boolean;
  readonly hiddenColumns: readonly ClientColumn[];
  readonly chosenId: AccountId | null;
  /** The chosen row of a list whose rows are read as they come into sight. */
  readonly chosenAt: number;
  /** The archive is looked at in place of the list. */
  readonly archived: boolean;
};

export const useClientsView = create<ClientsView>(() => ({
  query: '',
  filter: noFilter,
  sort: { column: 'share', descending: true },
  grouped: true,
  hiddenColumns: [],
  chosenId: null,
  chosenAt: 0,
  archived: false,
}));

/** The filters and the order of a view as the vault takes them, asked or to be kept. */
export const orderAsked = ({ filter, sort, grouped }: Pick<ClientsView, 'filter' | 'sort' | 'grouped'>) => ({
  types: [...filter.types],
  health: [...filter.health],
  silentOnly: filter.silentOnly,
  headsOnly: filter.headsOnly,
  column: sort.column,
  descending: sort.descending,
  grouped,
});

/** How far the list is scrolled; kept beside the view, since nothing is drawn by it. */
export const listScroll = { top: 0 };

/** Another search, filter or order is another list, whose first row is the chosen one. */
export function changeView(change: Partial<ClientsView>): void {
  const isOtherList = 'query' in change || 'filter' in change || 'sort' in change || 'grouped' in change;
  useClientsView.setState(isOtherList ? { chosenAt: 0, ...change } : change);
}

/** Columns whose first press sorts downwards: the largest, the latest first. */
const downwards: readonly ClientColumn[] = ['share', 'completeness', 'contact', 'health'];

/** Sorts by a column, or turns the direction where it is sorted by already. */
export function sortBy(column: ClientColumn): void {
  const { sort } = useClientsView.getState();
  changeView({
    sort: { column, descending: sort.column === column ? !sort.descending : downwards.includes(column) },
  });
}
