import { erasureActPage } from '../../../shared/document/erasureActPage.ts';
import { meetingWords } from '../../../shared/document/meetingWords.ts';
import { personDataPage } from '../../../shared/document/personDataPage.ts';
import { personDataWords } from '../../../shared/document/personDataWords.ts';
import type { BlockNode, DocumentRoot } from '../../../shared/document/nodes.ts';
import type { CalendarDate } from '../../../shared/domain/calendarDate.ts';
import type { Picture } from '../../../shared/domain/company.ts';
import type { DocumentLook } from '../../../shared/domain/look.ts';
import { composeMeetingSheet } from '../../../shared/domain/meetingSheet.ts';
import type { Paper, PaperRequest } from '../../../shared/domain/paper.ts';
import { filePart } from '../../../shared/domain/proposalNumber.ts';
import { writePaper } from '../docx/writePaper.ts';
import { readCompany } from '../store/companyStore.ts';
import { readAct } from '../store/erasure/erasureActs.ts';
import { readGroupPicture } from '../store/groupPictureStore.ts';
import type { ReadableDb } from '../store/openDatabase.ts';
import { listTerms } from '../store/termStore.ts';
import { writeWhole } from './exportProposal.ts';
import { meetingPlanOf, readMeetingDossier } from './meetings.ts';
import { collectPersonData, personDataFileName } from './personData.ts';
import { writtenPlan } from './writtenPlan.ts';

const longestName = 50;

/** As wide as the sheet lets it be, CSS pixels. */
const mapWidthPx = 640;

/** The sheet with the map of the group on a page of its own. */
function withMap(root: DocumentRoot, map: Picture, title: string): DocumentRoot {
  const { base64, mime, widthPx, heightPx } = map;
  return {
    ...root,
    content: [
      ...root.content,
      { type: 'pageBreak' },
      {
        type: 'image',
        attrs: {
          src: `data:${mime};base64,${base64}`,
          alt: title,
          width: mapWidthPx,
          height: Math.round((mapWidthPx * heightPx) / widthPx),
          align: null,
          caption: null,
        },
      },
    ],
  };
}

type Request<Kind extends PaperRequest['kind']> = Extract<PaperRequest, { kind: Kind }>;

function meetingPaper(db: ReadableDb, request: Request<'meetingSheet'>, today: CalendarDate): Paper {
  const { look } = readCompany(db, today);
  const { accountId, variant, language } = request;
  const { plan } = meetingPlanOf(db, accountId, language, today);
  const dossier = readMeetingDossier(db, accountId, today);
  const sheet = composeMeetingSheet(plan, dossier, { variant, language, look });
  const name = filePart(dossier.account.name, longestName);
  // The map tells attitudes: it goes with the sheet that is read before, never with the one on the table.
  const map = variant === 'private' ? readGroupPicture(db, accountId) : null;
  return {
    ...sheet,
    root: map === null ? sheet.root : withMap(sheet.root, map, meetingWords[language].map),
    language,
    fileName: [meetingWords[language].fileName, name, plan.meetsOn].filter((part) => part !== '').join('_'),
    header: { left: sheet.title, right: '' },
  };
}

/** The company's fonts and colour for a paper of facts. */
function factsLook(look: DocumentLook): DocumentLook {
  return {
    ...look,
    bodySizePt: 10.5,
    textAlign: 'left',
    firstLineMm: 0,
    headings: 'plain',
    headingNumbers: 'none',
    pageNumbers: 'topCentre',
    footer: 'none',
    own: null,
  };
}

function factsPaper(
  db: ReadableDb,
  today: CalendarDate,
  paper: Pick<Paper, 'title' | 'fileName' | 'language'> & { readonly content: BlockNode[] },
): Paper {
  const { content, ...rest } = paper;
  return {
    ...rest,
    root: { type: 'doc', content },
    look: factsLook(readCompany(db, today).look),
    header: { left: paper.title, right: '' },
  };
}

/** Composes a paper of our own from what the vault holds now. Throws notFound. */
export function composePaper(db: ReadableDb, request: PaperRequest, today: CalendarDate): Paper {
  const { language } = request;
  const say = personDataWords[language];
  switch (request.kind) {
    case 'meetingSheet':
      return meetingPaper(db, request, today);
    case 'accountPlan':
      return writtenPlan(db, request, today);
    case 'personData': {
      const terms = new Map<string, string>(listTerms(db).map(({ key, label }) => [key, label]));
      const data = collectPersonData(db, request.personId, language, today);
      return factsPaper(db, today, {
        title: say.dataTitle,
        fileName: personDataFileName(db, request.personId, language),
        language,
        content: personDataPage(data, (key) => terms.get(key) ?? key, language),
      });
    }
    case 'erasureAct': {
      const act = readAct(db, request.number);
      return factsPaper(db, today, {
        title: say.act.title(act.number),
        fileName: `${say.act.file}_${act.number}`,
        language,
        content: erasureActPage(act, language),
      });
    }
  }
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
