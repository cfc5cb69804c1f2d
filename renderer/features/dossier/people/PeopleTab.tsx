import { Button, SegmentedControl } from '@mantine/core';
import { IconArrowRight, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isContact } from '../../../../shared/domain/accountEvent.ts';
import type { AccountOverview } from '../../../../shared/domain/accountView.ts';
import { daysBetween } from '../../../../shared/domain/calendarDate.ts';
import type { CalendarDate } from '../../../../shared/domain/calendarDate.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { shortName } from '../../../../shared/domain/nameForms.ts';
import type { Person } from '../../../../shared/domain/person.ts';
import { CardsMenu } from '../../../app/CardsMenu.tsx';
import { useDesk } from '../../../app/desk.ts';
import { errorWords } from '../../../app/errorWords.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { useShowMode } from '../../../app/showMode.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { useTakenFocus } from '../dossierFocus.ts';
import { MapTools } from './MapTools.tsx';
import { FormerPeople } from './FormerPeople.tsx';
import { PeopleList } from './PeopleList.tsx';
import { PeopleMap } from './PeopleMap.tsx';
import classes from './PeopleTab.module.css';
import { PersonCard } from './PersonCard.tsx';
import { PersonEditor } from './PersonEditor.tsx';
import { attitudeWord, influenceKey } from './personWords.ts';
import { SingleThreadNote } from './SingleThreadNote.tsx';
import { usePersonChange } from './usePersonChange.ts';
import { LeftPeople } from './LeftPeople.tsx';

type Editing = { readonly person: Person | null };

/** Contact with somebody counts as fresh for this many days; after it the line under the map says how long ago. */
const freshDays = 14;

/** The decision group: map or list, and the card of the chosen person. */
export function PeopleTab({ overview }: { readonly overview: AccountOverview }) {
  const { t } = useTranslation(['dossier', 'domain']);
  const { language, today } = useFieldWords();
  const change = usePersonChange();
  const { on: showing } = useShowMode();
  const accountId = overview.account.id;
  const list = useDesk('people.list', { accountId });
  const events = useDesk('events.list', { accountId }).data?.events;
  const moves = useDesk('people.moves', { accountId }).data;
  const [view, setView] = useState<'map' | 'list'>('map');
  const [zoom, setZoom] = useState(1);
  const [chosenId, setChosenId] = useState<PersonId | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const people = list.data?.people;

  useTakenFocus((focus) => {
    if (focus.part === 'newPerson') {
      setEditing({ person: null });
      return true;
    }
    if (focus.part !== 'person' || people === undefined) return false;
    const person = people.find(({ id }) => id === focus.personId);
    if (person !== undefined) {
      setChosenId(person.id);
      setEditing({ person });
    }
    return true;
  });

  if (people === undefined) {
    return (
      <div className={classes.main}>
        {list.error === null ? (
          <RowsSkeleton height={56} rows={8} />
        ) : (
          <ErrorState {...errorWords(list.error)} />
        )}
      </div>
    );
  }
  const editor =
    editing === null ? null : (
      <PersonEditor
        accountId={accountId}
        onClose={() => setEditing(null)}
        onSaved={setChosenId}
        people={people}
        person={editing.person}
        specialData={list.data?.specialData ?? false}
      />
    );
  if (people.length === 0) {
    return (
      <div className={classes.main}>
        <EmptyState
          action={
            <span className={classes.headActions}>
              <Button onClick={() => setEditing({ person: null })} variant="filled">
                {t('people.addFirst')}
              </Button>
              <CardsMenu accountId={accountId} accountName={overview.account.name} canSave={false} />
            </span>
          }
          title={t('people.empty')}
        />
        {showing ? null : <LeftPeople left={moves?.left ?? []} />}
        {showing ? null : <FormerPeople accountId={accountId} />}
        {editor}
      </div>
    );
  }
  const byInfluence = people.toSorted((a, b) => b.influence - a.influence);
  const chosen = people.find(({ id }) => id === chosenId) ?? byInfluence[0] ?? null;
  const lastContact = new Map<PersonId, CalendarDate>();
  for (const { personIds, happenedOn, kind } of events ?? []) {
    if (!isContact(kind) || happenedOn > today) continue;
    for (const id of personIds) {
      const known = lastContact.get(id);
      if (known === undefined || known < happenedOn) lastContact.set(id, happenedOn);
    }
  }
  const open = (id: PersonId) => {
    const person = people.find((other) => other.id === id);
    // The editor shows private notes: never while the screen is turned to the client.
    if (person !== undefined && !showing) setEditing({ person });
  };
  const asList = view === 'list' || showing;
  return (
    <div className={classes.split}>
      <div className={classes.main}>
        <div className={classes.head}>
          <h2>{showing ? t('tabs.people') : t('people.heading')}</h2>
          <div className={classes.headActions}>
            {showing ? null : (
              <>
                <SegmentedControl
                  aria-label={t('people.viewLabel')}
                  data={[
                    { value: 'map', label: t('people.map') },
                    { value: 'list', label: t('people.list') },
                  ]}
                  onChange={(value) => setView(value === 'list' ? 'list' : 'map')}
                  value={view}
                />
                {view === 'map' ? (
                  <MapTools account={overview.account} onZoom={setZoom} people={byInfluence} zoom={zoom} />
                ) : null}
                <Button
                  leftSection={<IconPlus size={16} stroke={1.5} />}
                  onClick={() => setEditing({ person: null })}
                >
                  {t('people.add')}
                </Button>
                <CardsMenu accountId={accountId} accountName={overview.account.name} canSave />
              </>
            )}
          </div>
        </div>
        {showing ? null : <SingleThreadNote events={events ?? []} people={people} />}
        {asList ? (
          <PeopleList
            chosenId={chosen?.id ?? null}
            lastContact={lastContact}
            onChoose={setChosenId}
            onOpen={open}
            people={byInfluence}
            showing={showing}
          />
        ) : (
          <>
            <PeopleMap
              chosenId={chosen?.id ?? null}
              onChoose={setChosenId}
              onMove={(person, place) => {
                setChosenId(person.id);
                change(
                  person,
                  place,
                  `${shortName(person, language)}: ${t(`domain:influence.${influenceKey(place.influence)}`)}, ${attitudeWord({ ...person, ...place }, t)}`,
                );
              }}
              onOpen={open}
              onZoom={setZoom}
              people={byInfluence}
              zoom={zoom}
            />
            {chosen === null ? null : (
              <Heeding contactOn={lastContact.get(chosen.id) ?? null} people={people} person={chosen} />
            )}
          </>
        )}
        {showing ? null : <LeftPeople left={moves?.left ?? []} />}
        {showing ? null : <FormerPeople accountId={accountId} />}
      </div>
      <aside aria-label={t('card.label')} className={classes.card}>
        {chosen === null ? (
          <p className={classes.choose}>{t('card.choose')}</p>
        ) : (
          <PersonCard
            came={moves?.came.find(({ personId }) => personId === chosen.id) ?? null}
            key={chosen.id}
            hidden={list.data?.hiddenFacts.find(({ id }) => id === chosen.id)?.count ?? 0}
            onEdit={() => setEditing({ person: chosen })}
            people={people}
            person={chosen}
          />
        )}
      </aside>
      {editor}
    </div>
  );
}

/** The line under the map: who listens to the chosen person, whom they listen to, and how long there was no contact. */
function Heeding({
  person,
  people,
  contactOn,
}: {
  readonly person: Person;
  readonly people: readonly Person[];
  readonly contactOn: CalendarDate | null;
}) {
  const { t } = useTranslation(['dossier', 'domain', 'privacy']);
  const words = useFieldWords();
  const nameOf = (other: Person) => other.lastName || other.firstName || t('people.nameless');
  const listeners = people.filter((other) => other.heeds.includes(person.id)).map(nameOf);
  const heeded = people.filter((other) => person.heeds.includes(other.id)).map(nameOf);
  const opponents = people.filter((other) => person.conflicts.includes(other.id)).map(nameOf);
  const days = contactOn === null ? null : daysBetween(contactOn, words.today);
  return (
    <p className={classes.heeding}>
      <IconArrowRight aria-hidden="true" size={16} stroke={1.5} />
      <span>
        <strong>{shortName(person, words.language) || t('people.nameless')}</strong>
        {listeners.length === 0 ? null : <span>{t('people.heardBy', { names: listeners.join(', ') })}</span>}
        {heeded.length === 0 ? null : <span>{t('people.heeds', { names: heeded.join(', ') })}</span>}
        {opponents.length === 0 ? null : (
          <span className={classes.odds}>
            {t('privacy:map.conflictWith', { names: opponents.join(', ') })}
          </span>
        )}
        {listeners.length === 0 && heeded.length === 0 ? <span>{t('people.noHeeds')}</span> : null}
        <span>
          {days === null || contactOn === null
            ? t('people.neverContacted')
            : days > freshDays
              ? t('people.noContact', { count: days })
              : t('people.contactRecent', { ago: words.ago(contactOn) })}
        </span>
      </span>
      <span className={classes.legend}>{t('privacy:map.legend')}</span>
    </p>
  );
}
