import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** What a set-up remembers inside this clone; goes away with node_modules. */
export const localCache = join(root, 'node_modules', '.cache', 'kamerton');

/** Where the set-up wrote which Electron program runs here (see electronProgram.mjs). */
export const runtimeFile = join(localCache, 'runtime.json');

/** The Node that the project pins (npm package `node`); Node that runs this script may be older. */
export const node = join(
  root,
  'node_modules',
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** A program of node_modules as [Node, its script], free of shells and of the Node on the PATH. */
export function tool(packageName, script) {
  return [node, join(root, 'node_modules', packageName, script)];
}

/**
 * A folder for large downloads that every clone of this user shares; inside node_modules where the home
 * folder cannot be written.
 */
export function sharedCache() {
  const base = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  try {
    const folder = join(base, 'kamerton');
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return folder;
  } catch {
    mkdirSync(localCache, { recursive: true });
    return localCache;
  }
}

/** Absolute path of a program on the PATH, or null. */
export function which(program) {
  for (const folder of (process.env.PATH ?? '').split(process.platform === 'win32' ? ';' : ':')) {
    if (folder !== '' && existsSync(join(folder, program))) return join(folder, program);
  }
  return null;
}

/** The environment for children: the pinned Node comes first for whoever starts `node` by name. */
export function childEnv(extra = {}) {
  const separator = process.platform === 'win32' ? ';' : ':';
  return { ...process.env, PATH: `${dirname(node)}${separator}${process.env.PATH ?? ''}`, ...extra };
}
