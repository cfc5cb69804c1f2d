import { useTranslation } from 'react-i18next';
import type { CamePerson } from '../../../../shared/domain/personMove.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { goTo } from '../../../app/place.ts';
import { TextLink } from '../../../ui/TextLink.tsx';
import { CardPart } from './CardPart.tsx';
import classes from './PersonCard.module.css';

/** Shown at once; the rest stands in the other dossier. */
const shown = 5;

/** Where a person worked before they came here, and what happened with them there. */
export function FormerHistory({ came }: { readonly came: CamePerson }) {
  const { t } = useTranslation('dossier');
  const words = useFieldWords();
  return (
    <CardPart title={t('move.before')}>
      <p>
        <TextLink onPress={() => goTo({ at: 'dossier', accountId: came.fromAccountId, tab: 'history' })}>
          {came.fromAccountName}
        </TextLink>
        {came.fromPosition === '' ? null : `, ${came.fromPosition}`}
      </p>
      <p className={classes.note}>{t('move.cameOn', { day: words.dayWords(came.movedOn) })}</p>
      {came.events.length === 0 ? null : (
        <ul className={classes.former}>
          {came.events.slice(0, shown).map((event) => (
            <li key={event.id}>
              <span className={classes.note}>{words.day(event.happenedOn)}</span>
              <span className={classes.wrap}>{event.title}</span>
            </li>
          ))}
        </ul>
      )}
    </CardPart>
  );
}
