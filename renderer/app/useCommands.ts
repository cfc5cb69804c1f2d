import { useEffect } from 'react';
import type { WindowEventData } from '../../shared/ipc/events.ts';
import { onWindowEvent } from './call.ts';
import { lockVault } from './lock.ts';
import { openPalette } from './palette.ts';
import { goBack, goTo } from './place.ts';
import type { Place } from './place.ts';
import { toggleShowMode } from './showMode.ts';

const placesByDigit: Readonly<Record<string, Place>> = {
  Digit1: { at: 'today' },
  Digit2: { at: 'clients' },
  Digit3: { at: 'tenders' },
  Digit4: { at: 'proposals' },
};

/** What a key press asks for; null = nothing of the window's own. By physical key: the layout may be Russian. */
export function commandOfKey(event: {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}): 'lock' | 'search' | 'settings' | 'back' | 'showMode' | Place | null {
  const { code, shiftKey, altKey } = event;
  const ctrl = event.ctrlKey || event.metaKey;
  if (code === 'F8' && !ctrl && !altKey) return 'showMode';
  if (altKey && !ctrl && !shiftKey && code === 'ArrowLeft') return 'back';
  if (!ctrl || altKey) return null;
  if (shiftKey) return code === 'KeyL' ? 'lock' : null;
  if (code === 'KeyK') return 'search';
  if (code === 'Comma') return 'settings';
  return placesByDigit[code] ?? null;
}

function run(command: NonNullable<ReturnType<typeof commandOfKey>>): void {
  switch (command) {
    case 'lock':
      void lockVault();
      return;
    case 'search':
      openPalette();
      return;
    case 'settings':
      goTo({ at: 'settings', page: 'company' });
      return;
    case 'back':
      goBack();
      return;
    case 'showMode':
      toggleShowMode();
      return;
    default:
      goTo(command);
  }
}

/** The commands of the menu that are not the editor's: it listens to undo and redo itself. */
function runMenu({ command }: WindowEventData<'menu.command'>): void {
  if (command !== 'undo' && command !== 'redo') run(command);
}

/** Listens to the keyboard, the menu and the shell while a vault is open. */
export function useCommands(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat) return;
      const command = commandOfKey(event);
      if (command === null) return;
      event.preventDefault();
      run(command);
    };
    window.addEventListener('keydown', onKey);
    const stopMenu = onWindowEvent('menu.command', runMenu);
    const stopLocking = onWindowEvent('vault.locking', () => void lockVault());
    return () => {
      window.removeEventListener('keydown', onKey);
      stopMenu();
      stopLocking();
    };
  }, []);
}
