import {
  addAttachmentFile,
  beginAttachment,
  incomingFile,
  keepAttachment,
  writeAttachment,
  writeAttachments,
} from '../actions/attachments.ts';
import {
  deleteAttachment,
  listAttachments,
  readAttachment,
  restoreAttachment,
  saveAttachment,
} from '../store/attachmentStore.ts';
import type { Handlers } from './handler.ts';
import { read, write } from './handler.ts';

export const attachmentHandlers: Pick<Handlers, Extract<keyof Handlers, `attachments.${string}`>> = {
  'attachments.list': read((db, { accountId }) => ({ files: listAttachments(db, accountId) })),
  'attachments.begin': read(async (db, input, tools) => ({
    id: await beginAttachment(db, input, tools.attachments),
  })),
  'attachments.append': read(async (_db, { id, base64 }, tools) => {
    await incomingFile(tools.attachments, id).append(Buffer.from(base64, 'base64'));
    return {};
  }),
  'attachments.finish': {
    kind: 'staged',
    run: (db, input, tools, save) =>
      keepAttachment(db, incomingFile(tools.attachments, input.id), input, tools, save),
  },
  'attachments.discard': read(async (_db, { id }, tools) => {
    await tools.attachments.incoming.get(id)?.discard();
    return {};
  }),
  'attachments.readPart': read(async (db, { id, part }, tools) => {
    const reader = await tools.attachments.open(readAttachment(db, id));
    try {
      return { base64: (await reader.read(part)).toString('base64'), parts: reader.parts };
    } finally {
      await reader.close();
    }
  }),
  'attachments.save': write((db, { id, baseRevision, draft }) => ({
    revision: saveAttachment(db, id, baseRevision, draft),
  })),
  'attachments.delete': write((db, { id }, tools) => {
    deleteAttachment(db, id, tools.nowMs());
    return {};
  }),
  'attachments.restore': write((db, { id }) => {
    restoreAttachment(db, id);
    return {};
  }),
  'attachments.addFile': {
    kind: 'staged',
    run: (db, input, tools, save) => addAttachmentFile(db, input, tools, save),
  },
  'attachments.fileName': read((db, { id }) => ({ fileName: readAttachment(db, id).name })),
  'attachments.writeFile': read(async (db, input, tools) => {
    await writeAttachment(db, input, tools);
    return {};
  }),
  'attachments.writeFiles': read((db, input, tools) => writeAttachments(db, input, tools)),
};
