import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';

const variable = 'KAMERTON_TEST_DISPLAYS';

function canStartDisplays(): boolean {
  // A demonstration is to be seen.
  if (process.env['KAMERTON_DEMO_DIR'] !== undefined) return false;
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return process.platform === 'linux' && folders.some((folder) => existsSync(join(folder, 'Xvfb')));
}

/**
 * How many windows can be tested side by side: each needs a display of its own, with its own focus and clipboard. A
 * window waits for a third of its time, so there are half as many more as processors.
 */
export const windowsAtOnce = canStartDisplays() ? Math.min(4, Math.ceil(availableParallelism() * 1.5)) : 1;

/** Starts a virtual display for every worker; where none can be started the tests share the user's own. */
// oxlint-disable-next-line import/no-default-export -- Playwright takes a global set-up by its default export
export default async function startDisplays(): Promise<() => void> {
  if (!canStartDisplays()) return () => undefined;
  const started = await Promise.all(Array.from({ length: windowsAtOnce }, startDisplay));
  process.env[variable] = started.map(({ name }) => name).join(',');
  return () => {
    for (const { server } of started) server.kill();
  };
}

/** The display of this worker, or undefined for the one there is. */
export function displayOfThisWorker(): string | undefined {
  const worker = Number(process.env['TEST_PARALLEL_INDEX'] ?? 0);
  return process.env[variable]?.split(',')[worker];
}

function startDisplay(): Promise<{ name: string; server: ChildProcess }> {
  return new Promise((resolve, reject) => {
    // The server looks for a free number itself and says it through the pipe.
    const server = spawn(
      'Xvfb',
      ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp', '-noreset'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
    );
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    server.stdio[3]?.once('data', (data: Buffer) =>
      resolve({ name: `:${data.toString('utf8').trim()}`, server }),
    );
  });
}
