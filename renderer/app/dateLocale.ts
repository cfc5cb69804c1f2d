/** The interface's English writes days and times as in Britain: «29 November 2026, 14:05». */
export const dateLocale = (language: string): 'ru-RU' | 'en-GB' =>
  language.startsWith('ru') ? 'ru-RU' : 'en-GB';
