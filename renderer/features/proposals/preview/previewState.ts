import { create } from 'zustand';

const usePreviewState = create<{ readonly shown: boolean }>()(() => ({ shown: false }));

/** Whether «Как в Word» stands beside the page; kept from one proposal to the next while the program runs. */
export function usePreviewShown(): boolean {
  return usePreviewState(({ shown }) => shown);
}

export function hidePreview(): void {
  usePreviewState.setState({ shown: false });
}

export function togglePreview(): void {
  usePreviewState.setState(({ shown }) => ({ shown: !shown }));
}
