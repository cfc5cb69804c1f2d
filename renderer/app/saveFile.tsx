import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { ExportRequest } from '../../shared/domain/exportFile.ts';
import type { PaperRequest } from '../../shared/domain/paper.ts';
import { call, notifyError } from './desk.ts';
import classes from './saveFile.module.css';

function SavedLine({ fileName, opens }: { readonly fileName: string; readonly opens: boolean }) {
  const { t } = useTranslation('exchange');
  return (
    <>
      <p className={classes.name}>{fileName}</p>
      <Button size="xs" onClick={() => void call('shell.showLastExport', {}).catch(notifyError)}>
        {t('show')}
      </Button>{' '}
      {opens ? (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => void call('shell.openLastExport', {}).catch(notifyError)}
        >
          {t('open')}
        </Button>
      ) : null}
    </>
  );
}

async function saved(write: () => Promise<{ readonly fileName: string }>, done: string): Promise<void> {
  try {
    const { fileName } = await write();
    notifications.show({ title: done, message: <SavedLine fileName={fileName} opens />, autoClose: 15_000 });
  } catch (thrown) {
    notifyError(thrown);
  }
}

/** Saves a paper where the user says and tells where it went; a failure is said in words. */
export function savePaper(request: PaperRequest, as: 'docx' | 'pdf', done: string): Promise<void> {
  return saved(() => call('shell.exportPaper', { request, as }), done);
}

/** The same for a file that other programs read. */
export function saveFile(request: ExportRequest, done: string): Promise<void> {
  return saved(() => call('shell.exportFile', { request }), done);
}

/** Tells where a file that is not ours went: it can be shown in its folder, but not opened from here. */
export function notifySaved(fileName: string, done: string): void {
  notifications.show({
    title: done,
    message: <SavedLine fileName={fileName} opens={false} />,
    autoClose: 15_000,
  });
}
