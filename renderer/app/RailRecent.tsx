import { IconFileText, IconGavel } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { companyInitials } from './companyInitials.ts';
import { useDesk } from './desk.ts';
import { goTo, placeKey, recentPlaces, useHistory } from './place.ts';
import type { Place } from './place.ts';
import classes from './RailRecent.module.css';
import { useShowMode } from './showMode.ts';
import { Initials } from '../ui/Initials.tsx';

const shown = 4;

/** The screens of clients, tenders and proposals opened last. Nothing while the screen is turned to a client. */
export function RailRecent() {
  const { t } = useTranslation('common');
  const showMode = useShowMode();
  const recent = recentPlaces(useHistory(), shown);
  const named = useRecentNames(recent);
  if (showMode.on || named.length === 0) return null;
  return (
    <section aria-label={t('rail.recent')} className={classes.recent}>
      <h2 className={classes.title}>{t('rail.recent')}</h2>
      {named.map(({ place, name }) => (
        <button
          className={classes.item}
          key={placeKey(place)}
          onClick={() => goTo(place)}
          title={name}
          type="button"
        >
          <span className={classes.sign}>
            <RecentSign name={name} place={place} />
          </span>
          <span className={classes.name}>{name}</span>
        </button>
      ))}
    </section>
  );
}

function RecentSign({ place, name }: { readonly place: Place; readonly name: string }) {
  if (place.at === 'proposal') return <IconFileText aria-hidden="true" size={16} stroke={1.5} />;
  if (place.at === 'tender') return <IconGavel aria-hidden="true" size={16} stroke={1.5} />;
  return <Initials text={companyInitials(name)} />;
}

/** Names of the places; a deleted thing has none and is left out. */
function useRecentNames(
  places: readonly Place[],
): readonly { readonly place: Place; readonly name: string }[] {
  const { t } = useTranslation(['common', 'proposals']);
  const ids = places.flatMap((place) => (place.at === 'dossier' ? [place.accountId] : []));
  const accounts = useDesk('clients.named', { ids }, { enabled: ids.length > 0, keepPrevious: true }).data
    ?.names;
  const tenderIds = places.flatMap((place) => (place.at === 'tender' ? [place.tenderId] : []));
  const proposalIds = places.flatMap((place) => (place.at === 'proposal' ? [place.proposalId] : []));
  const asked = tenderIds.length + proposalIds.length > 0;
  const named = useDesk(
    'rail.named',
    { tenderIds, proposalIds },
    { enabled: asked, keepPrevious: true },
  ).data;
  const nameOf = (place: Place): string | undefined => {
    if (place.at === 'dossier') return accounts?.find((row) => row.id === place.accountId)?.name;
    if (place.at === 'tender') return named?.tenders.find((row) => row.id === place.tenderId)?.title;
    if (place.at !== 'proposal') return undefined;
    const proposal = named?.proposals.find((row) => row.id === place.proposalId);
    if (proposal === undefined) return undefined;
    const { number, edition } = proposal;
    const name = t('rail.proposal', { number });
    return edition === 1 ? name : `${name}, ${t('proposals:edition', { count: edition })}`;
  };
  return places.flatMap((place) => {
    const name = nameOf(place);
    return name === undefined ? [] : [{ place, name }];
  });
}
