import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, run } from './children.mjs';
import { say, Stop } from './log.mjs';
import { localCache, node, root } from './paths.mjs';

const stamp = join(localCache, 'lock.sha256');

/** Installs the packages of the lock file when they are missing or the lock file has changed. */
export async function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(node) && existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('Packages: npm ci (about a minute the first time)');
  // Only the package `node` needs its script (it fetches the pinned Node for this machine). The SQLite addon
  // carries its binaries, and without this npm would ask for a compiler to build nothing.
  await runNpm('ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
  await runNpm('rebuild', 'node', '--loglevel=error');
  if (!existsSync(node)) throw new Stop(`The pinned Node did not arrive in ${node}.`);
  mkdirSync(localCache, { recursive: true });
  writeFileSync(stamp, lock);
  say('Packages: installed');
}

async function runNpm(...args) {
  const { code, output } = await run(npm(...args), { quiet: true });
  if (code === 0) return;
  throw new Stop(
    `npm ${args[0]} failed. Is the package registry reachable?\n\n${output.trim().slice(-2000)}`,
  );
}
