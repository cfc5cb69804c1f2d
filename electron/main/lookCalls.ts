import { app, dialog } from 'electron';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { LookFile } from '../../shared/ipc/contract.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts';
import { AppError } from '../../shared/ipc/reply.ts';
import type { Desk } from './desk.ts';
import { failureOf } from './fileCalls.ts';
import { windowOf } from './shellCalls.ts';
import { words } from './words.ts';

/** A look is a few lines; what is longer is none. */
const largestLook = 64 * 1024;

/** Saves a look as a small JSON file the user names. Throws cancelled or what the disk says. */
export async function saveLook(
  desk: Desk,
  look: ParsedInputOf<'shell.saveLook'>['look'],
): Promise<OutputOf<'shell.saveLook'>> {
  const say = words();
  const { canceled, filePath } = await dialog.showSaveDialog(windowOf(desk), {
    title: say.lookTitle,
    defaultPath: join(app.getPath('documents'), `${say.lookFile}.json`),
    filters: [{ name: say.lookKind, extensions: ['json'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  });
  if (canceled || filePath === '') throw new AppError('cancelled', 'the dialog was closed');
  const path = extname(filePath).toLowerCase() === '.json' ? filePath : `${filePath}.json`;
  const file: LookFile = { kind: 'kamerton-look', version: 1, look };
  try {
    await writeFile(path, `${JSON.stringify(file, null, 2)}\n`);
  } catch (error) {
    throw failureOf(error);
  }
  return { fileName: basename(path) };
}

/** Reads a look from a file of the user's choice. Throws cancelled, or lookUnreadable for whatever is not a look. */
export async function openLook(desk: Desk): Promise<OutputOf<'shell.openLook'>> {
  const say = words();
  const { canceled, filePaths } = await dialog.showOpenDialog(windowOf(desk), {
    title: say.lookTitle,
    filters: [{ name: say.lookKind, extensions: ['json'] }],
    properties: ['openFile', 'dontAddToRecent'],
  });
  const [path] = filePaths;
  if (canceled || path === undefined) throw new AppError('cancelled', 'the dialog was closed');
  try {
    if ((await stat(path)).size > largestLook) throw new AppError('lookUnreadable', 'too large');
    return { look: LookFile.parse(JSON.parse(await readFile(path, 'utf8'))).look };
  } catch {
    throw new AppError('lookUnreadable', 'not a look');
  }
}
