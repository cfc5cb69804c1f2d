import { app, dialog, nativeImage, shell } from 'electron';
import { existsSync } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { vaultShellContract } from '../../shared/ipc/contract.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts';
import { AppError } from '../../shared/ipc/reply.ts';
import type { Reply } from '../../shared/ipc/reply.ts';
import type { Desk } from './desk.ts';
import { windowOf } from './shellCalls.ts';
import { words } from './words.ts';

// Only while the program runs: where a client's file went is written down nowhere.
let lastFolder: string | null = null;
let lastExport: string | null = null;
/** Whether the last file is one we made: a file of a dossier may be a program, and is only shown in its folder. */
let lastIsOurs = true;

const largestPicture = 2 * 1024 * 1024;

export function valueOf(reply: Reply<unknown>): unknown {
  if (!reply.ok) throw new AppError(reply.code, 'the vault declined', reply.details);
  return reply.value;
}

/** Where the last file went, else the documents: what a dialog offers first. */
export function lastFolderOrDocuments(): string {
  return lastFolder !== null && existsSync(lastFolder) ? lastFolder : app.getPath('documents');
}

export function failureOf(error: unknown): AppError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('diskFull', code);
  if (code === 'EBUSY') return new AppError('fileBusy', code);
  if (code === 'ENOENT') return new AppError('folderMissing', code);
  return new AppError('readOnlyFolder', code);
}

/** Asks where a file shall be; the last folder is offered, and the extension is held. Throws cancelled. */
export async function chooseSavePath(
  desk: Desk,
  file: {
    readonly title: string;
    /** Without an extension. */
    readonly name: string;
    readonly kind: string;
    readonly extension: string;
  },
): Promise<string> {
  const suffix = `.${file.extension}`;
  const { canceled, filePath } = await dialog.showSaveDialog(windowOf(desk), {
    title: file.title,
    // Whatever the name is, it stays a name: no folder can come out of it.
    defaultPath: join(lastFolderOrDocuments(), `${basename(file.name)}${suffix}`),
    filters: [{ name: file.kind, extensions: [file.extension] }],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  });
  if (canceled || filePath === '') throw new AppError('cancelled', 'the dialog was closed');
  return extname(filePath).toLowerCase() === suffix ? filePath : `${filePath}${suffix}`;
}

/** Asks where a proposal's file shall be; the name offered tells number and client. Throws cancelled. */
export async function chooseExportPath(
  desk: Desk,
  id: ParsedInputOf<'shell.exportProposalDocx'>['id'],
  file: {
    readonly title: string;
    readonly kind: string;
    readonly extension: string;
    /** Whether the name says that it is a draft. */
    readonly draft?: boolean;
  },
): Promise<{ path: string; hasContents: boolean }> {
  const named = valueOf(
    await desk.vault().call('proposals.exportFileName', { id, draft: file.draft ?? false }, 'shell'),
  );
  const { fileName, hasContents } = vaultShellContract['proposals.exportFileName'].output.parse(named);
  const path = await chooseSavePath(desk, { ...file, name: fileName.replace(/\.docx$/i, '') });
  return { path, hasContents };
}

/** Remembers where the last file went, for showing and opening it; answers its name. */
export function noteExport(path: string, isOurs = true): string {
  lastFolder = dirname(path);
  lastExport = path;
  lastIsOurs = isOurs;
  return basename(path);
}

/** Asks for the folder of a set of copies. Throws cancelled when the dialog was closed. */
export async function chooseFacesFolder(desk: Desk): Promise<string> {
  const { canceled, filePaths } = await dialog.showOpenDialog(windowOf(desk), {
    title: words().facesTitle,
    buttonLabel: words().facesButton,
    defaultPath: lastFolderOrDocuments(),
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  });
  const [chosen] = filePaths;
  if (canceled || chosen === undefined) throw new AppError('cancelled', 'the dialog was closed');
  return chosen;
}

/** Asks for a place and lets the vault put a sent copy there. Throws cancelled, or what the vault answers. */
export async function saveSentCopy(
  desk: Desk,
  id: ParsedInputOf<'shell.saveSentCopy'>['id'],
): Promise<OutputOf<'shell.saveSentCopy'>> {
  const named = valueOf(await desk.vault().call('proposals.sentCopyName', { id }, 'shell'));
  const { fileName } = vaultShellContract['proposals.sentCopyName'].output.parse(named);
  const say = words();
  const { canceled, filePath } = await dialog.showSaveDialog(windowOf(desk), {
    title: say.copyTitle,
    defaultPath: join(lastFolderOrDocuments(), basename(fileName)),
    filters: [{ name: say.exportKind, extensions: ['docx'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  });
  if (canceled || filePath === '') throw new AppError('cancelled', 'the dialog was closed');
  const path = extname(filePath).toLowerCase() === '.docx' ? filePath : `${filePath}.docx`;
  valueOf(await desk.vault().call('proposals.writeSentCopy', { id, path }, 'shell'));
  return { fileName: noteExport(path) };
}

function lastExportPath(): string {
  if (lastExport === null || !existsSync(lastExport)) throw new AppError('notFound', 'no exported file');
  return lastExport;
}

export function showLastExport(): OutputOf<'shell.showLastExport'> {
  shell.showItemInFolder(lastExportPath());
  return {};
}

export async function openLastExport(): Promise<OutputOf<'shell.openLastExport'>> {
  if (!lastIsOurs) throw new AppError('unavailable', 'not a file of our making');
  const problem = await shell.openPath(lastExportPath());
  if (problem !== '') throw new AppError('unavailable', 'no program opens it');
  return {};
}

function pictureKind(bytes: Buffer): 'image/png' | 'image/jpeg' | null {
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])))
    return 'image/png';
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  return null;
}

/** Asks for a file of a picture and reads it. Throws cancelled, imageTooLarge or fileUnreadable. */
async function choosePictureFile(
  desk: Desk,
  kind: string,
  extensions: string[],
): Promise<{ readonly bytes: Buffer; readonly extension: string }> {
  const { canceled, filePaths } = await dialog.showOpenDialog(windowOf(desk), {
    title: words().pictureTitle,
    filters: [{ name: kind, extensions }],
    properties: ['openFile', 'dontAddToRecent'],
  });
  const [path] = filePaths;
  if (canceled || path === undefined) throw new AppError('cancelled', 'the dialog was closed');
  try {
    if ((await stat(path)).size > largestPicture) throw new AppError('imageTooLarge', 'over 2 MB');
    return { bytes: await readFile(path), extension: extname(path).toLowerCase() };
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('fileUnreadable', 'cannot be read');
  }
}

/** A picture by its bytes. Throws fileUnreadable for what only has the name of one. */
function pictureOf(bytes: Buffer): OutputOf<'shell.choosePicture'> {
  const mime = pictureKind(bytes);
  // The kind by its bytes, the size by decoding: a file that only has the name of a picture ends here.
  const { width: widthPx, height: heightPx } = nativeImage.createFromBuffer(bytes).getSize();
  if (mime === null || widthPx === 0 || heightPx === 0) throw new AppError('fileUnreadable', 'not a picture');
  return { picture: { mime, base64: bytes.toString('base64'), widthPx, heightPx } };
}

/** A picture of the user's choice. Throws cancelled, imageTooLarge or fileUnreadable. */
export async function choosePicture(desk: Desk): Promise<OutputOf<'shell.choosePicture'>> {
  const { bytes } = await choosePictureFile(desk, words().pictureKind, ['png', 'jpg', 'jpeg']);
  return pictureOf(bytes);
}

/** A picture or a drawing of the user's choice; a drawing is handed on as text. Throws as {@link choosePicture}. */
export async function chooseIllustration(desk: Desk): Promise<OutputOf<'shell.chooseIllustration'>> {
  const say = words();
  const extensions = ['png', 'jpg', 'jpeg', 'svg'];
  const { bytes, extension } = await choosePictureFile(desk, say.illustrationKind, extensions);
  return extension === '.svg' ? { drawing: bytes.toString('utf8') } : pictureOf(bytes);
}

/** The recovery key as a text file, for printing or a safe. Throws cancelled or what the disk says. */
export async function saveRecoverySheet(
  desk: Desk,
  text: string,
): Promise<OutputOf<'shell.saveRecoverySheet'>> {
  const say = words();
  const { canceled, filePath } = await dialog.showSaveDialog(windowOf(desk), {
    title: say.recoveryTitle,
    defaultPath: join(app.getPath('documents'), say.recoveryFile),
    filters: [{ name: say.recoveryKind, extensions: ['txt'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
  });
  if (canceled || filePath === '') throw new AppError('cancelled', 'the dialog was closed');
  try {
    // With a byte order mark, for old editors of Windows.
    await writeFile(filePath, `\u{FEFF}${text}`, { mode: 0o600 });
  } catch (error) {
    throw failureOf(error);
  }
  return {};
}
