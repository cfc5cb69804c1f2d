import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { initialsOf, shortName } from '../../../../shared/domain/nameForms.ts';
import type { Person } from '../../../../shared/domain/person.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { useSelection } from '../../../ui/useSelection.ts';
import { useSelectionKeys } from '../../../ui/useSelectionKeys.ts';
import { StateMark } from '../../../ui/StateMark.tsx';
import { Tick } from '../../../ui/Tick.tsx';
import { Steps } from '../../../ui/Steps.tsx';
import { PeopleBar } from './PeopleBar.tsx';
import { Ring } from './PeopleMap.tsx';
import classes from './PeopleTab.module.css';
import { attitudeTone, attitudeWord } from './personWords.ts';

/** The group as a table, the most influential first. In show mode only what the client may see. */
export function PeopleList({
  people,
  chosenId,
  lastContact,
  showing,
  onChoose,
  onOpen,
}: {
  readonly people: readonly Person[];
  readonly chosenId: PersonId | null;
  readonly lastContact: ReadonlyMap<PersonId, CalendarDate>;
  readonly showing: boolean;
  readonly onChoose: (id: PersonId) => void;
  readonly onOpen: (id: PersonId) => void;
}) {
  const { t } = useTranslation(['dossier', 'domain', 'bulk']);
  const words = useFieldWords();
  const ids = useMemo(() => people.map(({ id }) => id), [people]);
  const selection = useSelection(ids);
  useSelectionKeys(selection, ids, chosenId, onChoose, !showing);
  const ticking = selection.ids.size > 0;
  return (
    <>
      <div className={classes.list}>
        <table className={classes.table}>
          <thead>
            <tr>
              {showing ? null : (
                <th className={classes.tick} scope="col">
                  <Tick
                    checked={ticking && selection.ids.size === people.length}
                    label={t('bulk:selectAll')}
                    onTick={() =>
                      selection.ids.size === people.length ? selection.clear() : selection.set(ids)
                    }
                    shown={ticking}
                    some={ticking}
                  />
                </th>
              )}
              <th scope="col">{t('people.column.name')}</th>
              {showing ? null : (
                <>
                  <th scope="col">{t('people.column.role')}</th>
                  <th scope="col">{t('people.column.influence')}</th>
                  <th scope="col">{t('people.column.attitude')}</th>
                  <th scope="col">{t('people.column.criterion')}</th>
                  <th scope="col">{t('people.column.contact')}</th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => {
              const main = person.criteria.toSorted((a, b) => b.weightPercent - a.weightPercent)[0];
              const tone = attitudeTone(person.attitude);
              const attitude = attitudeWord(person, t);
              return (
                <tr
                  aria-selected={person.id === chosenId}
                  key={person.id}
                  data-ticked={selection.ids.has(person.id) ? true : undefined}
                  onClick={(event) => {
                    if (event.shiftKey && !showing) selection.extendTo(person.id, ids);
                    else if ((event.ctrlKey || event.metaKey) && !showing) selection.toggle(person.id);
                    onChoose(person.id);
                  }}
                  onDoubleClick={() => onOpen(person.id)}
                >
                  {showing ? null : (
                    <td className={classes.tick}>
                      <Tick
                        checked={selection.ids.has(person.id)}
                        label={t('bulk:select', { name: shortName(person, words.language) })}
                        onTick={(range) =>
                          range ? selection.extendTo(person.id, ids) : selection.toggle(person.id)
                        }
                        shown={ticking}
                      />
                    </td>
                  )}
                  <td>
                    <button className={classes.who} onClick={() => onChoose(person.id)} type="button">
                      <Ring
                        attitude={showing ? 'neutral' : person.attitude}
                        initials={initialsOf(person)}
                        radius={14}
                      />
                      <span>
                        {shortName(person, words.language) || t('people.nameless')}
                        <span className={classes.position}>{person.position}</span>
                      </span>
                    </button>
                  </td>
                  {showing ? null : (
                    <>
                      <td>{t(`domain:decisionRole.${person.decisionRole}`)}</td>
                      <td>
                        <Steps value={person.influence} />
                        <span className="k-hidden">{t('card.influenceOf', { value: person.influence })}</span>
                      </td>
                      <td>
                        {tone === null ? (
                          <span className={classes.quiet}>{attitude}</span>
                        ) : (
                          <StateMark tone={tone}>{attitude}</StateMark>
                        )}
                      </td>
                      <td className={classes.second}>
                        {main === undefined ? '—' : t(`domain:criterion.${main.key}`)}
                      </td>
                      <td className={classes.second}>{words.ago(lastContact.get(person.id) ?? null)}</td>
                    </>
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {ticking && !showing ? <PeopleBar selection={selection} /> : null}
    </>
  );
}
