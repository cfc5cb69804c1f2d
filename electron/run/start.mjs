import { buildApp } from './build.mjs';
import { run } from './children.mjs';
import { hasDisplay } from './display.mjs';
import { runCommand, say, Stop } from './log.mjs';
import { root } from './paths.mjs';
import { prepare } from './prepare.mjs';

// npm start: from a bare clone to the open window.
await runCommand(async () => {
  const { electron, flags } = await prepare(['display']);
  await buildApp();
  if (!hasDisplay()) {
    throw new Stop(
      'Everything is ready, but there is no display to open a window on.\n' +
        'On a machine without a screen use a virtual one:\n\n  xvfb-run -a npm start\n\n' +
        'To see the main job done unattended: npm run demo',
    );
  }
  say('Window: opening');
  const { code } = await run([electron.program, root, ...flags, ...process.argv.slice(2)]);
  return code;
});
