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
  const { code, output } = await run(npm('ci', '--no-audit', '--no-fund', '--loglevel=error'), {
    quiet: true,
  });
  if (code !== 0) {
    throw new Stop(`npm ci failed. Is the package registry reachable?\n\n${output.trim().slice(-2000)}`);
  }
  mkdirSync(localCache, { recursive: true });
  writeFileSync(stamp, lock);
  say('Packages: installed');
}
