import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { run } from './children.mjs';
import { runCommand, say, Stop } from './log.mjs';
import { root, tool } from './paths.mjs';

const SOURCES = ['electron/main', 'electron/preload', 'electron/vault', 'renderer', 'shared'];
const SETTINGS = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.base.json'];
const stamp = join(root, 'out', '.build-stamp');

/** Builds out/ when a source has changed since the last build; returns whether it built. */
export async function buildApp({ force = false } = {}) {
  const state = hashOfSources();
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return false;
  say('Build: electron-vite build');
  const command = tool('electron-vite', 'bin/electron-vite.js');
  const { code, output } = await run([...command, 'build', '--logLevel', 'warn'], { quiet: true });
  if (code !== 0) throw new Stop(`The build failed:\n\n${output.trim()}`);
  if (output.trim() !== '') console.log(output.trim());
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stamp, state);
  say('Build: done');
  return true;
}

function hashOfSources() {
  const hash = createHash('sha256');
  const files = [
    ...SETTINGS.map((name) => join(root, name)),
    ...SOURCES.flatMap((name) => filesOf(join(root, name))),
  ];
  for (const file of files) hash.update(relative(root, file)).update(readFileSync(file));
  return hash.digest('hex');
}

function filesOf(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

if (process.argv[1]?.endsWith('build.mjs')) {
  await runCommand(async () => {
    await buildApp({ force: true });
  });
}
