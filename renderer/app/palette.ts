import { create } from 'zustand';

type Palette = { readonly open: boolean };

const usePaletteStore = create<Palette>(() => ({ open: false }));

/** Whether the command palette (Ctrl+K) is open. */
export function usePaletteOpen(): boolean {
  return usePaletteStore((palette) => palette.open);
}

/** Opens the command palette. */
export function openPalette(): void {
  usePaletteStore.setState({ open: true });
}

/** Closes the command palette. */
export function closePalette(): void {
  usePaletteStore.setState({ open: false });
}
