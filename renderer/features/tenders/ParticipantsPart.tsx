import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../shared/domain/ids.ts';
import { initialsOf, shortName } from '../../../shared/domain/nameForms.ts';
import type { Tender } from '../../../shared/domain/tender.ts';
import { useDesk } from '../../app/desk.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { goTo } from '../../app/place.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Initials } from '../../ui/Initials.tsx';
import { SectionTitle } from '../../ui/SectionTitle.tsx';
import { StepsInput } from '../../ui/Steps.tsx';
import { quietly, useTenderEdit } from './tenderEdit.ts';
import classes from './TenderPage.module.css';

const qualityKeys = ['1', '2', '3', '4', '5'] as const;
const qualityKey = (quality: number) => qualityKeys[quality - 1] ?? '1';

/** Who of the decision group takes part, and how good our contact with each is. */
export function ParticipantsPart({ tender }: { readonly tender: Tender }) {
  const { t } = useTranslation(['tenders', 'domain']);
  const { language } = useFieldWords();
  const edit = useTenderEdit(tender);
  const people = useDesk('people.list', { accountId: tender.accountId }).data?.people;
  if (people === undefined) return null;
  const taking = tender.participants.flatMap((participant) => {
    const person = people.find(({ id }) => id === participant.personId);
    return person === undefined ? [] : [{ ...participant, person }];
  });
  taking.sort((a, b) => b.person.influence - a.person.influence);
  const others = people.filter(({ id }) => !tender.participants.some(({ personId }) => personId === id));
  const weak = taking.filter(({ contactQuality }) => contactQuality === 1).length;
  const set = (personId: PersonId, contactQuality: number) =>
    quietly(
      edit((draft) => ({
        ...draft,
        participants: draft.participants.map((participant) =>
          participant.personId === personId ? { ...participant, contactQuality } : participant,
        ),
      })),
    );
  const add = (ids: readonly PersonId[]) =>
    quietly(
      edit((draft) => ({
        ...draft,
        participants: [...draft.participants, ...ids.map((personId) => ({ personId, contactQuality: 1 }))],
      })),
    );
  return (
    <section className={classes.section}>
      <SectionTitle
        action={
          taking.length === 0 || others.length === 0 ? undefined : (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon aria-label={t('participants.add')}>
                  <IconPlus size={17} stroke={1.5} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                {others.map((person) => (
                  <Menu.Item key={person.id} onClick={() => add([person.id])}>
                    {shortName(person, language)}
                    {person.position === '' ? null : (
                      <span className={classes.menuNote}>{person.position}</span>
                    )}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )
        }
        {...(taking.length === 0 ? {} : { count: taking.length })}
      >
        {t('participants.heading')}
      </SectionTitle>
      {people.length === 0 ? (
        <EmptyState
          action={
            <Button
              onClick={() => goTo({ at: 'dossier', accountId: tender.accountId, tab: 'people' })}
              size="xs"
            >
              {t('participants.toPeople')}
            </Button>
          }
          calm
          title={t('participants.noPeople')}
        />
      ) : taking.length === 0 ? (
        <EmptyState
          action={
            <Button onClick={() => add(people.map(({ id }) => id))} size="xs">
              {t('participants.addAll')}
            </Button>
          }
          calm
          title={t('participants.ask')}
        />
      ) : (
        <>
          {weak === 0 ? null : <p className={classes.warning}>{t('participants.weak', { count: weak })}</p>}
          <ul className={classes.people}>
            {taking.map(({ person, contactQuality }) => {
              const name = shortName(person, language);
              return (
                <li className={classes.person} key={person.id}>
                  <Initials text={initialsOf(person)} tone={contactQuality === 1 ? 'red' : 'plain'} />
                  <div className={classes.personText}>
                    <p className={classes.strong}>{name}</p>
                    <p className={classes.personPosition} title={person.position}>
                      {person.position}
                    </p>
                  </div>
                  <div className={classes.quality}>
                    <StepsInput
                      label={`${name}: ${t('participants.quality')}`}
                      onChange={(value) => set(person.id, value)}
                      stepLabel={(value) => t('participants.setQuality', { name, value })}
                      tone={contactQuality <= 1 ? 'weak' : 'accent'}
                      value={contactQuality}
                    />
                    <span className={classes.qualityWord}>
                      {t(`domain:contactQuality.${qualityKey(contactQuality)}`)}
                    </span>
                  </div>
                  <ActionIcon
                    aria-label={t('participants.remove', { name })}
                    className={classes.remove}
                    onClick={() =>
                      quietly(
                        edit((draft) => ({
                          ...draft,
                          participants: draft.participants.filter(({ personId }) => personId !== person.id),
                        })),
                      )
                    }
                    size={24}
                  >
                    <IconX size={15} stroke={1.5} />
                  </ActionIcon>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </section>
  );
}
