import { formatDay } from '../domain/formatDate.ts';
import type { Language } from '../domain/language.ts';
import { fullName } from '../domain/nameForms.ts';
import type { PersonFact } from '../domain/person.ts';
import type { PersonCardData, PersonData } from '../domain/personData.ts';
import { bullets, heading, ledger, sentence } from './ledger.ts';
import { meetingWords } from './meetingWords.ts';
import type { BlockNode } from './nodes.ts';
import { personDataWords } from './personDataWords.ts';

const joined = (parts: readonly string[], by = ', '): string => parts.filter((part) => part !== '').join(by);

function factLine(fact: PersonFact, language: Language): string {
  const say = personDataWords[language];
  const day = (on: PersonFact['notedOn']) => (on === null ? '' : formatDay(on, language));
  const { care } = fact;
  return `${fact.text} (${joined([
    say.certainty[fact.certainty],
    fact.source,
    day(fact.notedOn),
    care === null
      ? ''
      : `${say.special[care.category]}, ${say.consent(care.consentBy, day(care.consentOn), care.purpose, day(care.reviewOn))}`,
  ])})`;
}

function birthdayText(birthday: string, language: Language): string {
  if (!birthday.startsWith('--')) return birthday.split('-').toReversed().join('.');
  const [month = '', date = ''] = birthday.slice(2).split('-');
  return language === 'ru' ? `${date}.${month}` : `${date}/${month}`;
}

function cardBlocks(card: PersonCardData, ownTerm: (key: string) => string, language: Language): BlockNode[] {
  const say = personDataWords[language];
  const field = meetingWords[language];
  const { fields } = say;
  const criterionName = (key: string): string =>
    (field.criterion as Readonly<Record<string, string>>)[key] ?? ownTerm(key);
  const special = card.facts.filter(({ sensitive }) => sensitive);
  const facts = card.facts.filter(({ sensitive }) => !sensitive);
  const part = (title: string, items: readonly string[]): BlockNode[] =>
    items.length === 0 ? [] : [heading(title, 3), ...bullets(items)];
  return [
    heading(joined([say.headings.card, card.client], ': '), 2),
    ...ledger([
      [fields.name, fullName(card, language)],
      [fields.client, card.client],
      [fields.position, card.position],
      [fields.department, card.department],
      [fields.phone, card.phone],
      [fields.email, card.email],
      [fields.contactKind, card.contactKind],
      [fields.birthday, card.birthday === null ? '' : birthdayText(card.birthday, language)],
      [fields.family, card.family],
      [fields.hobbies, card.hobbies],
      [fields.values, card.values],
      [fields.education, card.education],
      [fields.career, card.career],
      [fields.taboos, card.taboos],
      [fields.worry, joined([card.worry, card.worryOn === null ? '' : formatDay(card.worryOn, language)])],
      [fields.role, field.decisionRole[card.decisionRole]],
      [fields.influence, String(card.influence)],
      [fields.attitude, field.attitude[card.attitude]],
      [fields.psychotype, say.psychotype[card.psychotype]],
      [
        fields.criteria,
        card.criteria
          .map(({ key, weightPercent, note }) =>
            joined([`${criterionName(key)} ${weightPercent} %`, note], ': '),
          )
          .join('\n'),
      ],
      [fields.heeds, card.heeds.join('; ')],
      [fields.conflicts, card.conflicts.join('; ')],
      [
        fields.knownBy,
        card.knownBy
          .map(({ position, strength, kind }) => joined([position, say.contactQuality(strength), kind]))
          .join('\n'),
      ],
    ]),
    ...part(
      say.headings.facts,
      facts.map((fact) => factLine(fact, language)),
    ),
    ...part(
      say.headings.special,
      special.map((fact) => factLine(fact, language)),
    ),
    ...(card.privateNotes === ''
      ? []
      : [heading(say.headings.notes, 3), ...card.privateNotes.split('\n').map((line) => sentence(line))]),
  ];
}

/** Everything about a person as a document to hand over. `ownTerm` names criteria of the user's own. */
export function personDataPage(
  data: PersonData,
  ownTerm: (key: string) => string,
  language: Language,
): BlockNode[] {
  const say = personDataWords[language];
  const day = (on: PersonData['madeOn']) => formatDay(on, language);
  const part = (title: string, items: readonly string[]): BlockNode[] => [
    heading(title, 2),
    ...(items.length === 0 ? [sentence(say.none, 'italic')] : bullets(items)),
  ];
  const [first] = data.cards;
  return [
    heading(joined([say.dataTitle, first === undefined ? '' : fullName(first, language)], ': '), 1),
    sentence(
      say.intro(joined([data.operator.name, data.operator.inn, data.operator.address]), day(data.madeOn)),
    ),
    sentence(say.others, 'italic'),
    ...data.cards.flatMap((card) => cardBlocks(card, ownTerm, language)),
    ...part(
      say.headings.events,
      data.events.map(
        (event) =>
          `${day(event.on)}, ${say.eventKind[event.kind]}: ${joined(
            [event.title, event.text, event.outcome].map((text) => text.trim().replace(/\.$/, '')),
            '. ',
          )}${event.with.length === 0 ? '' : ` (${event.with.join(', ')})`}`,
      ),
    ),
    ...part(
      say.headings.tasks,
      data.tasks.map(({ on, title, doneOn }) => joined([day(on), title, doneOn === null ? '' : say.done])),
    ),
    ...part(
      say.headings.tenders,
      data.tenders.map(({ title, contactQuality }) => joined([title, say.contactQuality(contactQuality)])),
    ),
    ...part(
      say.headings.proposals,
      data.proposals.map(({ number, title, on, as, sentFiles }) =>
        joined([
          `№ ${number}`,
          title,
          day(on),
          as === 'addressee' ? say.asAddressee : say.asReader,
          ...sentFiles.map((file) => say.sentFile(file.fileName, day(file.on))),
        ]),
      ),
    ),
    ...part(
      say.headings.mentions,
      data.mentions.map(({ where, quotes }) => `${where}: ${quotes.join(' … ')}`),
    ),
  ];
}
