import { create } from 'zustand';

const useVersionsRequest = create<{ readonly asked: boolean }>()(() => ({ asked: false }));

/** Whether the versions of the open proposal were asked for. */
export function useVersionsAsked(): boolean {
  return useVersionsRequest(({ asked }) => asked);
}

/** Asks for the versions of the open proposal. */
export function openVersions(): void {
  useVersionsRequest.setState({ asked: true });
}

/** The versions were looked at. */
export function closeVersions(): void {
  useVersionsRequest.setState({ asked: false });
}
