import { proposalFileName } from '../../../shared/domain/proposalNumber.ts';
import { createProposal } from '../actions/createProposal.ts';
import { exportProposal } from '../actions/exportProposal.ts';
import { keepRevision, restoreKeptRevision, saveHeader, setProposalStatus } from '../actions/moveProposal.ts';
import { readProposalWithContext } from '../store/proposalContext.ts';
import { listProposalRevisions } from '../store/proposalRevisionStore.ts';
import {
  deleteProposal,
  listProposals,
  restoreProposal,
  saveProposalDocument,
} from '../store/proposalStore.ts';
import type { HandlerTools, Handlers } from './handler.ts';
import { read, write } from './handler.ts';

const when = (tools: HandlerTools) => ({ nowMs: tools.nowMs(), today: tools.today() });

export const proposalHandlers: Pick<Handlers, Extract<keyof Handlers, `proposals.${string}`>> = {
  'proposals.list': read((db, { accountId }) => ({ rows: listProposals(db, accountId) })),
  'proposals.get': read((db, { id }, tools) => readProposalWithContext(db, id, tools.today())),
  'proposals.create': write((db, input, tools) => createProposal(db, input, when(tools))),
  'proposals.saveDocument': write((db, { id, baseRevision, document }, tools) => ({
    revision: saveProposalDocument(db, id, baseRevision, document, tools.nowMs()),
  })),
  'proposals.saveHeader': write((db, input, tools) => ({ revision: saveHeader(db, input, when(tools)) })),
  'proposals.setStatus': write((db, { id, status }, tools) => ({
    revision: setProposalStatus(db, id, status, when(tools)),
  })),
  'proposals.delete': write((db, { id }, tools) => {
    deleteProposal(db, id, tools.nowMs());
    return {};
  }),
  'proposals.restore': write((db, { id }) => {
    restoreProposal(db, id);
    return {};
  }),
  'proposals.listRevisions': read((db, { id }) => ({ revisions: listProposalRevisions(db, id) })),
  'proposals.keepRevision': write((db, { id, label }, tools) => ({
    revision: keepRevision(db, id, label, tools.nowMs()),
  })),
  'proposals.restoreRevision': write((db, input, tools) => ({
    revision: restoreKeptRevision(db, input, tools.nowMs()),
  })),
  'proposals.exportFileName': read((db, { id }, tools) => {
    const { proposal, context } = readProposalWithContext(db, id, tools.today());
    return { fileName: proposalFileName({ ...proposal, accountName: context.account.name }) };
  }),
  'proposals.writeDocx': read(async (db, { id, path }, tools) => ({
    report: await exportProposal(db, { id, path }, tools.today()),
  })),
};
