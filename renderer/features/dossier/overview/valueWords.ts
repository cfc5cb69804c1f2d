import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import type { StandardField } from '../../../../shared/domain/dossierStandard.ts';
import type { Currency } from '../../../../shared/domain/money.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { useStandardWords } from '../../../app/standardWords.ts';
import { readAmount } from '../../../ui/readAmount.ts';
import { readDay } from '../../../ui/readDay.ts';

type Kinded = Pick<StandardField, 'key' | 'kind'>;

/** How the stored text of a field is shown, and how what is typed is stored. */
export type ValueWords = {
  print(field: Kinded, stored: string): string;
  /** Throws a RangeError where the text is not what the field holds. */
  read(field: Kinded, typed: string): string;
};

const wholeFields: ReadonlySet<StandardField['key']> = new Set(['employees', 'foundedYear']);

function readNumber(field: Kinded, typed: string): string {
  // «1 240 чел.», «12,5 т»: the number counts, what it is a number of stands in the name of the field.
  const text = typed
    .replaceAll(/[^\d,.\-−]/g, '')
    .replace('−', '-')
    .replace(/[.,]+$/, '');
  const minor = readAmount(text);
  if (minor === null) throw new RangeError('not a number');
  const value = minor / 100;
  if (wholeFields.has(field.key) && (!Number.isInteger(value) || value < 0 || value > 99_999_999))
    throw new RangeError('not a whole number');
  return String(value);
}

/** {@link ValueWords} of the interface's language and the client's currency. */
export function useValueWords(currency: Currency): ValueWords {
  const { t } = useTranslation('standards');
  const words = useFieldWords();
  const names = useStandardWords();
  return useMemo(
    () => ({
      print: ({ key, kind }, stored) => {
        if (stored === '') return '';
        switch (kind) {
          case 'number': {
            const value = Number(stored);
            if (key === 'foundedYear' || !Number.isFinite(value)) return stored;
            return words.number(value, Number.isInteger(value) ? 0 : 2);
          }
          case 'money':
            return words.money(Number(stored), currency);
          case 'date': {
            const day = CalendarDate.safeParse(stored);
            return day.success ? words.day(day.data) : stored;
          }
          case 'yesNo':
            return stored === 'yes' || stored === 'no' ? t(stored) : stored;
          case 'choice':
            return names.option(stored);
          case 'short':
          case 'long':
          case 'years':
          case 'mark':
            return stored;
        }
      },
      read: (field, typed) => {
        if (typed.trim() === '') return '';
        switch (field.kind) {
          case 'number':
            return readNumber(field, typed);
          case 'money': {
            const amount = readAmount(typed);
            // The one sum of a dossier is what the client takes in a year.
            if (amount === null || amount < 0) throw new RangeError('not an amount');
            return String(amount);
          }
          case 'date': {
            const day = readDay(typed, Number(words.today.slice(0, 4)));
            if (day === null) throw new RangeError('not a day');
            return day;
          }
          case 'short':
          case 'long':
          case 'choice':
          case 'yesNo':
          case 'years':
          case 'mark':
            return typed;
        }
      },
    }),
    [t, words, names, currency],
  );
}
