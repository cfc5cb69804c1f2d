import { dialog } from 'electron';
import { basename } from 'node:path';
import { vaultShellContract } from '../../shared/ipc/contract.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts';
import { AppError } from '../../shared/ipc/reply.ts';
import type { Desk } from './desk.ts';
import { chooseSavePath, noteExport, valueOf } from './fileCalls.ts';
import { windowOf } from './shellCalls.ts';
import { words } from './words.ts';

/** Asks for a place and lets the vault write a file for other programs there. Throws cancelled, or what the vault answers. */
export async function exportFile(
  desk: Desk,
  { request }: ParsedInputOf<'shell.exportFile'>,
): Promise<OutputOf<'shell.exportFile'>> {
  const say = words();
  const kinds = {
    table: { kind: say.workbookKind, extension: 'xlsx' },
    analysis: { kind: say.workbookKind, extension: 'xlsx' },
    cards: { kind: say.cardsKind, extension: 'vcf' },
    calendar: { kind: say.calendarKind, extension: 'ics' },
  } as const;
  const named = valueOf(await desk.vault().call('files.name', { request }, 'shell'));
  const { fileName } = vaultShellContract['files.name'].output.parse(named);
  const path = await chooseSavePath(desk, { title: say.paperTitle, name: fileName, ...kinds[request.kind] });
  valueOf(await desk.vault().call('files.write', { request, path }, 'shell'));
  return { fileName: noteExport(path) };
}

/** Lets the vault read a vCard file of the user's choice. Throws cancelled, or what the vault answers. */
export async function openCards(
  desk: Desk,
  { accountId }: ParsedInputOf<'shell.openCards'>,
): Promise<OutputOf<'shell.openCards'>> {
  const say = words();
  const { canceled, filePaths } = await dialog.showOpenDialog(windowOf(desk), {
    title: say.cardsTitle,
    filters: [{ name: say.cardsKind, extensions: ['vcf', 'vcard'] }],
    properties: ['openFile', 'dontAddToRecent'],
  });
  const [path] = filePaths;
  if (canceled || path === undefined) throw new AppError('cancelled', 'the dialog was closed');
  const read = valueOf(await desk.vault().call('people.readCards', { path, accountId }, 'shell'));
  return { fileName: basename(path), ...vaultShellContract['people.readCards'].output.parse(read) };
}
