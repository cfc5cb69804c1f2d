import { buildApp } from './build.mjs';
import { run } from './children.mjs';
import { runCommand, say, Stop } from './log.mjs';
import { tool } from './paths.mjs';
import { prepare } from './prepare.mjs';

// npm run dist            installers for this system (downloads the tools that make them)
// npm run dist -- --dir   the unpacked app in dist/, without any download
await runCommand(async () => {
  const args = process.argv.slice(2);
  const { electron } = await prepare();
  await buildApp({ force: true });
  const env = {};
  const command = [...tool('electron-builder', 'cli.js'), '--publish', 'never'];
  if (electron.official) {
    command.push(`--config.electronDist=${electron.dist}`);
  } else if (args.includes('--dir')) {
    say('Package: with the fallback Electron, to look at on this machine only: do not give it to anybody');
    command.push(`--config.electronDist=${electron.dist}`, `--config.electronVersion=${electron.version}`);
    env.KAMERTON_FALLBACK_PACKAGE = '1';
  } else {
    throw new Stop(
      'Installers are made with the official Electron only, and it cannot be downloaded here.\n' +
        'An unpacked app to look at: npm run dist -- --dir',
    );
  }
  say('Package: electron-builder');
  const { code } = await run([...command, ...args], { env });
  return code;
});
