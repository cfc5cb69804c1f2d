import type { Page } from '@playwright/test';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import type {} from '../../shared/ipc/windowApi.ts';
import { launchApp, setWindowSize, type LaunchedApp } from '../support/launchApp.ts';
import { testPassword } from '../support/testVault.ts';
import { dossierCorpus, typedQueries } from './dossierCorpus.ts';
import { dossierProfile } from './dossierVault.ts';
import { memoryOfTree, mib, ms, quantile } from './measure.ts';

// What is seen in the real window, on a vault as large as it gets.

const frame = 1000 / 60;
const unlimited = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];
const keyPause = 220;
const settleMs = 2500;

/** The app on a vault of the corpus, with its clients on the screen; also how long that took from the password on. */
async function openClients(
  profile: string,
  args: readonly string[],
): Promise<{ kamerton: LaunchedApp; page: Page; openMs: number }> {
  const kamerton = await launchApp({ userDataDir: profile, args });
  const page = await kamerton.window();
  await setWindowSize(kamerton.app, 1280, 800);
  await page.locator('input[type="password"]').fill(testPassword);
  const from = performance.now();
  await page.keyboard.press('Enter');
  await page
    .getByRole('navigation')
    .first()
    .getByRole('button', { name: /Клиенты|Clients/ })
    .click();
  await page.locator('[role="row"][id^="client-"]').first().waitFor({ timeout: 120_000 });
  return { kamerton, page, openMs: performance.now() - from };
}

/**
 * From a key to the end of the frame that shows the last of what it changed in `list`; keys that change nothing there
 * are left out.
 */
async function keysToList(page: Page, list: string, words: readonly string[]): Promise<number[]> {
  await page.evaluate((selector) => {
    const kept = { from: 0, last: 0, all: [] as number[] };
    Object.assign(window, { kept });
    const shown = new MessageChannel();
    shown.port1.onmessage = () => {
      kept.last = performance.now();
    };
    new MutationObserver((changes) => {
      const touches = changes.some(({ target }) => {
        const at = target instanceof Element ? target : target.parentElement;
        return at?.closest(selector) !== null && at?.closest('input') === null;
      });
      if (touches) requestAnimationFrame(() => shown.port2.postMessage(null));
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    addEventListener(
      'keydown',
      (event) => {
        if (kept.last > kept.from) kept.all.push(kept.last - kept.from);
        kept.from = event.timeStamp;
        kept.last = 0;
      },
      true,
    );
  }, list);
  const keys = await page.context().newCDPSession(page);
  for (const word of words) {
    for (const letter of word) {
      // The driver's own keys know no Cyrillic.
      const key = { key: letter, text: letter, unmodifiedText: letter, windowsVirtualKeyCode: 71 };
      await keys.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key });
      await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter });
      await page.waitForTimeout(keyPause);
    }
    await page.keyboard.press('Control+KeyA');
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(keyPause);
  }
  return page.evaluate(() => (window as unknown as { kept: { all: number[] } }).kept.all);
}

/** From a key in a search field to the list on the screen, with whole dossiers; the frame rate is not limited. */
async function benchKeys(profile: string, n: number): Promise<void> {
  const words = typedQueries(n)
    .typeAhead.filter((word) => word.length === 7)
    .slice(0, 14);
  for (const [name, open, list] of [
    ['clients table', 'Control+KeyF', '[role="grid"]'],
    ['palette', 'Control+KeyK', '[role="dialog"]'],
  ] as const) {
    const { kamerton, page } = await openClients(profile, unlimited);
    try {
      await page.keyboard.press(open);
      await page.waitForTimeout(500);
      const keys = await keysToList(page, list, words);
      print(`key to list, ${name}`, keys, `goal p95 ≤ ${ms(frame)}`);
    } finally {
      await kamerton.close();
    }
  }
}

/** What the vault process holds more when everything was looked for, PSS. */
async function benchSearchMemory(profile: string, n: number): Promise<void> {
  const { kamerton, page } = await openClients(profile, []);
  try {
    await page.waitForTimeout(settleMs);
    const vault = vaultProcessOf(kamerton.app.process().pid ?? NaN);
    const before = memoryOfTree(vault);
    await page.evaluate(
      async (queries) => {
        for (const query of queries) await window.kamerton.call('search.everywhere', { query, only: null });
      },
      Object.values(typedQueries(n)).flat(),
    );
    const used = memoryOfTree(vault);
    await page.waitForTimeout(settleMs);
    console.log(
      `search memory of the vault process: ${mib(used - before)} after ${n.toLocaleString('en')} dossiers were searched, ` +
        `${mib(memoryOfTree(vault) - before)} at rest, goal ≤ 64 MiB`,
    );
  } finally {
    await kamerton.close();
  }
}

function vaultProcessOf(rootPid: number): number {
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      const parent = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1];
      if (command.includes('node.mojom.NodeService') && isBelow(Number(parent), rootPid)) return Number(name);
    } catch {
      // It has ended meanwhile.
    }
  }
  throw new Error('The vault process was not found');
}

function isBelow(pid: number, rootPid: number): boolean {
  for (let at = pid; at > 1;) {
    if (at === rootPid) return true;
    at = Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${at}/status`, 'utf8'))?.[1] ?? 0);
  }
  return false;
}

/**
 * Scrolling the clients table by the wheel, three rows a turn: the longest frame after each turn, without a limit of
 * frames, and how often a row in sight had not been read.
 */
async function benchScrolling(profile: string, n: number): Promise<void> {
  const { kamerton, page } = await openClients(profile, unlimited);
  try {
    await page.waitForTimeout(settleMs);
    const box = await page.getByRole('grid').boundingBox();
    if (box === null) throw new Error('The table is not there');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.evaluate(() => {
      const kept = { turns: [] as number[], longest: 0, blank: 0, frames: 0 };
      Object.assign(window, { kept });
      let before = performance.now();
      const look = (now: number): void => {
        kept.longest = Math.max(kept.longest, now - before);
        before = now;
        kept.frames += 1;
        if (document.querySelector('[role="row"][aria-busy="true"]') !== null) kept.blank += 1;
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
      addEventListener(
        'wheel',
        () => {
          kept.turns.push(kept.longest);
          kept.longest = 0;
        },
        { capture: true, passive: true },
      );
    });
    for (let turn = 0; turn < 400; turn++) {
      await page.mouse.wheel(0, 108);
      await page.waitForTimeout(12);
    }
    const { turns, blank, frames } = await page.evaluate(
      () => (window as unknown as { kept: { turns: number[]; blank: number; frames: number } }).kept,
    );
    print(
      `scrolling ${n.toLocaleString('en')} rows, frame`,
      turns.slice(1),
      `goal p95 ≤ ${ms(frame)}; ${blank} of ${frames} frames with a row not read yet`,
    );
  } finally {
    await kamerton.close();
  }
}

/** From the password to the clients on the screen, by how many there are. */
async function benchOpening(profiles: ReadonlyMap<number, string>): Promise<void> {
  for (const [n, profile] of profiles) {
    const times: number[] = [];
    for (let round = 0; round < 5; round++) {
      const { kamerton, openMs } = await openClients(profile, []);
      await kamerton.close();
      times.push(openMs);
    }
    print(`password to clients, ${n.toLocaleString('en')}`, times, 'goal: the same for all');
  }
}

function print(name: string, values: readonly number[], more: string): void {
  console.log(
    `${name.padEnd(34)} p50 ${ms(quantile(values, 0.5))}, p95 ${ms(quantile(values, 0.95))}, ` +
      `worst ${ms(quantile(values, 1))} (${values.length}), ${more}`,
  );
}

/** What a search among `n` whole dossiers costs in the window: from a key to the list, and memory. */
export async function benchWindowSearch(n: number): Promise<void> {
  console.log(`\n## Search in the real window, ${n.toLocaleString('en')} dossiers\n`);
  const whole = await dossierProfile(dossierCorpus(n), true);
  await benchKeys(whole, n);
  await benchSearchMemory(whole, n);
  rmSync(whole, { recursive: true, force: true });
}

/** What large vaults cost in the window: scrolling, opening. */
export async function benchWindow(): Promise<void> {
  console.log(`\n## Large vaults in the real window\n`);
  const sizes = [100, 10_000, 100_000];
  const profiles = new Map<number, string>();
  for (const size of sizes) profiles.set(size, await dossierProfile(dossierCorpus(size), false));
  await benchScrolling(profiles.get(100_000) ?? '', 100_000);
  await benchOpening(profiles);
  for (const profile of profiles.values()) rmSync(profile, { recursive: true, force: true });
}
