import { createStore, useStore } from 'zustand';

type ArgumentAsk = {
  /** The argument whose alternatives are asked for; null = none. */
  readonly swapping: string | null;
};

const asks = createStore<ArgumentAsk>()(() => ({ swapping: null }));

/** Asks for alternatives to an argument, from the page's margin or from its panel. */
export function askForSwap(blockId: string | null): void {
  asks.setState({ swapping: blockId });
}

export const useSwapping = (): string | null => useStore(asks, ({ swapping }) => swapping);

/** Hears of every argument that is to be swapped; answers the function that stops listening. */
export const onSwap = (open: () => void): (() => void) =>
  asks.subscribe(({ swapping }) => {
    if (swapping !== null) open();
  });
