import type { DeskError } from './call.ts';
import { translate } from './i18n.ts';

/** A failure in the interface's words: a title (what happened) and a sentence (what is safe, what to do). */
export function errorWords(error: DeskError): { readonly title: string; readonly text: string } {
  return {
    title: translate(`errors:${error.code}.title`, { ...error.details }),
    text: translate(`errors:${error.code}.text`, { ...error.details }),
  };
}
