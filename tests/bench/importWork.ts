import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import writeXlsxFile from 'write-excel-file/node';
import type { Row } from 'write-excel-file/node';
import { importPlan } from '../support/importPlan.ts';
import { openTestVault, type TestVault } from '../support/testVault.ts';
import { ms, quantile } from './measure.ts';

const rowCount = 100_000;
const clientCount = 1000;
const goalMs = 10_000;

async function writeBook(path: string): Promise<void> {
  const text = (value: string) => ({ type: String, value });
  const number = (value: number) => ({ type: Number, value });
  const titles = ['Дата', 'Клиент', 'ИНН', 'Направление', 'Что поставлено', 'Выручка без НДС', 'Прибыль'];
  const rows: Row[] = [[...titles, 'Валюта', 'Документ'].map(text)];
  for (let at = 0; at < rowCount; at++) {
    const client = at % clientCount;
    rows.push([
      {
        type: Date,
        value: new Date(Date.UTC(2020, 0, 1 + (at % 2200))),
        format: 'dd.mm.yyyy',
      },
      text(`ООО «Клиент номер ${client}»`),
      text(String(7_700_000_000 + client)),
      text(['Компрессоры', 'Сервис', 'Запасные части'][at % 3] ?? ''),
      text(`Поставка оборудования по спецификации, партия ${at}`),
      number(10_000 + at * 1.37),
      number(900 + at * 0.21),
      text('RUB'),
      text(`УПД-${at}`),
    ]);
  }
  await writeXlsxFile(rows).toFile(path);
}

/** Asks something small all the while; answers how long after its time each answer came. */
function askMeanwhile(vault: TestVault): { stop(): Promise<number[]> } {
  const waits: number[] = [];
  let goesOn = true;
  const asking = (async () => {
    while (goesOn) {
      const due = performance.now() + 20;
      await pause(20);
      await vault.call('search.everywhere', { query: 'клиент' });
      waits.push(performance.now() - due);
    }
  })();
  return {
    async stop() {
      goesOn = false;
      await asking;
      return waits;
    },
  };
}

/** By the clock, and of the processor: on a busy machine only the second is ours. */
type Spent = { readonly ms: number; readonly cpuMs: number };
const said = (spent: Spent): string => `${ms(spent.ms)}, of the processor ${ms(spent.cpuMs)}`;

/** A workbook of 100,000 deliveries into an encrypted vault: reading, the look at it, the one write, the way back. */
export async function benchImport(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kamerton-import-'));
  const path = join(folder, 'deliveries.xlsx');
  await writeBook(path);
  const vault = await openTestVault();
  const asking = askMeanwhile(vault);
  const timed = async <Value>(work: () => Promise<Value>): Promise<[Value, Spent]> => {
    const from = performance.now();
    const before = process.cpuUsage();
    const value = await work();
    const { user, system } = process.cpuUsage(before);
    return [value, { ms: performance.now() - from, cpuMs: (user + system) / 1000 }];
  };
  const [table, readSpent] = await timed(() => vault.call('imports.openFile', { jobId: randomUUID(), path }));
  const plan = importPlan(table);
  const [preview, previewSpent] = await timed(() =>
    vault.call('imports.preview', { jobId: randomUUID(), plan }),
  );
  const [done, runSpent] = await timed(() => vault.call('imports.run', { jobId: randomUUID(), plan }));
  const [again, againSpent] = await timed(() => vault.call('imports.preview', { jobId: randomUUID(), plan }));
  const waits = await asking.stop();
  const [undone, undoSpent] = await timed(() => vault.call('imports.undo', { id: done.batchId ?? 0 }));
  await vault.close();
  rmSync(folder, { recursive: true, force: true });
  if (preview.counts.new !== rowCount || again.counts.same !== rowCount || undone.kept !== 0)
    throw new Error('The import did not do what it was measured for');

  const parts = [readSpent, previewSpent, runSpent];
  const all = {
    ms: parts.reduce((sum, part) => sum + part.ms, 0),
    cpuMs: parts.reduce((sum, part) => sum + part.cpuMs, 0),
  };
  console.log(`\n## Import of ${rowCount} deliveries of ${clientCount} new clients from XLSX\n`);
  console.log(`reading the file           ${said(readSpent)}`);
  console.log(`looking before it is done  ${said(previewSpent)}`);
  console.log(`importing                  ${said(runSpent)}`);
  console.log(`all three                  ${said(all)} (goal ≤ ${ms(goalMs)})`);
  console.log(`the same file once more    ${said(againSpent)} (nothing new)`);
  console.log(`taking all of it back      ${said(undoSpent)}`);
  console.log(
    `another call meanwhile     p95 ${ms(quantile(waits, 0.95))}, longest ${ms(quantile(waits, 1))} (the one write)`,
  );
}
