import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from './build.mjs';
import { runChecks } from './check.mjs';
import { run } from './children.mjs';
import { runCommand, say } from './log.mjs';
import { root, tool } from './paths.mjs';
import { prepare } from './prepare.mjs';

const reports = join(root, 'out', 'reports');

// npm test: everything that CI runs, from a bare clone, without a display. The last line sums it up.
await runCommand(async () => {
  const startedMs = Date.now();
  await prepare(['display', 'documents']);
  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });

  const rows = [];
  const timed = async (name, work) => {
    const from = Date.now();
    const counts = await work();
    rows.push({ name, ...counts, seconds: (Date.now() - from) / 1000 });
  };
  await timed('checks', async () => {
    const results = await runChecks();
    const passed = results.filter((result) => result.passed).length;
    return { passed, failed: results.length - passed };
  });
  let built = true;
  await timed('build', async () => {
    try {
      await buildApp();
    } catch (error) {
      console.error(error.message);
      built = false;
    }
    return { passed: built ? 1 : 0, failed: built ? 0 : 1 };
  });
  for (const projects of [['unit'], ['integration', 'hostile', 'crash']])
    await timed(projects.join(' + '), () => vitest(projects));
  if (built) await timed('window', playwright);

  printSummary(rows, (Date.now() - startedMs) / 1000);
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') === 0 ? 0 : 1;
});

/** One run for several kinds: the long files of one fill the time in which another has none left. */
async function vitest(projects) {
  say(`Test: ${projects.join(', ')}`);
  const report = join(reports, `${projects[0]}.json`);
  const { code } = await run([
    ...tool('vitest', 'vitest.mjs'),
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const result = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  return counts(code, result.numPassedTests ?? 0, result.numFailedTests ?? 0);
}

async function playwright() {
  say('Test: window (Playwright in Electron)');
  const report = join(reports, 'window.json');
  const command = [
    ...tool('@playwright/test', 'cli.js'),
    'test',
    '--pass-with-no-tests',
    '--reporter=list,json',
  ];
  const { code } = await run(command, { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report } });
  const { stats } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  const flaky = stats?.flaky ?? 0;
  if (flaky > 0) say(`Window tests that passed at their second try: ${flaky}`);
  return counts(code, (stats?.expected ?? 0) + flaky, stats?.unexpected ?? 0);
}

/** A run that ended badly counts as at least one failure, even when no single test could be blamed. */
function counts(code, passed, failed) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

function printSummary(rows, seconds) {
  console.log(
    `\n${'part'.padEnd(32)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'seconds'.padStart(10)}`,
  );
  for (const row of rows) {
    const line = `${row.name.padEnd(32)}${String(row.passed).padStart(8)}${String(row.failed).padStart(8)}`;
    console.log(`${line}${row.seconds.toFixed(1).padStart(10)}`);
  }
  console.log(`${'together'.padEnd(32)}${''.padStart(16)}${seconds.toFixed(1).padStart(10)}`);
  console.log('Screenshots and reports: out/screenshots, out/reports\n');
}
