import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconBooks,
  IconBuilding,
  IconChartBar,
  IconFileText,
  IconGavel,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconLock,
  IconSettings,
  IconSun,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { VaultSummary } from '../../shared/ipc/contract.ts';
import { Mark } from '../ui/Mark.tsx';
import { useFieldWords } from './fieldWords.ts';
import { toggleRail, useRail } from './frame.ts';
import { lockVault } from './lock.ts';
import { goTo, usePlace } from './place.ts';
import type { Place } from './place.ts';
import classes from './Rail.module.css';
import { RailRecent } from './RailRecent.tsx';
import { RailWarning } from './RailWarning.tsx';
import { useRailCounts } from './useRailCounts.ts';

type Section = 'today' | 'clients' | 'tenders' | 'proposals' | 'library' | 'analysis' | 'settings';
type Icon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>;

const sections: readonly { readonly key: Exclude<Section, 'settings'>; readonly Icon: Icon }[] = [
  { key: 'today', Icon: IconSun },
  { key: 'clients', Icon: IconBuilding },
  { key: 'tenders', Icon: IconGavel },
  { key: 'proposals', Icon: IconFileText },
  { key: 'library', Icon: IconBooks },
  { key: 'analysis', Icon: IconChartBar },
];

function placeOf(key: Exclude<Section, 'settings'>): Place {
  if (key === 'library') return { at: key, tab: 'blocks', id: null };
  return key === 'analysis' ? { at: key, view: 'sales' } : { at: key };
}

const sectionOf: Readonly<Record<Place['at'], Section>> = {
  today: 'today',
  clients: 'clients',
  dossier: 'clients',
  meeting: 'clients',
  tenders: 'tenders',
  tender: 'tenders',
  proposals: 'proposals',
  newProposal: 'proposals',
  proposal: 'proposals',
  library: 'library',
  analysis: 'analysis',
  settings: 'settings',
};

/** The left rail: sections with their counts, what was open lately, settings and the lock. */
export function Rail({
  vault,
  lastSavesMissing,
}: {
  readonly vault: VaultSummary;
  readonly lastSavesMissing: number;
}) {
  const { t } = useTranslation('common');
  const place = usePlace();
  const { folded, canToggle } = useRail(place.at);
  const counts = useRailCounts();
  const words = useFieldWords();
  const said = (count: number | undefined) => (count === undefined ? undefined : words.number(count));
  const here = sectionOf[place.at];
  return (
    <div className={classes.rail} data-folded={folded ? true : undefined} data-rail>
      <div className={classes.brand}>
        <span className={classes.mark}>
          <Mark size={22} />
        </span>
        {folded ? null : <span className={classes.name}>{t('appName')}</span>}
        {folded || !canToggle ? null : (
          <ActionIcon
            aria-label={t('rail.fold')}
            className={classes.fold}
            onClick={toggleRail}
            title={t('rail.fold')}
          >
            <IconLayoutSidebarLeftCollapse size={17} stroke={1.5} />
          </ActionIcon>
        )}
      </div>
      <nav aria-label={t('rail.label')} className={classes.nav}>
        {sections.map(({ key, Icon }) => (
          <RailItem
            count={key === 'library' || key === 'analysis' ? undefined : said(counts[key])}
            current={here === key}
            folded={folded}
            icon={<Icon aria-hidden size={18} stroke={1.5} />}
            key={key}
            label={t(`places.${key}`)}
            onPress={() => goTo(placeOf(key))}
          />
        ))}
        {folded ? null : <RailRecent />}
      </nav>
      <div className={classes.foot}>
        {lastSavesMissing > 0 ? (
          <RailWarning
            folded={folded}
            text={t('savesMissing.text')}
            title={t('savesMissing.title', { count: lastSavesMissing })}
          />
        ) : null}
        {counts.isDiskShort ? (
          <RailWarning folded={folded} text={t('diskShort.text')} title={t('diskShort.title')} />
        ) : null}
        {vault.kind === 'example' ? (
          <p className={classes.example} title={t('rail.example')}>
            {t(folded ? 'rail.exampleShort' : 'rail.example')}
          </p>
        ) : null}
        {folded && canToggle ? (
          <RailItem
            folded
            icon={<IconLayoutSidebarLeftExpand aria-hidden size={18} stroke={1.5} />}
            label={t('rail.unfold')}
            onPress={toggleRail}
          />
        ) : null}
        <RailItem
          current={here === 'settings'}
          folded={folded}
          icon={<IconSettings aria-hidden size={18} stroke={1.5} />}
          label={t('places.settings')}
          onPress={() => goTo({ at: 'settings', page: 'company' })}
        />
        <RailItem
          folded={folded}
          hint="Ctrl+Shift+L"
          icon={<IconLock aria-hidden size={18} stroke={1.5} />}
          label={t('rail.lock')}
          onPress={() => void lockVault()}
        />
      </div>
    </div>
  );
}

function RailItem({
  icon,
  label,
  count,
  current = false,
  folded,
  hint,
  onPress,
}: {
  readonly icon: ReactNode;
  readonly label: string;
  readonly count?: string | undefined;
  readonly current?: boolean;
  readonly folded: boolean;
  readonly hint?: string;
  readonly onPress: () => void;
}) {
  const button = (
    <button
      aria-current={current ? 'page' : undefined}
      aria-label={folded ? label : undefined}
      className={classes.item}
      onClick={onPress}
      title={folded ? undefined : hint}
      type="button"
    >
      {icon}
      {folded ? null : <span className={classes.label}>{label}</span>}
      {folded || count === undefined ? null : <span className={classes.count}>{count}</span>}
    </button>
  );
  return folded ? (
    <Tooltip label={hint === undefined ? label : `${label} · ${hint}`} position="right">
      {button}
    </Tooltip>
  ) : (
    button
  );
}
