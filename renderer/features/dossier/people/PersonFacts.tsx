import {
  IconCircleDashed,
  IconCircleFilled,
  IconCircleHalf2,
  IconEye,
  IconEyeOff,
  IconLock,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { daysBetween } from '../../../../shared/domain/calendarDate.ts';
import type { Certainty, Person, PersonFact } from '../../../../shared/domain/person.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { CardPart } from './CardPart.tsx';
import classes from './PersonCard.module.css';

const certaintyIcons: Readonly<Record<Certainty, typeof IconCircleFilled>> = {
  confirmed: IconCircleFilled,
  heard: IconCircleHalf2,
  guessed: IconCircleDashed,
};

/** A fact of a person noted longer ago than this may no longer hold, days. */
const freshFactDays = 730;

/** A fact with how it is known; an old one is greyed. */
export function Fact({ fact }: { readonly fact: PersonFact }) {
  const { t } = useTranslation(['dossier', 'domain']);
  const words = useFieldWords();
  const Icon = certaintyIcons[fact.certainty];
  const stale = fact.notedOn !== null && daysBetween(fact.notedOn, words.today) > freshFactDays;
  return (
    <li className={classes.fact} data-certainty={fact.certainty} data-stale={stale ? true : undefined}>
      <Icon aria-hidden="true" size={14} stroke={1.75} />
      <div>
        <p className={classes.wrap}>{fact.text}</p>
        <p className={classes.source}>
          {[
            t(`domain:certainty.${fact.certainty}`),
            fact.source,
            fact.notedOn === null ? '' : words.day(fact.notedOn),
            stale ? t('fact.stale') : '',
          ]
            .filter((text) => text !== '')
            .join(', ')}
        </p>
      </div>
    </li>
  );
}

/** What stays inside: behind a veil until asked for. */
export function Sensitive({ person }: { readonly person: Person }) {
  const { t } = useTranslation('dossier');
  const [shown, setShown] = useState(false);
  const facts = person.facts.filter(({ sensitive }) => sensitive);
  const any = facts.length > 0 || person.privateNotes !== '';
  return (
    <CardPart
      aside={
        any ? (
          <button
            aria-expanded={shown}
            className={classes.link}
            onClick={() => setShown(!shown)}
            type="button"
          >
            {shown ? (
              <IconEyeOff aria-hidden="true" size={14} stroke={1.5} />
            ) : (
              <IconEye aria-hidden="true" size={14} stroke={1.5} />
            )}
            {shown ? t('card.hide') : t('card.show')}
          </button>
        ) : undefined
      }
      title={
        <span className={classes.locked}>
          <IconLock aria-hidden="true" size={14} stroke={1.5} />
          {t('card.sensitive')}
        </span>
      }
    >
      {!any ? <p className={classes.note}>{t('card.sensitiveEmpty')}</p> : null}
      {any && !shown ? (
        <div aria-hidden="true" className={classes.veil}>
          <span />
          <span />
        </div>
      ) : null}
      {any && shown ? (
        <div className={classes.revealed}>
          {person.privateNotes === '' ? null : <p className={classes.private}>{person.privateNotes}</p>}
          {facts.length === 0 ? null : (
            <ul className={classes.facts}>
              {facts.map((fact, index) => (
                <Fact fact={fact} key={index} />
              ))}
            </ul>
          )}
        </div>
      ) : null}
      <p className={classes.caption}>{t('card.sensitiveNote')}</p>
    </CardPart>
  );
}
