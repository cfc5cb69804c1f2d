import { Button, Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AccountId, PersonId } from '../../../shared/domain/ids.ts';
import { fullName } from '../../../shared/domain/nameForms.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import classes from './MeetingPage.module.css';

const most = 12;

/** Who comes to the meeting: the client's people, the most influential first; they stand on the sheet in this order. */
export function PeoplePicker({
  accountId,
  people,
  chosen,
  onChange,
}: {
  readonly accountId: AccountId;
  readonly people: readonly Person[];
  readonly chosen: readonly PersonId[];
  readonly onChange: (chosen: PersonId[]) => void;
}) {
  const { t } = useTranslation('meeting');
  const { language } = useFieldWords();
  const toggle = (id: PersonId, on: boolean) =>
    onChange(people.map((person) => person.id).filter((one) => (one === id ? on : chosen.includes(one))));
  return (
    <div aria-label={t('people')} role="group">
      <p className={classes.label}>{t('people')}</p>
      {people.length === 0 ? (
        <>
          <p className={classes.quiet}>{t('noPeople')}</p>
          <Button
            onClick={() => goTo({ at: 'dossier', accountId, tab: 'people' })}
            size="xs"
            variant="subtle"
          >
            {t('addPeople')}
          </Button>
        </>
      ) : (
        <ul className={classes.people}>
          {people.map((person) => {
            const on = chosen.includes(person.id);
            const name = fullName(person, language) || person.position;
            return (
              <li className={classes.person} key={person.id}>
                <Checkbox
                  checked={on}
                  classNames={{ labelWrapper: classes.who ?? '', root: classes.choice ?? '' }}
                  disabled={!on && chosen.length >= most}
                  label={
                    <>
                      <span className={classes.name} title={name}>
                        {name}
                      </span>
                      <span className={classes.post} title={person.position}>
                        {person.position}
                      </span>
                    </>
                  }
                  onChange={(event) => toggle(person.id, event.currentTarget.checked)}
                  size="xs"
                />
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
