import { create } from 'zustand';
import type { AccountId, ProposalId, TenderId } from '../../shared/domain/ids.ts';

export const dossierTabs = [
  'overview',
  'history',
  'people',
  'tenders',
  'competitors',
  'plan',
  'proposals',
  'files',
] as const;
export type DossierTab = (typeof dossierTabs)[number];

export const settingsPages = [
  'company',
  'look',
  'references',
  'prices',
  'rates',
  'standards',
  'portfolio',
  'language',
  'appearance',
  'security',
  'privacy',
  'trash',
  'about',
] as const;
export type SettingsPageKey = (typeof settingsPages)[number];

export const analysisViews = ['sales', 'deals', 'lost'] as const;
export type AnalysisView = (typeof analysisViews)[number];

export const libraryTabs = ['blocks', 'templates'] as const;
export type LibraryTab = (typeof libraryTabs)[number];

/** Where the user is. Every screen of the workspace is one of these. */
export type Place =
  | { readonly at: 'today' }
  | { readonly at: 'clients' }
  | { readonly at: 'dossier'; readonly accountId: AccountId; readonly tab: DossierTab }
  | { readonly at: 'meeting'; readonly accountId: AccountId }
  | { readonly at: 'tenders' }
  | { readonly at: 'tender'; readonly tenderId: TenderId }
  | { readonly at: 'proposals' }
  | { readonly at: 'newProposal'; readonly accountId: AccountId; readonly tenderId: TenderId | null }
  | { readonly at: 'proposal'; readonly proposalId: ProposalId }
  /** `id` is the item that is shown beside the list; null = the first one. */
  | { readonly at: 'library'; readonly tab: LibraryTab; readonly id: string | null }
  | { readonly at: 'analysis'; readonly view: AnalysisView }
  | { readonly at: 'settings'; readonly page: SettingsPageKey };

export type PlaceHistory = {
  readonly place: Place;
  /** Where «back» leads, the nearest last. */
  readonly behind: readonly Place[];
};

const behindLimit = 50;

/** The same screen, whatever tab of it is open. */
export function samePlace(one: Place, other: Place): boolean {
  return placeKey(one) === placeKey(other);
}

/** A text that names the screen: equal for two places that show the same thing. */
export function placeKey(place: Place): string {
  switch (place.at) {
    case 'dossier':
      return `dossier ${place.accountId}`;
    case 'meeting':
      return `meeting ${place.accountId}`;
    case 'tender':
      return `tender ${place.tenderId}`;
    case 'proposal':
      return `proposal ${place.proposalId}`;
    case 'newProposal':
      return `newProposal ${place.accountId} ${place.tenderId ?? ''}`;
    case 'settings':
    case 'library':
    case 'analysis':
    case 'today':
    case 'clients':
    case 'tenders':
    case 'proposals':
      return place.at;
  }
}

/** History after going to `next`. Another tab of the same screen replaces it: «back» leaves the screen, not the tab. */
export function stepTo(history: PlaceHistory, next: Place): PlaceHistory {
  if (samePlace(history.place, next)) return { ...history, place: next };
  return { place: next, behind: [...history.behind, history.place].slice(-behindLimit) };
}

/** History after «back»; the same when there is nothing behind. */
export function stepBack(history: PlaceHistory): PlaceHistory {
  const place = history.behind.at(-1);
  return place === undefined ? history : { place, behind: history.behind.slice(0, -1) };
}

/** The last screens about one client, tender or proposal, newest first, without repeats. */
export function recentPlaces(history: PlaceHistory, count: number): readonly Place[] {
  const found: Place[] = [];
  for (const place of [history.place, ...history.behind.toReversed()]) {
    const named = place.at === 'dossier' || place.at === 'proposal' || place.at === 'tender';
    if (named && !found.some((other) => samePlace(other, place))) found.push(place);
    if (found.length === count) break;
  }
  return found;
}

const start: PlaceHistory = { place: { at: 'today' }, behind: [] };
const usePlaceHistory = create<PlaceHistory>(() => start);

/** The place now. */
export function usePlace(): Place {
  return usePlaceHistory((history) => history.place);
}

/** The whole history: for the rail's «recent» and the «back» button. */
export function useHistory(): PlaceHistory {
  return usePlaceHistory();
}

/** Guards asked before a place is left: true lets go, false stays (unsaved text that cannot be saved). */
type LeaveGuard = () => boolean;
const guards = new Set<LeaveGuard>();

/** Registers a guard; returns the function that takes it away. */
export function guardLeaving(guard: LeaveGuard): () => void {
  guards.add(guard);
  return () => guards.delete(guard);
}

function mayLeave(): boolean {
  return [...guards].every((guard) => guard());
}

/** Goes to a place. */
export function goTo(place: Place): void {
  if (mayLeave()) usePlaceHistory.setState((history) => stepTo(history, place));
}

/** Goes where the user came from. */
export function goBack(): void {
  if (mayLeave()) usePlaceHistory.setState(stepBack);
}

/** Forgets the way: another vault is open. */
export function resetPlaces(): void {
  usePlaceHistory.setState(start);
}
