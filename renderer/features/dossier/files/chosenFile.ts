import { create } from 'zustand';
import type { AttachmentId } from '../../../../shared/domain/ids.ts';

/** The file that the tab shows beside its list; set from the history before the tab opens. */
const useChosen = create<{ readonly id: AttachmentId | null }>(() => ({ id: null }));

export function useChosenFile(): AttachmentId | null {
  return useChosen(({ id }) => id);
}

export function chooseFile(id: AttachmentId | null): void {
  useChosen.setState({ id });
}
