import type { Preferences } from '../../../shared/ipc/preferences.ts';
import { notifyError } from '../../app/desk.ts';
import { changePreferences } from '../../app/preferences.ts';
import { sayingSaved } from './savedState.ts';

/** Saves settings of this computer and says so beside the page's name. */
export function keepPreferences(change: Partial<Preferences>): void {
  void sayingSaved(() => changePreferences(change)).catch(notifyError);
}
