import { create } from 'zustand';
import type { StandardId } from '../../shared/domain/account.ts';
import { goTo } from './place.ts';

/** Which standard the settings show: chosen there, or where a dossier led. */
export const useStandardChoice = create<{ readonly id: StandardId }>(() => ({ id: 'general' }));

/** Shows a standard in the settings. */
export function openStandard(id: StandardId): void {
  useStandardChoice.setState({ id });
  goTo({ at: 'settings', page: 'standards' });
}
