import { useMemo } from 'react';
import type { Attachment } from '../../../../shared/domain/attachment.ts';
import type { AccountId, ColleagueId, PersonId } from '../../../../shared/domain/ids.ts';
import { shortName } from '../../../../shared/domain/nameForms.ts';
import { useDesk } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { shortColleague } from '../colleagueName.ts';
import type { History } from './timeline.ts';

/** Who can be in a history: people of the client, those who left or work there no more, and our colleagues. */
export type HistoryNames = {
  readonly people: ReadonlyMap<PersonId, string>;
  readonly ours: ReadonlyMap<ColleagueId, string>;
};

/** Names of all who can be in the history of a client. */
export function useHistoryNames(accountId: AccountId): HistoryNames {
  const { language } = useFieldWords();
  const people = useDesk('people.list', { accountId }).data?.people;
  const left = useDesk('people.moves', { accountId }).data?.left;
  const archived = useDesk('people.archived', { accountId }).data?.people;
  const colleagues = useDesk('company.get', {}).data?.company.colleagues;
  return useMemo(
    () => ({
      people: new Map([
        ...(archived ?? []).map(({ id, name }) => [id, shortColleague(name, language)] as const),
        ...(left ?? []).map((person) => [person.personId, shortName(person, language)] as const),
        ...(people ?? []).map((person) => [person.id, shortName(person, language)] as const),
      ]),
      ours: new Map((colleagues ?? []).map(({ id, name }) => [id, shortColleague(name, language)])),
    }),
    [people, left, archived, colleagues, language],
  );
}

/** The history of a client, names of who was in it, and the files of each event. `whole` null = not read yet. */
export function useClientHistory(
  accountId: AccountId,
  showing: boolean,
): {
  readonly whole: History | null;
  readonly names: HistoryNames;
  readonly filesOf: ReadonlyMap<string, readonly Attachment[]>;
} {
  const events = useDesk('events.list', { accountId }).data?.events;
  const deliveries = useDesk('deliveries.list', { accountId }).data?.deliveries;
  const tenders = useDesk('tenders.list', { accountId }).data?.rows;
  const proposals = useDesk('proposals.list', { accountId }).data?.rows;
  const attachments = useDesk('attachments.list', { accountId }).data?.files;
  const names = useHistoryNames(accountId);
  const whole = useMemo((): History | null => {
    if (events === undefined || deliveries === undefined || tenders === undefined || proposals === undefined)
      return null;
    const files = (attachments ?? []).filter(({ deletedAtMs }) => deletedAtMs === null);
    // Turned to the client, the screen keeps what both sides know: no complaints' notes, no inner tenders' outcomes.
    return showing
      ? {
          events: events.filter(({ kind }) => kind === 'meeting' || kind === 'document'),
          deliveries,
          tenders: [],
          proposals,
          files: [],
        }
      : { events, deliveries, tenders, proposals, files };
  }, [events, deliveries, tenders, proposals, attachments, showing]);
  const filesOf = useMemo(() => {
    const byEvent = new Map<string, Attachment[]>();
    for (const file of whole?.files ?? []) {
      if (file.eventId === null) continue;
      const list = byEvent.get(file.eventId);
      if (list === undefined) byEvent.set(file.eventId, [file]);
      else list.push(file);
    }
    return byEvent;
  }, [whole]);
  return { whole, names, filesOf };
}
