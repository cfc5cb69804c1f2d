import type { AttachmentId } from '../../../../shared/domain/ids.ts';
import { call, notifyError } from '../../../app/desk.ts';
import { translate } from '../../../app/i18n.ts';
import { notifySaved } from '../../../app/saveFile.tsx';
import { notifyDone } from '../../../ui/notifyUndo.tsx';
import { notifyRefused } from './useAddFiles.tsx';

/** Saves one file where the user says. It is shown in its folder, never opened: it may be anything. */
export async function saveOneFile(id: AttachmentId): Promise<void> {
  try {
    const { fileName } = await call('shell.saveAttachment', { id });
    notifySaved(fileName, translate('files:saved'));
  } catch (thrown) {
    notifyError(thrown);
  }
}

/** Saves files into a folder of the user's choice; damaged ones are named. */
export async function saveFiles(ids: readonly AttachmentId[]): Promise<void> {
  try {
    const { written, refused } = await call('shell.saveAttachments', { ids: [...ids] });
    if (written > 0) notifyDone(translate('files:savedMany', { count: written }));
    notifyRefused(translate('files:notSaved'), refused);
  } catch (thrown) {
    notifyError(thrown);
  }
}
