import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalId } from '../../../shared/domain/ids.ts';
import type { OutputOf } from '../../../shared/ipc/contract.ts';
import { call, notifyError } from '../../app/desk.ts';
import { proposalSession } from '../../editor/session.ts';
import { mayExport } from './check/beforeExport.ts';
import classes from './proposals.module.css';

/**
 * A Word file, the same pages as a PDF, either marked as a draft, a draft e-mail that carries the unmarked two, or a
 * Word file or a PDF for each reader.
 */
export type ExportKind = 'docx' | 'pdf' | 'email' | 'draftDocx' | 'draftPdf' | 'faces' | 'facePages';

type Exported = Pick<OutputOf<'shell.exportProposalDocx'>, 'fileName'> &
  Partial<OutputOf<'shell.exportProposalEmail'>>;

const exportAs: Readonly<Record<ExportKind, (id: ProposalId) => Promise<Exported>>> = {
  docx: (id) => call('shell.exportProposalDocx', { id }),
  pdf: (id) => call('shell.exportProposalPdf', { id }),
  draftDocx: (id) => call('shell.exportProposalDocx', { id, draft: true }),
  draftPdf: (id) => call('shell.exportProposalPdf', { id, draft: true }),
  email: (id) => call('shell.exportProposalEmail', { id }),
  faces: async (id) => {
    const { files } = await call('shell.exportProposalFaces', { id });
    const differing = files.find(({ report }) => report.differences.length > 0);
    return differing ?? { fileName: files.map(({ fileName }) => fileName).join(', ') };
  },
  facePages: async (id) => {
    const { fileNames } = await call('shell.exportFacePages', { id });
    return { fileName: fileNames.join(', ') };
  },
};

export type Exporting = {
  readonly busy: boolean;
  readonly start: (as: ExportKind) => void;
  /** The last export whose file differs from the document; null = none. */
  readonly report: OutputOf<'shell.exportProposalDocx'> | null;
  readonly closeReport: () => void;
};

function ExportedLine({ fileName, withoutAddress = 0 }: { fileName: string; withoutAddress?: number }) {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  return (
    <>
      <p className={classes.exported}>{fileName}</p>
      {withoutAddress > 0 ? (
        <p className={classes.exported}>{t('export.withoutAddress', { count: withoutAddress })}</p>
      ) : null}
      <Button size="xs" onClick={() => void call('shell.showLastExport', {}).catch(notifyError)}>
        {t('export.show')}
      </Button>{' '}
      <Button
        size="xs"
        variant="subtle"
        onClick={() => void call('shell.openLastExport', {}).catch(notifyError)}
      >
        {t('export.open')}
      </Button>
    </>
  );
}

/** Export: what is typed is saved first, then the shell asks where to; a Word file is compared with the document. */
export function useExport(id: ProposalId, flush: () => Promise<void>): Exporting {
  const { t } = useTranslation(['proposals', 'domain', 'common']);
  const [busy, setBusy] = useState(false);
  const [report, setReport] = useState<OutputOf<'shell.exportProposalDocx'> | null>(null);

  const run = async (as: ExportKind) => {
    setBusy(true);
    try {
      await flush();
      // A file of an older text would be worse than none: the failure is already said in the title.
      if (proposalSession.getState().save.phase !== 'saved') return;
      if (!(await mayExport(id))) return;
      const { fileName, withoutAddress, report: compared } = await exportAs[as](id);
      if (compared !== undefined && compared.differences.length > 0)
        setReport({ fileName, report: compared });
      else
        notifications.show({
          title: t(`export.done.${as}`),
          message: (
            <ExportedLine fileName={fileName} {...(withoutAddress === undefined ? {} : { withoutAddress })} />
          ),
          autoClose: 15_000,
        });
    } catch (thrown) {
      notifyError(thrown);
    } finally {
      setBusy(false);
    }
  };

  return { busy, start: (as) => void run(as), report, closeReport: () => setReport(null) };
}
