import { dialog } from 'electron';
import { vaultShellContract } from '../../shared/ipc/contract.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts';
import { AppError } from '../../shared/ipc/reply.ts';
import type { Desk } from './desk.ts';
import { valueOf } from './fileCalls.ts';
import { windowOf } from './shellCalls.ts';
import { words } from './words.ts';

/** Asks for a table file; only the vault opens it. Throws cancelled. */
async function chooseTable(desk: Desk, title: string): Promise<string> {
  const { canceled, filePaths } = await dialog.showOpenDialog(windowOf(desk), {
    title,
    filters: [{ name: words().tableKind, extensions: ['xlsx', 'csv', 'tsv', 'txt'] }],
    properties: ['openFile', 'dontAddToRecent'],
  });
  const [path] = filePaths;
  if (canceled || path === undefined) throw new AppError('cancelled', 'the dialog was closed');
  return path;
}

/** A price file of the user's choice, laid out for the choice of columns. Throws cancelled, or what the vault answers. */
export async function openPriceTable(desk: Desk): Promise<OutputOf<'shell.openPriceTable'>> {
  const path = await chooseTable(desk, words().priceTableTitle);
  const opened = valueOf(await desk.vault().call('prices.openTable', { path }, 'shell'));
  return vaultShellContract['prices.openTable'].output.parse(opened);
}

/** A table of deliveries, clients or people, laid out for the choice of columns. Throws cancelled, or what the vault answers. */
export async function openDossierTable(
  desk: Desk,
  { jobId }: ParsedInputOf<'shell.openDossierTable'>,
): Promise<OutputOf<'shell.openDossierTable'>> {
  const path = await chooseTable(desk, words().dossierTableTitle);
  const opened = valueOf(await desk.vault().call('imports.openFile', { jobId, path }, 'shell'));
  return vaultShellContract['imports.openFile'].output.parse(opened);
}
