import { existsSync, readdirSync } from 'node:fs';
import { run } from './children.mjs';
import { say, Stop } from './log.mjs';
import { which } from './paths.mjs';

const LIBRARIES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1'];
const FONTS = ['fonts-liberation', 'fonts-dejavu-core', 'fonts-crosextra-carlito'];
const FONT_FOLDERS = ['liberation', 'dejavu', 'crosextra'];

/**
 * Sees that what Electron and the tests need from the system is there. Linux only: other systems bring it.
 * Debian and Ubuntu as root: installs it; otherwise stops with the command to run.
 * @param program the Electron program
 * @param needs what the command at hand needs: 'display' (a virtual one), 'documents' (LibreOffice, pages), 'compiler'
 */
export async function installSystemLibraries(program, needs) {
  if (process.platform !== 'linux') return;
  const missing = [];
  if (await lacksLibraries(program)) missing.push(...LIBRARIES);
  if (needs.includes('display')) {
    if (which('Xvfb') === null || which('xvfb-run') === null) missing.push('xvfb');
    if (which('xauth') === null) missing.push('xauth');
  }
  if (!hasFonts()) missing.push(...FONTS);
  if (needs.includes('compiler') && which('cc') === null) missing.push('gcc', 'libc6-dev');
  if (needs.includes('documents')) {
    if (which('soffice') === null && which('libreoffice') === null) missing.push('libreoffice-writer-nogui');
    if (which('pdftoppm') === null) missing.push('poppler-utils');
    // A draft e-mail is read by another language's mail parser.
    if (which('python3') === null) missing.push('python3');
  }
  if (missing.length === 0) return;

  if (which('apt-get') === null) {
    throw new Stop(
      'Some system parts are missing. Install what your distribution calls by these Debian names and run\n' +
        `the command again:\n\n  ${missing.join(' ')}`,
    );
  }
  if (process.getuid?.() !== 0) {
    const names = await presentNames(missing);
    throw new Stop(
      'Some system libraries are missing. Run this once and then the command again:\n\n' +
        `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names.join(' ')}`,
    );
  }
  say(`System: installing ${missing.join(', ')}`);
  await apt(['update']);
  await apt(['install', '-y', '--no-install-recommends', ...(await presentNames(missing))]);
  say('System: installed');
}

async function apt(args) {
  const { code, output } = await run(['apt-get', '-qq', ...args], {
    quiet: true,
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (code !== 0) throw new Stop(`apt-get ${args.join(' ')} failed:\n\n${output.trim().slice(-2000)}`);
}

/** Newer Debian and Ubuntu carry some libraries under a name that ends in t64. */
async function presentNames(names) {
  const present = [];
  for (const name of names) {
    const renamed =
      LIBRARIES.includes(name) && (await run(['apt-cache', 'show', `${name}t64`], { quiet: true }));
    present.push(renamed && renamed.code === 0 ? `${name}t64` : name);
  }
  return present;
}

async function lacksLibraries(program) {
  if (which('ldd') === null) return false;
  const { output } = await run(['ldd', program], { quiet: true });
  return output.includes('not found');
}

function hasFonts() {
  const folder = '/usr/share/fonts/truetype';
  // Without Debian's folders the user chose the fonts; pages may then wrap elsewhere, nothing else.
  if (which('apt-get') === null) return true;
  return existsSync(folder) && FONT_FOLDERS.every((name) => readdirSync(folder).includes(name));
}
