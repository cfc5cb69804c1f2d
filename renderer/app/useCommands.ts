import { useEffect } from 'react';
import type { WindowEventData } from '../../shared/ipc/events.ts';
import { onWindowEvent } from './call.ts';
import { commandOfKey } from './commandOfKey.ts';
import type { Command } from './commandOfKey.ts';
import { lockVault } from './lock.ts';
import { isPageCovered } from './pageCover.ts';
import { openPalette } from './palette.ts';
import { goBack, goTo } from './place.ts';
import { toggleShowMode } from './showMode.ts';

function run(command: Command): void {
  switch (command) {
    case 'lock':
      void lockVault();
      return;
    case 'showMode':
      toggleShowMode();
      return;
    default:
      if (!isPageCovered()) go(command);
  }
}

function go(command: Exclude<Command, 'lock' | 'showMode'>): void {
  switch (command) {
    case 'search':
      openPalette();
      return;
    case 'settings':
      goTo({ at: 'settings', page: 'company' });
      return;
    case 'back':
      goBack();
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
