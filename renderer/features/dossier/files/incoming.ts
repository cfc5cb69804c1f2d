import { create } from 'zustand';
import { attachmentPartBytes } from '../../../../shared/domain/attachment.ts';
import type { AddedAttachment, AttachmentPlace } from '../../../../shared/domain/attachment.ts';
import type { ErrorCode } from '../../../../shared/ipc/reply.ts';
import { call, deskErrorOf, invalidate } from '../../../app/desk.ts';
import { base64Of } from './readFile.ts';

/** A file on its way into the vault. */
export type Incoming = {
  readonly key: number;
  readonly name: string;
  readonly accountId: string;
  readonly sizeBytes: number;
  readonly doneBytes: number;
  stop(): void;
};

export type Taken = {
  readonly added: readonly AddedAttachment[];
  readonly refused: readonly { readonly name: string; readonly code: ErrorCode }[];
};

const useIncomingFiles = create<{ readonly files: readonly Incoming[] }>(() => ({ files: [] }));
let lastKey = 0;

/** Files of a client that are being added now. */
export function useIncoming(accountId: string): readonly Incoming[] {
  return useIncomingFiles(({ files }) => files).filter((file) => file.accountId === accountId);
}

function change(key: number, doneBytes: number): void {
  useIncomingFiles.setState(({ files }) => ({
    files: files.map((file) => (file.key === key ? { ...file, doneBytes } : file)),
  }));
}

/** Sends one file in parts; null when it was stopped. Throws DeskError. */
async function send(
  file: File,
  place: AttachmentPlace,
  key: number,
  signal: AbortSignal,
): Promise<AddedAttachment | null> {
  const { id } = await call('attachments.begin', { place, name: file.name, sizeBytes: file.size });
  try {
    for (let from = 0; from < file.size; from += attachmentPartBytes) {
      // oxlint-disable-next-line no-await-in-loop -- parts follow one another, and one is in memory at a time
      const slice = await file.slice(from, from + attachmentPartBytes).arrayBuffer();
      if (signal.aborted) {
        // oxlint-disable-next-line no-await-in-loop -- as above
        await call('attachments.discard', { id });
        return null;
      }
      // oxlint-disable-next-line no-await-in-loop -- as above
      await call('attachments.append', { id, base64: base64Of(new Uint8Array(slice)) });
      change(key, Math.min(file.size, from + attachmentPartBytes));
    }
    return await call('attachments.finish', { id, place, name: file.name });
  } catch (error) {
    await call('attachments.discard', { id }).catch(() => undefined);
    throw error;
  }
}

/**
 * Adds files that were dropped, pasted or chosen in the window: their bytes come in parts, no path is known here. One
 * that cannot be taken is named with its reason; a failure that concerns all of them is thrown as DeskError.
 */
export async function takeFiles(files: readonly File[], place: AttachmentPlace): Promise<Taken> {
  const added: AddedAttachment[] = [];
  const refused: { name: string; code: ErrorCode }[] = [];
  for (const file of files) {
    const key = (lastKey += 1);
    const control = new AbortController();
    const entry: Incoming = {
      key,
      name: file.name,
      accountId: place.accountId,
      sizeBytes: file.size,
      doneBytes: 0,
      stop: () => control.abort(),
    };
    useIncomingFiles.setState(({ files: before }) => ({ files: [...before, entry] }));
    try {
      // oxlint-disable-next-line no-await-in-loop -- one file at a time
      const answer = await send(file, place, key, control.signal);
      if (answer !== null) added.push(answer);
    } catch (thrown) {
      // The browser's own failure to read a file: a folder, or a file that has gone meanwhile.
      const code = thrown instanceof DOMException ? 'attachmentUnreadable' : deskErrorOf(thrown).code;
      if (code !== 'attachmentTooLarge' && code !== 'attachmentUnreadable') throw thrown;
      refused.push({ name: file.name, code });
    } finally {
      useIncomingFiles.setState(({ files: now }) => ({ files: now.filter((other) => other.key !== key) }));
    }
  }
  await invalidate('attachments.list', 'accounts.overview');
  return { added, refused };
}
