import { app, nativeTheme } from 'electron';
import type { Preferences } from '../../shared/ipc/preferences.ts';
import { fieldOf } from './fieldOf.ts';
import { readStored, writeStored } from './storedJson.ts';

type Language = NonNullable<Preferences['language']>;

const fileName = 'preferences.json';
// Written out, because shared/ipc/preferences.ts brings zod with it, which the first paint does not wait for.
const fallback: Preferences = { language: null, appearance: 'system', lockAfterMinutes: 5 };

let current: Preferences | null = null;

function read(): Preferences {
  const stored = readStored(fileName);
  const language = fieldOf(stored, 'language');
  const appearance = fieldOf(stored, 'appearance');
  const minutes = fieldOf(stored, 'lockAfterMinutes');
  return {
    language: language === 'ru' || language === 'en' ? language : fallback.language,
    appearance:
      appearance === 'light' || appearance === 'dark' || appearance === 'system'
        ? appearance
        : fallback.appearance,
    lockAfterMinutes:
      typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 0 && minutes <= 120
        ? minutes
        : fallback.lockAfterMinutes,
  };
}

/** Settings of this computer; whatever is missing or damaged in the file is as on the first day. */
export function preferences(): Preferences {
  current ??= read();
  return current;
}

/** Keeps them and applies the appearance. Throws what the disk says. */
export function savePreferences(changed: Preferences): void {
  writeStored(fileName, changed);
  current = changed;
  applyAppearance();
}

export function applyAppearance(): void {
  nativeTheme.themeSource = preferences().appearance;
}

/** Russian where the system speaks Russian or a neighbour's language, else English. */
export function systemLanguage(): Language {
  const spoken = [...app.getPreferredSystemLanguages(), app.getLocale()][0] ?? '';
  return /^(?:ru|be|uk|kk|ky|tg|uz|tt)\b/i.test(spoken) ? 'ru' : 'en';
}

export function interfaceLanguage(): Language {
  return preferences().language ?? systemLanguage();
}
