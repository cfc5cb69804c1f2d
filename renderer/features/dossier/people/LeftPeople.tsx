import { useTranslation } from 'react-i18next';
import { shortName } from '../../../../shared/domain/nameForms.ts';
import type { LeftPerson } from '../../../../shared/domain/personMove.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { goTo } from '../../../app/place.ts';
import { TextLink } from '../../../ui/TextLink.tsx';
import classes from './PeopleTab.module.css';

/** Who left this client for another, with a way to where they are now. */
export function LeftPeople({ left }: { readonly left: readonly LeftPerson[] }) {
  const { t } = useTranslation('dossier');
  const words = useFieldWords();
  if (left.length === 0) return null;
  return (
    <p className={classes.left}>
      <span>{t('move.left')}</span>
      {left.map((person) => (
        <span key={person.personId}>
          {shortName(person, words.language)}
          {' → '}
          <TextLink onPress={() => goTo({ at: 'dossier', accountId: person.toAccountId, tab: 'people' })}>
            {person.toAccountName}
          </TextLink>
          {`, ${words.dayWords(person.movedOn)}`}
        </span>
      ))}
    </p>
  );
}
