import type { ClientsTableView } from '../../shared/ipc/calls/clientsTable.ts';
import { accountDraft, wholeTable } from '../support/drafts.ts';
import { dossierCorpus } from './dossierCorpus.ts';
import { linesOnly, openDossierVault } from './dossierVault.ts';
import { median, ms, quantile } from './measure.ts';

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/**
 * The clients table of `n` clients, as the window asks for it: sums and the first page after the vault was opened, the
 * next pages, another order. What the vault answers; drawing thirty rows comes to it.
 */
export async function benchList(n: number): Promise<void> {
  const { vault } = await openDossierVault(linesOnly(dossierCorpus(n)), 2);
  const pieces: number[] = [];
  const measure = async (): Promise<void> => {
    for (let isDone = false; !isDone;)
      pieces.push(
        await timed(async () => {
          ({ isDone } = await vault.call('clients.measure', {}));
        }),
      );
  };
  const measured = await timed(measure);
  const firstPieces = pieces.splice(0);
  vault.setDay('2026-11-24');
  const nextDay = await timed(measure);
  const nextPieces = pieces.splice(0);
  const page = (of: ClientsTableView, offset: number): Promise<unknown> =>
    vault.call('clients.rows', { view: of, offset, limit: 100 });
  const open = async (of: ClientsTableView): Promise<void> => {
    await vault.call('clients.table', { view: of, limit: 100 });
  };
  const first: number[] = [];
  const scrolled: number[] = [];
  const sorted: number[] = [];
  const typed: number[] = [];
  for (let round = 0; round < 7; round++) {
    // A save between, so that no order is remembered.
    await vault.call('accounts.create', { draft: accountDraft({ name: `Новый клиент ${round}` }) });
    await measure();
    first.push(await timed(() => open({ ...wholeTable, descending: round % 2 === 0 })));
    for (let at = 0; at < 20; at++)
      scrolled.push(
        await timed(() => page({ ...wholeTable, descending: round % 2 === 0 }, Math.floor((at * n) / 20))),
      );
    for (const column of ['name', 'contact', 'completeness'] as const)
      sorted.push(await timed(() => open({ ...wholeTable, column, descending: round % 2 === 0 })));
    for (const query of ['гор', 'строй', 'екатеринбург'])
      typed.push(await timed(() => open({ ...wholeTable, query, descending: round % 2 === 0 })));
  }
  const text = (values: readonly number[]): string =>
    `${ms(median(values))} (worst ${ms(quantile(values, 1))})`;
  console.log(`\n## Clients table of ${n.toLocaleString('en')} (vault's answers)\n`);
  console.log(`opening: sums and first rows   ${text(first)}, goal ≤ 150 ms`);
  console.log(`a page on scrolling            ${text(scrolled)}`);
  console.log(`another column                 ${text(sorted)}`);
  console.log(`a search                       ${text(typed)}`);
  console.log(`all lines counted, once ever   ${ms(measured)}, a piece ${text(firstPieces)}`);
  console.log(`what a new day changes         ${ms(nextDay)}, a piece ${text(nextPieces)}`);
  await vault.close();
}
