import { CalendarDate } from '../domain/calendarDate.ts';
import type { StandardField } from '../domain/dossierStandard.ts';
import { formatDay } from '../domain/formatDate.ts';
import type { Language } from '../domain/language.ts';
import { groupThousands } from '../domain/formatMoney.ts';

/** Yes and no as a document or a table says them. */
export const answerWords: Readonly<Record<Language, { readonly yes: string; readonly no: string }>> = {
  ru: { yes: 'да', no: 'нет' },
  en: { yes: 'yes', no: 'no' },
};

function numberText(stored: string, language: Language): string {
  const [, sign, whole, fraction] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(stored) ?? [];
  // A field that became a number later may hold words: they are printed as they stand.
  if (whole === undefined) return stored;
  const mark = language === 'ru' ? ',' : '.';
  return `${sign === '-' ? '−' : ''}${groupThousands(whole, language)}${fraction === undefined ? '' : mark + fraction}`;
}

/**
 * What a document prints of a department's own field, in the document's language: a day and a number written out, yes
 * and no as words, a text as it stands. `value` is as stored in the dossier's details; '' gives ''.
 */
export function ownFieldText(
  { kind, value }: Pick<StandardField, 'kind'> & { readonly value: string },
  language: Language,
): string {
  switch (kind) {
    case 'number':
      return numberText(value, language);
    case 'date': {
      const day = CalendarDate.safeParse(value);
      return day.success ? formatDay(day.data, language) : value;
    }
    case 'yesNo':
      return value === 'yes' || value === 'no' ? answerWords[language][value] : value;
    default:
      return value;
  }
}
