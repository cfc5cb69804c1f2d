import { vaultShellContract } from '../../shared/ipc/contract.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts';
import type { Desk } from './desk.ts';
import { chooseExportPath, chooseSavePath, noteExport, valueOf } from './fileCalls.ts';
import { printPages } from './printPages.ts';
import { windowOf } from './shellCalls.ts';
import { words } from './words.ts';

type Id = ParsedInputOf<'shell.exportProposalPdf'>['id'];

/** Asks for a place, prints the pages and lets the vault write them there. Throws cancelled, or what the vault answers. */
export async function exportProposalPdf(
  desk: Desk,
  { id, draft }: ParsedInputOf<'shell.exportProposalPdf'>,
): Promise<OutputOf<'shell.exportProposalPdf'>> {
  const say = words();
  const path = await chooseExportPath(desk, id, {
    title: say.exportTitle,
    kind: say.pdfKind,
    extension: 'pdf',
    draft,
  });
  const pdf = await printPages(windowOf(desk), { id, draft });
  valueOf(await desk.vault().call('proposals.writePdf', { id, path, pdf }, 'shell'));
  return { fileName: noteExport(path) };
}

/** The same for a draft e-mail that carries both the Word file and the pages. */
export async function exportProposalEmail(
  desk: Desk,
  id: Id,
): Promise<OutputOf<'shell.exportProposalEmail'>> {
  const say = words();
  const path = await chooseExportPath(desk, id, {
    title: say.emailTitle,
    kind: say.emailKind,
    extension: 'eml',
  });
  const pdf = await printPages(windowOf(desk), { id });
  const written = valueOf(await desk.vault().call('proposals.writeEmail', { id, path, pdf }, 'shell'));
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
    const pdf = await printPages(windowOf(desk), { request });
    valueOf(await desk.vault().call('papers.writePdf', { path, pdf }, 'shell'));
  }
  return { fileName: noteExport(path) };
}
