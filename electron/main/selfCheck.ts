import { app, BrowserWindow, ipcMain, session } from 'electron';
import { createReadStream, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fieldOf } from './fieldOf.ts';
import { guardContents, guardSession } from './guards.ts';
import { systemKeychain } from './keychain.ts';
import { vaultsDir } from './places.ts';
import { serveWindow, windowUrl } from './protocol.ts';
import { vaultProcess } from './vaultProcess.ts';
import { webPreferencesOf } from './window.ts';

const kills = 5;
const password = 'верба-кирпич-7-маяк';
/** Marks the place in Electron's program where its fuses stand: a version, a length, then a digit each. */
const fuseMark = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

type Step = readonly [name: string, run: () => string | Promise<string>];

function must(condition: boolean, what: string): void {
  if (!condition) throw new Error(what);
}

function listOf(value: unknown, name: string): readonly unknown[] {
  const list = fieldOf(value, name);
  return Array.isArray(list) ? list : [];
}

/** Vault process after vault process, as locking, killing and unlocking make them. */
function vaultOfCheck() {
  let running = vaultProcess();
  const ask = async (name: string, input: unknown = {}): Promise<unknown> => {
    const reply = await running.call(name, input, 'window');
    if (!reply.ok) throw new Error(`${name} answered ${reply.code}`);
    return reply.value;
  };
  return {
    ask,
    code: async (name: string, input: unknown) => {
      const reply = await running.call(name, input, 'window');
      return reply.ok ? 'ok' : reply.code;
    },
    lock: async () => {
      await running.end();
      running = vaultProcess();
    },
    kill: async () => {
      running.kill();
      await running.ended;
      running = vaultProcess();
    },
    end: () => running.end(),
  };
}

function bytesOf(folder: string): Buffer {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return Buffer.concat(files.map((file) => readFileSync(join(file.parentPath, file.name))));
}

/** The fuses of the running program, as digits; empty where it has none to read. */
async function fusesOf(program: string): Promise<string> {
  let tail = '';
  for await (const part of createReadStream(program, { encoding: 'latin1', highWaterMark: 1 << 20 })) {
    const text = tail + String(part);
    const at = text.indexOf(fuseMark);
    const wire = at + fuseMark.length;
    if (at >= 0 && text.length > wire + 2 + text.charCodeAt(wire + 1))
      return text.slice(wire + 2, wire + 2 + text.charCodeAt(wire + 1));
    tail = text.slice(-fuseMark.length - 64);
  }
  return '';
}

/** Without a keychain nothing is remembered: that keeps the promise too, and the line says which it was. */
function tryKeychain(): string {
  const backend = systemKeychain.backend();
  if (backend === null) return 'none here, so no vault opens without its password';
  if (!systemKeychain.isUsable()) return `${backend} does not answer, so no vault opens without its password`;
  must(systemKeychain.open(systemKeychain.seal(password)) === password, 'another secret came back');
  return backend;
}

/** Runs in the page: what must be refused there. Answers what was not. */
const trials = `(async () => {
  const open = [];
  const tries = {
    node: () => { if (typeof require === 'undefined' && typeof process === 'undefined') throw 0; },
    eval: () => new Function('return 1')(),
    network: () => fetch('https://example.com/'),
    loopback: () => fetch('http://127.0.0.1:9/'),
    picture: () => new Promise((done, fail) => {
      const picture = new Image(); picture.onload = done; picture.onerror = fail; picture.src = 'https://example.com/a.png';
    }),
    socket: () => new Promise((done, fail) => {
      const socket = new WebSocket('wss://example.com/'); socket.onopen = done; socket.onerror = fail;
    }),
    file: () => fetch('file:///etc/hosts'),
  };
  for (const [name, run] of Object.entries(tries)) try { await run(); open.push(name); } catch {}
  return open.join(', ');
})()`;

async function tryPage(): Promise<string> {
  const apart = session.fromPartition('self-check');
  guardSession(apart);
  serveWindow(apart);
  const window = new BrowserWindow({ show: false, webPreferences: webPreferencesOf(apart) });
  try {
    guardContents(window.webContents);
    // The page asks as always; here nobody is to answer it.
    ipcMain.handle('kamerton:call', () => ({ ok: false, code: 'unavailable', details: {} }));
    await window.loadURL(windowUrl);
    const open: unknown = await window.webContents.executeJavaScript(trials);
    must(open === '', `not refused: ${String(open)}`);
    await window.webContents.executeJavaScript("location.href = 'https://example.com/'; 0");
    await wait(300);
    must(window.webContents.getURL() === windowUrl, 'the window left its page');
    return 'no Node, no eval, no network, no other page';
  } finally {
    window.destroy();
  }
}

/**
 * `--self-check`: what the program promises is tried on this computer, in a folder of its own that nothing of the
 * user's is in; its vaults are removed at the end. Makes a vault, kills its process, restores a backup, looks for
 * clients in the clear, tries to break out of a page. Prints a line a promise, PASS or FAIL; answers whether all passed.
 * @param alone whether this is the only running program of its folder
 */
export async function selfCheck(alone: boolean): Promise<boolean> {
  // The window of one step is not the program's: its end would end the check before its answer.
  app.on('window-all-closed', () => undefined);
  const vault = vaultOfCheck();
  let vaultId = '';
  const unlock = () => vault.ask('vault.unlock', { vaultId, password });
  const isOn = async () => fieldOf(await vault.ask('privacy.get'), 'specialData');
  const steps: readonly Step[] = [
    [
      'runtime',
      () => {
        const { electron, chrome, node } = process.versions;
        return `Electron ${electron}, Chromium ${chrome}, Node ${node}, ${process.platform}`;
      },
    ],
    [
      'one program at a time',
      () => {
        must(alone, 'the lock of a fresh folder was refused');
        return '';
      },
    ],
    [
      'fuses',
      async () => {
        if (!app.isPackaged) return 'a development run: not set';
        const digits = await fusesOf(process.execPath);
        // RunAsNode, node options and --inspect off; encrypted cookies, asar integrity and only-from-asar on.
        must(digits.startsWith('010011'), `they read ${digits}`);
        return digits;
      },
    ],
    [
      'a vault with a password, its cipher and pragmas',
      async () => {
        const from = performance.now();
        const made = await vault.ask('vault.create', { name: 'Self-check', password, language: 'en' });
        vaultId = String(fieldOf(fieldOf(made, 'vault'), 'id'));
        return `${Math.round(performance.now() - from)} ms`;
      },
    ],
    [
      `nothing acknowledged is lost, killed ${kills} times`,
      async () => {
        for (let round = 1; round <= kills; round += 1) {
          const on = round % 2 === 1;
          await vault.ask('privacy.setSpecialData', { on });
          await vault.kill();
          await unlock();
          must((await isOn()) === on, `round ${round} lost a save`);
        }
        return '';
      },
    ],
    [
      'a wrong password is refused',
      async () => {
        await vault.lock();
        const code = await vault.code('vault.unlock', { vaultId, password: `${password}!` });
        must(code === 'wrongPassword', `it answered ${code}`);
        await unlock();
        return '';
      },
    ],
    [
      'a backup opens',
      async () => {
        await vault.ask('privacy.setSpecialData', { on: true });
        await vault.lock();
        const [newest] = listOf(await vault.ask('vault.listBackups', { vaultId }), 'backups');
        must(newest !== undefined, 'there is none');
        const backupId = fieldOf(newest, 'backupId');
        await vault.ask('vault.restoreBackup', { vaultId, backupId, password });
        must((await isOn()) === true, 'it is not the last one');
        await vault.lock();
        return '';
      },
    ],
    [
      'nothing stands on the disk in the clear',
      async () => {
        await vault.ask('vault.openExample', { language: 'en' });
        const rows = listOf(await vault.ask('accounts.list', { query: '' }), 'rows');
        const names = rows.map((row) => String(fieldOf(row, 'name')));
        must(names.length > 0, 'the example is empty');
        const anyIn = (bytes: Buffer) => names.some((name) => bytes.includes(name));
        must(!anyIn(bytesOf(vaultsDir())), 'a client can be read while the vault is open');
        await vault.lock();
        must(!anyIn(bytesOf(vaultsDir())), 'a client can be read when the vault is closed');
        return `${names.length} clients`;
      },
    ],
    ['the keychain gives back what it keeps', tryKeychain],
    ['the page has nowhere to go', tryPage],
  ];
  let passed = true;
  for (const [name, run] of steps) {
    let line: string;
    try {
      const told = await run();
      line = `PASS ${name}${told === '' ? '' : `: ${told}`}`;
    } catch (error) {
      passed = false;
      line = `FAIL ${name}: ${error instanceof Error ? error.message : 'unexpected'}`;
    }
    process.stdout.write(`${line}\n`);
  }
  await vault.end();
  // Chromium keeps its own few files there to the very end; they hold nothing.
  rmSync(vaultsDir(), { recursive: true, force: true });
  return passed;
}
