import i18next, { type FormatterModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../shared/domain/language.ts';
import { entryTexts } from './texts/entry.ts';

const words = i18next.createInstance();

function languageOf(text: string): Language {
  return text.startsWith('ru') ? 'ru' : 'en';
}

const numbers = { ru: new Intl.NumberFormat('ru-RU'), en: new Intl.NumberFormat('en-GB') } as const;

/** Sets counts as the language sets numbers: «5 000 клиентов». What else a sentence takes stays as it is. */
const counts: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: string | number | null | undefined, _name, language, options) =>
    typeof value === 'number' && value > 999 && options?.['interpolationkey'] === 'count'
      ? numbers[languageOf(language ?? 'en')].format(value)
      : String(value ?? ''),
};

/**
 * Starts the words at once, without a round trip: the shell wrote the language into `<html lang>`. Only the lock
 * screen's namespaces are here; {@link addTexts} brings the others when the workspace is loaded.
 */
export function startWords(): void {
  void words
    .use(initReactI18next)
    .use(counts)
    .init({
      lng: languageOf(document.documentElement.lang),
      fallbackLng: 'en',
      defaultNS: 'common',
      resources: entryTexts,
      initAsync: false,
      interpolation: { escapeValue: false, alwaysFormat: true },
      returnNull: false,
      react: { useSuspense: false },
    });
}

/** Adds namespaces of both languages, so that the language can change without a restart. */
export function addTexts(texts: Readonly<Record<Language, Readonly<Record<string, object>>>>): void {
  for (const [language, namespaces] of Object.entries(texts)) {
    for (const [namespace, resource] of Object.entries(namespaces)) {
      if (!words.hasResourceBundle(language, namespace))
        words.addResourceBundle(language, namespace, resource);
    }
  }
}

/** The interface's language now. */
export function currentLanguage(): Language {
  return languageOf(words.language);
}

/** Changes the interface's language in the running window. */
export function changeLanguage(language: Language): void {
  document.documentElement.lang = language;
  void words.changeLanguage(language);
}

/** Translation outside React: notifications, the error screen. */
export const translate = words.t.bind(words);
export { words };
