import {
  closeSync,
  chmodSync,
  mkdirSync,
  openSync,
  readSync,
  fstatSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/**
 * Unpacks a zip file without any program or package (a bare machine has no `unzip`).
 * `place(name)` gives the path an entry goes to, or null to leave it out. Modes and symlinks are kept.
 * No zip64: the files this is used for stay under 4 GB.
 */
export function unzip(file, place) {
  const fd = openSync(file, 'r');
  try {
    for (const entry of readDirectory(fd)) {
      const target = entry.name.endsWith('/') ? null : place(entry.name);
      if (target !== null) write(fd, entry, target);
    }
  } finally {
    closeSync(fd);
  }
}

function read(fd, position, length) {
  const bytes = Buffer.alloc(length);
  readSync(fd, bytes, 0, length, position);
  return bytes;
}

function readDirectory(fd) {
  const { size } = fstatSync(fd);
  const tail = read(fd, Math.max(0, size - 65_557), Math.min(size, 65_557));
  let end = tail.length - 22;
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < 0) throw new Error('Not a zip file');
  const directory = read(fd, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries = [];
  for (let at = 0; at < directory.length && directory.readUInt32LE(at) === DIRECTORY_ENTRY;) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push({
      method: directory.readUInt16LE(at + 10),
      packedSize: directory.readUInt32LE(at + 20),
      mode: directory.readUInt32LE(at + 38) >>> 16,
      offset: directory.readUInt32LE(at + 42),
      name: directory.toString('utf8', at + 46, at + 46 + nameLength),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

function write(fd, entry, target) {
  const header = read(fd, entry.offset, 30);
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = read(fd, start, entry.packedSize);
  const bytes = entry.method === 0 ? packed : inflateRawSync(packed);
  mkdirSync(dirname(target), { recursive: true });
  if ((entry.mode & 0o170000) === 0o120000) {
    symlinkSync(bytes.toString('utf8'), target);
    return;
  }
  writeFileSync(target, bytes);
  if ((entry.mode & 0o777) !== 0) chmodSync(target, entry.mode & 0o777);
}

/** Joins a zip entry's name to a folder; null where the name would leave it. */
export function inside(folder, name) {
  return name.split('/').includes('..') || name.startsWith('/') ? null : join(folder, name);
}
