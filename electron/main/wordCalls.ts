import { dialog } from 'electron';
import { basename } from 'node:path';
import { vaultShellContract } from '../../shared/ipc/contract.ts';
import type { OutputOf } from '../../shared/ipc/contract.ts';
import { AppError } from '../../shared/ipc/reply.ts';
import type { Desk } from './desk.ts';
import { valueOf } from './fileCalls.ts';
import { windowOf } from './shellCalls.ts';
import { words } from './words.ts';

/** Asks for a Word file and lets the vault read it. Throws cancelled, or what the vault answers. */
export async function openWordFile(desk: Desk): Promise<OutputOf<'shell.openWordFile'>> {
  const say = words();
  const { canceled, filePaths } = await dialog.showOpenDialog(windowOf(desk), {
    title: say.wordTitle,
    // Old files too: what is to be done with them is said after they were chosen.
    filters: [{ name: say.exportKind, extensions: ['docx', 'docm', 'dotx', 'doc'] }],
    properties: ['openFile', 'dontAddToRecent'],
  });
  const [path] = filePaths;
  if (canceled || path === undefined) throw new AppError('cancelled', 'the dialog was closed');
  const read = valueOf(await desk.vault().call('word.readFile', { path }, 'shell'));
  return { fileName: basename(path), file: vaultShellContract['word.readFile'].output.parse(read) };
}
