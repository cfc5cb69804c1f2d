import {
  IconAlertTriangle,
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
import { careTrouble } from '../../../../shared/domain/specialData.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { CardPart } from './CardPart.tsx';
import { HiddenFacts } from './HiddenFacts.tsx';
import classes from './PersonCard.module.css';

const certaintyIcons: Readonly<Record<Certainty, typeof IconCircleFilled>> = {
  confirmed: IconCircleFilled,
  heard: IconCircleHalf2,
  guessed: IconCircleDashed,
};

/** A fact of a person noted longer ago than this may no longer hold, days. */
const freshFactDays = 730;

/** A fact with how it is known; an old one is greyed. A sensitive one also tells its consent and its review. */
export function Fact({ fact }: { readonly fact: PersonFact }) {
  const { t } = useTranslation(['dossier', 'domain', 'privacy']);
  const words = useFieldWords();
  const Icon = certaintyIcons[fact.certainty];
  const stale = fact.notedOn !== null && daysBetween(fact.notedOn, words.today) > freshFactDays;
  const trouble = careTrouble(fact, words.today);
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
        {fact.care === null ? null : (
          <p className={classes.source}>
            {t('privacy:care.line', {
              category: t(`privacy:category.${fact.care.category}`),
              day: words.day(fact.care.consentOn),
              by: fact.care.consentBy,
              purpose: fact.care.purpose,
            })}
            {trouble === null ? `, ${t('privacy:care.review', { day: words.day(fact.care.reviewOn) })}` : ''}
          </p>
        )}
        {trouble === null ? null : (
          <p className={classes.trouble}>
            <IconAlertTriangle aria-hidden="true" size={14} stroke={1.5} />
            {trouble === 'overdue' && fact.care !== null
              ? t('privacy:care.overdue', { day: words.day(fact.care.reviewOn) })
              : t('privacy:care.lacking')}
          </p>
        )}
      </div>
    </li>
  );
}

/** What stays inside: behind a veil until asked for. It closes by itself when the card does or the screen is shown. */
export function Sensitive({ person, hidden }: { readonly person: Person; readonly hidden: number }) {
  const { t } = useTranslation(['dossier', 'privacy']);
  const { today } = useFieldWords();
  const [shown, setShown] = useState(false);
  const facts = person.facts.filter(({ sensitive }) => sensitive);
  const any = facts.length > 0 || person.privateNotes !== '';
  const troubled = facts.some((fact) => careTrouble(fact, today) !== null);
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
      {!any && hidden === 0 ? <p className={classes.note}>{t('card.sensitiveEmpty')}</p> : null}
      {any && !shown ? (
        <div aria-hidden="true" className={classes.veil}>
          <span />
          <span />
        </div>
      ) : null}
      {troubled && !shown ? (
        <p className={classes.trouble}>
          <IconAlertTriangle aria-hidden="true" size={14} stroke={1.5} />
          {t('privacy:settings.troubled', {
            count: facts.filter((fact) => careTrouble(fact, today) !== null).length,
          })}
        </p>
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
      {hidden === 0 ? null : <HiddenFacts count={hidden} personId={person.id} />}
      <p className={classes.caption}>{t('card.sensitiveNote')}</p>
    </CardPart>
  );
}
