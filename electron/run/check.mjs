import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { run } from './children.mjs';
import { runCommand, say } from './log.mjs';
import { localCache, root, tool } from './paths.mjs';

const ROOMS = ['renderer', 'tests', 'electron/vault', 'electron/main', 'shared', 'electron/preload'];

/** Reads again what has changed since the last time, with what depends on it. */
function typesOf(room) {
  const known = join(localCache, `types-${room.replace('/', '-')}.tsbuildinfo`);
  return ['--noEmit', '--singleThreaded', '--incremental', '--tsBuildInfoFile', known];
}

/** The checks that read the code without running it, the longest first: name and command of each. */
export function checks() {
  const present = ROOMS.filter((room) => existsSync(join(root, room, 'tsconfig.json')));
  return [
    ['lint', [...tool('oxlint', 'bin/oxlint'), '--type-aware', '--deny-warnings']],
    ...present.map((room) => [
      `types ${room}`,
      [...tool('typescript', 'bin/tsc'), '-p', room, ...typesOf(room)],
    ]),
    ['format', [...tool('oxfmt', 'bin/oxfmt'), '--check']],
  ];
}

/** The processors are shared out: more threads than those work out the same types of schemas again and again. */
const checksAtOnce = 2;
const itsShare = { GOMAXPROCS: String(Math.max(1, Math.floor(availableParallelism() / checksAtOnce))) };

/** Runs every check and prints what a failing one said; returns `{ name, passed }` of each. */
export async function runChecks() {
  const results = [];
  const waiting = checks();
  const runNext = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, command] = next;
      const { code, output } = await run(command, { quiet: true, env: itsShare });
      say(`Check: ${name}: ${code === 0 ? 'passed' : 'FAILED'}`);
      if (code !== 0) console.log(output.trimEnd());
      results.push({ name, passed: code === 0 });
    }
  };
  await Promise.all(Array.from({ length: checksAtOnce }, runNext));
  return results;
}

// npm run check
if (process.argv[1]?.endsWith('check.mjs')) {
  await runCommand(async () => ((await runChecks()).every((result) => result.passed) ? 0 : 1));
}
