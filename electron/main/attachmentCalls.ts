import { dialog } from 'electron';
import { basename, extname, join } from 'node:path';
import { vaultShellContract } from '../../shared/ipc/contract.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts';
import { AppError } from '../../shared/ipc/reply.ts';
import type { Desk } from './desk.ts';
import { lastFolderOrDocuments, noteExport, valueOf } from './fileCalls.ts';
import { windowOf } from './shellCalls.ts';
import { words } from './words.ts';

/**
 * Lets the vault take files of the user's choice. What cannot be taken is named with its reason, and the rest is added.
 * Throws cancelled, or what concerns all of them: no room, no vault.
 */
export async function addFiles(
  desk: Desk,
  place: ParsedInputOf<'shell.addFiles'>['place'],
): Promise<OutputOf<'shell.addFiles'>> {
  const say = words();
  const { canceled, filePaths } = await dialog.showOpenDialog(windowOf(desk), {
    title: say.filesTitle,
    buttonLabel: say.filesButton,
    properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
  });
  if (canceled || filePaths.length === 0) throw new AppError('cancelled', 'the dialog was closed');
  const taken: OutputOf<'shell.addFiles'> = { added: [], refused: [] };
  for (const path of filePaths) {
    // oxlint-disable-next-line no-await-in-loop -- one file at a time: the vault also answers the window meanwhile
    const reply = await desk.vault().call('attachments.addFile', { place, path }, 'shell');
    if (reply.ok) taken.added.push(vaultShellContract['attachments.addFile'].output.parse(reply.value));
    else if (reply.code === 'attachmentTooLarge' || reply.code === 'attachmentUnreadable')
      taken.refused.push({ name: basename(path), code: reply.code });
    else valueOf(reply);
  }
  return taken;
}

/** Saves a file of a dossier where the user says. Throws cancelled, or what the vault answers. */
export async function saveAttachment(
  desk: Desk,
  id: ParsedInputOf<'shell.saveAttachment'>['id'],
): Promise<OutputOf<'shell.saveAttachment'>> {
  const named = valueOf(await desk.vault().call('attachments.fileName', { id }, 'shell'));
  const { fileName } = vaultShellContract['attachments.fileName'].output.parse(named);
  const extension = extname(fileName).slice(1);
  const { canceled, filePath } = await dialog.showSaveDialog(windowOf(desk), {
    title: words().fileTitle,
    defaultPath: join(lastFolderOrDocuments(), basename(fileName)),
    ...(extension === '' ? {} : { filters: [{ name: words().fileKind, extensions: [extension] }] }),
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  });
  if (canceled || filePath === '') throw new AppError('cancelled', 'the dialog was closed');
  valueOf(await desk.vault().call('attachments.writeFile', { id, path: filePath }, 'shell'));
  return { fileName: noteExport(filePath, false) };
}

/** Saves files of a dossier into a folder. Throws cancelled, or what the vault answers. */
export async function saveAttachments(
  desk: Desk,
  ids: ParsedInputOf<'shell.saveAttachments'>['ids'],
): Promise<OutputOf<'shell.saveAttachments'>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(windowOf(desk), {
    title: words().filesFolderTitle,
    buttonLabel: words().facesButton,
    defaultPath: lastFolderOrDocuments(),
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  });
  const [folder] = filePaths;
  if (canceled || folder === undefined) throw new AppError('cancelled', 'the dialog was closed');
  const written = valueOf(await desk.vault().call('attachments.writeFiles', { ids, folder }, 'shell'));
  return vaultShellContract['attachments.writeFiles'].output.parse(written);
}

/** Asks for a folder and lets the vault write all it holds there, unencrypted. Throws cancelled, or what the vault answers. */
export async function exportVault(
  desk: Desk,
  wish: ParsedInputOf<'shell.exportVault'>,
): Promise<OutputOf<'shell.exportVault'>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(windowOf(desk), {
    title: words().vaultExportTitle,
    buttonLabel: words().vaultExportButton,
    defaultPath: lastFolderOrDocuments(),
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  });
  const [folder] = filePaths;
  if (canceled || folder === undefined) throw new AppError('cancelled', 'the dialog was closed');
  const written = valueOf(await desk.vault().call('vaultExport.write', { ...wish, folder }, 'shell'));
  const exported = vaultShellContract['vaultExport.write'].output.parse(written);
  noteExport(join(folder, exported.folderName), false);
  return exported;
}
