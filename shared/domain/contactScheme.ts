import { type AccountEvent, type AccountEventKind, isContact } from './accountEvent.ts';
import type { ContactChannel, SchemeLine } from './accountPlan.ts';
import { peopleOfLine } from './accountPlan.ts';
import type { CalendarDate } from './calendarDate.ts';
import { addDays, daysBetween } from './calendarDate.ts';
import { silenceGaps } from './health.ts';

/** Beyond its rhythm a line is due; beyond this many rhythms it is neglected, as silence of a whole client is. */
export const neglectGaps = silenceGaps.attention;

/** A contact keeps a line of its own channel or of a lighter one: a meeting also counts as a call, a letter not. */
const keptBy: Readonly<Record<ContactChannel, readonly AccountEventKind[]>> = {
  meeting: ['meeting'],
  call: ['meeting', 'call'],
  letter: ['meeting', 'call', 'letter'],
};

export type LineState = 'even' | 'due' | 'neglected';
export type LineHeat = {
  readonly state: LineState;
  /** The last contact that keeps the line; null = none yet. */
  readonly lastOn: CalendarDate | null;
  /** Days since it, or since the line was agreed. */
  readonly days: number;
  /** The day the next contact falls due. */
  readonly nextOn: CalendarDate;
};

type Contact = Pick<AccountEvent, 'kind' | 'happenedOn' | 'personIds'>;

function lastOf(
  personIds: readonly string[],
  counts: (kind: AccountEventKind) => boolean,
  events: readonly Contact[],
  today: CalendarDate,
): CalendarDate | null {
  let last: CalendarDate | null = null;
  for (const { kind, happenedOn, personIds: met } of events) {
    if (happenedOn > today || !counts(kind)) continue;
    if (!met.some((id) => personIds.includes(id))) continue;
    if (last === null || happenedOn > last) last = happenedOn;
  }
  return last;
}

/** The last contact of any kind with any of some people, up to a day; null = none. */
export function lastContactWith(
  personIds: readonly string[],
  events: readonly Contact[],
  today: CalendarDate,
): CalendarDate | null {
  return lastOf(personIds, isContact, events, today);
}

/**
 * How long a line of the scheme has been silent against its rhythm: `even` until the rhythm is up, `due` from that day,
 * `neglected` beyond one and a half rhythms. Who of ours spoke is not written down with an event, so a contact of
 * anybody of ours counts. GLOSSARY: схема коммуникаций.
 */
export function lineHeat(line: SchemeLine, events: readonly Contact[], today: CalendarDate): LineHeat {
  const lastOn = lastOf(peopleOfLine(line), (kind) => keptBy[line.channel].includes(kind), events, today);
  const base = lastOn ?? line.since;
  const days = Math.max(0, daysBetween(base, today));
  const state = ((): LineState => {
    if (days > line.everyDays * neglectGaps) return 'neglected';
    // Nobody has spoken yet: the first conversation is due at once.
    return lastOn === null || days >= line.everyDays ? 'due' : 'even';
  })();
  return { state, lastOn, days, nextOn: lastOn === null ? line.since : addDays(lastOn, line.everyDays) };
}
