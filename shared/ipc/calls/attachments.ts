import { z } from 'zod';
import {
  AddedAttachment,
  Attachment,
  AttachmentDraft,
  attachmentPartBytes,
  AttachmentPlace,
} from '../../domain/attachment.ts';
import { AccountId, AttachmentId } from '../../domain/ids.ts';
import { errorCodes } from '../reply.ts';
import { chosenPath, type Contract, done, saved } from './shapes.ts';

const fileName = z.string().min(1).max(1000);
/** One part in base64: a third longer than its bytes. */
const part = z.base64().max(Math.ceil(attachmentPartBytes / 3) * 4);

/** A chosen file that was not added, and why. */
const refused = z.object({ name: z.string(), code: z.enum(errorCodes) });
const taken = z.object({ added: z.array(AddedAttachment), refused: z.array(refused) });

/** Files of the dossiers, for the window. */
export const attachmentCalls = {
  /** Deleted ones too, for as long as they can be brought back. */
  'attachments.list': {
    input: z.object({ accountId: AccountId }),
    output: z.object({ files: z.array(Attachment) }),
  },
  /** A dropped or pasted file comes in parts of at most 1 MiB, in their order; nothing is kept before `finish`. */
  'attachments.begin': {
    input: z.object({ place: AttachmentPlace, name: fileName, sizeBytes: z.int().min(0) }),
    output: z.object({ id: AttachmentId }),
  },
  'attachments.append': { input: z.object({ id: AttachmentId, base64: part }), output: done },
  'attachments.finish': {
    input: z.object({ id: AttachmentId, place: AttachmentPlace, name: fileName }),
    output: AddedAttachment,
  },
  'attachments.discard': { input: z.object({ id: AttachmentId }), output: done },
  /** A part of 1 MiB, the last one shorter; `parts` counts them. */
  'attachments.readPart': {
    input: z.object({ id: AttachmentId, part: z.int().min(0) }),
    output: z.object({ base64: z.string(), parts: z.int() }),
  },
  'attachments.save': {
    input: z.object({ id: AttachmentId, baseRevision: z.int(), draft: AttachmentDraft }),
    output: saved,
  },
  'attachments.delete': { input: z.object({ id: AttachmentId }), output: done },
  'attachments.restore': { input: z.object({ id: AttachmentId }), output: done },
} as const satisfies Contract;

/** The same where the file lies at a path chosen in the native dialog. */
export const attachmentShellCalls = {
  'attachments.addFile': {
    input: z.object({ place: AttachmentPlace, path: chosenPath }),
    output: AddedAttachment,
  },
  'attachments.fileName': {
    input: z.object({ id: AttachmentId }),
    output: z.object({ fileName: z.string() }),
  },
  /** Writes one file as it was added. */
  'attachments.writeFile': { input: z.object({ id: AttachmentId, path: chosenPath }), output: done },
  /** Writes several into a folder under free names; damaged ones are left out and named. */
  'attachments.writeFiles': {
    input: z.object({ ids: z.array(AttachmentId).min(1).max(10_000), folder: chosenPath }),
    output: z.object({ written: z.int(), refused: z.array(refused) }),
  },
} as const satisfies Contract;

/** Native dialogs for files of the dossiers; each answers `cancelled` when it was closed. */
export const attachmentWindowCalls = {
  'shell.addFiles': { input: z.object({ place: AttachmentPlace }), output: taken },
  'shell.saveAttachment': {
    input: z.object({ id: AttachmentId }),
    output: z.object({ fileName: z.string() }),
  },
  'shell.saveAttachments': {
    input: z.object({ ids: z.array(AttachmentId).min(1).max(10_000) }),
    output: z.object({ written: z.int(), refused: z.array(refused) }),
  },
} as const satisfies Contract;
