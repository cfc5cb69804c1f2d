import { ActionIcon, Menu } from '@mantine/core';
import {
  IconArrowRight,
  IconDots,
  IconEraser,
  IconFileExport,
  IconMail,
  IconPencil,
  IconPhone,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { printBirthday } from '../../../../shared/domain/birthday.ts';
import { calendarDate } from '../../../../shared/domain/calendarDate.ts';
import { fullName, shortName } from '../../../../shared/domain/nameForms.ts';
import type { CamePerson } from '../../../../shared/domain/personMove.ts';
import type { Person } from '../../../../shared/domain/person.ts';
import { useDesk, useDeskAction } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { useShowMode } from '../../../app/showMode.ts';
import { notifyUndo } from '../../../ui/notifyUndo.tsx';
import { ShareBar } from '../../../ui/ShareBar.tsx';
import { Steps } from '../../../ui/Steps.tsx';
import { accountReads } from '../accountEdit.ts';
import { ageOn } from './birthdayText.ts';
import { CardPart } from './CardPart.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import { FormerHistory } from './FormerHistory.tsx';
import { MovePersonDialog } from './MovePersonDialog.tsx';
import classes from './PersonCard.module.css';
import { PersonDataDialog } from './PersonDataDialog.tsx';
import { Fact, Sensitive } from './PersonFacts.tsx';
import { PsychotypeDialog } from './PsychotypeDialog.tsx';
import { usePersonChange } from './usePersonChange.ts';
import { attitudeTone, attitudeWord } from './personWords.ts';

/** All that is known of one person of the group. Sensitive lines stay behind a hatched veil until asked for. */
export function PersonCard({
  person,
  came,
  people,
  hidden,
  onEdit,
}: {
  readonly person: Person;
  /** Where they worked before, when that was another client of ours. */
  readonly came: CamePerson | null;
  readonly people: readonly Person[];
  /** Facts of special categories that stay inside unseen. */
  readonly hidden: number;
  readonly onEdit: () => void;
}) {
  const { t } = useTranslation(['dossier', 'domain', 'privacy']);
  const words = useFieldWords();
  const { on: showing } = useShowMode();
  const company = useDesk('company.get', {}).data?.company;
  const invalidates = ['people.list', ...accountReads] as const;
  const name = fullName(person, words.language) || t('people.nameless');
  const restore = useDeskAction('people.restore', { invalidates });
  const [asking, setAsking] = useState<'psychotype' | 'move' | 'all' | 'erase' | null>(null);
  const change = usePersonChange();
  const remove = useDeskAction('people.delete', {
    invalidates,
    success: () => notifyUndo(t('undo.person', { name }), () => restore.mutate({ id: person.id })),
  });
  const criteria = person.criteria.toSorted((a, b) => b.weightPercent - a.weightPercent);
  const largest = Math.max(1, ...criteria.map(({ weightPercent }) => weightPercent));
  const facts = person.facts.filter(({ sensitive }) => !sensitive);
  const tone = attitudeTone(person.attitude);
  const birthday = person.birthday;
  const age = birthday === null ? null : ageOn(birthday, words.today);
  const conflicts = people.filter(({ id }) => person.conflicts.includes(id));
  const personal = (['family', 'hobbies', 'values', 'education', 'career'] as const).filter(
    (key) => person[key] !== '',
  );
  const record = (
    <button className={classes.link} onClick={onEdit} type="button">
      {t('card.record')}
    </button>
  );
  return (
    <>
      <div className={classes.head}>
        <div className={classes.headText}>
          <h2>{name}</h2>
          <p className={classes.position}>
            {[person.position, person.department].filter((text) => text !== '').join(', ')}
          </p>
        </div>
        {showing ? null : (
          <Menu position="bottom-end" width={240}>
            <Menu.Target>
              <ActionIcon aria-label={t('card.more')}>
                <IconDots size={18} stroke={1.5} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={16} stroke={1.5} />} onClick={onEdit}>
                {t('card.edit')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconArrowRight size={16} stroke={1.5} />}
                onClick={() => setAsking('move')}
              >
                {t('move.action')}
              </Menu.Item>
              <Menu.Item
                leftSection={<IconFileExport size={16} stroke={1.5} />}
                onClick={() => setAsking('all')}
              >
                {t('privacy:all.action')}
              </Menu.Item>
              <Menu.Divider />
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={16} stroke={1.5} />}
                onClick={() => remove.mutate({ id: person.id })}
              >
                {t('card.delete')}
              </Menu.Item>
              <Menu.Item
                color="red"
                leftSection={<IconEraser size={16} stroke={1.5} />}
                onClick={() => setAsking('erase')}
              >
                {t('privacy:erase.action')}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {showing ? null : (
        <dl className={classes.rows}>
          <dt>{t('card.role')}</dt>
          <dd className={classes.strong}>{t(`domain:decisionRole.${person.decisionRole}`)}</dd>
          <dt>{t('card.influence')}</dt>
          <dd className={classes.influence}>
            <Steps value={person.influence} />
            <span className={classes.strong}>{t('card.influenceOf', { value: person.influence })}</span>
          </dd>
          <dt>{t('card.attitude')}</dt>
          <dd data-tone={tone ?? undefined}>{attitudeWord(person, t)}</dd>
          <ThreeMarks person={person} />
        </dl>
      )}
      {person.phone === '' && person.email === '' && person.contactKind === '' ? null : (
        <CardPart title={t('card.contacts')}>
          <div className={classes.contacts}>
            {person.phone === '' ? null : (
              <p className={classes.phone}>
                <IconPhone aria-hidden="true" size={16} stroke={1.5} />
                {person.phone}
              </p>
            )}
            {person.email === '' ? null : (
              <p>
                <IconMail aria-hidden="true" size={16} stroke={1.5} />
                <span className={classes.wrap}>{person.email}</span>
              </p>
            )}
            {person.contactKind === '' ? null : <p className={classes.note}>{person.contactKind}</p>}
          </div>
        </CardPart>
      )}
      {showing ? null : (
        <>
          {person.worry === '' && person.taboos === '' && conflicts.length === 0 ? null : (
            <section className={classes.part}>
              <dl className={`${classes.rows ?? ''} ${classes.personal ?? ''}`}>
                {person.worry === '' ? null : (
                  <>
                    <dt>{t('card.worry')}</dt>
                    <dd className={classes.wrap}>
                      {person.worry}
                      {person.worryOn === null ? null : (
                        <span className={classes.note}>{`, ${words.ago(person.worryOn)}`}</span>
                      )}
                    </dd>
                  </>
                )}
                {person.taboos === '' ? null : <Personal label={t('card.taboos')} text={person.taboos} />}
                {conflicts.length === 0 ? null : (
                  <Personal
                    label={t('card.conflicts')}
                    text={conflicts
                      .map((other) => shortName(other, words.language) || t('people.nameless'))
                      .join(', ')}
                  />
                )}
              </dl>
            </section>
          )}
          <CardPart
            aside={
              criteria.length === 0 ? record : <span className={classes.caption}>{t('card.weight')}</span>
            }
            title={t('card.judges')}
          >
            {criteria.length === 0 ? (
              <p className={classes.note}>{t('card.judgesAsk')}</p>
            ) : (
              <ul className={classes.criteria}>
                {criteria.map(({ key, weightPercent, note }) => (
                  <li key={key} title={note === '' ? undefined : note}>
                    <span className={classes.criterion}>{t(`domain:criterion.${key}`)}</span>
                    <ShareBar part={weightPercent / largest} text={String(weightPercent)} width="fill" />
                  </li>
                ))}
              </ul>
            )}
          </CardPart>
          <CardPart
            aside={
              <button className={classes.link} onClick={() => setAsking('psychotype')} type="button">
                {t(person.psychotype === 'unknown' ? 'psychotype.find' : 'psychotype.again')}
              </button>
            }
            title={t('card.psychotype')}
          >
            <p>
              <strong className={classes.type}>{t(`domain:psychotype.${person.psychotype}`)}.</strong>{' '}
              {t(`domain:psychotypeAdvice.${person.psychotype}`)}
            </p>
            {person.psychotype === 'unknown' ? null : (
              <p className={classes.note}>{t(`psychotype.writing.${person.psychotype}`)}</p>
            )}
          </CardPart>
          <CardPart
            aside={
              <button className={classes.link} onClick={onEdit} type="button">
                {t('card.add')}
              </button>
            }
            title={t('card.facts')}
          >
            {facts.length === 0 ? (
              <p className={classes.note}>{t('card.factsAsk')}</p>
            ) : (
              <ul className={classes.facts}>
                {facts.map((fact, index) => (
                  <Fact fact={fact} key={index} />
                ))}
              </ul>
            )}
          </CardPart>
          {person.contactsOfOurs.length === 0 ? null : (
            <CardPart title={t('card.ourContacts')}>
              <ul className={classes.ours}>
                {person.contactsOfOurs.map(({ colleagueId, strength, kind }) => (
                  <li key={colleagueId}>
                    <span>{company?.colleagues.find(({ id }) => id === colleagueId)?.name ?? '—'}</span>
                    <span className={classes.note}>
                      {[t(`domain:contactStrength.${strengthKey(strength)}`), kind]
                        .filter((text) => text !== '')
                        .join(', ')}
                    </span>
                  </li>
                ))}
              </ul>
            </CardPart>
          )}
          {birthday === null && personal.length === 0 ? null : (
            <CardPart title={t('card.personal')}>
              <dl className={`${classes.rows ?? ''} ${classes.personal ?? ''}`}>
                {birthday === null ? null : (
                  <>
                    <dt>{t('card.birthday')}</dt>
                    <dd>
                      {birthday.startsWith('--')
                        ? printBirthday(birthday)
                        : words.day(calendarDate(birthday))}
                      {age === null ? null : (
                        <span className={classes.note}>{`, ${t('card.age', { count: age })}`}</span>
                      )}
                    </dd>
                  </>
                )}
                {personal.map((key) => (
                  <Personal key={key} label={t(`card.${key}`)} text={person[key]} />
                ))}
              </dl>
            </CardPart>
          )}
          {came === null ? null : <FormerHistory came={came} />}
          <Sensitive hidden={hidden} person={person} />
        </>
      )}
      {asking === 'psychotype' ? (
        <PsychotypeDialog
          name={name}
          onChosen={(psychotype) =>
            change(person, { psychotype }, `${name}: ${t(`domain:psychotype.${psychotype}`)}`)
          }
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'all' ? (
        <PersonDataDialog name={name} onClose={() => setAsking(null)} person={person} />
      ) : null}
      {asking === 'erase' ? (
        <EraseDialog name={name} onClose={() => setAsking(null)} person={person} />
      ) : null}
      {asking === 'move' ? <MovePersonDialog onClose={() => setAsking(null)} person={person} /> : null}
    </>
  );
}

function Personal({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className={classes.wrap}>{text}</dd>
    </>
  );
}

const strengthKeys = ['1', '2', '3', '4', '5'] as const;
function strengthKey(strength: number): (typeof strengthKeys)[number] {
  return strengthKeys[strength - 1] ?? '1';
}

/** The rule of three «П»: what this person lacks is said, what is not known is asked. */
function ThreeMarks({ person }: { readonly person: Person }) {
  const { t } = useTranslation(['dossier', 'domain']);
  const marks = (['need', 'means', 'authority'] as const).filter((key) => person.threeP[key] !== null);
  if (marks.length === 0) return null;
  return (
    <>
      <dt>{t('card.threeP')}</dt>
      <dd>
        <span className={classes.marks}>
          {marks.map((key) => (
            <span
              className={classes.mark}
              data-met={person.threeP[key] === true ? true : undefined}
              key={key}
            >
              {t(`domain:threeP.${key}`)}:{' '}
              {person.threeP[key] === true ? t('overview.yes') : t('overview.no')}
            </span>
          ))}
        </span>
      </dd>
    </>
  );
}
