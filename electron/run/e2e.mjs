import { buildApp } from './build.mjs';
import { run } from './children.mjs';
import { runCommand } from './log.mjs';
import { tool } from './paths.mjs';
import { prepare } from './prepare.mjs';

// npm run test:e2e -- [playwright arguments]: the window tests alone, on a fresh build.
await runCommand(async () => {
  await prepare(['display', 'documents']);
  await buildApp();
  const { code } = await run([...tool('@playwright/test', 'cli.js'), 'test', ...process.argv.slice(2)]);
  return code;
});
