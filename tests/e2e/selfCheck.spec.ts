import { expect, test } from '@playwright/test';
import { execFile } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chosenElectron, projectFolder } from '../support/launchApp.ts';
import { displayOfThisWorker } from '../support/displays.ts';

const folders = () =>
  readdirSync(tmpdir()).flatMap((name) =>
    name.startsWith('kamerton-self-check-') ? [join(tmpdir(), name)] : [],
  );

test('the program checks its own promises and leaves nothing behind', async () => {
  const display = displayOfThisWorker();
  const { stdout } = await promisify(execFile)(
    chosenElectron().program,
    ['--no-sandbox', projectFolder, '--self-check'],
    { cwd: projectFolder, env: { ...process.env, ...(display === undefined ? {} : { DISPLAY: display }) } },
  );
  const lines = stdout.trim().split('\n');
  expect(lines.filter((line) => !line.startsWith('PASS '))).toEqual([]);
  for (const promise of [
    /killed 5 times/,
    /wrong password/,
    /backup opens/,
    /in the clear: 10 clients/,
    /no network/,
  ])
    expect(lines.some((line) => promise.test(line))).toBe(true);
  for (const folder of folders()) {
    expect(readdirSync(folder)).not.toContain('vaults');
    rmSync(folder, { recursive: true });
  }
});
