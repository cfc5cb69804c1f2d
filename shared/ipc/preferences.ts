import { z } from 'zod';
import { Language } from '../domain/language.ts';

/** Settings of this computer, kept by the shell outside the vault: nothing confidential may be added here. */
export const Preferences = z.object({
  /** null = the system's language. */
  language: Language.nullable(),
  appearance: z.enum(['system', 'light', 'dark']),
  /** Idle minutes before the vault locks by itself; 0 = only by hand, on sleep and on screen lock. */
  lockAfterMinutes: z.int().min(0).max(120),
});
export type Preferences = z.infer<typeof Preferences>;

export const defaultPreferences: Preferences = { language: null, appearance: 'system', lockAfterMinutes: 5 };
