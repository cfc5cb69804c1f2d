import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { ErrorCode } from '../../shared/ipc/reply.ts';

/** Every file under a folder, whole. */
export function filesUnder(folder: string): readonly { readonly path: string; readonly bytes: Buffer }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, bytes: readFileSync(path) }));
}

/** Forms in which a text could lie in a file. */
export function formsOf(text: string): readonly Buffer[] {
  const cp1251 = Buffer.from(
    [...text].map((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code & 0xff;
    }),
  );
  return [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
    cp1251,
    Buffer.from(Buffer.from(text, 'utf8').toString('base64').replace(/=+$/, ''), 'latin1'),
    Buffer.from(
      [...text].map((sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join(''),
      'latin1',
    ),
  ];
}

/** Paths of the files where the text lies in any form. */
export function filesWith(folder: string, text: string): readonly string[] {
  const forms = formsOf(text);
  return filesUnder(folder)
    .filter(({ bytes }) => forms.some((form) => bytes.includes(form)))
    .map(({ path }) => path);
}

export function copyFolder(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const { path } of filesUnder(from)) {
    const target = join(to, path.slice(from.length));
    mkdirSync(join(target, '..'), { recursive: true });
    copyFileSync(path, target);
  }
}

/** Flips one bit of a file. */
export function flipBit(path: string, byte: number, bit: number): void {
  const bytes = readFileSync(path);
  bytes[byte] = (bytes[byte] ?? 0) ^ (1 << bit);
  writeFileSync(path, bytes);
}

/** Answers in one line what changed under a folder: name, size and content. */
export function snapshot(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    filesUnder(folder).map(({ path, bytes }) => [path.slice(folder.length), bytes.toString('latin1')]),
  );
}

export function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}

/** The work must fail with this code. */
export async function expectCode(work: Promise<unknown>, code: ErrorCode): Promise<void> {
  await expect(work).rejects.toThrow(expect.objectContaining({ code }));
}
