import type { WordFile } from '../../../shared/document/wordFile.ts';
import { call, notifyError } from '../../app/desk.ts';

/** A Word file that was read, with the name the user knows it by. */
export type ChosenWordFile = { readonly fileName: string; readonly file: WordFile };

/** Asks for a Word file and reads it; null when the dialog was closed or the file was refused, which is said. */
export async function chooseWordFile(): Promise<ChosenWordFile | null> {
  try {
    return await call('shell.openWordFile', {});
  } catch (thrown) {
    notifyError(thrown);
    return null;
  }
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The Word file of a drag; null where there is none. */
export function wordFileIn(transfer: DataTransfer | null): File | null {
  return (
    [...(transfer?.files ?? [])].find(({ name, type }) => type === wordType || /\.doc[xm]?$/i.test(name)) ??
    null
  );
}

async function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const url = typeof reader.result === 'string' ? reader.result : '';
      resolve(url.slice(url.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')));
    reader.readAsDataURL(file);
  });
}

/** More than this does not pass to the vault in one piece; chosen in the dialog, the file is read from the disk. */
const largestDropBytes = 11 * 1024 * 1024;

/** Reads a Word file that was dropped on the page; null when it was refused, which is said. */
export async function readDroppedWord(dropped: File): Promise<ChosenWordFile | null> {
  if (dropped.size > largestDropBytes) {
    notifyError({ code: 'wordTooLarge', details: {} });
    return null;
  }
  try {
    return { fileName: dropped.name, file: await call('word.read', { base64: await base64Of(dropped) }) };
  } catch (thrown) {
    notifyError(thrown);
    return null;
  }
}
