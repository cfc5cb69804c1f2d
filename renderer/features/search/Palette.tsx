import { Kbd } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Spotlight } from '@mantine/spotlight';
import { IconBuilding, IconFileText, IconGavel, IconSearch, IconUser } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SearchHit } from '../../../shared/domain/accountView.ts';
import type { AccountId, ProposalId, TenderId } from '../../../shared/domain/ids.ts';
import { looksLikeQuickEntry } from '../../../shared/domain/quickEntry.ts';
import { useDesk } from '../../app/desk.ts';
import { paletteStore } from '../../app/palette.ts';
import { goTo, usePlace } from '../../app/place.ts';
import type { Place } from '../../app/place.ts';
import { useShowMode } from '../../app/showMode.ts';
import { matchesWords } from './matchWords.ts';
import classes from './Palette.module.css';
import { usePaletteActions } from './paletteActions.tsx';

const icons = { account: IconBuilding, person: IconUser, tender: IconGavel, proposal: IconFileText };
const shownBeforeTyping = 8;

function placeOf(hit: SearchHit): Place {
  switch (hit.kind) {
    case 'account':
      return { at: 'dossier', accountId: hit.accountId, tab: 'overview' };
    case 'person':
      return { at: 'dossier', accountId: hit.accountId, tab: 'people' };
    // The contract keeps a hit's id as plain text, because its brand depends on the kind.
    case 'tender':
      return { at: 'tender', tenderId: hit.id as TenderId };
    case 'proposal':
      return { at: 'proposal', proposalId: hit.id as ProposalId };
  }
}

/** The client on the screen: all that search may show while it is turned to that client. */
function accountOnScreen(place: Place): AccountId | null {
  return place.at === 'dossier' || place.at === 'newProposal' ? place.accountId : null;
}

/** Chooses the first answer the way the kit itself chooses: by a mark on the element and a number in its store. */
function chooseFirst(): void {
  const list = document.getElementById(paletteStore.getState().listId);
  for (const chosen of list?.querySelectorAll('[data-selected]') ?? [])
    chosen.removeAttribute('data-selected');
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  paletteStore.updateState((state) => ({ ...state, selected: 0 }));
}

/** Ctrl+K: finds clients, people, tenders and proposals, and does what the menus do. */
export function Palette() {
  const { t } = useTranslation(['search', 'domain']);
  const [query, setQuery] = useState('');
  const [asked] = useDebouncedValue(query.trim(), 60);
  const here = accountOnScreen(usePlace());
  const showMode = useShowMode();
  const found = useDesk('search.everywhere', { query: asked }, { enabled: asked !== '', keepPrevious: true });
  const hits = (asked === '' || query.trim() === '' ? [] : (found.data?.hits ?? [])).filter(
    (hit) => !showMode.on || hit.accountId === here,
  );
  const all = usePaletteActions(here, looksLikeQuickEntry(query) ? query.trim() : '');
  const actions =
    query.trim() === ''
      ? all.slice(0, shownBeforeTyping)
      : all.filter((action) => action.always === true || matchesWords(action.label, query.trim()));
  const first = hits[0]?.id ?? actions[0]?.id;
  // What is typed chooses the best answer, so that Enter goes there at once.
  useEffect(() => {
    if (asked !== '' && first !== undefined) chooseFirst();
  }, [asked, first]);
  const nothing = hits.length === 0 && actions.length === 0;

  return (
    <Spotlight.Root
      classNames={{
        content: classes.content ?? '',
        search: classes.search ?? '',
        actionsList: classes.list ?? '',
        actionsGroup: classes.group ?? '',
        action: classes.action ?? '',
        actionBody: classes.body ?? '',
        actionLabel: classes.label ?? '',
        actionDescription: classes.description ?? '',
        actionSection: classes.section ?? '',
      }}
      attributes={{ content: { 'aria-label': t('search:label') } }}
      centered={false}
      maxHeight={460}
      onQueryChange={setQuery}
      overlayProps={{ backgroundOpacity: 0.28, color: '#15171b' }}
      query={query}
      scrollable
      shortcut={null}
      size={600}
      store={paletteStore}
      transitionProps={{ transition: 'fade', duration: 120 }}
      yOffset="14vh"
    >
      <Spotlight.Search
        aria-label={t('search:label')}
        leftSection={<IconSearch aria-hidden="true" size={18} stroke={1.5} />}
        placeholder={t('search:placeholder')}
      />
      <Spotlight.ActionsList>
        {hits.length === 0 ? null : (
          <Spotlight.ActionsGroup label={t('search:found')}>
            {hits.map((hit) => {
              const Icon = icons[hit.kind];
              return (
                <Spotlight.Action
                  description={hit.subtitle}
                  key={`${hit.kind} ${hit.id}`}
                  label={hit.title}
                  leftSection={<Icon aria-hidden="true" size={17} stroke={1.5} />}
                  onClick={() => goTo(placeOf(hit))}
                  rightSection={<span className={classes.kind}>{t(`domain:searchKind.${hit.kind}`)}</span>}
                />
              );
            })}
          </Spotlight.ActionsGroup>
        )}
        {actions.length === 0 ? null : (
          <Spotlight.ActionsGroup label={t('search:actions')}>
            {actions.map((action) => (
              <Spotlight.Action
                key={action.id}
                label={action.label}
                leftSection={action.icon}
                onClick={action.run}
                rightSection={action.keys === undefined ? null : <Kbd>{action.keys}</Kbd>}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {nothing ? (
          <Spotlight.Empty className={classes.empty}>
            {t(showMode.on ? 'search:nothingInShowMode' : 'search:nothing')}
          </Spotlight.Empty>
        ) : null}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
