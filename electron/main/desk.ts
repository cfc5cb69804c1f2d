import { app, type BrowserWindow, type Session } from 'electron';
import type { WindowEvent, WindowEventData } from '../../shared/ipc/events.ts';
import { log } from './log.ts';
import { setMenu } from './menu.ts';
import { endPrinting } from './printPages.ts';
import { vaultProcess } from './vaultProcess.ts';
import type { VaultProcess } from './vaultProcess.ts';
import { openWindow, rememberBounds } from './window.ts';

/** The one window, the vault process behind it, and whether a vault is open there. */
export type Desk = {
  window(): BrowserWindow | null;
  vault(): VaultProcess;
  /** Told by the relay when the vault has answered that it opened. */
  noteOpened(): void;
  isOpen(): boolean;
  /** Whether a vault was opened at all since the program started. */
  wasOpened(): boolean;
  /** Whether the vault is being closed already, for a lock by itself or the end; else `shell.lock` is the user's wish. */
  isStopping(): boolean;
  send<Name extends WindowEvent>(name: Name, data: WindowEventData<Name>): void;
  /** Locks: saving, then the end of vault process and window, then a new lock window. */
  lock(): Promise<void>;
  /** The same, asked by a window that has saved already; also its answer to `vault.locking`. */
  lockFlushed(): Promise<void>;
  /** The same without a new window, for quitting. */
  shutDown(): Promise<void>;
};

// The window has this long to save what is being typed.
const longestFlushMs = 3000;

/** Opens the desk: the window, and a vault process that has not started yet. */
export function openDesk(session: Session): Desk {
  let window: BrowserWindow | null = null;
  let vault = vaultProcess();
  let open = false;
  let opened = false;
  let ending = false;
  let locking: Promise<void> | null = null;
  let flushed: (() => void) | null = null;
  let crashesInARow = 0;

  const send: Desk['send'] = (name, data) => {
    if (window !== null && !window.isDestroyed()) window.webContents.send('kamerton:event', name, data);
  };

  app.on('accessibility-support-changed', (_event, on) => send('assistance.changed', { on }));

  /** A vault process that ends by itself is replaced, and the window is told. */
  const watch = async (watched: VaultProcess): Promise<void> => {
    watched.onProgress((progress) => send('job.progress', progress));
    if ((await watched.ended) === 'asked' || ending) return;
    log('vault.ended', { open });
    open = false;
    crashesInARow += 1;
    // A process that cannot start at all must not be started for ever.
    if (crashesInARow > 5) return;
    vault = vaultProcess();
    void watch(vault);
    send('vault.ended', {});
  };

  const showWindow = (): void => {
    const shown = openWindow(session);
    window = shown;
    shown.on('closed', () => {
      if (window === shown) window = null;
    });
    shown.webContents.on('did-finish-load', () =>
      send('assistance.changed', { on: app.accessibilitySupportEnabled }),
    );
    // Its keys are of use only on a page that has loaded, and building it holds the page up.
    shown.webContents.once('did-finish-load', () => setMenu((command) => send('menu.command', { command })));
  };

  const flush = async (): Promise<void> => {
    if (!open || window === null || window.isDestroyed()) return;
    const answered = new Promise<void>((resolve) => {
      flushed = resolve;
    });
    send('vault.locking', {});
    await Promise.race([answered, new Promise((resolve) => setTimeout(resolve, longestFlushMs))]);
    flushed = null;
  };

  const stop = async (saving: Promise<void>): Promise<void> => {
    await saving;
    open = false;
    endPrinting();
    // Hidden at once: closing a changed vault takes its time, and nobody should read on meanwhile.
    const closing = window;
    if (closing !== null && !closing.isDestroyed()) {
      rememberBounds(closing);
      closing.hide();
    }
    await vault.end();
    if (closing !== null && !closing.isDestroyed()) closing.destroy();
  };

  const lock = (saving: () => Promise<void>): Promise<void> => {
    if (!open && locking === null) return Promise.resolve();
    locking ??= stop(saving()).then(() => {
      locking = null;
      if (ending) return;
      vault = vaultProcess();
      void watch(vault);
      showWindow();
    });
    return locking;
  };

  void watch(vault);
  showWindow();

  return {
    window: () => window,
    vault: () => vault,
    noteOpened() {
      open = true;
      opened = true;
      crashesInARow = 0;
    },
    isOpen: () => open,
    wasOpened: () => opened,
    isStopping: () => ending || locking !== null,
    send,
    lock: () => lock(flush),
    lockFlushed() {
      flushed?.();
      return lock(() => Promise.resolve());
    },
    async shutDown() {
      ending = true;
      await (locking ?? stop(flush()));
    },
  };
}
