import { MantineProvider } from '@mantine/core';
import { lazy, Suspense, useEffect } from 'react';
import { VaultScreens } from '../features/vault/VaultScreens.tsx';
import { CrashBoundary } from './CrashBoundary.tsx';
import { schemeManager, usePreferencesKept } from './preferences.ts';
import { useSession } from './session.ts';
import { kitVariables, theme } from './theme.ts';

// The lock screen is all that is parsed at start; the rest comes while the password is being typed.
const bringWorkspace = () => import('./Workspace.tsx');
const Workspace = lazy(async () => ({ default: (await bringWorkspace()).Workspace }));

function Screens() {
  usePreferencesKept();
  const session = useSession();
  const { phase } = session;
  useEffect(() => {
    if (phase === 'starting') return;
    window.kamerton.ready();
    const idle = requestIdleCallback(() => void bringWorkspace().catch(() => undefined), { timeout: 1500 });
    return () => cancelIdleCallback(idle);
  }, [phase]);
  switch (session.phase) {
    case 'starting':
      return null;
    case 'closed':
      return <VaultScreens session={session} />;
    case 'open':
      return (
        <Suspense fallback={null}>
          <Workspace key={session.vault.id} session={session} />
        </Suspense>
      );
  }
}

/** The whole window. */
export function App({ nonce }: { readonly nonce: string }) {
  return (
    <MantineProvider
      colorSchemeManager={schemeManager}
      cssVariablesResolver={kitVariables}
      defaultColorScheme="light"
      getStyleNonce={() => nonce}
      theme={theme}
    >
      <CrashBoundary>
        <Screens />
      </CrashBoundary>
    </MantineProvider>
  );
}
