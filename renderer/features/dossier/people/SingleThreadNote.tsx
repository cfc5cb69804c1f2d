import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AccountEvent } from '../../../../shared/domain/accountEvent.ts';
import { shortName } from '../../../../shared/domain/nameForms.ts';
import type { Person } from '../../../../shared/domain/person.ts';
import { singleThreads } from '../../../../shared/domain/singleThread.ts';
import { useDesk } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import classes from './PeopleTab.module.css';

/** Says where the relation hangs on one person, theirs or ours; nothing where it does not. */
export function SingleThreadNote({
  people,
  events,
}: {
  readonly people: readonly Person[];
  readonly events: readonly AccountEvent[];
}) {
  const { t } = useTranslation('dossier');
  const words = useFieldWords();
  const company = useDesk('company.get', {}).data?.company;
  const threads = singleThreads(people, events, words.today);
  if (threads.length === 0) return null;
  return (
    <ul className={classes.threads}>
      {threads.map((thread) => {
        const person =
          thread.kind === 'theirPerson' ? people.find(({ id }) => id === thread.personId) : undefined;
        return (
          <li key={thread.kind}>
            <IconAlertTriangle aria-hidden="true" size={15} stroke={1.5} />
            <span>
              {thread.kind === 'theirPerson'
                ? t('people.thread.theirPerson', {
                    name: person === undefined ? '' : shortName(person, words.language),
                    count: thread.contacts,
                    total: thread.total,
                  })
                : t('people.thread.ourColleague', {
                    name: company?.colleagues.find(({ id }) => id === thread.colleagueId)?.name ?? '',
                  })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
