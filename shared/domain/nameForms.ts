import {
  getFirstnameGender,
  getLastnameGender,
  inclineFirstname,
  inclineLastname,
  inclineMiddlename,
} from 'lvovich';
import { positionDative } from './declinePosition.ts';
import { nbsp } from './formatMoney.ts';
import type { Language } from './language.ts';
import type { Gender, ManualNameForms } from './person.ts';

/** A name in its parts; any may be empty. */
export type NameParts = {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
};
/** What the forms of an addressee are made from: a person of the dossier or a reader of a proposal. */
export type Addressee = NameParts & {
  readonly gender: Gender;
  readonly position: string;
  readonly nameForms: ManualNameForms;
};
/** All forms in which a paper names its addressee; an empty text = not known. */
export type AddresseeForms = {
  readonly positionDative: string;
  readonly nameDative: string;
  readonly nameFull: string;
  readonly nameShort: string;
  /** Without a closing mark: the template sets «!» or a comma. */
  readonly greeting: string;
};

const feminineMiddle = /(вна|ична|инична|кызы|гызы|qizi|овна|евна)$/i;
const masculineMiddle = /(ич|оглы|оглу|улы|уулу|ogly)$/i;
const cyrillic = /[а-яё]/i;
const surnameLike = /([оеё]ва?|[иы]на?|[сц]к(ий|ая)|енко|[ыи]х|ян|дзе|швили)$/i;

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** «И.» or «И» instead of a first name. */
const isInitial = (name: string): boolean => /^\p{L}\.?$/u.test(name);

/**
 * Gender for the greeting. What the user chose wins; then the patronymic tells, then the first name, then the
 * surname. `unknown` where none of them is certain. GLOSSARY: обращение.
 */
export function genderOf(person: NameParts & { readonly gender: Gender }): Gender {
  if (person.gender !== 'unknown') return person.gender;
  const middle = tidy(person.middleName);
  if (feminineMiddle.test(middle)) return 'female';
  if (masculineMiddle.test(middle)) return 'male';
  for (const told of [
    getFirstnameGender(tidy(person.firstName).toLowerCase()),
    getLastnameGender(tidy(person.lastName).toLowerCase()),
  ]) {
    if (told === 'male' || told === 'female') return told;
    // «Саша» may be either: the surname decides, so go on.
  }
  return 'unknown';
}

function initialOf(name: string): string {
  return tidy(name)
    .split('-')
    .map((part) => part.charAt(0))
    .filter((letter) => letter !== '')
    .map((letter) => `${letter.toUpperCase()}.`)
    .join('-');
}

function initialsWithDots(person: NameParts, language: Language): string {
  // A patronymic has no place in an English line.
  const names = language === 'ru' ? [person.firstName, person.middleName] : [person.firstName];
  return names
    .map(initialOf)
    .filter((part) => part !== '')
    .join(nbsp);
}

/** Two letters for a mark on the map: first name, then surname («АВ» = Андрей Вересов). */
export function initialsOf(person: NameParts): string {
  const [first, last] = [tidy(person.firstName), tidy(person.lastName)];
  const letters = first !== '' && last !== '' ? first.charAt(0) + last.charAt(0) : (first + last).slice(0, 2);
  return letters.toUpperCase();
}

/** Where nobody says for which language a name is written, its own letters tell: «Иванов Иван», but «Leo Lang». */
const ownOrder = (person: NameParts): Language =>
  cyrillic.test(`${person.lastName}${person.firstName}`) ? 'ru' : 'en';

/** `Иванов И. П.` held together by no-break spaces; English `I. Ivanov`. */
export function shortName(person: NameParts, language: Language = ownOrder(person)): string {
  const last = tidy(person.lastName);
  const initials = initialsWithDots(person, language);
  if (last === '') return fullName(person, language);
  const order = language === 'ru' ? [last, initials] : [initials, last];
  return order.filter((part) => part !== '').join(nbsp);
}

/** `Иванов Иван Петрович`; English `Ivan Ivanov`. */
export function fullName(person: NameParts, language: Language = ownOrder(person)): string {
  const order =
    language === 'ru'
      ? [person.lastName, person.firstName, person.middleName]
      : [person.firstName, person.lastName];
  return order
    .map(tidy)
    .filter((part) => part !== '')
    .join(' ');
}

/** The signature's form: `И. П. Иванов`. */
export function signatureName(person: NameParts, language: Language): string {
  return [initialsWithDots(person, language), tidy(person.lastName)].filter((part) => part !== '').join(nbsp);
}

/**
 * Takes a colleague's name written in one line apart. The patronymic tells the order («Вересов Андрей
 * Николаевич», «Андрей Николаевич Вересов»); without one the ending of the surname does; Latin names put it last.
 */
export function namePartsOf(name: string): NameParts {
  const words = tidy(name).split(' ');
  const [one = '', two = '', three = ''] = words;
  if (!cyrillic.test(name)) {
    return {
      lastName: words.slice(1).join(' ') || one,
      firstName: words.length > 1 ? one : '',
      middleName: '',
    };
  }
  const isMiddle = (word: string): boolean => feminineMiddle.test(word) || masculineMiddle.test(word);
  if (words.length >= 3 && isMiddle(two) && !isMiddle(three)) {
    return { lastName: words.slice(2).join(' '), firstName: one, middleName: two };
  }
  if (isInitial(one)) {
    const initials = words.filter(isInitial);
    const last = words.filter((word) => !isInitial(word)).join(' ');
    return { lastName: last, firstName: initials[0] ?? '', middleName: initials[1] ?? '' };
  }
  if (words.length === 2 && surnameLike.test(two) && !surnameLike.test(one)) {
    return { lastName: two, firstName: one, middleName: '' };
  }
  return { lastName: one, firstName: two, middleName: words.slice(2).join(' ') };
}

/** Dative of a surname; untouched where the gender or the script gives no rule. */
function lastNameDative(lastName: string, gender: Gender): string {
  if (gender === 'unknown' || !cyrillic.test(lastName)) return lastName;
  return inclineLastname(lastName, 'dative', gender);
}

function firstNameDative(firstName: string, gender: Gender): string {
  if (gender === 'unknown' || !cyrillic.test(firstName)) return firstName;
  const declined = inclineFirstname(firstName, 'dative', gender);
  if (declined !== firstName) return declined;
  // Names the rules do not know still end as Russian ones do.
  if (gender === 'female') return firstName.replace(/ь$/, 'и');
  return /[бвгджзклмнпрстфхцчшщ]$/i.test(firstName) ? `${firstName}у` : firstName;
}

function nameDativeOf(person: NameParts, gender: Gender): string {
  const last = tidy(person.lastName);
  const [first, middle] = [tidy(person.firstName), tidy(person.middleName)];
  if (last === '') {
    const middleDative =
      middle !== '' && gender !== 'unknown' ? inclineMiddlename(middle, 'dative', gender) : middle;
    return [firstNameDative(first, gender), middleDative].filter((part) => part !== '').join(' ');
  }
  return [lastNameDative(last, gender), initialsWithDots(person, 'ru')]
    .filter((part) => part !== '')
    .join(nbsp);
}

function greetingRu(person: NameParts, gender: Gender): string {
  const [last, first, middle] = [tidy(person.lastName), tidy(person.firstName), tidy(person.middleName)];
  const hasFirst = first !== '' && !isInitial(first);
  if (!hasFirst && last === '') return 'Уважаемые коллеги';
  const address = hasFirst
    ? [first, middle === '' || isInitial(middle) ? last : middle].filter(Boolean).join(' ')
    : last;
  if (gender === 'unknown') return `Здравствуйте, ${address}`;
  const female = gender === 'female';
  const title = hasFirst ? '' : female ? 'госпожа ' : 'господин ';
  return `${female ? 'Уважаемая' : 'Уважаемый'} ${title}${address}`;
}

const englishTitles: Readonly<Record<Gender, string>> = { male: 'Mr', female: 'Ms', unknown: '' };

function greetingEn(person: NameParts, gender: Gender): string {
  const [last, first] = [tidy(person.lastName), tidy(person.firstName)];
  if (last === '' && (first === '' || isInitial(first))) return 'Dear colleagues';
  if (last === '') return `Dear ${first}`;
  return gender === 'unknown'
    ? `Dear ${fullName(person, 'en')}`
    : `Dear ${englishTitles[gender]}${nbsp}${last}`;
}

/** A form written by hand, unless it is Cyrillic and the paper is English: then the rules serve better. */
function manualForm(form: string, language: Language): string {
  const text = tidy(form);
  return language === 'en' && cyrillic.test(text) ? '' : text;
}

/**
 * The forms in which a paper names its addressee: `Генеральному директору`, `Иванову И. П.`, `Уважаемый Иван
 * Петрович`; English `Mr Ivan Ivanov`, `Dear Mr Ivanov`. Forms written by hand win. Nobody named →
 * «Уважаемые коллеги» / `Dear colleagues`. GLOSSARY: адресат, обращение.
 */
export function addresseeForms(person: Addressee, language: Language): AddresseeForms {
  const gender = genderOf(person);
  const manual = person.nameForms;
  const position = tidy(person.position);
  const ru = language === 'ru';
  const english = [englishTitles[gender], fullName(person, 'en')].filter((part) => part !== '').join(nbsp);
  return {
    positionDative: manualForm(manual.positionDative, language) || (ru ? positionDative(position) : position),
    nameDative:
      manualForm(manual.addresseeDative, language) ||
      (ru ? nameDativeOf(person, gender) : fullName(person, 'en') === '' ? '' : english),
    nameFull: fullName(person, language),
    nameShort: shortName(person, language),
    greeting:
      manualForm(manual.greeting, language).replace(/\s*[!,.]+$/, '') ||
      (ru ? greetingRu(person, gender) : greetingEn(person, gender)),
  };
}
