import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { run } from './children.mjs';
import {
  FALLBACK_VERSION,
  fallbackFolder,
  fallbackIsForThisMachine,
  installFallbackElectron,
} from './fallback/electron.mjs';
import { say, Stop } from './log.mjs';
import { node, root, runtimeFile, sharedCache } from './paths.mjs';

const PROBE_MS = 12_000;
const DOWNLOAD_MS = 10 * 60_000;
const REMEMBER_UNREACHABLE_MS = 24 * 60 * 60_000;

/**
 * Finds or fetches the Electron program that runs in this clone.
 * The official, pinned Electron wherever it can be downloaded; elsewhere the fallback (Linux x64 only).
 * @returns {Promise<{ program: string, dist: string, version: string, official: boolean }>}
 */
export async function findElectron() {
  const runtime = (await officialElectron()) ?? (await fallbackElectron());
  say(
    runtime.official
      ? `Electron: official ${runtime.version}`
      : `Electron: fallback ${runtime.version} (official ${pinnedVersion()} cannot be downloaded here; development and tests only)`,
  );
  return runtime;
}

/**
 * Writes down for the tests, and for the fallback's own launcher, what runs in this clone.
 * @param runtime the answer of `findElectron`, for the fallback with `addon`, the folder of its SQLite addon
 */
export function rememberElectron(runtime) {
  mkdirSync(join(runtimeFile, '..'), { recursive: true });
  writeFileSync(runtimeFile, `${JSON.stringify(runtime, null, 2)}\n`);
}

/** The Electron version that package.json pins, without asking the network. */
export function pinnedVersion() {
  return JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')).version;
}

function installedOfficial() {
  const folder = join(root, 'node_modules', 'electron');
  const version = pinnedVersion();
  try {
    const name = readFileSync(join(folder, 'path.txt'), 'utf8');
    const dist = join(folder, 'dist');
    if (readFileSync(join(dist, 'version'), 'utf8').replace(/^v/, '') !== version) return null;
    return existsSync(join(dist, name)) ? { program: join(dist, name), dist, version, official: true } : null;
  } catch {
    return null;
  }
}

async function officialElectron() {
  const installed = installedOfficial();
  if (installed !== null) return installed;
  const memory = join(sharedCache(), `official-${pinnedVersion()}.unreachable`);
  // The memory spares the next command the wait; without a fallback there is nothing to gain by it.
  const remembered = existsSync(memory) ? Number(readFileSync(memory, 'utf8')) : 0;
  const fresh = Date.now() - remembered < REMEMBER_UNREACHABLE_MS;
  if (fresh && existsSync(fallbackFolder()) && !zipIsCached()) return null;
  if (zipIsCached() || (await isReachable())) {
    say(`Electron: downloading the official ${pinnedVersion()} (about 110 MB, once)`);
    const { code, output } = await run([node, join(root, 'node_modules', 'electron', 'install.js')], {
      quiet: true,
      timeoutMs: DOWNLOAD_MS,
    });
    const now = installedOfficial();
    if (code === 0 && now !== null) return now;
    say(`Electron: the download failed: ${output.trim().split('\n')[0] ?? ''}`);
  }
  writeFileSync(memory, String(Date.now()));
  return null;
}

async function isReachable() {
  if (process.env.ELECTRON_GET_USE_PROXY) return true;
  const mirror =
    process.env.ELECTRON_MIRROR ??
    process.env.npm_config_electron_mirror ??
    'https://github.com/electron/electron/releases/download/';
  try {
    const response = await fetch(`${mirror}v${pinnedVersion()}/SHASUMS256.txt`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(PROBE_MS),
    });
    return response.status < 500;
  } catch {
    return false;
  }
}

/** Whether Electron's own download cache has the zip already, so that no network is needed. */
function zipIsCached() {
  const cache =
    process.env.electron_config_cache ??
    (process.platform === 'darwin'
      ? join(homedir(), 'Library', 'Caches', 'electron')
      : process.platform === 'win32'
        ? join(process.env.LOCALAPPDATA ?? homedir(), 'electron', 'Cache')
        : join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'electron'));
  const name = `electron-v${pinnedVersion()}-${process.platform}-${process.arch}.zip`;
  try {
    return readdirSync(cache, { recursive: true }).some((entry) => String(entry).endsWith(name));
  } catch {
    return false;
  }
}

async function fallbackElectron() {
  if (!fallbackIsForThisMachine()) {
    throw new Stop(
      `The Electron program ${pinnedVersion()} could not be downloaded.\n` +
        'Check the connection, or set ELECTRON_MIRROR to a mirror that you can reach, and run the command again.',
    );
  }
  const dist = await installFallbackElectron();
  return { program: join(dist, 'electron'), dist, version: FALLBACK_VERSION, official: false };
}

/**
 * Flags for a development start. Chromium's sandbox cannot start for root, nor where the system forbids
 * unprivileged user namespaces; an installed app never gets this flag.
 */
export function developmentFlags() {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) {
    say('Sandbox: off, because this is root (development only)');
    return ['--no-sandbox'];
  }
  const forbidden =
    readSetting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    readSetting('/proc/sys/kernel/unprivileged_userns_clone') === '0';
  if (!forbidden) return [];
  say('Sandbox: off, because this system forbids unprivileged user namespaces (development only)');
  return ['--no-sandbox'];
}

function readSetting(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
