import type { AccountEventDraft } from '../../../shared/domain/accountEvent.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { addDays, weekdayOf } from '../../../shared/domain/calendarDate.ts';
import { openQuestions } from '../../../shared/domain/openQuestions.ts';
import type { AccountEventId, AccountId } from '../../../shared/domain/ids.ts';
import type { Language } from '../../../shared/domain/language.ts';
import type { Debrief, MeetingPlan } from '../../../shared/domain/meetingPlan.ts';
import type { MeetingDossier } from '../../../shared/domain/meetingSheet.ts';
import { suggestMeeting } from '../../../shared/domain/meetingSuggestions.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { createAccountEvent, listAccountEvents, saveAccountEvent } from '../store/accountEventStore.ts';
import { readAccount, saveAccount } from '../store/accountStore.ts';
import { listCompetitors } from '../store/competitorStore.ts';
import { readEssentials } from '../store/essentials.ts';
import { listFollowUps } from '../store/followUpStore.ts';
import { dropMeetingPlan, readMeetingPlan } from '../store/meetingPlanStore.ts';
import type { ReadableDb, WritableDb } from '../store/openDatabase.ts';
import { listPeople, savePerson } from '../store/personStore.ts';
import { listProposals } from '../store/proposalStore.ts';
import { listTenders } from '../store/tenderStore.ts';
import { listTerms } from '../store/termStore.ts';

type When = { readonly nowMs: number; readonly today: CalendarDate };

/** A client's dossier as far as a meeting needs it. Throws notFound. */
export function readMeetingDossier(
  db: ReadableDb,
  accountId: AccountId,
  today: CalendarDate,
): MeetingDossier {
  const { name, legalForm } = readAccount(db, accountId);
  return {
    account: { name, legalForm },
    people: listPeople(db, accountId),
    events: listAccountEvents(db, accountId),
    tenders: listTenders(db, accountId, today),
    proposals: listProposals(db, accountId),
    followUps: listFollowUps(db, accountId),
    ownTerms: listTerms(db),
  };
}

/** As many as a person keeps. */
const mostFacts = 200;
const mostNotes = 10_000;

/** The next day that is no weekend. */
function nextWeekday(today: CalendarDate): CalendarDate {
  let day = addDays(today, 1);
  while (weekdayOf(day) > 5) day = addDays(day, 1);
  return day;
}

/** The kept plan of a client's meeting, without people who are gone; else what the dossier suggests. Throws notFound. */
export function meetingPlanOf(
  db: ReadableDb,
  accountId: AccountId,
  language: Language,
  today: CalendarDate,
): { plan: MeetingPlan; kept: boolean } {
  const account = readAccount(db, accountId);
  const kept = readMeetingPlan(db, accountId);
  if (kept !== null) {
    const here = new Set(listPeople(db, accountId).map(({ id }) => id));
    return { plan: { ...kept, personIds: kept.personIds.filter((id) => here.has(id)) }, kept: true };
  }
  const essentials = readEssentials(db, accountId);
  const dossier = {
    ...readMeetingDossier(db, accountId, today),
    accountId,
    growthZones: account.profile.growthZones,
    questions: essentials === null ? [] : openQuestions(essentials),
    competitors: listCompetitors(db, accountId),
  };
  return { plan: suggestMeeting(dossier, nextWeekday(today), language), kept: false };
}

function addFacts(db: WritableDb, debrief: Debrief, source: string, when: When): void {
  const people = listPeople(db, debrief.accountId);
  for (const personId of new Set(debrief.facts.map((fact) => fact.personId))) {
    const person = people.find(({ id }) => id === personId);
    if (person === undefined) throw new AppError('notFound', 'no such person of the client');
    const { id, revision, savedAtMs: _savedAtMs, ...draft } = person;
    const told = debrief.facts.filter((fact) => fact.personId === personId);
    const learnt = told
      .filter(({ sensitive }) => !sensitive)
      .map(({ text, certainty }) => ({
        text,
        certainty,
        sensitive: false,
        care: null,
        source,
        notedOn: debrief.happenedOn,
      }));
    const facts = [...draft.facts, ...learnt];
    if (facts.length > mostFacts) throw new AppError('invalidInput', 'too many facts', { field: 'facts' });
    // What is for the user alone joins their notes: a fact of a special category asks for consent, which is given elsewhere.
    const privateNotes = [
      draft.privateNotes,
      ...told.filter(({ sensitive }) => sensitive).map(({ text }) => text),
    ]
      .filter((text) => text !== '')
      .join('\n');
    if (privateNotes.length > mostNotes)
      throw new AppError('invalidInput', 'too many notes', { field: 'privateNotes' });
    savePerson(db, id, revision, { ...draft, facts, privateNotes }, when.nowMs);
  }
}

/**
 * Writes a meeting down: the meeting itself, a promise each as an event of its own, what it settled, facts about people
 * and the next step; the plan of the meeting is done with. Answers the meeting's event. Throws notFound, accountDeleted,
 * and invalidInput for a person who has too many facts.
 */
export function debriefMeeting(db: WritableDb, debrief: Debrief, when: When): { id: AccountEventId } {
  const { accountId, happenedOn, personIds } = debrief;
  const event = (draft: Partial<AccountEventDraft>): AccountEventDraft => ({
    accountId,
    kind: 'meeting',
    happenedOn,
    title: debrief.title,
    text: '',
    personIds,
    colleagueIds: [],
    promisedBy: null,
    dueOn: null,
    settledOn: null,
    settledAs: null,
    mark: null,
    amountMinor: null,
    outcome: '',
    ...draft,
  });
  const { id } = createAccountEvent(db, event({ text: debrief.text }));
  for (const { promisedBy, title, dueOn } of debrief.promises)
    createAccountEvent(db, event({ kind: 'promise', promisedBy, title, dueOn }));
  const known = listAccountEvents(db, accountId);
  for (const settledId of debrief.settledIds) {
    const settled = known.find((one) => one.id === settledId);
    if (settled === undefined) throw new AppError('notFound', 'no such event of the client');
    const { id: eventId, revision, ...draft } = settled;
    saveAccountEvent(db, eventId, revision, { ...draft, settledOn: happenedOn, settledAs: 'kept' });
  }
  addFacts(db, debrief, debrief.title, when);
  if (debrief.nextStep !== null) {
    const { id: _id, revision, createdAtMs: _made, savedAtMs: _saved, ...draft } = readAccount(db, accountId);
    const { text, on } = debrief.nextStep;
    saveAccount(db, accountId, revision, { ...draft, nextStep: text, nextStepOn: on }, when.nowMs);
  }
  dropMeetingPlan(db, accountId);
  return { id };
}
