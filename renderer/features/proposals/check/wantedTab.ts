import { useEffect, type RefObject } from 'react';
import { createStore, useStore } from 'zustand';
import { hidePreview } from '../preview/previewState.ts';

/** Tabs of the inspector that another part of the page opens. */
export type WantedTab = 'coverage' | 'check' | 'price' | 'properties';

const wanted = createStore<{
  readonly tab: WantedTab | null;
  readonly asked: number;
  /** Whether the caret is wanted in the field of readers, as soon as it stands. */
  readonly readers: boolean;
}>()(() => ({ tab: null, asked: 0, readers: false }));

/** Opens a tab of the inspector. */
export function openTab(tab: WantedTab): void {
  wanted.setState({ tab, asked: wanted.getState().asked + 1 });
}

/** Opens the properties with the caret where readers are chosen. The tabs come before «Как в Word». */
export function openReaders(): void {
  hidePreview();
  wanted.setState({ readers: true });
  // After the tabs have come back to hear of it.
  requestAnimationFrame(() => openTab('properties'));
}

/** Puts the caret into the field of readers once, where it was asked for; `isThere` = the field stands. */
export function useWantedReaders(field: RefObject<HTMLInputElement | null>, isThere: boolean): void {
  const isWanted = useStore(wanted, ({ readers }) => readers);
  useEffect(() => {
    if (!isWanted || !isThere) return;
    wanted.setState({ readers: false });
    field.current?.scrollIntoView({ block: 'center' });
    field.current?.focus();
  }, [field, isWanted, isThere]);
}

/** Hears of every tab that is to be opened; returns the function that stops listening. */
export function onWantedTab(open: (tab: WantedTab) => void): () => void {
  return wanted.subscribe(({ tab }) => {
    if (tab !== null) open(tab);
  });
}
