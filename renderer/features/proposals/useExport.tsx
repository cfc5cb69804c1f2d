import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalId } from '../../../shared/domain/ids.ts';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { call, notifyError } from '../../app/desk.ts';
import { proposalSession } from '../../editor/session.ts';
import classes from './proposals.module.css';

export type Exporting = {
  readonly busy: boolean;
  readonly start: () => void;
  /** The last export whose file differs from the document; null = none. */
  readonly report: OutputOf<'shell.exportProposalDocx'> | null;
  readonly closeReport: () => void;
};

function ExportedLine({ fileName }: { fileName: string }) {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  return (
    <>
      <p className={classes.exported}>{fileName}</p>
      <Button size="xs" onClick={() => void call('shell.showLastExport', {}).catch(notifyError)}>
        {t('export.show')}
      </Button>{' '}
      <Button size="xs" variant="subtle" onClick={() => void call('shell.openLastExport', {}).catch(notifyError)}>
        {t('export.open')}
      </Button>
    </>
  );
}

/** Export to DOCX: what is typed is saved first, then the shell asks where to, then the file is compared. */
export function useExport(id: ProposalId, flush: () => Promise<void>): Exporting {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const [busy, setBusy] = useState(false);
  const [report, setReport] = useState<OutputOf<'shell.exportProposalDocx'> | null>(null);

  const run = async () => {
    setBusy(true);
    try {
      await flush();
      // A file of an older text would be worse than none: the failure is already said in the title.
      if (proposalSession.getState().save.phase !== 'saved') return;
      const exported = await call('shell.exportProposalDocx', { id });
      if (exported.report.differences.length > 0) setReport(exported);
      else
        notifications.show({
          title: t('export.done'),
          message: <ExportedLine fileName={exported.fileName} />,
          autoClose: 15_000,
        });
    } catch (thrown) {
      notifyError(thrown);
    } finally {
      setBusy(false);
    }
  };

  return { busy, start: () => void run(), report, closeReport: () => setReport(null) };
}
