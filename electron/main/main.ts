import { app, session } from 'electron';
import { startAutoLock } from './autoLock.ts';
import { openDesk } from './desk.ts';
import { guardSession } from './guards.ts';
import { log } from './log.ts';
import { checksItself, settlePlaces } from './places.ts';
import { applyAppearance } from './preferences.ts';
import { registerScheme, serveWindow } from './protocol.ts';
import { startRelay } from './relay.ts';

const startedMs = performance.now();

// --- before Electron is ready, in this order ---
settlePlaces();
// As root on Linux Chromium has no sandbox at all and only starts with this switch (containers, tests).
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
const first = app.requestSingleInstanceLock();
// No word of ours leaves this computer, and Chromium has nothing to fetch for us.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
app.commandLine.appendSwitch('disable-http-cache');
app.commandLine.appendSwitch('disable-background-networking');
// There is no network here to keep apart: a process of its own would only cost memory and time.
app.commandLine.appendSwitch('enable-features', 'NetworkServiceInProcess2');
registerScheme();

if (first || checksItself()) {
  void app.whenReady().then(() => (checksItself() ? check() : start()));
} else {
  // Its arguments are of no interest: the running program shows itself.
  app.exit(0);
}

async function check(): Promise<void> {
  // Loaded by those who ask for it: every other start goes without.
  const { selfCheck } = await import('./selfCheck.ts');
  app.exit((await selfCheck(first)) ? 0 : 1);
}

function start(): void {
  applyAppearance();
  // No `persist:`: the session lives in memory, so nothing shown is cached on the disk.
  const windowSession = session.fromPartition('vault');
  guardSession(windowSession);
  serveWindow(windowSession);
  const desk = openDesk(windowSession);
  startRelay(desk, () => {
    bench('interactive');
    // The first field can be used: now nothing waits for the processor but this.
    desk.vault().start();
  });
  desk.window()?.webContents.once('did-finish-load', () => {
    bench('did-finish-load');
    // Nothing is open before the first screen is there; talking to the system's power service can wait for it.
    startAutoLock(desk);
  });
  log('app.started', {
    version: app.getVersion(),
    electron: process.versions['electron'] ?? '',
  });

  app.on('second-instance', () => {
    const window = desk.window();
    if (window?.isMinimized() === true) window.restore();
    window?.show();
    window?.focus();
  });

  let phase: 'running' | 'stopping' | 'stopped' = 'running';
  app.on('before-quit', (event) => {
    if (phase === 'stopped') return;
    event.preventDefault();
    if (phase === 'stopping') return;
    phase = 'stopping';
    // Saving, closing the vault, its process, the window: the reverse of the start.
    void desk.shutDown().finally(() => {
      phase = 'stopped';
      app.quit();
    });
  });
  const quitWithWindow = (window: Electron.BrowserWindow): void => {
    window.on('close', (event) => {
      if (phase === 'stopped') return;
      event.preventDefault();
      app.quit();
    });
  };
  app.on('browser-window-created', (_event, window) => quitWithWindow(window));
  const window = desk.window();
  if (window !== null) quitWithWindow(window);
  // Between a lock and the new window there is none; quitting is decided above.
  app.on('window-all-closed', () => undefined);
}

/** Marks for the start-up benchmark, which alone sets this variable. */
function bench(mark: string): void {
  if (process.env['BENCH_USER_DATA'] === undefined) return;
  process.stdout.write(`BENCH ${mark} ${Math.round(performance.now() - startedMs)}\n`);
}
