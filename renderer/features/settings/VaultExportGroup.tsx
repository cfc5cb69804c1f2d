import { Button, Checkbox, Modal, Progress, Switch } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call, DeskError, deskErrorOf, notifyError, onWindowEvent } from '../../app/desk.ts';
import { errorWords } from '../../app/errorWords.ts';
import { currentLanguage } from '../../app/i18n.ts';
import { notifySaved } from '../../app/saveFile.tsx';
import { notifyDone } from '../../ui/notifyUndo.tsx';
import { SettingsGroup } from './SettingsGroup.tsx';
import classes from './VaultExportGroup.module.css';
import { useFocusBack } from '../../ui/useFocusBack.ts';

/** The whole vault as readable files, after a warning. */
export function VaultExportGroup() {
  const { t } = useTranslation('vaultExport');
  const [open, setOpen] = useState(false);
  return (
    <SettingsGroup text={t('text')} title={t('title')}>
      <div>
        <Button onClick={() => setOpen(true)}>{t('open')}</Button>
      </div>
      {open ? <ExportDialog onClose={() => setOpen(false)} /> : null}
    </SettingsGroup>
  );
}

function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  useFocusBack();
  const { t } = useTranslation(['vaultExport', 'common']);
  const [withPrivate, setWithPrivate] = useState(false);
  const [understood, setUnderstood] = useState(false);
  const [share, setShare] = useState<number | null>(null);
  const jobId = useRef<string | null>(null);
  // Stopped by the button; a dialog of the system that was closed is no news.
  const stopping = useRef(false);
  useEffect(
    () =>
      onWindowEvent('job.progress', (told) => {
        if (told.jobId === jobId.current) setShare(told.share);
      }),
    [],
  );
  const stop = () => {
    stopping.current = true;
    if (jobId.current !== null) call('vaultExport.stop', { jobId: jobId.current }).catch(notifyError);
  };
  const run = async () => {
    const id = crypto.randomUUID();
    jobId.current = id;
    stopping.current = false;
    setShare(0);
    try {
      const done = await call('shell.exportVault', { jobId: id, withPrivate, language: currentLanguage() });
      notifySaved(
        t('doneText', { records: done.records, files: done.files }),
        t('done', { folder: done.folderName }),
      );
      for (const { name, code } of done.refused) {
        const words = errorWords(new DeskError(code, {}));
        notifications.show({
          title: `${t('refused')}: ${name}`,
          message: words.title,
          color: 'red',
          autoClose: 15_000,
        });
      }
      onClose();
    } catch (thrown) {
      if (deskErrorOf(thrown).code === 'cancelled' && stopping.current) notifyDone(t('stopped'));
      else notifyError(thrown);
    } finally {
      jobId.current = null;
      setShare(null);
    }
  };
  const running = share !== null;
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('common:close') }}
      closeOnClickOutside={!running}
      closeOnEscape={!running}
      onClose={onClose}
      opened
      size={560}
      title={t('dialog.title')}
      withCloseButton={!running}
    >
      <div className={classes.warning} role="note">
        <IconAlertTriangle aria-hidden size={18} stroke={1.5} />
        <div>
          <p className={classes.warningTitle}>{t('dialog.warning')}</p>
          <p>{t('dialog.warningText')}</p>
        </div>
      </div>
      <div className={classes.fields}>
        <Switch
          checked={withPrivate}
          description={t('dialog.privateHint')}
          disabled={running}
          label={t('dialog.private')}
          onChange={(event) => setWithPrivate(event.currentTarget.checked)}
        />
        <Checkbox
          checked={understood}
          disabled={running}
          label={t('dialog.understood')}
          onChange={(event) => setUnderstood(event.currentTarget.checked)}
        />
      </div>
      <div className={classes.actions}>
        {running ? (
          <>
            <Progress
              aria-label={t('dialog.running')}
              className={classes.bar}
              size="sm"
              value={share * 100}
            />
            <Button onClick={stop}>{t('dialog.stop')}</Button>
          </>
        ) : (
          <>
            <Button onClick={onClose} variant="subtle">
              {t('dialog.cancel')}
            </Button>
            <Button disabled={!understood} onClick={() => void run()} variant="filled">
              {t('dialog.submit')}
            </Button>
          </>
        )}
      </div>
    </Modal>
  );
}
