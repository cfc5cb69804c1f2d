import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from './build.mjs';
import { runCommand, say } from './log.mjs';
import { childEnv, root } from './paths.mjs';
import { prepare } from './prepare.mjs';

const WATCHED = ['electron/main', 'electron/preload', 'electron/vault', 'renderer', 'shared'];
const QUIET_MS = 300;

// npm run dev: builds and opens the window, and does it again after every saved change. The same build as
// everywhere else, because the strict content security policy has no place for a development server.
await runCommand(async () => {
  const { electron, flags } = await prepare();
  let app;
  let closedByUs = false;

  const open = async () => {
    try {
      await buildApp();
    } catch (error) {
      console.error(error.message);
      return;
    }
    if (app !== undefined && app.exitCode === null) {
      closedByUs = true;
      const closed = new Promise((resolve) => app.once('close', resolve));
      app.kill();
      await closed;
      closedByUs = false;
    }
    say('Window: opening');
    app = spawn(electron.program, [root, ...flags, ...process.argv.slice(2)], {
      stdio: 'inherit',
      env: childEnv(),
    });
    app.on('close', () => {
      if (!closedByUs) process.exit(0);
    });
  };

  await open();
  let timer;
  for (const folder of WATCHED) {
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => void open(), QUIET_MS);
    });
  }
});
