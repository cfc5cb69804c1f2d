import { readFile, stat } from 'node:fs/promises';
import type { WordFile } from '../../../shared/document/wordFile.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { largestWordFile } from '../docx/import/openWordFile.ts';
import { readWordFile } from '../docx/import/readWordFile.ts';

/**
 * Reads a Word file from the disk. Throws what {@link readWordFile} throws, and AppError wordDamaged where the
 * disk does not give it.
 */
export async function readWordAt(path: string): Promise<WordFile> {
  let bytes: Uint8Array;
  try {
    const { size } = await stat(path);
    if (size > largestWordFile) throw new AppError('wordTooLarge', 'the file is too large');
    bytes = await readFile(path);
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('wordDamaged', 'it cannot be read from the disk');
  }
  return readWordFile(bytes);
}
