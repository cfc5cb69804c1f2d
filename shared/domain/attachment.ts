import { z } from 'zod';
import { AccountEventId, AccountId, AttachmentId, PersonId, ProposalId, TenderId } from './ids.ts';

/** What a file holds, told by its content and never by its name (GLOSSARY: вложение). */
export const AttachmentKind = z.enum([
  'image',
  'pdf',
  'text',
  'word',
  'table',
  'slides',
  'mail',
  'archive',
  'media',
  'other',
]);
export type AttachmentKind = z.infer<typeof AttachmentKind>;

/** 100 MiB: a greater file belongs on a shared disk, with a note where it lies. */
export const largestAttachmentBytes = 100 * 1024 * 1024;
/** What one call carries, and what one sealed part of a stored file holds. */
export const attachmentPartBytes = 1024 * 1024;
/** A picture with more pixels than this is not drawn: decoded it would take over 256 MiB. */
export const mostPreviewPixels = 64_000_000;

/** What an attachment belongs to besides its client: at most one of them is set by the window. */
export const AttachmentPlace = z.object({
  accountId: AccountId,
  eventId: AccountEventId.nullable(),
  personId: PersonId.nullable(),
  tenderId: TenderId.nullable(),
  proposalId: ProposalId.nullable(),
});
export type AttachmentPlace = z.infer<typeof AttachmentPlace>;

/** What the user may change of an attachment; its bytes never change. */
export const AttachmentDraft = AttachmentPlace.extend({
  name: z.string().trim().min(1).max(200),
  note: z.string().max(2000),
});
export type AttachmentDraft = z.infer<typeof AttachmentDraft>;

/** What the file itself says. */
export const AttachmentFacts = z.object({
  kind: AttachmentKind,
  mime: z.string().max(100),
  sizeBytes: z.int().min(0).max(largestAttachmentBytes),
  /** Of a picture whose header tells them. */
  widthPx: z.int().nullable(),
  heightPx: z.int().nullable(),
  sha256: z.string().length(64),
});
export type AttachmentFacts = z.infer<typeof AttachmentFacts>;

/** A file kept in the vault with a client. */
export const Attachment = AttachmentDraft.extend(AttachmentFacts.shape).extend({
  id: AttachmentId,
  revision: z.int(),
  addedAtMs: z.int(),
  /** null = it is there; else since when it is deleted. */
  deletedAtMs: z.int().nullable(),
});
export type Attachment = z.infer<typeof Attachment>;

/** `known`: the same bytes are there already in the same place, so nothing was added; the id is the known one's. */
export const AddedAttachment = z.object({
  id: AttachmentId,
  name: z.string(),
  outcome: z.enum(['added', 'known']),
});
export type AddedAttachment = z.infer<typeof AddedAttachment>;

/** Windows refuses these names whatever follows the dot. */
const reservedNames = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
/** Separators of paths, signs that Windows refuses, and marks of direction that make a name look like another. */
const forbidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}<>:"/\\|?*]/gu;
const longestName = 120;
const longestExtension = 12;

/** The extension with its dot, as written; empty where there is none. */
export function extensionOf(name: string): string {
  const found = /\.[^.\s]{1,11}$/u.exec(name)?.[0] ?? '';
  return found.length <= longestExtension && found.length < name.length ? found : '';
}

/**
 * A file's name as any system takes it: the last part of a path, without control signs and marks of direction, at most
 * 120 characters with the extension kept. Never empty.
 */
export function safeFileName(raw: string): string {
  const last =
    raw
      .normalize('NFC')
      .split(/[/\\]/u)
      .findLast((part) => part.trim() !== '') ?? '';
  const clean = last
    .replace(forbidden, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[. ]+$/u, '');
  const extension = extensionOf(clean);
  const stem = clean
    .slice(0, clean.length - extension.length)
    .replace(/^\.+/u, '')
    .trim();
  const whole = [...(stem === '' || reservedNames.test(stem) ? `_${stem}` : stem)];
  return `${whole
    .slice(0, longestName - extension.length)
    .join('')
    .trim()}${extension}`;
}

/** A new name for a file, which keeps the extension it came with. */
export function renamedFile(oldName: string, newName: string): string {
  const extension = extensionOf(oldName);
  const safe = safeFileName(newName);
  return safe.toLowerCase().endsWith(extension.toLowerCase()) ? safe : safeFileName(`${safe}${extension}`);
}

/** A name that is not among those taken, however they are written: «счёт.pdf», «счёт (2).pdf»… */
export function freeFileName(name: string, taken: ReadonlySet<string>): string {
  const extension = extensionOf(name);
  const stem = name.slice(0, name.length - extension.length);
  let candidate = name;
  for (let count = 2; taken.has(candidate.toLowerCase()); count += 1)
    candidate = `${stem} (${count})${extension}`;
  return candidate;
}

/** Whether the window can show the file itself, and how. A drawing in SVG is never shown: it can carry more than lines. */
export function previewOf(
  file: Pick<Attachment, 'kind' | 'widthPx' | 'heightPx' | 'sizeBytes'>,
): 'image' | 'pdf' | 'text' | 'largeImage' | 'none' {
  switch (file.kind) {
    case 'image':
      return (file.widthPx ?? 0) * (file.heightPx ?? 0) > mostPreviewPixels ? 'largeImage' : 'image';
    case 'pdf':
      return 'pdf';
    case 'text':
      return 'text';
    case 'word':
    case 'table':
    case 'slides':
    case 'mail':
    case 'archive':
    case 'media':
    case 'other':
      return 'none';
  }
}
