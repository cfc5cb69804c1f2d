import type { TFunction } from 'i18next';
import { genderOf } from '../../../../shared/domain/nameForms.ts';
import type { Attitude, Person, PersonDraft } from '../../../../shared/domain/person.ts';
import type { StateTone } from '../../../ui/StateMark.tsx';

/** An attitude with the person's gender: «насторожена». */
export function attitudeWord(
  person: Pick<Person, 'attitude' | 'gender' | 'lastName' | 'firstName' | 'middleName'>,
  t: TFunction<['dossier', 'domain']>,
): string {
  const { attitude } = person;
  if (genderOf(person) === 'female') {
    switch (attitude) {
      case 'wary':
      case 'neutral':
      case 'disposed':
      case 'supporter':
        return t(`domain:attitude.${attitude}_female`);
      case 'against':
      case 'unknown':
        break;
    }
  }
  return t(`domain:attitude.${attitude}`);
}

/** The tone an attitude has where it stands as a mark. */
export function attitudeTone(attitude: Attitude): StateTone | null {
  switch (attitude) {
    case 'against':
      return 'bad';
    case 'wary':
      return 'attention';
    case 'disposed':
    case 'supporter':
      return 'good';
    case 'neutral':
    case 'unknown':
      return null;
  }
}

const keys = ['1', '2', '3', '4', '5'] as const;

/** An influence of 1 … 5 as a key of the texts. */
export function influenceKey(influence: number): (typeof keys)[number] {
  return keys[Math.max(1, Math.min(5, influence)) - 1] ?? '1';
}

/** Whether anything can be called a name here. */
export function hasName(person: Pick<PersonDraft, 'lastName' | 'firstName'>): boolean {
  return person.lastName.trim() !== '' || person.firstName.trim() !== '';
}
