import { createStore } from 'zustand';

/** Tabs of the inspector that another part of the page opens. */
export type WantedTab = 'coverage' | 'check' | 'price' | 'properties';

const wanted = createStore<{ readonly tab: WantedTab | null; readonly asked: number }>()(() => ({
  tab: null,
  asked: 0,
}));

/** Opens a tab of the inspector. */
export function openTab(tab: WantedTab): void {
  wanted.setState({ tab, asked: wanted.getState().asked + 1 });
}

/** Hears of every tab that is to be opened; returns the function that stops listening. */
export function onWantedTab(open: (tab: WantedTab) => void): () => void {
  return wanted.subscribe(({ tab }) => {
    if (tab !== null) open(tab);
  });
}
