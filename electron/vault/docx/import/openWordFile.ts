import { posix } from 'node:path';
import { AppError } from '../../../../shared/ipc/reply.ts';
import { unzip } from '../unzip.ts';
import { attribute, elementsOf, readXml, type XmlElement } from './xmlTree.ts';

/** Something a part points at: an address outside, or the path of another part. */
export type Relationship = { readonly type: string; readonly target: string; readonly external: boolean };

/** An opened Word file: parts by path, read when asked for. */
export type WordPackage = {
  /** The path of the document itself. */
  readonly document: string;
  /** The root element of a part; null where the file has none. Throws wordDamaged for one that does not read. */
  xml(path: string): XmlElement | null;
  bytes(path: string): Uint8Array | null;
  /** By id. */
  relationships(path: string): ReadonlyMap<string, Relationship>;
  /** The path of the part of a kind that the document points at; null where there is none. */
  partOf(kind: string): string | null;
};

const limits = {
  mostBytes: 100 * 1024 * 1024,
  mostEntries: 5000,
  damaged: 'wordDamaged',
  tooLarge: 'wordTooLarge',
} as const;
/** A file itself: what is larger is a film, not a text. */
export const largestWordFile = 60 * 1024 * 1024;
/** One part of text: 40 MB of markup are some thousand pages. */
const largestPart = 40 * 1024 * 1024;

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((value, at) => bytes[at] === value);
}

/** Says what a file that is no archive is, so that the sentence can say what to do. */
function refuse(bytes: Uint8Array): AppError {
  if (!startsWith(bytes, compoundFile))
    return new AppError('wordForeign', 'neither an archive nor an old file');
  const stream = (name: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
  return stream('EncryptedPackage')
    ? new AppError('wordProtected', 'a password lies on the file')
    : new AppError('wordOld', 'the binary format of old Word');
}

/** UTF-8 unless a byte order mark says UTF-16: Word reads both. */
function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes);
}

function relationshipsPath(path: string): string {
  return posix.join(posix.dirname(path), '_rels', `${posix.basename(path)}.rels`);
}

/**
 * Opens the bytes of a DOCX (or DOCM, DOTX: the text is the same). Throws AppError wordDamaged, wordForeign,
 * wordProtected, wordOld or wordTooLarge.
 */
export function openWordFile(bytes: Uint8Array): WordPackage {
  if (bytes.length > largestWordFile) throw new AppError('wordTooLarge', 'the file is too large');
  if (!startsWith(bytes, [0x50, 0x4b])) throw refuse(bytes);
  const parts = unzip(bytes, limits);

  const read = new Map<string, XmlElement>();
  const xml = (path: string): XmlElement | null => {
    const part = parts.get(path);
    if (part === undefined) return null;
    if (part.length > largestPart) throw new AppError('wordTooLarge', 'a part is too large');
    const root = read.get(path) ?? readXml(decoded(part));
    read.set(path, root);
    return root;
  };
  const relationships = (path: string): ReadonlyMap<string, Relationship> => {
    const found = new Map<string, Relationship>();
    for (const each of elementsOf(xml(relationshipsPath(path)))) {
      const external = attribute(each, 'TargetMode') === 'External';
      const target = attribute(each, 'Target') ?? '';
      found.set(attribute(each, 'Id') ?? '', {
        type: posix.basename(attribute(each, 'Type') ?? ''),
        // A path from the archive's own root or from the part's folder; nothing outside can be named by it.
        target: external
          ? target
          : posix.join('/', target.startsWith('/') ? '' : posix.dirname(path), target).slice(1),
        external,
      });
    }
    return found;
  };

  const document = [...relationships('').values()].find(({ type }) => type === 'officeDocument')?.target;
  // A spreadsheet and a presentation are archives with a main part too.
  if (document === undefined || xml(document)?.name !== 'w:document')
    throw new AppError('wordForeign', 'an archive without a Word document');
  const known = relationships(document);
  return {
    document,
    xml,
    bytes: (path) => parts.get(path) ?? null,
    relationships,
    partOf: (kind) =>
      [...known.values()].find(({ type, external }) => type === kind && !external)?.target ?? null,
  };
}
