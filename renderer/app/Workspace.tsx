import './styles/workspaceKit.css';
import { createTheme, MantineThemeProvider, Notification } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Palette } from '../features/search/Palette.tsx';
import { CrashBoundary } from './CrashBoundary.tsx';
import { queryClient } from './desk.ts';
import { Dialogs } from './Dialogs.tsx';
import { addTexts } from './i18n.ts';
import { Pages } from './Pages.tsx';
import { goTo, placeKey, resetPlaces, usePlace } from './place.ts';
import { useGivingBackMemory } from './giveBackMemory.ts';
import { useOwnTerms } from './ownTerms.ts';
import { Rail } from './Rail.tsx';
import type { Session } from './session.ts';
import { texts } from './texts/index.ts';
import { useCommands } from './useCommands.ts';
import { useSecondPresses } from './useSecondPresses.ts';
import { useVeiledDialogs } from './useVeiledDialogs.ts';
import classes from './Workspace.module.css';

addTexts(texts);

/** Everything behind the lock: rail, page, palette, dialogs, notifications. */
export function Workspace({ session }: { readonly session: Extract<Session, { phase: 'open' }> }) {
  useCommands();
  useVeiledDialogs();
  useGivingBackMemory();
  // What the window remembered of a vault goes with it.
  useEffect(
    () => () => {
      queryClient.clear();
      resetPlaces();
    },
    [],
  );
  return (
    <QueryClientProvider client={queryClient}>
      <Notices />
      <Frame session={session} />
      <Palette />
      <Dialogs />
    </QueryClientProvider>
  );
}

/** Notifications; the cross that closes one says so in the interface's language. */
function Notices() {
  const { t } = useTranslation('common');
  const close = t('close');
  const theme = useMemo(
    () =>
      createTheme({
        components: {
          Notification: Notification.extend({ defaultProps: { closeButtonProps: { 'aria-label': close } } }),
        },
      }),
    [close],
  );
  return (
    <MantineThemeProvider theme={theme}>
      <Notifications
        limit={4}
        pauseResetOnHover="notification"
        position="bottom-left"
        transitionDuration={140}
        zIndex={400}
      />
    </MantineThemeProvider>
  );
}

function Frame({ session }: { readonly session: Extract<Session, { phase: 'open' }> }) {
  const { t } = useTranslation('common');
  const place = usePlace();
  useOwnTerms();
  useSecondPresses();
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content">
        {t('skipToContent')}
      </a>
      <Rail lastSavesMissing={session.lastSavesMissing} vault={session.vault} />
      <main className={classes.main} id="content" tabIndex={-1}>
        <CrashBoundary key={placeKey(place)} onLeave={() => goTo({ at: 'today' })}>
          <Pages place={place} />
        </CrashBoundary>
      </main>
    </div>
  );
}
