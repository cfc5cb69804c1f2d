import { buildApp } from './build.mjs';
import { run } from './children.mjs';
import { hasDisplay } from './display.mjs';
import { runCommand, say, Stop } from './log.mjs';
import { root } from './paths.mjs';
import { prepare } from './prepare.mjs';

// npm start: from a bare clone to the open window.
await runCommand(async () => {
  if (!hasDisplay()) {
    throw new Stop(
      'There is no display to open a window on.\n' +
        'On a machine without a screen use a virtual one:\n\n  xvfb-run -a npm start\n\n' +
        '(Debian and Ubuntu: apt-get install xvfb xauth.) To see the main job done unattended: npm run demo',
    );
  }
  const { electron, flags } = await prepare();
  await buildApp();
  say('Window: opening');
  const { code } = await run([electron.program, root, ...flags, ...process.argv.slice(2)]);
  return code;
});
