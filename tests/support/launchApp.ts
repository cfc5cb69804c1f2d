import { _electron, type ConsoleMessage, type ElectronApplication, type Page } from '@playwright/test';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { displayOfThisWorker } from './displays.ts';

/** The project folder. */
export const projectFolder = join(import.meta.dirname, '..', '..');

const Runtime = z.object({ program: z.string(), version: z.string(), official: z.boolean() });

/** Which Electron the set-up chose (electron/run/electronProgram.mjs wrote it down). */
export function chosenElectron(): z.infer<typeof Runtime> {
  const file = join(projectFolder, 'node_modules', '.cache', 'kamerton', 'runtime.json');
  if (!existsSync(file)) throw new Error('No Electron is set up: run node electron/run/prepare.mjs first');
  return Runtime.parse(JSON.parse(readFileSync(file, 'utf8')));
}

export type LaunchedApp = {
  readonly app: ElectronApplication;
  /** Holds everything this run of the app wrote; removed by `close` unless it was given to `launchApp`. */
  readonly userDataDir: string;
  /** The window shown now. Locking replaces the window, so ask again afterwards. */
  window(): Promise<Page>;
  /** Errors on the console, uncaught exceptions and policy violations of every window so far. */
  problems(): readonly string[];
  close(): Promise<void>;
};

export type LaunchOptions = {
  /** Start again on what an earlier run left; a fresh temporary folder where absent. */
  readonly userDataDir?: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** Starts the built app in the real Electron, with a profile of its own. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const userDataDir = options.userDataDir ?? mkdtempSync(join(tmpdir(), 'kamerton-e2e-'));
  const electron = chosenElectron();
  const app = await _electron.launch({
    // The official Electron is found by Playwright itself, which then also holds the app until it listens.
    ...(electron.official ? {} : { executablePath: electron.program }),
    args: [`--user-data-dir=${userDataDir}`, projectFolder, ...(options.args ?? [])],
    env: { ...definedEnv(), ...ownDisplay(), ...options.env },
    cwd: projectFolder,
  });
  // The driver's keys do not pass through the system: to it nobody is there, and after five minutes the app would lock.
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.getSystemIdleTime = () => 0;
  });
  const problems: string[] = [];
  const watched = new WeakSet<Page>();
  const watch = (page: Page): void => {
    if (watched.has(page)) return;
    watched.add(page);
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error') problems.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  };
  app.on('window', watch);
  for (const page of app.windows()) watch(page);

  return {
    app,
    userDataDir,
    window: async () => {
      const open = app.windows().filter((page) => !page.isClosed());
      const page = open.at(-1) ?? (await app.waitForEvent('window'));
      watch(page);
      // Asked of the page itself: the event may have passed before this process listened to it.
      await page.waitForFunction(() => document.readyState === 'complete');
      return page;
    },
    problems: () => problems,
    close: async () => {
      await app.close();
      if (options.userDataDir === undefined) rmSync(userDataDir, { recursive: true, force: true });
    },
  };
}

function ownDisplay(): Record<string, string> {
  const display = displayOfThisWorker();
  return display === undefined ? {} : { DISPLAY: display };
}

/** Playwright wants an environment without undefined values. */
function definedEnv(): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  return env;
}

/** Answers the next native save dialogs as if the user had chosen `path`; `null` is a press on Cancel. */
export async function chooseSavePath(app: ElectronApplication, path: string | null): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    const answer = async (): Promise<Electron.SaveDialogReturnValue> => ({
      canceled: chosen === null,
      filePath: chosen ?? '',
    });
    dialog.showSaveDialog = answer;
  }, path);
}

/** Answers the next native open dialogs with `paths`; an empty list is a press on Cancel. */
export async function chooseOpenPaths(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(
    ({ dialog }, chosen) => {
      const answer = async (): Promise<Electron.OpenDialogReturnValue> => ({
        canceled: chosen.length === 0,
        filePaths: chosen,
      });
      dialog.showOpenDialog = answer;
    },
    [...paths],
  );
}

/** Answers the next native message boxes with the button at `index`. */
export async function pressInMessageBox(app: ElectronApplication, index: number): Promise<void> {
  await app.evaluate(({ dialog }, response) => {
    const answer = async (): Promise<Electron.MessageBoxReturnValue> => ({
      response,
      checkboxChecked: false,
    });
    dialog.showMessageBox = answer;
  }, index);
}

/** Gives the window's page an exact size in CSS pixels. */
export async function setWindowSize(app: ElectronApplication, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      for (const window of BrowserWindow.getAllWindows()) window.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  // The window's size comes to its page a moment later.
  for (const page of app.windows())
    await page.waitForFunction((px) => Math.abs(innerWidth * devicePixelRatio - px) < 2, width);
}

/** Words of buttons that do not fit into them. */
function cutWords(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, button *')].flatMap((part) => {
      const { overflowX, textOverflow } = getComputedStyle(part);
      const cut = overflowX !== 'visible' && part.scrollWidth > part.clientWidth + 1;
      // An ellipsis was meant, a name of any length; a width of one is words for a screen reader.
      return cut && part.clientWidth > 1 && textOverflow !== 'ellipsis' ? [part.textContent ?? ''] : [];
    }),
  );
}

/** Keeps a picture of the page as `out/screenshots/<name>.png`, on which no button's words are cut; returns its path. */
export async function takeScreenshot(page: Page, name: string): Promise<string> {
  const cut = await cutWords(page);
  if (cut.length > 0) throw new Error(`${name} cuts the words of buttons: ${cut.join(' | ')}`);
  const folder = join(projectFolder, 'out', 'screenshots');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  return path;
}
