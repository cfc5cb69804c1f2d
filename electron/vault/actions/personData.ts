import { personDataWords } from '../../../shared/document/personDataWords.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { Colleague } from '../../../shared/domain/company.ts';
import type { PersonId } from '../../../shared/domain/ids.ts';
import type { Language } from '../../../shared/domain/language.ts';
import { fullName, namePartsOf } from '../../../shared/domain/nameForms.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { PersonCardData, PersonData } from '../../../shared/domain/personData.ts';
import type { MentionedPerson } from '../../../shared/domain/personMentions.ts';
import { findMentions, indexMentions, replaceMentions } from '../../../shared/domain/personMentions.ts';
import { filePart } from '../../../shared/domain/proposalNumber.ts';
import { listAccountEvents } from '../store/accountEventStore.ts';
import { readAccount } from '../store/accountStore.ts';
import { readCompany } from '../store/companyStore.ts';
import { cardsOf, findTraces, mentioned, mentionPlaces } from '../store/erasure/findTraces.ts';
import { textsOf, withTexts } from '../store/erasure/tableTexts.ts';
import { listFollowUps } from '../store/followUpStore.ts';
import type { ReadableDb } from '../store/openDatabase.ts';
import { listPeople } from '../store/personStore.ts';
import { listProposals, readProposalHead } from '../store/proposalStore.ts';
import { listSentCopies } from '../store/sentCopyStore.ts';
import { listTenders, readTender } from '../store/tenderStore.ts';

type Others = { readonly people: readonly Person[]; readonly colleagues: readonly MentionedPerson[] };

const longestName = 50;

function positionOf(person: Pick<Person, 'position'> | undefined, language: Language): string {
  const position = person?.position.trim() ?? '';
  return position === '' ? personDataWords[language].otherPerson : position;
}

function cardOf(
  db: ReadableDb,
  person: Person,
  colleagues: readonly Colleague[],
  language: Language,
): PersonCardData {
  const { id: _id, revision: _revision, savedAtMs: _saved, accountId, nameForms: _forms, ...rest } = person;
  const around = listPeople(db, accountId);
  const positions = (ids: readonly PersonId[]) =>
    ids.map((id) =>
      positionOf(
        around.find((other) => other.id === id),
        language,
      ),
    );
  return {
    ...rest,
    client: readAccount(db, accountId).name,
    heeds: positions(person.heeds),
    conflicts: positions(person.conflicts),
    knownBy: person.contactsOfOurs.map(({ colleagueId, strength, kind }) => ({
      position:
        colleagues.find(({ id }) => id === colleagueId)?.position ?? personDataWords[language].ourPerson,
      strength,
      kind,
    })),
  };
}

function eventsOf(db: ReadableDb, cards: readonly Person[], language: Language): PersonData['events'] {
  return cards.flatMap(({ id, accountId }) => {
    const people = listPeople(db, accountId);
    const client = readAccount(db, accountId).name;
    return listAccountEvents(db, accountId)
      .filter(({ personIds }) => personIds.includes(id))
      .map(({ happenedOn, kind, title, text, outcome, personIds }) => ({
        client,
        on: happenedOn,
        kind,
        title,
        text,
        outcome,
        with: personIds
          .filter((other) => other !== id)
          .map((other) =>
            positionOf(
              people.find((one) => one.id === other),
              language,
            ),
          ),
      }));
  });
}

function proposalsOf(db: ReadableDb, cards: readonly Person[]): PersonData['proposals'] {
  return cards.flatMap(({ id, accountId }) =>
    listProposals(db, accountId).flatMap((row) => {
      const { addresseeId, readerIds } = readProposalHead(db, row.id);
      if (addresseeId !== id && !readerIds.includes(id)) return [];
      return [
        {
          number: row.number,
          title: row.title,
          on: row.documentDate,
          as: addresseeId === id ? ('addressee' as const) : ('reader' as const),
          sentFiles: listSentCopies(db, row.number).map(({ fileName, sentOn }) => ({ fileName, on: sentOn })),
        },
      ];
    }),
  );
}

/** Takes the names of others out of all texts; their posts stand there instead. */
function withoutOthers(
  data: PersonData,
  subject: readonly Person[],
  others: Others,
  language: Language,
): PersonData {
  const positions = new Map<string, string>([
    ...others.people.map((person): [string, string] => [person.id, positionOf(person, language)]),
    ...others.colleagues.map(({ owner }): [string, string] => [owner, personDataWords[language].ourPerson]),
  ]);
  const index = indexMentions(
    [...others.people.map(mentioned), ...others.colleagues],
    subject.map(mentioned),
  );
  const json = JSON.stringify(data);
  const { texts } = textsOf(json);
  const replaced = replaceMentions(
    texts,
    findMentions(texts, index),
    // In brackets: a post cannot be declined as the name was.
    ({ owner }) => {
      const post = positions.get(owner) ?? personDataWords[language].otherPerson;
      // «HR-директор» keeps its capitals.
      return `[${/^\p{Lu}\p{Ll}/u.test(post) ? post.charAt(0).toLowerCase() + post.slice(1) : post}]`;
    },
  );
  // The same object with other words in its texts: its shape is not touched.
  return JSON.parse(withTexts(json, replaced)) as PersonData;
}

/** Everything the vault holds of a person, facts of special categories too: it is theirs to know. Throws notFound. */
export function collectPersonData(
  db: ReadableDb,
  id: PersonId,
  language: Language,
  today: CalendarDate,
): PersonData {
  const traces = findTraces(db, id);
  const { ids, accountIds } = traces.person;
  const around = [...accountIds].flatMap((accountId) => listPeople(db, accountId));
  const subject = around.filter((person) => ids.has(person.id));
  const company = readCompany(db, today);
  const { requisites, name, legalForm } = company;
  const whole: PersonData = {
    kind: 'kamerton.personData',
    version: 1,
    madeOn: today,
    operator: {
      name: requisites.fullName === '' ? [legalForm, name].filter(Boolean).join(' ') : requisites.fullName,
      inn: requisites.inn,
      address: requisites.legalAddress,
    },
    cards: subject.map((person) => cardOf(db, person, company.colleagues, language)),
    events: eventsOf(db, subject, language),
    tasks: [...accountIds].flatMap((accountId) =>
      listFollowUps(db, accountId)
        .filter(({ personId }) => personId !== null && ids.has(personId))
        .map(({ dueOn, title, doneOn }) => ({ on: dueOn, title, doneOn })),
    ),
    tenders: [...accountIds].flatMap((accountId) =>
      listTenders(db, accountId, today).flatMap(({ id: tenderId, title }) =>
        readTender(db, tenderId)
          .tender.participants.filter(({ personId }) => ids.has(personId))
          .map(({ contactQuality }) => ({ title, contactQuality })),
      ),
    ),
    proposals: proposalsOf(db, subject),
    mentions: mentionPlaces(db, traces)
      .filter(({ sure }) => sure)
      .map(({ accountName, title, quotes }) => ({
        where: [accountName, title].filter((part) => part !== '').join(', '),
        quotes,
      })),
  };
  const others: Others = {
    people: around.filter((person) => !ids.has(person.id)),
    colleagues: company.colleagues.map((colleague) => ({
      owner: colleague.id,
      gender: 'unknown',
      ...namePartsOf(colleague.name),
      phone: colleague.phone,
      email: colleague.email,
      forms: [],
    })),
  };
  return withoutOthers(whole, subject, others, language);
}

/** Name of the file with everything about a person, without an extension. Throws notFound. */
export function personDataFileName(db: ReadableDb, id: PersonId, language: Language): string {
  const [card] = cardsOf(db, id);
  const name = card === undefined ? '' : filePart(fullName(card, language), longestName);
  return [personDataWords[language].dataFile, name].filter((part) => part !== '').join('_');
}
