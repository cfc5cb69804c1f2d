import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../../../shared/domain/attachment.ts';
import type { AccountId } from '../../../../shared/domain/ids.ts';
import { shortName } from '../../../../shared/domain/nameForms.ts';
import { useDesk } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';

/** What a file of a client can belong to, by id, said in words. */
export type PlaceNames = {
  readonly events: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly tenders: ReadonlyMap<string, string>;
  readonly proposals: ReadonlyMap<string, string>;
  /** What this file belongs to: an event, a person, a tender, a proposal, or the client itself. */
  of(file: Attachment): string;
};

export function usePlaceNames(accountId: AccountId): PlaceNames {
  const { t } = useTranslation('files');
  const words = useFieldWords();
  const events = useDesk('events.list', { accountId }).data?.events;
  const people = useDesk('people.list', { accountId }).data?.people;
  const tenders = useDesk('tenders.list', { accountId }).data?.rows;
  const proposals = useDesk('proposals.list', { accountId }).data?.rows;
  return useMemo(() => {
    const names = {
      events: new Map<string, string>(
        (events ?? []).map((event) => [event.id, `${words.dayWords(event.happenedOn)}, ${event.title}`]),
      ),
      people: new Map<string, string>(
        (people ?? []).map((person) => [person.id, shortName(person, words.language)]),
      ),
      tenders: new Map<string, string>((tenders ?? []).map((tender) => [tender.id, tender.title])),
      proposals: new Map<string, string>(
        (proposals ?? []).map((proposal) => [proposal.id, `${proposal.number}, ${proposal.title}`]),
      ),
    };
    return {
      ...names,
      of: (file) =>
        names.events.get(file.eventId ?? '') ??
        names.people.get(file.personId ?? '') ??
        names.tenders.get(file.tenderId ?? '') ??
        names.proposals.get(file.proposalId ?? '') ??
        t('belongsToClient'),
    };
  }, [events, people, tenders, proposals, words, t]);
}
