import { hasContents } from '../../../shared/document/contentsView.ts';
import { words } from '../../../shared/document/words.ts';
import { proposalFileName } from '../../../shared/domain/proposalNumber.ts';
import { checkProposal } from '../actions/checkProposal.ts';
import { compareVersion } from '../actions/compareVersion.ts';
import { exportFaces, facePages } from '../actions/exportFaces.ts';
import { listAlternatives, planProposal, previewRecomposition, recompose } from '../actions/planProposal.ts';
import { createProposal } from '../actions/createProposal.ts';
import { exportProposal, previewProposal, writeWhole } from '../actions/exportProposal.ts';
import {
  keepRevision,
  markSent,
  restoreKeptRevision,
  saveHeader,
  setProposalStatus,
} from '../actions/moveProposal.ts';
import { copyProposal, createEdition, editionDifference } from '../actions/newEdition.ts';
import { freezePaper } from '../actions/sendProposal.ts';
import { writeEmailDraft, writePages } from '../actions/exportPages.ts';
import { readProposalWithContext } from '../store/proposalContext.ts';
import { readProposalLife } from '../store/proposalLifeStore.ts';
import { appendSteps, foldSteps } from '../store/proposalJournal.ts';
import {
  listProposalRevisions,
  nameProposalRevision,
  readProposalRevision,
} from '../store/proposalRevisionStore.ts';
import { keepEarlier } from '../store/proposalVersions.ts';
import {
  deleteProposal,
  listProposals,
  pageProposals,
  readProposalHead,
  restoreProposal,
  saveProposalDocument,
} from '../store/proposalStore.ts';
import { keepFaceExport } from '../store/faceExportStore.ts';
import { keepLastExport, readSentCopy } from '../store/sentCopyStore.ts';
import type { HandlerTools, Handlers } from './handler.ts';
import { read, staged, write } from './handler.ts';

const when = (tools: HandlerTools) => ({ nowMs: tools.nowMs(), today: tools.today() });

export const proposalHandlers: Pick<Handlers, Extract<keyof Handlers, `proposals.${string}`>> = {
  'proposals.list': read((db, { accountId }) => ({ rows: listProposals(db, accountId) })),
  'proposals.page': read((db, asked) => pageProposals(db, asked)),
  'proposals.get': read((db, { id }, tools) => readProposalWithContext(db, id, tools.today())),
  'proposals.create': write((db, input, tools) => createProposal(db, input, when(tools))),
  'proposals.plan': read((db, input, tools) => planProposal(db, input, tools.today())),
  'proposals.alternatives': read((db, input, tools) => listAlternatives(db, input, tools.today())),
  'proposals.recomposition': read((db, { id }, tools) => previewRecomposition(db, id, tools.today())),
  'proposals.recompose': write((db, input, tools) => recompose(db, input, when(tools))),
  'proposals.saveDocument': write((db, { id, baseRevision, document }, tools) => ({
    revision: saveProposalDocument(db, id, baseRevision, document, tools.nowMs()),
  })),
  'proposals.appendSteps': write((db, { id, ...typed }, tools) => ({
    revision: appendSteps(db, id, typed, tools.nowMs()),
  })),
  'proposals.foldSteps': write((db, { id }, tools) => {
    keepEarlier(db, id, tools.nowMs());
    foldSteps(db, id);
    return {};
  }),
  'proposals.saveHeader': write((db, input, tools) => ({ revision: saveHeader(db, input, when(tools)) })),
  'proposals.setStatus': staged(
    async (db, { id, status }, tools) => {
      const head = readProposalHead(db, id);
      const leavesDraft = head.status === 'draft' && status !== 'draft';
      return leavesDraft
        ? { readers: head.readerIds, frozen: await freezePaper(db, id, tools.today()) }
        : null;
    },
    (db, { id, status, ...step }, tools, sending) => {
      if (sending !== null) {
        const sentOn = step.on ?? tools.today();
        const sent = { id, sentOn, readerIds: sending.readers, channel: 'email' } as const;
        const revision = markSent(db, sent, sending.frozen, when(tools));
        if (status === 'sent') return { revision };
      }
      return { revision: setProposalStatus(db, id, { status, ...step }, when(tools)) };
    },
  ),
  'proposals.markSent': staged(
    (db, { id }, tools) => freezePaper(db, id, tools.today()),
    (db, input, tools, frozen) => ({ revision: markSent(db, input, frozen, when(tools)) }),
  ),
  'proposals.life': read((db, { id }, tools) => readProposalLife(db, id, tools.today())),
  'proposals.newEdition': write((db, input, tools) => createEdition(db, input, when(tools))),
  'proposals.copy': write((db, { id }, tools) => copyProposal(db, id, when(tools))),
  'proposals.difference': read((db, { id }, tools) => editionDifference(db, id, tools.today())),
  'proposals.delete': write((db, { id }, tools) => {
    deleteProposal(db, id, tools.nowMs());
    return {};
  }),
  'proposals.restore': write((db, { id }) => {
    restoreProposal(db, id);
    return {};
  }),
  'proposals.listRevisions': read((db, { id }) => ({ revisions: listProposalRevisions(db, id) })),
  'proposals.readRevision': read((db, { id, revision }) => {
    const { document } = readProposalRevision(db, id, revision);
    return { document };
  }),
  'proposals.compareRevision': read((db, input, tools) => compareVersion(db, input, tools.today())),
  'proposals.keepRevision': write((db, { id, label }, tools) => ({
    revision: keepRevision(db, id, label, tools.nowMs()),
  })),
  'proposals.nameRevision': write((db, { id, revision, label }) => {
    nameProposalRevision(db, id, revision, label);
    return {};
  }),
  'proposals.restoreRevision': write((db, input, tools) => ({
    revision: restoreKeptRevision(db, input, tools.nowMs()),
  })),
  'proposals.check': read((db, { id }, tools) => ({
    findings: checkProposal(db, id, tools.today()),
    checkedAtMs: tools.nowMs(),
  })),
  'proposals.exportFileName': read((db, { id, draft }, tools) => {
    const { proposal, context } = readProposalWithContext(db, id, tools.today());
    const fileName = proposalFileName({ ...proposal, accountName: context.account.name });
    const mark = words[proposal.language].draft.toLowerCase();
    return {
      fileName: draft ? fileName.replace(/(\.docx)$/i, `_${mark}$1`) : fileName,
      hasContents: hasContents(proposal.document.root),
    };
  }),
  'proposals.writePdf': read(async (db, { id, path, pdf }, tools) => {
    await writePages(db, { id, path, pdf }, tools.today());
    return {};
  }),
  'proposals.writeEmail': read((db, pages, tools) =>
    writeEmailDraft(db, pages, tools.today(), tools.nowMs()),
  ),
  'proposals.preview': read(async (db, { id }, tools) => ({
    docx: await previewProposal(db, id, tools.today()),
  })),
  'proposals.writeDocx': staged(
    (db, target, tools) => exportProposal(db, target, tools.today()),
    (db, { id, draft }, _tools, { report, revision, file }) => {
      // What is frozen on sending is the file that was written last, and that one is never marked as a draft.
      if (!draft) keepLastExport(db, id, revision, file);
      return { report };
    },
  ),
  'proposals.writeFaces': staged(
    (db, target, tools) => exportFaces(db, target, tools.today()),
    (db, { id }, _tools, { revision, faces }) => {
      for (const { personId, file } of faces) keepFaceExport(db, { id, personId, revision }, file);
      return { files: faces.map(({ file, report }) => ({ fileName: file.fileName, report })) };
    },
  ),
  'proposals.facePages': read((db, { id }, tools) => ({ faces: facePages(db, id, tools.today()) })),
  'proposals.sentCopyName': read((db, { id }) => ({ fileName: readSentCopy(db, id).fileName })),
  'proposals.writeSentCopy': read(async (db, { id, path }) => {
    await writeWhole(path, readSentCopy(db, id).bytes);
    return {};
  }),
};
