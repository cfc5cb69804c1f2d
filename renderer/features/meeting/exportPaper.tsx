import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { PaperRequest } from '../../../shared/domain/paper.ts';
import { call, notifyError } from '../../app/desk.ts';
import classes from './MeetingPage.module.css';

function ExportedLine({ fileName }: { readonly fileName: string }) {
  const { t } = useTranslation('meeting');
  return (
    <>
      <p className={classes.exported}>{fileName}</p>
      <Button size="xs" onClick={() => void call('shell.showLastExport', {}).catch(notifyError)}>
        {t('show')}
      </Button>{' '}
      <Button
        size="xs"
        variant="subtle"
        onClick={() => void call('shell.openLastExport', {}).catch(notifyError)}
      >
        {t('openFile')}
      </Button>
    </>
  );
}

/** Saves a paper where the user says and tells where it went; a failure is said in words. */
export async function exportPaper(request: PaperRequest, as: 'docx' | 'pdf', done: string): Promise<void> {
  try {
    const { fileName } = await call('shell.exportPaper', { request, as });
    notifications.show({ title: done, message: <ExportedLine fileName={fileName} />, autoClose: 15_000 });
  } catch (thrown) {
    notifyError(thrown);
  }
}
