import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './FilesTab.module.css';
import { useIncoming } from './incoming.ts';

/** Files that are being added, each with how far it is and a way to stop it. */
export function IncomingLines({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation('files');
  const incoming = useIncoming(accountId);
  return (
    <>
      {incoming.map((file) => (
        <div className={classes.incoming} key={file.key} role="status">
          <span className={classes.incomingName}>{t('adding', { name: file.name })}</span>
          <Progress
            aria-label={t('adding', { name: file.name })}
            className={classes.progress}
            size="sm"
            value={file.sizeBytes === 0 ? 100 : (file.doneBytes / file.sizeBytes) * 100}
          />
          <Button onClick={() => file.stop()} size="xs" variant="subtle">
            {t('stop')}
          </Button>
        </div>
      ))}
    </>
  );
}
