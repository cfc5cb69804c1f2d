import { Birthday, type CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import type { CardLoss, ContactCard } from '../../../../shared/domain/contactCard.ts';
import { namePartsOf } from '../../../../shared/domain/nameForms.ts';
import { readCardLines, type CardLine } from './cardLines.ts';

/** A card as it was understood, before anybody looked who it is. */
export type ReadCard = {
  readonly card: ContactCard;
  readonly company: string;
  readonly losses: readonly CardLoss[];
};

/** Parts of a value between separators that are not escaped, with escapes taken off. */
function partsOf(value: string, separator: ';' | ','): string[] {
  const parts: string[] = [''];
  for (let at = 0; at < value.length; at += 1) {
    const sign = value.charAt(at);
    if (sign === '\\' && at + 1 < value.length) {
      at += 1;
      const next = value.charAt(at);
      parts.push(`${parts.pop() ?? ''}${next === 'n' || next === 'N' ? '\n' : next}`);
    } else if (sign === separator) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${sign}`);
  }
  return parts;
}

const line = (text: string, longest: number): string => text.replace(/\s+/g, ' ').trim().slice(0, longest);
const whole = (value: string): string => partsOf(value, ';').join(';');

const isPreferred = ({ params }: CardLine): boolean =>
  (params.get('TYPE') ?? []).includes('PREF') || params.has('PREF');

function rankOf(card: CardLine, wanted: readonly string[]): number {
  const types = card.params.get('TYPE') ?? [];
  const at = wanted.findIndex((type) => types.includes(type));
  return (isPreferred(card) ? -100 : 0) + (at === -1 ? wanted.length : at);
}

/** Telephones, the mobile ones first; no fax. The scheme `tel:` of 4.0 is taken off. */
function phonesOf(lines: readonly CardLine[]): string {
  const phones = lines
    .filter(({ name, params }) => name === 'TEL' && !(params.get('TYPE') ?? []).includes('FAX'))
    .toSorted((one, other) => rankOf(one, ['CELL', 'WORK', 'MAIN']) - rankOf(other, ['CELL', 'WORK', 'MAIN']))
    .map(({ value }) => line(whole(value).replace(/^tel:/i, ''), 60))
    .filter((phone) => phone !== '');
  let joined = '';
  for (const phone of new Set(phones)) {
    const longer = joined === '' ? phone : `${joined}, ${phone}`;
    if (longer.length > 100) break;
    joined = longer;
  }
  return joined;
}

/** `19850314`, `1985-03-14T…`, `--0314`, `--03-14`; Apple writes 1604 for a year that is not known. */
function birthdayOf(lines: readonly CardLine[], today: CalendarDate): { on: Birthday | null; bad: boolean } {
  const found = lines.find(({ name }) => name === 'BDAY');
  const text = found?.value.trim() ?? '';
  if (found === undefined || text === '') return { on: null, bad: false };
  const match = /^(\d{4}|--)-?(\d{2})-?(\d{2})(?:T.*|\s.*)?$/.exec(text);
  const omitted = found.params.get('X-APPLE-OMIT-YEAR')?.[0] ?? '1604';
  const year = match?.[1] === omitted || match?.[1] === '0000' ? '--' : (match?.[1] ?? '');
  const written = match === null ? '' : `${year === '--' ? '-' : year}-${match[2] ?? ''}-${match[3] ?? ''}`;
  const parsed = Birthday.safeParse(written);
  // Nobody was born tomorrow, and nobody lives who was born in 1850.
  const possible = parsed.success && (year === '--' || (written <= today && year >= '1900'));
  return possible ? { on: parsed.data, bad: false } : { on: null, bad: true };
}

function nameOf(lines: readonly CardLine[]): Pick<ContactCard, 'lastName' | 'firstName' | 'middleName'> {
  const said = lines.find(({ name }) => name === 'N');
  const [last = '', first = '', middle = ''] = said === undefined ? [] : partsOf(said.value, ';');
  const parts = [last, first, middle].map((part) => line(part, 100));
  const filled = parts.filter((part) => part !== '');
  const full = line(whole(lines.find(({ name }) => name === 'FN')?.value ?? ''), 300);
  // A telephone book often has the whole name in one of the fields.
  const one = filled.length === 1 ? (filled[0] ?? '') : '';
  const names =
    filled.length === 0
      ? namePartsOf(full)
      : one.includes(' ')
        ? namePartsOf(one)
        : { lastName: parts[0] ?? '', firstName: parts[1] ?? '', middleName: parts[2] ?? '' };
  return {
    lastName: line(names.lastName, 100),
    firstName: line(names.firstName, 100),
    middleName: line(names.middleName, 100),
  };
}

function cardOf(lines: readonly CardLine[], today: CalendarDate): ReadCard {
  const valueOf = (name: string): string => lines.find((one) => one.name === name)?.value ?? '';
  const emails = lines
    .filter(({ name }) => name === 'EMAIL')
    .toSorted((one, other) => rankOf(one, ['WORK', 'INTERNET']) - rankOf(other, ['WORK', 'INTERNET']))
    .map(({ value }) => line(whole(value).replace(/^mailto:/i, ''), 200))
    .filter((email) => email !== '');
  const birthday = birthdayOf(lines, today);
  const [company = '', ...departments] = partsOf(valueOf('ORG'), ';');
  const losses: CardLoss[] = [
    ...(lines.some(({ name }) => name === 'PHOTO') ? (['photo'] as const) : []),
    ...(new Set(emails).size > 1 ? (['moreEmails'] as const) : []),
    ...(birthday.bad ? (['badBirthday'] as const) : []),
  ];
  return {
    card: {
      ...nameOf(lines),
      position: line(whole(valueOf('TITLE')), 200),
      department: line(departments.join(', '), 200),
      phone: phonesOf(lines),
      email: emails[0] ?? '',
      birthday: birthday.on,
      note: whole(valueOf('NOTE')).trim().slice(0, 10_000),
    },
    company: line(company, 200),
    losses,
  };
}

/**
 * The people of a vCard file of any version, as iPhone, Google, Outlook and Android write them. Photos, further e-mails and
 * birthdays that cannot be are named and left out. Throws cardsUnreadable.
 */
export function readCards(bytes: Buffer, today: CalendarDate): readonly ReadCard[] {
  return readCardLines(bytes).map((lines) => cardOf(lines, today));
}
