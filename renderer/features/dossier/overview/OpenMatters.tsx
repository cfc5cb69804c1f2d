import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconHistory, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { canSettle } from '../../../../shared/domain/accountEvent.ts';
import type { AccountEvent } from '../../../../shared/domain/accountEvent.ts';
import type { AccountId } from '../../../../shared/domain/ids.ts';
import { shortName } from '../../../../shared/domain/nameForms.ts';
import { promiseRecord } from '../../../../shared/domain/promiseRecord.ts';
import { useDesk } from '../../../app/desk.ts';
import { useFieldWords } from '../../../app/fieldWords.ts';
import { goTo } from '../../../app/place.ts';
import { SectionTitle } from '../../../ui/SectionTitle.tsx';
import { endingGroup, useSettle } from '../history/useSettle.ts';
import classes from './OverviewTab.module.css';

const groups = ['us', 'them', 'trouble'] as const;
type Group = (typeof groups)[number];

function groupOf({ kind, promisedBy }: AccountEvent): Group {
  return kind === 'promise' ? (promisedBy ?? 'us') : 'trouble';
}

/** What is promised and what is complained of, not settled yet: who, to whom, by when; and how well we keep our word. */
export function OpenMatters({ accountId }: { readonly accountId: AccountId }) {
  const { t } = useTranslation(['dossier', 'domain']);
  const { language, today } = useFieldWords();
  const events = useDesk('events.list', { accountId }).data?.events;
  const people = useDesk('people.list', { accountId }).data?.people;
  const names = useMemo(
    () => new Map((people ?? []).map((person) => [person.id, shortName(person, language)])),
    [people, language],
  );
  const open = (events ?? [])
    .filter(({ kind, settledOn }) => canSettle(kind) && settledOn === null)
    .toSorted((a, b) => ((a.dueOn ?? '9999') < (b.dueOn ?? '9999') ? -1 : 1));
  const record = promiseRecord(events ?? [], today);
  return (
    <>
      <SectionTitle level={3} {...(open.length === 0 ? {} : { count: open.length })}>
        {t('overview.promises')}
      </SectionTitle>
      {open.length === 0 ? <p className={classes.nowText}>{t('overview.noPromises')}</p> : null}
      {groups.map((group) => {
        const matters = open.filter((event) => groupOf(event) === group);
        return matters.length === 0 ? null : (
          <div className={classes.matterGroup} key={group}>
            <h4 className={classes.caption}>{t(`overview.matters.${group}`)}</h4>
            <ul className={classes.rows}>
              {matters.map((event) => (
                <OpenMatter
                  event={event}
                  key={event.id}
                  who={event.personIds.flatMap((id) => names.get(id) ?? []).join(', ')}
                />
              ))}
            </ul>
          </div>
        );
      })}
      {record.due === 0 ? null : (
        <p className={classes.nowText}>
          {t('overview.keptRecord', { kept: record.kept, count: record.due })}
        </p>
      )}
    </>
  );
}

function OpenMatter({ event, who }: { readonly event: AccountEvent; readonly who: string }) {
  const { t } = useTranslation(['dossier', 'domain']);
  const words = useFieldWords();
  const { busy, settle } = useSettle(event);
  const group = endingGroup(event);
  const late = event.dueOn !== null && event.dueOn < words.today;
  return (
    <li className={classes.matter}>
      <div className={classes.matterText}>
        <p className={classes.strong}>{event.title}</p>
        <p className={classes.nowText}>
          {event.kind === 'promise' ? null : `${t(`domain:eventKind.${event.kind}`)}, `}
          {who === '' ? null : `${who}, `}
          {event.dueOn === null ? (
            t('overview.since', { day: words.dayWords(event.happenedOn) })
          ) : (
            <span className={late ? classes.bad : undefined}>
              {late
                ? words.ahead(event.dueOn)
                : t('overview.validUntil', { day: words.dayWords(event.dueOn) })}
            </span>
          )}
        </p>
      </div>
      <Button
        aria-label={`${t(`settledAs.${group}.kept`)}: ${event.title}`}
        loading={busy}
        onClick={() => settle('kept')}
        size="xs"
      >
        {t(`settledAs.${group}.kept`)}
      </Button>
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <ActionIcon aria-label={`${t('history.actions')}: ${event.title}`} size={26}>
            <IconDots size={16} stroke={1.5} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconX size={16} stroke={1.5} />} onClick={() => settle('broken')}>
            {t(`settledAs.${group}.broken`)}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconHistory size={16} stroke={1.5} />}
            onClick={() => goTo({ at: 'dossier', accountId: event.accountId, tab: 'history' })}
          >
            {t('overview.inHistory')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
