import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { AttachmentPlace } from '../../../../shared/domain/attachment.ts';
import type { ErrorCode } from '../../../../shared/ipc/reply.ts';
import { call, DeskError, invalidate, notifyError } from '../../../app/desk.ts';
import { errorWords } from '../../../app/errorWords.ts';
import { notifyDone } from '../../../ui/notifyUndo.tsx';
import { chooseFile } from './chosenFile.ts';
import { takeFiles } from './incoming.ts';
import type { Taken } from './incoming.ts';

/** Names those files with one reason why. */
export function notifyRefused(
  title: string,
  refused: readonly { readonly name: string; readonly code: ErrorCode }[],
): void {
  for (const code of new Set(refused.map((one) => one.code))) {
    const names = refused.filter((one) => one.code === code).map(({ name }) => name);
    const words = errorWords(new DeskError(code, {}));
    notifications.show({
      title: `${title}: ${names.join(', ')}`,
      message: `${words.title}. ${words.text}`,
      color: 'red',
      autoClose: 15_000,
    });
  }
}

/** Whether the drop holds a folder: the browser gives one as a file that cannot be read. */
export function dropsFolder(data: DataTransfer): boolean {
  return [...data.items].some((item) => item.webkitGetAsEntry()?.isDirectory === true);
}

/** Adding files to a dossier by the native dialog or from the window; says what was added, known or refused. */
export function useAddFiles(): {
  choose(place: AttachmentPlace): Promise<void>;
  take(files: readonly File[], place: AttachmentPlace): Promise<void>;
} {
  const { t } = useTranslation('files');
  const tell = ({ added, refused }: Taken) => {
    const fresh = added.filter(({ outcome }) => outcome === 'added');
    const known = added.filter(({ outcome }) => outcome === 'known');
    if (fresh.length > 0) notifyDone(t('added', { count: fresh.length }));
    if (known.length > 0) notifyDone(t('known', { names: known.map(({ name }) => name).join(', ') }));
    notifyRefused(t('refused'), refused);
    const shown = fresh.at(-1) ?? known.at(-1);
    if (shown !== undefined) chooseFile(shown.id);
  };
  const run = async (work: () => Promise<Taken>) => {
    try {
      tell(await work());
    } catch (thrown) {
      notifyError(thrown);
      await invalidate('attachments.list', 'accounts.overview');
    }
  };
  return {
    choose: (place) =>
      run(async () => {
        const taken = await call('shell.addFiles', { place });
        await invalidate('attachments.list', 'accounts.overview');
        return taken;
      }),
    take: (files, place) => run(() => takeFiles(files, place)),
  };
}
