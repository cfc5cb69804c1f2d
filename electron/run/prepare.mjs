import { developmentFlags, findElectron, rememberElectron } from './electronProgram.mjs';
import { fallbackAddon } from './fallback/addon.mjs';
import { hasDisplay } from './display.mjs';
import { installPackages } from './packages.mjs';
import { installSystemLibraries } from './systemLibraries.mjs';
import { runCommand, say } from './log.mjs';

/**
 * Brings a bare clone to where the app can be built and started; quick when nothing is missing.
 * @param needs what the command needs beyond a window: 'display' (virtual where there is none), 'documents'
 * @returns the Electron program to use and the flags for a development start
 */
export async function prepare(needs = []) {
  await installPackages();
  const electron = await findElectron();
  const wanted = hasDisplay() ? needs.filter((need) => need !== 'display') : needs;
  await installSystemLibraries(electron.program, electron.official ? wanted : [...wanted, 'compiler']);
  rememberElectron(electron.official ? electron : { ...electron, addon: await fallbackAddon() });
  return { electron, flags: developmentFlags() };
}

if (process.argv[1]?.endsWith('prepare.mjs')) {
  await runCommand(async () => {
    await prepare(['display', 'documents']);
    say('Ready');
  });
}
