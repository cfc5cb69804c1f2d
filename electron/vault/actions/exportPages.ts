import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { ProposalId } from '../../../shared/domain/ids.ts';
import { fullName } from '../../../shared/domain/nameForms.ts';
import { proposalFileName } from '../../../shared/domain/proposalNumber.ts';
import { coverLetter } from '../../../shared/document/coverLetter.ts';
import type { FidelityReport } from '../../../shared/document/fidelity.ts';
import type { HeadingPages } from '../../../shared/document/pageFrame.ts';
import { resolveFields } from '../../../shared/document/resolveFields.ts';
import { AppError } from '../../../shared/ipc/reply.ts';
import { compareDocx } from '../docx/compareDocx.ts';
import { readDocx } from '../docx/readDocx.ts';
import { writeProposal, type ProposalSource } from '../docx/writeProposal.ts';
import { emlOf, mailAddress, type Attachment } from '../exchange/eml.ts';
import type { ReadableDb } from '../store/openDatabase.ts';
import { readProposalWithContext } from '../store/proposalContext.ts';
import { writeWhole } from './exportProposal.ts';

type Pages = { readonly id: ProposalId; readonly path: string; readonly pdf: Uint8Array };
/** With the pages that both files name in their table of contents. */
type PagesOfBoth = Pages & { readonly headingPages: HeadingPages };

function readLiving(db: ReadableDb, id: ProposalId, today: CalendarDate): ProposalSource {
  const source = readProposalWithContext(db, id, today);
  if (source.context.account.deleted) {
    throw new AppError('accountDeleted', 'the account of the proposal is deleted');
  }
  return source;
}

/** Writes printed pages to a file, wholly or not at all. Throws as the export to DOCX does. */
export async function writePages(db: ReadableDb, pages: Pages, today: CalendarDate): Promise<void> {
  readLiving(db, pages.id, today);
  await writeWhole(pages.path, pages.pdf);
}

const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * Writes a draft e-mail to the readers of a proposal with the Word file and the printed pages attached. The Word file
 * is read back and compared as after an export. Throws as the export to DOCX does.
 */
export async function writeEmailDraft(
  db: ReadableDb,
  pages: PagesOfBoth,
  today: CalendarDate,
  nowMs: number,
): Promise<{ report: FidelityReport; withoutAddress: number }> {
  const source = readLiving(db, pages.id, today);
  const { proposal, context } = source;
  const { root } = proposal.document;
  const letter = coverLetter(proposal, context, resolveFields({ proposal, context, root }));
  const docx = await writeProposal(source, { headingPages: pages.headingPages });
  const docxName = proposalFileName({ ...proposal, accountName: context.account.name });
  const attachments: readonly Attachment[] = [
    { fileName: docxName, contentType: docxType, bytes: docx },
    { fileName: docxName.replace(/\.docx$/i, '.pdf'), contentType: 'application/pdf', bytes: pages.pdf },
  ];
  const { company } = context;
  const author = company.colleagues.find(({ id }) => id === company.authorId);
  const to = context.readers.filter(({ email }) => mailAddress(email) !== null);
  const eml = emlOf({
    from: author === undefined ? null : { name: author.name, address: author.email },
    to: to.map((reader) => ({ name: fullName(reader, proposal.language), address: reader.email })),
    ...letter,
    language: proposal.language,
    atMs: nowMs,
    attachments,
  });
  await writeWhole(pages.path, eml);
  return { report: compareDocx(source, readDocx(docx)), withoutAddress: context.readers.length - to.length };
}
