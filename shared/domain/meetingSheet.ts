import { type BlockNode, type DocumentRoot } from '../document/nodes.ts';
import { meetingWords } from '../document/meetingWords.ts';
import { sheetDocument, sheetHeightPt, sheetRoomPt, sheetSizesPt } from '../document/meetingPage.ts';
import { canSettle } from './accountEvent.ts';
import type { AccountEvent } from './accountEvent.ts';
import type { ProposalRow, TenderRow } from './accountView.ts';
import { nextBirthday } from './birthday.ts';
import type { CalendarDate } from './calendarDate.ts';
import { addDays, weekdayOf } from './calendarDate.ts';
import type { FollowUp } from './followUp.ts';
import { formatDay, formatDayLong } from './formatDate.ts';
import type { Language } from './language.ts';
import type { OwnTerm } from './library.ts';
import type { DocumentLook } from './look.ts';
import type { MeetingPlan, MeetingVariant } from './meetingPlan.ts';
import { fullName, shortName } from './nameForms.ts';
import type { Person } from './person.ts';
import { quotedName } from './quotedName.ts';

/** What a meeting sheet is drawn from: a client's dossier as far as a meeting needs it. */
export type MeetingDossier = {
  readonly account: { readonly name: string; readonly legalForm: string };
  readonly people: readonly Person[];
  readonly events: readonly AccountEvent[];
  readonly tenders: readonly TenderRow[];
  readonly proposals: readonly ProposalRow[];
  readonly followUps: readonly FollowUp[];
  readonly ownTerms: readonly Pick<OwnTerm, 'key' | 'label'>[];
};

/** How far ahead of the meeting dates are told, days, both ends included. */
export const meetingHorizonDays = 14;

/** Names what a person judges by, the heaviest first. */
export function criteriaOf(
  person: Pick<Person, 'criteria'>,
  terms: MeetingDossier['ownTerms'],
  language: Language,
): readonly string[] {
  const known: Readonly<Record<string, string>> = meetingWords[language].criterion;
  return person.criteria
    .toSorted((one, other) => other.weightPercent - one.weightPercent)
    .flatMap(({ key }) => known[key] ?? terms.find((term) => term.key === key)?.label ?? []);
}

type Row = { readonly day: CalendarDate; readonly text: string };

function comingDates(dossier: MeetingDossier, from: CalendarDate, language: Language): readonly Row[] {
  const say = meetingWords[language];
  const until = addDays(from, meetingHorizonDays);
  const rows: Row[] = [];
  for (const person of dossier.people) {
    if (person.birthday !== null)
      rows.push({
        day: nextBirthday(person.birthday, from),
        text: say.birthday(shortName(person, language)),
      });
  }
  for (const { status, tenderOn, title } of dossier.tenders) {
    const open = status === 'expected' || status === 'preparing' || status === 'submitted';
    if (tenderOn !== null && open) rows.push({ day: tenderOn, text: say.tender(title) });
  }
  for (const { status, validUntil, number } of dossier.proposals) {
    const waits = status === 'sent' || status === 'received' || status === 'inReview';
    if (waits) rows.push({ day: validUntil, text: say.proposalEnds(number) });
  }
  for (const { dueOn, doneOn, title, kind } of dossier.followUps) {
    if (doneOn === null && kind === 'custom' && title !== '') rows.push({ day: dueOn, text: title });
  }
  return rows
    .filter(({ day }) => day >= from && day <= until)
    .toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
}

function openPromises(dossier: MeetingDossier, on: CalendarDate, language: Language): readonly string[] {
  const say = meetingWords[language];
  return dossier.events
    .filter(({ kind, settledOn }) => kind === 'promise' && settledOn === null)
    .toSorted((one, other) => ((one.dueOn ?? '9999') < (other.dueOn ?? '9999') ? -1 : 1))
    .map(({ promisedBy, title, dueOn }) =>
      say.promise(
        promisedBy ?? 'us',
        title,
        dueOn === null ? null : formatDay(dueOn, language),
        dueOn !== null && dueOn < on,
      ),
    );
}

function openComplaints(dossier: MeetingDossier, language: Language): readonly string[] {
  return dossier.events
    .filter(({ kind, settledOn }) => kind !== 'promise' && canSettle(kind) && settledOn === null)
    .toSorted((one, other) => (one.happenedOn < other.happenedOn ? -1 : 1))
    .map(({ title, happenedOn }) => meetingWords[language].since(title, formatDay(happenedOn, language)));
}

/** How to talk to a person: only a private sheet says it. Special categories of data stay out even of that. */
function mannerOf(person: Person, language: Language): string {
  const say = meetingWords[language];
  const facts = person.facts.filter(({ sensitive }) => !sensitive).map(({ text }) => text);
  return [
    say.attitude[person.attitude],
    say.advice[person.psychotype],
    // First: what must not be cut off.
    ...(person.taboos === '' ? [] : [say.taboos(person.taboos)]),
    ...(person.worry === '' ? [] : [say.worry(person.worry)]),
    person.privateNotes,
    person.hobbies,
    ...facts,
  ]
    .map((part) => part.replace(/\s+/g, ' ').trim().replace(/\.$/, ''))
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('. ');
}

/** The look of a sheet: the company's fonts and colour, small and close so that a page holds everything. */
function sheetLook(look: DocumentLook, bodySizePt: number): DocumentLook {
  return {
    ...look,
    bodySizePt,
    marginMm: { top: 13, right: 14, bottom: 13, left: 16 },
    lineSpacing: 1,
    textAlign: 'left',
    firstLineMm: 0,
    headings: 'plain',
    headingNumbers: 'none',
    pageNumbers: 'topCentre',
    footer: 'none',
    own: null,
  };
}

/**
 * One A4 page before a meeting: who comes and what they judge by, promises, complaints, dates of 14 days, what to ask,
 * offer and answer, and the seven mistakes (GLOSSARY: лист к встрече). `general` says nothing of private notes, psychotype,
 * attitude, family, hobbies, worries or taboos; neither says what is marked sensitive. The type gets smaller and lists shorter until
 * all fits one page.
 */
export function composeMeetingSheet(
  plan: MeetingPlan,
  dossier: MeetingDossier,
  how: { readonly variant: MeetingVariant; readonly language: Language; readonly look: DocumentLook },
): { readonly root: DocumentRoot; readonly look: DocumentLook; readonly title: string } {
  const { language, variant } = how;
  const say = meetingWords[language];
  const own = variant === 'private';
  const title = say.title(quotedName(dossier.account, language));
  const when = [
    formatDayLong(plan.meetsOn, language),
    say.weekdays[weekdayOf(plan.meetsOn) - 1] ?? '',
    plan.place.trim(),
  ];
  const chosen = plan.personIds.flatMap((id) => dossier.people.find((person) => person.id === id) ?? []);
  const content = {
    title,
    note: own ? say.private : null,
    when: when.filter((part) => part !== '').join(', '),
    purpose: plan.purpose.trim(),
    people: chosen.map((person) => ({
      name: fullName(person, language),
      post: person.position.trim(),
      role: say.decisionRole[person.decisionRole],
      judges: criteriaOf(person, dossier.ownTerms, language).slice(0, 4).join(', '),
      manner: own ? mannerOf(person, language) : null,
    })),
    promises: openPromises(dossier, plan.meetsOn, language),
    complaints: openComplaints(dossier, language),
    dates: comingDates(dossier, plan.meetsOn, language).map(
      ({ day, text }) => `${formatDay(day, language)}: ${text}`,
    ),
    questions: plan.questions,
    offers: plan.offers,
    objections: plan.objections,
  };
  const tries = sheetSizesPt.map((sizePt, tightness) => ({
    sizePt,
    tightness,
    language,
    font: how.look.bodyFont,
  }));
  const fitting = tries.find((fit) => sheetHeightPt(content, fit) <= sheetRoomPt) ?? tries.at(-1);
  if (fitting === undefined) throw new Error('A sheet has no size to be tried');
  const blocks: BlockNode[] = sheetDocument(content, fitting);
  return { root: { type: 'doc', content: blocks }, look: sheetLook(how.look, fitting.sizePt), title };
}
