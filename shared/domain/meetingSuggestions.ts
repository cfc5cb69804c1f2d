import { meetingWords } from '../document/meetingWords.ts';
import type { OpenQuestion } from './accountView.ts';
import type { CalendarDate } from './calendarDate.ts';
import type { Competitor } from './competitor.ts';
import type { AccountId } from './ids.ts';
import type { Language } from './language.ts';
import type { MeetingPlan } from './meetingPlan.ts';
import { criteriaOf, type MeetingDossier } from './meetingSheet.ts';
import { shortName } from './nameForms.ts';

const mostPeople = 4;
const mostLines = 4;

const sentences = (text: string): readonly string[] =>
  text
    .split(/(?<=[.;])\s+|\n+/)
    .map((part) => part.trim().replace(/[.;]$/, ''))
    .filter((part) => part !== '');

const lower = (text: string): string => {
  const first = sentences(text)[0] ?? '';
  // An abbreviation keeps its capitals.
  return /^\p{Lu}\p{Ll}/u.test(first) ? first.charAt(0).toLowerCase() + first.slice(1) : first;
};

const short = (text: string): string => (text.length <= 200 ? text : `${text.slice(0, 199)}…`);

/**
 * A plan that the dossier itself suggests, for the user to change: the weightiest people, the open questions, what is
 * offered and what may grow, and objections that competitors' strengths and lost tenders foretell.
 */
export function suggestMeeting(
  from: MeetingDossier & {
    readonly accountId: AccountId;
    readonly growthZones: string;
    readonly questions: readonly OpenQuestion[];
    readonly competitors: readonly Competitor[];
  },
  meetsOn: CalendarDate,
  language: Language,
): MeetingPlan {
  const say = meetingWords[language];
  const people = from.people.slice(0, mostPeople);
  // The question's own kind picks its words; the index hides that from the compiler.
  const asked = from.questions.map((question) =>
    (say.question[question.kind] as (of: OpenQuestion) => string)(question),
  );
  const waiting = from.proposals.filter(
    ({ status }) => status === 'sent' || status === 'received' || status === 'inReview',
  );
  const offers = [
    ...sentences(from.growthZones).map(say.suggested.growth),
    ...waiting.map(({ number }) => say.suggested.proposal(number)),
    ...people.flatMap((person) => {
      const [heaviest] = criteriaOf(person, from.ownTerms, language);
      return heaviest === undefined ? [] : [say.suggested.criterion(heaviest, shortName(person, language))];
    }),
  ];
  const objections = [
    ...from.competitors
      .filter(({ strengths }) => strengths.trim() !== '')
      .map(({ name, strengths, weaknesses }) =>
        say.suggested.competitor(name, lower(strengths), lower(weaknesses)),
      ),
    ...from.tenders
      .filter(({ status }) => status === 'lost')
      .flatMap(({ title, reasons }) => {
        const words: Readonly<Record<string, string>> = say.tenderReason;
        const reason = words[reasons[0] ?? ''];
        return reason === undefined ? [] : [say.suggested.lost(title, reason)];
      }),
  ];
  const first = (lines: readonly string[]) => lines.slice(0, mostLines).map(short);
  return {
    accountId: from.accountId,
    meetsOn,
    place: '',
    purpose: '',
    personIds: people.map(({ id }) => id),
    questions: first(asked),
    offers: first(offers),
    objections: first(objections),
  };
}
