import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from './build.mjs';
import { run } from './children.mjs';
import { withDisplay } from './display.mjs';
import { runCommand, say, Stop } from './log.mjs';
import { root, tool } from './paths.mjs';
import { prepare } from './prepare.mjs';

// npm run demo: the main job, unattended, in the real window on the example vault.
await runCommand(async () => {
  await prepare(['display']);
  await buildApp();
  const folder = join(root, 'out', 'demo');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  say('Demo: running the main job in the window');
  const command = [...tool('@playwright/test', 'cli.js'), 'test', '--project', 'demo', '--reporter', 'list'];
  const { code } = await run(withDisplay(command), { env: { KAMERTON_DEMO_DIR: folder } });
  if (code !== 0) throw new Stop('The demo did not reach its end: the lines above say where it stopped.');
  const made = existsSync(folder) ? readdirSync(folder).sort() : [];
  say(`Demo: done. In out/demo: ${made.join(', ')}`);
});
