import { Kbd } from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { memo, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountId } from '../../../shared/domain/ids.ts';
import type { SearchHit, SearchKind } from '../../../shared/domain/searchHit.ts';
import { looksLikeQuickEntry } from '../../../shared/domain/quickEntry.ts';
import { misreadOperator } from '../../../shared/domain/searchQuery.ts';
import { useDesk } from '../../app/desk.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { paletteStore } from '../../app/palette.ts';
import { goTo, usePlace } from '../../app/place.ts';
import type { Place } from '../../app/place.ts';
import { rememberTexts } from '../../app/rememberTexts.ts';
import { useShowMode } from '../../app/showMode.ts';
import { useRested } from '../../ui/useRested.ts';
import { HitBody } from './HitBody.tsx';
import { matchesWords } from './matchWords.ts';
import classes from './Palette.module.css';
import { usePaletteActions } from './paletteActions.tsx';
import { chooseFirst } from './paletteChoice.ts';
import { askedBy, PaletteField } from './PaletteField.tsx';
import { PaletteGroup, PaletteItem, PaletteList } from './PaletteItem.tsx';
import { placeOfHit } from './placeOfHit.ts';
import { SearchHelp } from './SearchHelp.tsx';

const shownBeforeTyping = 8;
const none: readonly SearchHit[] = [];

/** The client on the screen: all that search may show while it is turned to that client. */
function accountOnScreen(place: Place): AccountId | null {
  return place.at === 'dossier' || place.at === 'newProposal' ? place.accountId : null;
}

/** Hits of one kind under their heading; the kinds come in the order of the answer, the best first. */
function groupsOf(hits: readonly SearchHit[]): readonly (readonly [SearchKind, readonly SearchHit[]])[] {
  const kinds = [...new Set(hits.map(({ kind }) => kind))];
  return kinds.map((kind) => [kind, hits.filter((hit) => hit.kind === kind)] as const);
}

/** As many lines as the list can show at once; the others are drawn when it is gone through, or when nobody types. */
const mostSeen = 14;
/** An answer that was asked for a key ago still holds. */
const freshMs = 2000;
/** About what a line takes, CSS pixels: so much is kept free below for those that are not drawn. */
const lineHeight = 48;

/** What was found, at most so many: drawn anew by an answer, not by a key. */
const FoundGroups = memo(function FoundGroups({
  hits,
  most,
}: {
  readonly hits: readonly SearchHit[];
  readonly most: number;
}) {
  const { t } = useTranslation(['search', 'domain']);
  const { dayWords } = useFieldWords();
  const said = useMemo(() => rememberTexts(t), [t]);
  return groupsOf(hits.slice(0, most)).map(([kind, ofKind]) => (
    <PaletteGroup key={kind} label={said(`search:groups.${kind}`)}>
      {/* By their places: with most keys all of them are others, and to change a line costs less than to make one. */}
      {ofKind.map((hit, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- a line keeps nothing of its own
        <PaletteItem key={at} onRun={() => goTo(placeOfHit(hit))}>
          <HitBody dayWords={dayWords} hit={hit} t={said} />
        </PaletteItem>
      ))}
    </PaletteGroup>
  ));
});

/** The field and the list below it; both begin anew when the palette is opened. */
function PaletteBody() {
  const { t } = useTranslation(['search', 'domain']);
  const [query, setQuery] = useState('');
  const [helps, setHelps] = useState(false);
  const asked = askedBy(query);
  const here = accountOnScreen(usePlace());
  const showMode = useShowMode();
  const only = showMode.on ? here : null;
  const mayAsk = !showMode.on || here !== null;
  const searches = asked !== '' && mayAsk;
  const found = useDesk(
    'search.everywhere',
    { query: asked, only },
    {
      enabled: searches,
      keepPrevious: true,
      staleTimeMs: freshMs,
      askAgainWhile: ({ isIndexing }) => isIndexing,
    },
  );
  const hits = searches ? (found.data?.hits ?? none) : none;
  const line = looksLikeQuickEntry(query) ? query.trim() : '';
  // A whole sentence is written down rather than looked for.
  const writes = line.split(/\s+/).length > 2;
  const all = usePaletteActions(here, line);
  const actions =
    query.trim() === ''
      ? all.slice(0, shownBeforeTyping)
      : all.filter((action) => action.always === true || matchesWords(action.label, query.trim()));
  const first = writes ? actions[0]?.id : (hits[0]?.id ?? actions[0]?.id);
  // What is typed chooses the best answer, so that Enter goes there at once; before that nothing is chosen.
  const hasTyped = useRef(false);
  useLayoutEffect(() => {
    if (hasTyped.current && first !== undefined) chooseFirst();
  }, [asked, first]);
  const nothing = hits.length === 0 && actions.length === 0 && !found.isFetching;
  const helpShown = helps || query.trim() === '?';
  const misread = nothing && !showMode.on ? misreadOperator(asked) : null;

  const [isWalked, setWalked] = useState(false);
  const isWhole = useRested(asked) || isWalked;
  const onType = useCallback((typed: string) => {
    hasTyped.current = true;
    setQuery(typed);
    setWalked(false);
  }, []);
  const onWhole = useCallback(() => setWalked(true), []);
  const mostHits = isWhole ? Infinity : mostSeen;
  const mostActions = isWhole ? Infinity : writes ? mostSeen : Math.max(0, mostSeen - hits.length);
  const left = isWhole ? 0 : Math.max(0, hits.length - mostHits) + Math.max(0, actions.length - mostActions);
  const toggleHelp = useCallback(() => setHelps((shown) => !shown), []);

  return (
    <>
      <PaletteField
        helpShown={helpShown}
        mayAsk={mayAsk}
        onHelp={toggleHelp}
        onType={onType}
        onWhole={onWhole}
        only={only}
      />
      <PaletteList asked={asked} free={left * lineHeight} onScroll={onWhole}>
        {misread === null ? null : (
          <p className={classes.indexing}>{t('search:misread', { piece: misread })}</p>
        )}
        {helpShown || misread !== null ? <SearchHelp /> : null}
        {searches && found.data?.isIndexing === true ? (
          <p className={classes.indexing}>{t('search:indexing')}</p>
        ) : null}
        {writes ? null : <FoundGroups hits={hits} most={mostHits} />}
        {actions.length === 0 || mostActions === 0 ? null : (
          <PaletteGroup label={t('search:actions')}>
            {actions.slice(0, mostActions).map((action) => (
              <PaletteItem key={action.id} onRun={action.run}>
                <span className={classes.icon}>{action.icon}</span>
                <span className={classes.label}>{action.label}</span>
                {action.keys === undefined ? null : <Kbd>{action.keys}</Kbd>}
              </PaletteItem>
            ))}
          </PaletteGroup>
        )}
        {writes ? <FoundGroups hits={hits} most={mostHits} /> : null}
        {nothing && !helpShown && misread === null ? (
          <p className={classes.empty}>{t(showMode.on ? 'search:nothingInShowMode' : 'search:nothing')}</p>
        ) : null}
      </PaletteList>
    </>
  );
}

/** Ctrl+K: finds everything that is in the vault, and does what the menus do. */
export function Palette() {
  const { t } = useTranslation('search');
  return (
    <Spotlight.Root
      attributes={{ content: { 'aria-label': t('label') } }}
      centered={false}
      classNames={{ content: classes.content ?? '' }}
      overlayProps={{ backgroundOpacity: 0.28, color: '#15171b' }}
      shortcut={null}
      size={600}
      store={paletteStore}
      transitionProps={{ transition: 'fade', duration: 120 }}
      yOffset="14vh"
    >
      <PaletteBody />
    </Spotlight.Root>
  );
}
