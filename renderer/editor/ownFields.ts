import { useEffect } from 'react';
import { createStore, useStore } from 'zustand';
import type { OwnField } from '../../shared/domain/ownField.ts';
import { useDesk } from '../app/desk.ts';

/** The department's own fields, as last read: chips, popovers and findings name fields outside of React. */
export const ownFields = createStore<readonly OwnField[]>()(() => []);

/** Reads the department's own fields and keeps them for everything that names a field. */
export function useOwnFields(): readonly OwnField[] {
  const read = useDesk('standards.ownFields', {}).data?.fields;
  useEffect(() => {
    if (read !== undefined) ownFields.setState(read, true);
  }, [read]);
  const kept = useStore(ownFields);
  return read ?? kept;
}
