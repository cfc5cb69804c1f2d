import { _electron } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { chosenElectron, launchApp } from '../support/launchApp.ts';
import { median, memoryOfTree, mib, pairedRatio } from './measure.ts';

const SETTLE_MS = 2000;

/** Memory with the example vault's clients on screen, against an empty window driven in the same way. */
export async function benchClientsMemory(pairs: number): Promise<void> {
  const floor: number[] = [];
  const ours: number[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    floor.push(await emptyWindow());
    ours.push(await clientsList());
  }
  console.log('\n## Memory with the clients list (PSS, all processes)\n');
  console.log(
    `empty window ${mib(median(floor))}, Kamerton ${mib(median(ours))}, ratio ${pairedRatio(ours, floor)}`,
  );
}

async function emptyWindow(): Promise<number> {
  const userData = mkdtempSync(join(tmpdir(), 'kamerton-bench-'));
  const app = await _electron.launch({
    executablePath: chosenElectron().program,
    args: [`--user-data-dir=${userData}`, join(import.meta.dirname, 'emptyWindow')],
  });
  try {
    await (await app.firstWindow()).waitForLoadState('load');
    await wait(SETTLE_MS);
    return memoryOfTree(app.process().pid ?? NaN);
  } finally {
    await app.close();
    rmSync(userData, { recursive: true, force: true });
  }
}

async function clientsList(): Promise<number> {
  const { app, window, close } = await launchApp();
  try {
    const page = await window();
    await page.getByRole('button', { name: /Посмотреть на примере|example/i }).click();
    await page
      .getByRole('link', { name: /^(?:Клиенты|Clients)/ })
      .or(page.getByRole('button', { name: /^(?:Клиенты|Clients)/ }))
      .first()
      .click();
    await page.getByRole('table').or(page.getByRole('grid')).first().waitFor();
    await wait(SETTLE_MS);
    return memoryOfTree(app.process().pid ?? NaN);
  } finally {
    await close();
  }
}
