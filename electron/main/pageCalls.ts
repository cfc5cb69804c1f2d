import { basename, join } from 'node:path';
import { vaultShellContract } from '../../shared/ipc/contract.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts';
import type { Desk } from './desk.ts';
import { chooseExportPath, chooseFacesFolder, chooseSavePath, noteExport, valueOf } from './fileCalls.ts';
import { findHeadingPages, printPages } from './printPages.ts';
import { windowOf } from './shellCalls.ts';
import { words } from './words.ts';

type Id = ParsedInputOf<'shell.exportProposalPdf'>['id'];

/** Asks for a place and lets the vault write the document there. Throws cancelled, or what the vault answers. */
export async function exportProposalDocx(
  desk: Desk,
  { id, draft }: ParsedInputOf<'shell.exportProposalDocx'>,
): Promise<OutputOf<'shell.exportProposalDocx'>> {
  const say = words();
  const { path, hasContents } = await chooseExportPath(desk, id, {
    title: say.exportTitle,
    kind: say.exportKind,
    extension: 'docx',
    draft,
  });
  const headingPages = hasContents ? await findHeadingPages(windowOf(desk), { id, draft }) : [];
  const target = { id, path, draft, headingPages };
  const written = valueOf(await desk.vault().call('proposals.writeDocx', target, 'shell'));
  return { fileName: noteExport(path), ...vaultShellContract['proposals.writeDocx'].output.parse(written) };
}

/** The copies of a proposal, one a reader. Throws unavailable for one document, and what else the vault answers. */
async function facesOf(desk: Desk, id: Id) {
  const named = valueOf(await desk.vault().call('proposals.facePages', { id }, 'shell'));
  return vaultShellContract['proposals.facePages'].output.parse(named).faces;
}

/** What the tables of contents of the copies name, one a reader; a copy without such a table is left out. */
async function pagesOfFaces(desk: Desk, id: Id) {
  const found: { personId: string; pages: OutputOf<'shell.pagesReady'>['pages'] }[] = [];
  for (const { personId } of (await facesOf(desk, id)).filter(({ hasContents }) => hasContents)) {
    // One hidden window at a time: two cores draw two no faster.
    // oxlint-disable-next-line no-await-in-loop
    found.push({ personId, pages: await findHeadingPages(windowOf(desk), { id, reader: personId }) });
  }
  return found;
}

/** Asks for a folder and lets the vault write a copy a reader there. Throws cancelled, or what the vault answers. */
export async function exportProposalFaces(
  desk: Desk,
  id: Id,
): Promise<OutputOf<'shell.exportProposalFaces'>> {
  const chosen = await chooseFacesFolder(desk);
  const target = { id, folder: chosen, headingPages: await pagesOfFaces(desk, id) };
  const written = valueOf(await desk.vault().call('proposals.writeFaces', target, 'shell'));
  const { files } = vaultShellContract['proposals.writeFaces'].output.parse(written);
  const [first] = files;
  if (first !== undefined) noteExport(join(chosen, basename(first.fileName)));
  return { files };
}

/** Asks for a place, prints the pages and lets the vault write them there. Throws cancelled, or what the vault answers. */
export async function exportProposalPdf(
  desk: Desk,
  { id, draft }: ParsedInputOf<'shell.exportProposalPdf'>,
): Promise<OutputOf<'shell.exportProposalPdf'>> {
  const say = words();
  const { path } = await chooseExportPath(desk, id, {
    title: say.exportTitle,
    kind: say.pdfKind,
    extension: 'pdf',
    draft,
  });
  const { pdf } = await printPages(windowOf(desk), { id, draft });
  valueOf(await desk.vault().call('proposals.writePdf', { id, path, pdf }, 'shell'));
  return { fileName: noteExport(path) };
}

/**
 * Asks for a folder, prints a PDF a reader and lets the vault write each there. All are printed before the first is
 * written, so that a copy that cannot be drawn leaves no half of a set. Throws cancelled, or what the vault answers.
 */
export async function exportFacePages(desk: Desk, id: Id): Promise<OutputOf<'shell.exportFacePages'>> {
  const faces = await facesOf(desk, id);
  const folder = await chooseFacesFolder(desk);
  const printed: { readonly path: string; readonly pdf: Uint8Array }[] = [];
  for (const { personId, fileName } of faces) {
    // One hidden window at a time: two cores draw two no faster.
    // oxlint-disable-next-line no-await-in-loop
    const { pdf } = await printPages(windowOf(desk), { id, reader: personId });
    printed.push({ path: join(folder, basename(fileName)), pdf });
  }
  for (const { path, pdf } of printed)
    // The first failure stops the set.
    // oxlint-disable-next-line no-await-in-loop
    valueOf(await desk.vault().call('proposals.writePdf', { id, path, pdf }, 'shell'));
  const [first] = printed;
  if (first !== undefined) noteExport(first.path);
  return { fileNames: printed.map(({ path }) => basename(path)) };
}

/** The same for a draft e-mail that carries both the Word file and the pages. */
export async function exportProposalEmail(
  desk: Desk,
  id: Id,
): Promise<OutputOf<'shell.exportProposalEmail'>> {
  const say = words();
  const { path } = await chooseExportPath(desk, id, {
    title: say.emailTitle,
    kind: say.emailKind,
    extension: 'eml',
  });
  const printed = await printPages(windowOf(desk), { id });
  const written = valueOf(await desk.vault().call('proposals.writeEmail', { id, path, ...printed }, 'shell'));
  return { fileName: noteExport(path), ...vaultShellContract['proposals.writeEmail'].output.parse(written) };
}

/** Asks for a place and lets the vault write a paper of our own there. Throws cancelled, or what the vault answers. */
export async function exportPaper(
  desk: Desk,
  { request, as }: ParsedInputOf<'shell.exportPaper'>,
): Promise<OutputOf<'shell.exportPaper'>> {
  const say = words();
  const named = valueOf(await desk.vault().call('papers.fileName', { request }, 'shell'));
  const path = await chooseSavePath(desk, {
    title: say.paperTitle,
    name: vaultShellContract['papers.fileName'].output.parse(named).fileName,
    kind: as === 'pdf' ? say.pdfKind : say.exportKind,
    extension: as,
  });
  if (as === 'docx') valueOf(await desk.vault().call('papers.writeDocx', { request, path }, 'shell'));
  else {
    const { pdf } = await printPages(windowOf(desk), { request });
    valueOf(await desk.vault().call('papers.writePdf', { path, pdf }, 'shell'));
  }
  return { fileName: noteExport(path) };
}
