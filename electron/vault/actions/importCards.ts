import { readFile, stat } from 'node:fs/promises';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { CardImport, CardRow, ContactCard } from '../../../shared/domain/contactCard.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { fullName } from '../../../shared/domain/nameForms.ts';
import { newPerson } from '../../../shared/domain/newPerson.ts';
import { PersonDraft } from '../../../shared/domain/person.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { foldText } from '../../../shared/domain/foldText.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { readCards } from '../exchange/vcard/readCards.ts';
import type { ReadableDb, WritableDb } from '../store/openDatabase.ts';
import { createPerson, deletePerson, listPeople, savePerson } from '../store/personStore.ts';

const largestFile = 20 * 1024 * 1024;

/** The last ten digits: «8 812 …» and «+7 812 …» are one number. Shorter ones are extensions and tell nobody apart. */
export const digitsOf = (phones: string): readonly string[] =>
  phones
    .split(/[,;]/)
    .map((phone) => phone.replaceAll(/\D/g, '').slice(-10))
    .filter((digits) => digits.length >= 10);

export const nameKey = (name: Pick<ContactCard, 'lastName' | 'firstName' | 'middleName'>): string =>
  foldText([name.lastName, name.firstName].join(' ')).replace(/\s+/g, ' ').trim();

/** Who a card is: by e-mail, then by telephone, then by surname and first name when patronymics do not speak against it. */
export function matchOf(
  card: ContactCard,
  people: readonly Person[],
): { person: Person; by: 'name' | 'phone' | 'email' } | null {
  const email = card.email.toLowerCase();
  const phones = digitsOf(card.phone);
  const key = nameKey(card);
  const sameName = (person: Person): boolean =>
    key.includes(' ') &&
    nameKey(person) === key &&
    (card.middleName === '' ||
      person.middleName === '' ||
      foldText(card.middleName) === foldText(person.middleName));
  // A shared telephone or mailbox of an office is no person: the names must not differ.
  const mayBe = (person: Person): boolean =>
    sameName(person) ||
    key === '' ||
    nameKey(person) === '' ||
    foldText(person.lastName) === foldText(card.lastName);
  const by = (test: (person: Person) => boolean) => people.find((person) => test(person) && mayBe(person));
  const byEmail = email === '' ? undefined : by((person) => person.email.toLowerCase() === email);
  if (byEmail !== undefined) return { person: byEmail, by: 'email' };
  const byPhone = by((person) => digitsOf(person.phone).some((digits) => phones.includes(digits)));
  if (byPhone !== undefined) return { person: byPhone, by: 'phone' };
  const byName = people.find(sameName);
  return byName === undefined ? null : { person: byName, by: 'name' };
}

const fillable = ['position', 'department', 'phone', 'email', 'birthday', 'privateNotes'] as const;
type Fillable = (typeof fillable)[number];

const told = (card: ContactCard): Pick<PersonDraft, Fillable> => ({
  position: card.position,
  department: card.department,
  phone: card.phone,
  email: card.email,
  birthday: card.birthday,
  privateNotes: card.note,
});

const isEmpty = (value: string | null): boolean => value === null || value.trim() === '';

/** What a known person lacks and the card tells: nothing that is there is ever written over. */
const lackedBy = (person: Person, card: ContactCard): readonly Fillable[] =>
  fillable.filter((field) => isEmpty(person[field]) && !isEmpty(told(card)[field]));

const isNameless = (card: ContactCard): boolean => card.lastName === '' && card.firstName === '';

/** What taking in the cards of a file would do to a client's people. Throws cardsUnreadable. */
export async function previewCards(
  db: ReadableDb,
  from: { readonly path: string; readonly accountId: AccountId },
  today: CalendarDate,
): Promise<CardRow[]> {
  let bytes: Buffer;
  try {
    if ((await stat(from.path)).size > largestFile) throw new AppError('cardsUnreadable', 'over 20 MB');
    bytes = await readFile(from.path);
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('cardsUnreadable', 'cannot be read');
  }
  const people = listPeople(db, from.accountId);
  return readCards(bytes, today).map(({ card, company, losses }, at) => {
    const match = isNameless(card) ? null : matchOf(card, people);
    const outcome = isNameless(card)
      ? 'nameless'
      : match === null
        ? 'new'
        : lackedBy(match.person, card).length === 0
          ? 'same'
          : 'fills';
    return {
      number: at + 1,
      card,
      company,
      outcome,
      match: match === null ? null : { id: match.person.id, name: fullName(match.person), by: match.by },
      losses: [...losses],
    };
  });
}

/**
 * Takes cards into a client's people: who is not known becomes a new person, who is known gets what they lacked. The same
 * cards once more do nothing; two cards of one person make one. Throws notFound or accountDeleted.
 */
export function importCards(
  db: WritableDb,
  accountId: AccountId,
  cards: readonly ContactCard[],
  nowMs: number,
): CardImport {
  const done: CardImport = { created: [], filled: [] };
  for (const card of cards) {
    if (isNameless(card)) continue;
    const match = matchOf(card, listPeople(db, accountId));
    const { lastName, firstName, middleName } = card;
    if (match === null) {
      const draft = { ...newPerson(accountId), lastName, firstName, middleName, ...told(card) };
      done.created.push(createPerson(db, draft, nowMs).id);
      continue;
    }
    const { person } = match;
    const fields = [...lackedBy(person, card)];
    if (fields.length === 0) continue;
    const filling = Object.fromEntries(fields.map((field) => [field, told(card)[field]]));
    savePerson(db, person.id, person.revision, PersonDraft.parse({ ...person, ...filling }), nowMs);
    if (!done.created.includes(person.id)) done.filled.push({ id: person.id, fields });
  }
  return done;
}

/** Takes an import of cards back: new people are deleted, what was filled is empty again. People who are gone are passed over. */
export function undoCardImport(db: WritableDb, accountId: AccountId, done: CardImport, nowMs: number): void {
  const here = new Map(listPeople(db, accountId).map((person) => [person.id, person]));
  for (const id of done.created) if (here.has(id)) deletePerson(db, id, nowMs);
  for (const { id, fields } of done.filled) {
    const person = here.get(id);
    if (person === undefined) continue;
    const emptied = Object.fromEntries(fields.map((field) => [field, field === 'birthday' ? null : '']));
    savePerson(db, id, person.revision, PersonDraft.parse({ ...person, ...emptied }), nowMs);
  }
}
