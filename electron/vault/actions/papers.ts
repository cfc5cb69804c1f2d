import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import { composeMeetingSheet } from '../../../shared/domain/meetingSheet.ts';
import { meetingWords } from '../../../shared/document/meetingWords.ts';
import type { Paper, PaperRequest } from '../../../shared/domain/paper.ts';
import { filePart } from '../../../shared/domain/proposalNumber.ts';
import { writePaper } from '../docx/writePaper.ts';
import { readCompany } from '../store/companyStore.ts';
import type { ReadableDb } from '../store/openDatabase.ts';
import { writeWhole } from './exportProposal.ts';
import { meetingPlanOf, readMeetingDossier } from './meetings.ts';

const longestName = 50;

/** Composes a paper of our own from what the vault holds now. Throws notFound. */
export function composePaper(db: ReadableDb, request: PaperRequest, today: CalendarDate): Paper {
  const { look } = readCompany(db, today);
  const { accountId, variant, language } = request;
  const { plan } = meetingPlanOf(db, accountId, language, today);
  const dossier = readMeetingDossier(db, accountId, today);
  const sheet = composeMeetingSheet(plan, dossier, { variant, language, look });
  const name = filePart(dossier.account.name, longestName);
  return {
    ...sheet,
    language,
    fileName: [meetingWords[language].fileName, name, plan.meetsOn].filter((part) => part !== '').join('_'),
    header: { left: sheet.title, right: '' },
  };
}

/** Writes a paper to a DOCX file, wholly or not at all. Throws as the export of a proposal does. */
export async function writePaperDocx(
  db: ReadableDb,
  to: { readonly request: PaperRequest; readonly path: string },
  today: CalendarDate,
  nowMs: number,
): Promise<void> {
  await writeWhole(to.path, await writePaper(composePaper(db, to.request, today), nowMs));
}
