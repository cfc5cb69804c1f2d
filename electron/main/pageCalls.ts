import { vaultShellContract } from '../../shared/ipc/contract.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/ipc/contract.ts';
import type { Desk } from './desk.ts';
import { chooseExportPath, noteExport, valueOf } from './fileCalls.ts';
import { printProposal } from './printPages.ts';
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
  const pdf = await printProposal(windowOf(desk), id, draft);
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
  const pdf = await printProposal(windowOf(desk), id);
  const written = valueOf(await desk.vault().call('proposals.writeEmail', { id, path, pdf }, 'shell'));
  return { fileName: noteExport(path), ...vaultShellContract['proposals.writeEmail'].output.parse(written) };
}
