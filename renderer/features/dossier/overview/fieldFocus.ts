import type { RefObject } from 'react';
import type { FieldKey } from '../../../../shared/domain/dossierStandard.ts';
import { useTakenFocus } from '../dossierFocus.ts';

/** Opens a field by itself when a question or a missing item about it is pressed. */
export function useFieldFocus(root: RefObject<HTMLElement | null>, key: FieldKey | undefined): void {
  useTakenFocus((focus) => {
    if (key === undefined || focus.part !== 'field' || focus.key !== key) return false;
    root.current?.scrollIntoView({ block: 'center' });
    const field = root.current?.querySelector<HTMLButtonElement>('button[data-in-place]') ?? null;
    if (field === null) root.current?.querySelector('button')?.focus();
    else field.click();
    return true;
  });
}
