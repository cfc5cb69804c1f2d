import {
  IconArrowRight,
  IconBolt,
  IconBuildingPlus,
  IconChecklist,
  IconEye,
  IconFileTypeDocx,
  IconHistory,
  IconLanguage,
  IconLock,
  IconMoon,
  IconSettings,
  IconSun,
  IconTableImport,
} from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { TodayRow } from '../../../shared/domain/accountView.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { AccountId } from '../../../shared/domain/ids.ts';
import { notifyError, useDesk } from '../../app/desk.ts';
import { openDialog } from '../../app/dialogs.ts';
import { useFieldWords } from '../../app/fieldWords.ts';
import { currentLanguage } from '../../app/i18n.ts';
import { lockVault } from '../../app/lock.ts';
import { goTo, settingsPages } from '../../app/place.ts';
import type { Place } from '../../app/place.ts';
import { finishPlanTask } from '../../app/planTask.ts';
import { changePreferences } from '../../app/preferences.ts';
import { useShowMode } from '../../app/showMode.ts';
import { useProposalSession } from '../../editor/session.ts';
import { openVersions } from '../../editor/versionsRequest.ts';
import { askForWordFile } from '../../editor/word/wordRequest.ts';

/** One thing the palette can do. */
export type PaletteAction = {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly keys?: string;
  /** Stands whatever is typed: it was made of what is typed. */
  readonly always?: boolean;
  readonly run: () => void;
};

const places = [
  { at: 'today' },
  { at: 'clients' },
  { at: 'tenders' },
  { at: 'proposals' },
  { at: 'library', tab: 'blocks', id: null },
  { at: 'analysis', view: 'sales' },
] as const satisfies readonly Place[];
const nothingDue: readonly TodayRow[] = [];
const iconProps = { size: 17, stroke: 1.5, 'aria-hidden': true } as const;

/**
 * Everything the palette can do beside finding: write a line down, go somewhere, lock, change how the window looks.
 * `line` is what is typed where it reads like an event of the client `here`, otherwise empty.
 */
export function usePaletteActions(here: AccountId | null, line: string): readonly PaletteAction[] {
  const { t } = useTranslation(['search', 'common', 'settings', 'tables']);
  const showMode = useShowMode();
  const { today } = useFieldWords();
  const due = useDesk('today.list', { today }).data?.rows ?? nothingDue;
  const writing = useProposalSession(
    ({ editor, proposal }) => editor !== null && proposal?.status === 'draft',
  );
  const reading = useProposalSession(({ proposal }) => proposal !== null);
  // Most keys change none of them, and each has a text to be looked up.
  return useMemo(
    () => actionsOf({ t, here, line, showMode, due, today, writing, reading }),
    [t, here, line, showMode, due, today, writing, reading],
  );
}

const keep = (change: Parameters<typeof changePreferences>[0]): void =>
  void changePreferences(change).catch(notifyError);

function actionsOf({
  t,
  here,
  line,
  showMode,
  due,
  today,
  writing,
  reading,
}: {
  readonly t: TFunction<['search', 'common', 'settings', 'tables']>;
  readonly here: AccountId | null;
  readonly line: string;
  readonly showMode: ReturnType<typeof useShowMode>;
  readonly due: readonly TodayRow[];
  readonly today: CalendarDate;
  /** A draft is open in the editor. */
  readonly writing: boolean;
  /** A proposal is open, draft or not. */
  readonly reading: boolean;
}): readonly PaletteAction[] {
  const quickEntry: PaletteAction = {
    id: 'quickEntry',
    label: line === '' ? t('search:quickEntry') : t('search:quickEntryOf', { line }),
    icon: <IconBolt {...iconProps} />,
    always: line !== '',
    run: () => openDialog({ kind: 'quickEntry', accountId: here, text: line }),
  };
  return [
    // Nothing is written down while the screen is turned to the client.
    ...(line === '' || showMode.on ? [] : [quickEntry]),
    ...places.map((place, index) => ({
      id: `place ${place.at}`,
      label: t('search:go', { place: t(`common:places.${place.at}`) }),
      icon: <IconArrowRight {...iconProps} />,
      keys: `Ctrl ${index + 1}`,
      run: () => goTo(place),
    })),
    {
      id: 'newClient',
      label: t('search:newClient'),
      icon: <IconBuildingPlus {...iconProps} />,
      run: () => openDialog({ kind: 'newClient' }),
    },
    ...(showMode.on
      ? []
      : [
          {
            id: 'importTable',
            label: t('tables:palette'),
            icon: <IconTableImport {...iconProps} />,
            run: () => openDialog({ kind: 'importTable', account: null }),
          },
        ]),
    ...(line === '' && !showMode.on ? [quickEntry] : []),
    ...(writing
      ? [
          {
            id: 'insertWord',
            label: t('search:insertWord'),
            icon: <IconFileTypeDocx {...iconProps} />,
            run: askForWordFile,
          },
        ]
      : []),
    ...(reading && !showMode.on
      ? [
          {
            id: 'versions',
            label: t('search:versions'),
            icon: <IconHistory {...iconProps} />,
            run: openVersions,
          },
        ]
      : []),
    {
      id: 'showMode',
      label: t(showMode.on ? 'search:showModeOff' : 'search:showModeOn'),
      icon: <IconEye {...iconProps} />,
      keys: 'F8',
      run: showMode.toggle,
    },
    {
      id: 'lock',
      label: t('search:lock'),
      icon: <IconLock {...iconProps} />,
      keys: 'Ctrl Shift L',
      run: () => void lockVault(),
    },
    {
      id: 'light',
      label: t('search:light'),
      icon: <IconSun {...iconProps} />,
      run: () => keep({ appearance: 'light' }),
    },
    {
      id: 'dark',
      label: t('search:dark'),
      icon: <IconMoon {...iconProps} />,
      run: () => keep({ appearance: 'dark' }),
    },
    {
      id: 'language',
      label: t('search:language'),
      icon: <IconLanguage {...iconProps} />,
      run: () => keep({ language: currentLanguage() === 'ru' ? 'en' : 'ru' }),
    },
    // Tasks of plans, of all clients: never while the screen is turned to one of them.
    ...(showMode.on ? [] : due)
      .filter(({ kind }) => kind === 'planTask')
      .map(({ accountId, accountName, subject, sourceId }) => ({
        id: `planTask ${sourceId}`,
        label: t('search:taskDone', { task: subject, client: accountName }),
        icon: <IconChecklist {...iconProps} />,
        run: () => void finishPlanTask({ accountId, taskId: sourceId }, today).catch(notifyError),
      })),
    ...settingsPages.map((page) => ({
      id: `settings ${page}`,
      label: t('search:settings', { page: t(`settings:pages.${page}`) }),
      icon: <IconSettings {...iconProps} />,
      run: () => goTo({ at: 'settings', page }),
    })),
  ];
}
