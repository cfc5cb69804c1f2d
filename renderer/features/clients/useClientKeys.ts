import type { RefObject } from 'react';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { openDialog } from '../../app/dialogs.ts';
import { goTo } from '../../app/place.ts';
import { useWindowKeys } from '../../ui/useWindowKeys.ts';
import { changeView } from './clientsView.ts';

const pageStep = 15;

/**
 * The keys of the clients page: arrows choose a row also while something is typed into the search, Enter opens it,
 * Ctrl+F goes to the search. `at` is the chosen row of `count`.
 */
export function useClientKeys({
  searchField,
  count,
  at,
  chosenId,
  choose,
}: {
  readonly searchField: RefObject<HTMLInputElement | null>;
  readonly count: number;
  readonly at: number;
  readonly chosenId: AccountId | null;
  readonly choose: (at: number) => void;
}): void {
  useWindowKeys((event) => {
    if (event.defaultPrevented || document.querySelector('[role="dialog"]') !== null) return;
    if (event.code === 'KeyF' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
      event.preventDefault();
      searchField.current?.select();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { target } = event;
    const inSearch = target === searchField.current;
    // A box that ticks a row has no arrows of its own.
    const isTick = target instanceof HTMLInputElement && target.type === 'checkbox';
    const onControl =
      target instanceof Element && target.closest('button, a, input, textarea, [role="menu"]') !== null;
    if (onControl && !inSearch && !isTick) return;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + pageStep,
      PageUp: at - pageStep,
      ...(inSearch ? {} : { Home: 0, End: count - 1 }),
    };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (count > 0) choose(Math.max(0, Math.min(count - 1, step)));
    } else if (event.key === 'Enter' && chosenId !== null) {
      event.preventDefault();
      goTo({ at: 'dossier', accountId: chosenId, tab: 'overview' });
    } else if (inSearch) {
      if (event.key === 'Escape') changeView({ query: '' });
    } else if (event.code === 'KeyK' && chosenId !== null) {
      // The physical key: it is «Л» in the Russian layout and K in the English one.
      event.preventDefault();
      goTo({ at: 'newProposal', accountId: chosenId, tenderId: null });
    } else if (event.code === 'KeyN') {
      event.preventDefault();
      openDialog({ kind: 'newClient' });
    }
  });
}
