import { exportFile, exportFileName } from '../actions/exportFile.ts';
import { writeWhole } from '../actions/exportProposal.ts';
import { debriefMeeting, meetingPlanOf } from '../actions/meetings.ts';
import { composePaper, writePaperDocx } from '../actions/papers.ts';
import { dropMeetingPlan, saveMeetingPlan } from '../store/meetingPlanStore.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

export const meetingHandlers: Pick<Handlers, Extract<keyof Handlers, `meetings.${string}`>> = {
  'meetings.plan': read((db, { accountId, language }, tools) =>
    meetingPlanOf(db, accountId, language, tools.today()),
  ),
  'meetings.savePlan': write((db, { plan }, tools) => {
    saveMeetingPlan(db, plan, tools.nowMs());
    return {};
  }),
  'meetings.dropPlan': write((db, { accountId }) => {
    dropMeetingPlan(db, accountId);
    return {};
  }),
  'meetings.debrief': write((db, { debrief }, tools) =>
    debriefMeeting(db, debrief, { nowMs: tools.nowMs(), today: tools.today() }),
  ),
};

/** Papers of our own: what is no proposal and has no number. */
export const paperHandlers: Pick<Handlers, Extract<keyof Handlers, `papers.${string}`>> = {
  'papers.get': read((db, { request }, tools) => ({ paper: composePaper(db, request, tools.today()) })),
  'papers.fileName': read((db, { request }, tools) => ({
    fileName: composePaper(db, request, tools.today()).fileName,
  })),
  'papers.writeDocx': read(async (db, { request, path }, tools) => {
    await writePaperDocx(db, { request, path }, tools.today(), tools.nowMs());
    return {};
  }),
  'papers.writePdf': read(async (_db, { path, pdf }) => {
    await writeWhole(path, pdf);
    return {};
  }),
};

/** Files for other programs. */
export const fileHandlers: Pick<Handlers, Extract<keyof Handlers, `files.${string}`>> = {
  'files.name': read((db, { request }) => ({ fileName: exportFileName(db, request) })),
  'files.write': read(async (db, { request, path }, tools) => {
    await exportFile(db, request, path, { nowMs: tools.nowMs(), today: tools.today() });
    return {};
  }),
};
