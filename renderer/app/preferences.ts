import { useMantineColorScheme } from '@mantine/core';
import type { MantineColorScheme, MantineColorSchemeManager } from '@mantine/core';
import { useEffect } from 'react';
import { create } from 'zustand';
import type { OutputOf } from '../../shared/ipc/contract.ts';
import type { Preferences } from '../../shared/ipc/preferences.ts';
import { call, onWindowEvent } from './call.ts';
import { changeLanguage, currentLanguage } from './i18n.ts';

type ShellFacts = OutputOf<'shell.preferences'>;

const useFacts = create<{ readonly facts: ShellFacts | null }>(() => ({ facts: null }));

/** Settings of this computer and facts of the program; null until the shell has answered. */
export function useShellFacts(): ShellFacts | null {
  return useFacts((state) => state.facts);
}

async function readFacts(): Promise<void> {
  useFacts.setState({ facts: await call('shell.preferences', {}) });
}

/** Changes settings of this computer: at once in this window, then in the shell. Throws {@link DeskError}. */
export async function changePreferences(change: Partial<Preferences>): Promise<void> {
  const { facts } = useFacts.getState();
  if (facts === null) return;
  const preferences = { ...facts.preferences, ...change };
  useFacts.setState({ facts: { ...facts, preferences } });
  try {
    await call('shell.savePreferences', { preferences });
  } catch (thrown) {
    useFacts.setState({ facts });
    throw thrown;
  }
}

const schemes: Record<Preferences['appearance'], MantineColorScheme> = {
  system: 'auto',
  light: 'light',
  dark: 'dark',
};

/** The scheme is the shell's to keep; before it answers, what it wrote into `<html>` stands. */
export const schemeManager: MantineColorSchemeManager = {
  get: () => (document.documentElement.dataset['mantineColorScheme'] === 'dark' ? 'dark' : 'light'),
  set: () => undefined,
  subscribe: () => undefined,
  unsubscribe: () => undefined,
  clear: () => undefined,
};

/** Keeps language and colours as the shell remembers them. Reads after the first paint: that one is right already. */
export function usePreferencesKept(): void {
  const facts = useShellFacts();
  const { setColorScheme } = useMantineColorScheme();
  useEffect(() => {
    // A failure leaves the window as the shell served it; the next event asks again.
    const read = () => void readFacts().catch(() => undefined);
    read();
    return onWindowEvent('preferences.changed', read);
  }, []);
  useEffect(() => {
    if (facts === null) return;
    setColorScheme(schemes[facts.preferences.appearance]);
    const language = facts.preferences.language ?? facts.systemLanguage;
    if (language !== currentLanguage()) changeLanguage(language);
  }, [facts, setColorScheme]);
}
