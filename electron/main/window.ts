import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { Session, WebPreferences } from 'electron';
import { join } from 'node:path';
import { fieldOf } from './fieldOf.ts';
import { guardContents } from './guards.ts';
import { builtDir, resourcesDir } from './places.ts';
import { windowUrl } from './protocol.ts';
import { readStored, writeStored } from './storedJson.ts';
import { words } from './words.ts';

const smallest = { width: 1180, height: 720 };
const usual = { width: 1280, height: 800 };
const fileName = 'window.json';
// --k-bg of the window's own colours: the frame before the first paint does not flash.
const background = { light: '#fcfbf9', dark: '#1a1d22' };

type Bounds = { width: number; height: number; x?: number; y?: number; maximized: boolean };

function wholeNumber(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}

/** Size and place of the last time, if they still lie on a screen. */
function rememberedBounds(): Bounds {
  const stored = readStored(fileName);
  const width = Math.max(smallest.width, wholeNumber(fieldOf(stored, 'width')) ?? usual.width);
  const height = Math.max(smallest.height, wholeNumber(fieldOf(stored, 'height')) ?? usual.height);
  const maximized = fieldOf(stored, 'maximized') === true;
  const x = wholeNumber(fieldOf(stored, 'x'));
  const y = wholeNumber(fieldOf(stored, 'y'));
  if (x === undefined || y === undefined) return { width, height, maximized };
  const area = screen.getDisplayMatching({ x, y, width, height }).workArea;
  const visible =
    x < area.x + area.width - 100 &&
    x + width > area.x + 100 &&
    y >= area.y &&
    y < area.y + area.height - 100;
  return visible ? { width, height, x, y, maximized } : { width, height, maximized };
}

/** Keeps size and place for the next window. */
export function rememberBounds(window: BrowserWindow): void {
  try {
    writeStored(fileName, { ...window.getNormalBounds(), maximized: window.isMaximized() });
  } catch {
    // Next time the usual size.
  }
}

/** What every page of ours may do in its process: draw, and speak through the preload. */
export function webPreferencesOf(session: Session): WebPreferences {
  return {
    preload: join(builtDir(), 'preload', 'index.cjs'),
    session,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    plugins: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    webgl: false,
    disableDialogs: true,
    safeDialogs: true,
    devTools: !app.isPackaged,
  };
}

/** Opens the one window; it is shown when its first frame is ready. */
export function openWindow(session: Session): BrowserWindow {
  const { maximized, ...bounds } = rememberedBounds();
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: words().title,
    autoHideMenuBar: true,
    // Windows and macOS take the program's own; on Linux the window brings it.
    ...(process.platform === 'linux' ? { icon: join(resourcesDir(), 'icons', 'window.png') } : {}),
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: webPreferencesOf(session),
  });
  guardContents(window.webContents);
  // Neither screen shots nor screen sharing where the system can help it; a development run needs its pictures.
  if (app.isPackaged) window.setContentProtection(true);
  window.setMenuBarVisibility(false);
  // The title never names what is open.
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on('close', () => rememberBounds(window));
  void window.loadURL(windowUrl);
  return window;
}
