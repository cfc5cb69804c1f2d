import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chosenElectron, projectFolder } from '../support/launchApp.ts';
import { median, memoryOfTree, mib, ms, pairedRatio } from './measure.ts';

const SETTLE_MS = 400;
const GIVE_UP_MS = 60_000;
const emptyWindow = join(import.meta.dirname, 'emptyWindow');

type Start = { readonly loadedMs: number; readonly usableMs: number; readonly pss: number };

/**
 * Starts the app and an empty Electron window in turn, `pairs` times, each with a profile of its own, and prints the
 * paired ratios of did-finish-load, of the first field being usable, and of memory.
 * @param profile a folder to start the app on (copied each time), or null for an empty machine
 */
export async function benchStartUp(pairs: number, profile: string | null, title: string): Promise<void> {
  await startOnce(emptyWindow, null, false);
  const ours: Start[] = [];
  const floor: Start[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    floor.push(await startOnce(emptyWindow, null, false));
    ours.push(await startOnce(projectFolder, profile, true));
  }
  const of = (starts: readonly Start[], key: keyof Start): number[] => starts.map((start) => start[key]);
  console.log(`\n## ${title}\n`);
  console.log('| | empty window | Kamerton | paired ratio |\n|---|---|---|---|');
  const row = (name: string, key: keyof Start, base: keyof Start, text: (value: number) => string): void =>
    console.log(
      `| ${name} | ${text(median(of(floor, base)))} | ${text(median(of(ours, key)))} | ` +
        `${pairedRatio(of(ours, key), of(floor, base))} |`,
    );
  row('did-finish-load', 'loadedMs', 'loadedMs', ms);
  row('first field usable', 'usableMs', 'loadedMs', ms);
  row('memory (PSS, all processes)', 'pss', 'pss', mib);
}

async function startOnce(folder: string, profile: string | null, waitsForField: boolean): Promise<Start> {
  const userData = mkdtempSync(join(tmpdir(), 'kamerton-bench-'));
  if (profile !== null) cpSync(profile, userData, { recursive: true });
  const marks = new Map<string, number>();
  const from = performance.now();
  const child = spawn(chosenElectron().program, ['--no-sandbox', `--user-data-dir=${userData}`, folder], {
    env: { ...process.env, BENCH_USER_DATA: userData, ELECTRON_DISABLE_SECURITY_WARNINGS: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    await new Promise<void>((resolve, reject) => {
      const last = waitsForField ? 'interactive' : 'did-finish-load';
      const timer = setTimeout(() => reject(new Error(`No "BENCH ${last}" in a minute`)), GIVE_UP_MS);
      child.once('exit', (code) => reject(new Error(`${folder} ended early with ${code}`)));
      let text = '';
      child.stdout.on('data', (data: Buffer) => {
        text += data.toString('utf8');
        for (const [, mark] of text.matchAll(/^BENCH ([\w-]+)/gm)) {
          if (mark !== undefined && !marks.has(mark)) marks.set(mark, performance.now() - from);
        }
        if (!marks.has('did-finish-load') || !marks.has(last)) return;
        clearTimeout(timer);
        resolve();
      });
    });
    await wait(SETTLE_MS);
    return {
      loadedMs: marks.get('did-finish-load') ?? NaN,
      usableMs: marks.get('interactive') ?? NaN,
      pss: child.pid === undefined ? NaN : memoryOfTree(child.pid),
    };
  } finally {
    child.removeAllListeners('exit');
    child.kill('SIGTERM');
    await Promise.race([ended, wait(3000).then(() => child.kill('SIGKILL'))]);
    // Helper processes let go of the profile a moment after the main one.
    await wait(200);
    rmSync(userData, { recursive: true, force: true, maxRetries: 3 });
  }
}
