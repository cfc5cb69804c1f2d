import { app, dialog } from 'electron';
import { basename, extname, join } from 'node:path';
import { vaultShellContract } from '../../shared/ipc/contract.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts';
import { AppError } from '../../shared/ipc/reply.ts';
import type { Desk } from './desk.ts';
import { noteExport, valueOf } from './fileCalls.ts';
import { windowOf } from './shellCalls.ts';
import { words } from './words.ts';

/** Asks for a place and lets the vault write items of the library there. Throws cancelled, or what the vault answers. */
export async function exportLibrary(
  desk: Desk,
  refs: ParsedInputOf<'shell.exportLibrary'>['refs'],
): Promise<OutputOf<'shell.exportLibrary'>> {
  const say = words();
  const { canceled, filePath } = await dialog.showSaveDialog(windowOf(desk), {
    title: say.libraryTitle,
    defaultPath: join(app.getPath('documents'), `${say.libraryFile}.kamerton-library.json`),
    filters: [{ name: say.libraryKind, extensions: ['json'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  });
  if (canceled || filePath === '') throw new AppError('cancelled', 'the dialog was closed');
  const path = extname(filePath).toLowerCase() === '.json' ? filePath : `${filePath}.kamerton-library.json`;
  const written = valueOf(await desk.vault().call('library.writeFile', { refs, path }, 'shell'));
  return { fileName: noteExport(path), ...vaultShellContract['library.writeFile'].output.parse(written) };
}

/** Lets the vault read a library file of the user's choice. Throws cancelled, or what the vault answers. */
export async function openLibrary(desk: Desk): Promise<OutputOf<'shell.openLibrary'>> {
  const say = words();
  const { canceled, filePaths } = await dialog.showOpenDialog(windowOf(desk), {
    title: say.libraryTitle,
    filters: [{ name: say.libraryKind, extensions: ['json'] }],
    properties: ['openFile', 'dontAddToRecent'],
  });
  const [path] = filePaths;
  if (canceled || path === undefined) throw new AppError('cancelled', 'the dialog was closed');
  const read = valueOf(await desk.vault().call('library.readFile', { path }, 'shell'));
  return { fileName: basename(path), ...vaultShellContract['library.readFile'].output.parse(read) };
}

/** Asks for a place and lets the vault write standards of the dossier there. Throws as {@link exportLibrary}. */
export async function exportStandards(
  desk: Desk,
  ids: ParsedInputOf<'shell.exportStandards'>['ids'],
): Promise<OutputOf<'shell.exportStandards'>> {
  const say = words();
  const { canceled, filePath } = await dialog.showSaveDialog(windowOf(desk), {
    title: say.standardsTitle,
    defaultPath: join(app.getPath('documents'), `${say.standardsFile}.kamerton-standards.json`),
    filters: [{ name: say.standardsKind, extensions: ['json'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  });
  if (canceled || filePath === '') throw new AppError('cancelled', 'the dialog was closed');
  const path = extname(filePath).toLowerCase() === '.json' ? filePath : `${filePath}.kamerton-standards.json`;
  const written = valueOf(await desk.vault().call('standards.writeFile', { ids, path }, 'shell'));
  return { fileName: noteExport(path), ...vaultShellContract['standards.writeFile'].output.parse(written) };
}

/** Lets the vault read a file of standards of the user's choice. Throws cancelled, or what the vault answers. */
export async function openStandards(desk: Desk): Promise<OutputOf<'shell.openStandards'>> {
  const say = words();
  const { canceled, filePaths } = await dialog.showOpenDialog(windowOf(desk), {
    title: say.standardsTitle,
    filters: [{ name: say.standardsKind, extensions: ['json'] }],
    properties: ['openFile', 'dontAddToRecent'],
  });
  const [path] = filePaths;
  if (canceled || path === undefined) throw new AppError('cancelled', 'the dialog was closed');
  const read = valueOf(await desk.vault().call('standards.readFile', { path }, 'shell'));
  return { fileName: basename(path), ...vaultShellContract['standards.readFile'].output.parse(read) };
}
