import { create } from 'zustand';

/** Show mode: the screen is turned to the client, so private notes, margins and other clients are hidden. */
type ShowMode = { readonly on: boolean; readonly toggle: () => void };

const useStore = create<ShowMode>((set) => ({
  on: false,
  toggle: () => set((state) => ({ on: !state.on })),
}));

/** `on`: hide what the client must not see. */
export function useShowMode(): ShowMode {
  return useStore();
}

/** Turns show mode from outside React: the command palette. */
export function toggleShowMode(): void {
  useStore.getState().toggle();
}
