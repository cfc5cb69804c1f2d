import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './children.mjs';
import { runCommand, say } from './log.mjs';
import { localCache, root, tool } from './paths.mjs';

const ROOMS = ['shared', 'electron/main', 'electron/preload', 'electron/vault', 'renderer', 'tests'];

/** Reads again what has changed since the last time, with what depends on it. */
function typesOf(room) {
  const known = join(localCache, `types-${room.replace('/', '-')}.tsbuildinfo`);
  return ['--noEmit', '--incremental', '--tsBuildInfoFile', known];
}

/** The checks that read the code without running it: name and command of each. */
export function checks() {
  const present = ROOMS.filter((room) => existsSync(join(root, room, 'tsconfig.json')));
  return [
    ...present.map((room) => [
      `types ${room}`,
      [...tool('typescript', 'bin/tsc'), '-p', room, ...typesOf(room)],
    ]),
    ['lint', [...tool('oxlint', 'bin/oxlint'), '--type-aware', '--deny-warnings']],
    ['format', [...tool('oxfmt', 'bin/oxfmt'), '--check']],
  ];
}

/** Runs every check and prints what a failing one said; returns `{ name, passed }` of each. */
export async function runChecks() {
  const results = [];
  for (const [name, command] of checks()) {
    const { code, output } = await run(command, { quiet: true });
    say(`Check: ${name}: ${code === 0 ? 'passed' : 'FAILED'}`);
    if (code !== 0) console.log(output.trimEnd());
    results.push({ name, passed: code === 0 });
  }
  return results;
}

// npm run check
if (process.argv[1]?.endsWith('check.mjs')) {
  await runCommand(async () => ((await runChecks()).every((result) => result.passed) ? 0 : 1));
}
