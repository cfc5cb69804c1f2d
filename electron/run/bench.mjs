import { join } from 'node:path';
import { buildApp } from './build.mjs';
import { run } from './children.mjs';
import { withDisplay } from './display.mjs';
import { runCommand } from './log.mjs';
import { node, root } from './paths.mjs';
import { prepare } from './prepare.mjs';

// npm run bench [-- --pairs 21 --only start,memory,vault]: figures, not a test.
await runCommand(async () => {
  await prepare(['display']);
  await buildApp();
  const command = [node, join(root, 'tests', 'bench', 'run.ts'), ...process.argv.slice(2)];
  const { code } = await run(withDisplay(command, '1400x900x24'));
  return code;
});
